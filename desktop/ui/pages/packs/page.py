# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bids and packs: make a pack in four steps, and find those made so far."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from desktop.models.errors import AppError
from desktop.models.prints import ListPrint
from desktop.services.charity import Charity
from desktop.services.packing import Packing
from desktop.services.signing_desk import SigningDesk
from desktop.services.targets import Place, Target
from desktop.ui.checking.progress import ProgressCard
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.packs.making import Making, Stage
from desktop.ui.pages.packs.parts import Acts, Parts, Sources
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column

_LAID_OUT_MS = 60  # by then the place that scrolls knows its height, the evidence in it too
_RING = 10


class PacksPage(Page):
    """The list of packs, or the step at which a pack is being made."""

    place = Place.PACKS.value
    title = "Bids and packs"
    tables = frozenset(
        {
            "answer",
            "assessment",
            "action",
            "evidence_item",
            "evidence_link",
            "person",
            "person_role",
            "training_record",
            "supervision_session",
            "organisation",
            "service",
            "meta",
        }
    )

    def __init__(self, packing: Packing, signing: SigningDesk, charity: Charity, tools: Tools) -> None:
        super().__init__(tools)
        self._packing = packing
        self._making = making = Making.of(packing, tools.jobs, tools.drafts)
        self._at_list = not making.started
        acts = Acts(self.begin, self._show_list, self._ask_to_give_up, making.give_up)
        self._parts = Parts(Sources(packing, signing, charity, making, tools), acts)
        self._parts.began.connect(self._bring_into_view)
        self.setLayout(column((self._parts, 1), gap=0))
        making.changed.connect(self._show_stage)
        making.failed.connect(self._tell)

    def refresh(self) -> None:
        """Read what concerns the step that is shown."""
        if self._at_list:
            self._parts.list.show_packs(self._packing.made(), self.tools.today())
            self._parts.show_part(None)
            return
        stage = self._making.stage
        if stage is Stage.CHOOSING and not self._parts.choose.show_choices():
            self._parts.setCurrentWidget(self._parts.no_round)
            return
        self._fill(stage)
        self._parts.show_part(stage)

    def subtitle(self) -> str:
        """How many packs there are."""
        count = len(self._packing.made())
        return "No packs yet" if not count else "1 pack made so far" if count == 1 else f"{count} packs made so far"

    def show_target(self, target: Target) -> None:
        """'make' goes on with the pack that is being made, or begins one."""
        if target.id == "make":
            self.begin()

    def begin(self) -> None:
        """Begin a pack, or go on with the one that was begun."""
        self._at_list = False
        self._making.begin()

    def arrange(self, em: float) -> None:
        """Each part fits the width by itself."""
        self._parts.arrange(em)

    def leave(self) -> None:
        """Take the date that is being typed, and keep what was chosen."""
        if not self._at_list and self._making.stage is Stage.CHOOSING:
            self._parts.choose.save()
        self._making.keep()

    def listing(self) -> ListPrint | None:
        """The packs made so far."""
        self._parts.list.show_packs(self._packing.made(), self.tools.today())
        return self._parts.list.listing(self.tools.today())

    def _fill(self, stage: Stage) -> None:
        if stage is Stage.READING:
            self._parts.reading.show_draft()
        elif stage is Stage.TO_SIGN:
            self._parts.sign.show_signer()
        elif stage is Stage.DONE and self._making.made is not None:
            self._parts.done.show_made(self._making.made)

    def _show_stage(self) -> None:
        """The step is another one: show it, and put the focus where it begins."""
        if not self._making.started:
            self._at_list = True
        if self._making.draft is None and self._parts.has(Stage.READING):
            self._parts.reading.show_draft()
        self.refresh()
        self.header_changed.emit()
        if self._at_list:
            self._parts.list.make.setFocus()
            return
        self._begin_stage(self._making.stage)
        self._bring_into_view()

    def _begin_stage(self, stage: Stage) -> None:
        if stage is Stage.CHOOSING:
            self._parts.to_top(stage)
            self._parts.choose.begin()
        elif stage is Stage.READING:
            self._parts.reading.begin()
        elif stage is Stage.TO_SIGN:
            self._parts.sign.begin()
        elif stage is Stage.DONE:
            self._parts.done.begin()
        elif (card := self._parts.part(stage).findChild(ProgressCard)) is not None:
            card.begin()

    def _bring_into_view(self) -> None:
        for wait in (0, _LAID_OUT_MS):
            QTimer.singleShot(wait, self, self._show_focus)

    def _show_focus(self) -> None:
        """Bring what has the focus into view; of the pages as much as there is room for."""
        shown, focus = self._parts.currentWidget(), self.focusWidget()
        if not isinstance(shown, QScrollArea) or focus is None or not shown.isAncestorOf(focus):
            return
        inside = shown.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
        fits = focus.height() + 2 * sp(_RING) < shown.viewport().height()
        shown.ensureWidgetVisible(focus, 0, sp(_RING) if fits else 0)

    def _show_list(self) -> None:
        self._at_list = True
        self.refresh()
        self._parts.list.make.setFocus()

    def _ask_to_give_up(self) -> None:
        if self._making.draft is None:
            self._making.give_up()
            return
        question = Question(
            "Give this pack up?",
            "The pages that were drawn go, and nothing is signed. Your records stay as they are.",
            "Keep it",
            "Give it up",
        )
        self.tools.messages.ask(question, self._making.give_up)

    def _tell(self, error: AppError) -> None:
        if self._making.stage is Stage.TO_SIGN:
            self._parts.sign.tell(error)
        else:
            self._parts.choose.tell(error)
