# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bids and packs: make a pack in four steps, and find those made so far."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.models.errors import AppError
from desktop.models.prints import ListPrint
from desktop.services.charity import Charity
from desktop.services.packing import Packing
from desktop.services.signing_desk import SigningDesk
from desktop.services.targets import Place, Target
from desktop.ui.checking.progress import ProgressCard
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.packs.made_list import MadeList
from desktop.ui.pages.packs.made_part import MadePart
from desktop.ui.pages.packs.making import DRAWING, SIGNING, Making, Stage
from desktop.ui.pages.packs.reading import Reading
from desktop.ui.pages.packs.sign_part import SignPart
from desktop.ui.pages.packs.step_head import StepHead
from desktop.ui.pages.packs.what_goes_in import Ways, WhatGoesIn
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace


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
        self._packing, self._signing = packing, signing
        self._making = making = Making.of(packing, tools.jobs)
        self._at_list = not making.started
        self._list = MadeList(making, tools.messages, self.begin, tools.check_pack)
        back_to_list = Ways(self._show_list, self._ask_to_give_up)
        back_to_choices = Ways(lambda: making.go_to(Stage.CHOOSING), self._ask_to_give_up)
        back_to_pages = Ways(lambda: making.go_to(Stage.READING), self._ask_to_give_up)
        self._choose = WhatGoesIn(packing, signing, making, tools, back_to_list)
        self._reading = Reading(packing, making, back_to_choices)
        self._sign = SignPart(packing, signing, making, charity.at_work, tools, back_to_pages)
        self._done = MadePart(packing, tools.messages, self._finish)
        self._no_round = EmptyPlace(
            "clipboard-check",
            "No assessment yet",
            "A pack shows an assessment. Begin one under Standards, and answer what you can.",
            button("Go to Standards", "pack-go-standards", lambda: tools.go(Target(Place.STANDARDS)), kind="primary"),
        )
        self._stack = QStackedWidget()
        self._parts: dict[Stage | None, QWidget] = {
            None: scrolling(self._list),
            Stage.CHOOSING: scrolling(self._choose),
            Stage.DRAWING: self._under_way(2, DRAWING),
            Stage.READING: scrolling(self._reading),
            Stage.TO_SIGN: scrolling(self._sign),
            Stage.SIGNING: self._under_way(4, SIGNING),
            Stage.DONE: scrolling(self._done),
        }
        for part in (*self._parts.values(), self._no_round):
            self._stack.addWidget(part)
        self.setLayout(column((self._stack, 1), gap=0))
        self._reading.began.connect(self._bring_into_view)
        making.changed.connect(self._show_stage)
        making.failed.connect(self._tell)

    def refresh(self) -> None:
        """Read what concerns the step that is shown."""
        if self._at_list:
            self._list.show_packs(self._packing.made(), self.tools.today())
            self._stack.setCurrentWidget(self._parts[None])
            return
        stage = self._making.stage
        if stage is Stage.CHOOSING and not self._choose.show_choices():
            self._stack.setCurrentWidget(self._no_round)
            return
        self._fill(stage)
        self._stack.setCurrentWidget(self._parts[stage])

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
        for part in (self._choose, self._reading, self._done):
            part.arrange(em)

    def leave(self) -> None:
        """Take the date that is being typed."""
        if not self._at_list and self._making.stage is Stage.CHOOSING:
            self._choose.save()

    def listing(self) -> ListPrint | None:
        """The packs made so far."""
        self._list.show_packs(self._packing.made(), self.tools.today())
        return self._list.listing(self.tools.today())

    def _under_way(self, step: int, job: str) -> QWidget:
        head = StepHead(step, "All packs", self._show_list, self._ask_to_give_up, running=True)
        progress = ProgressCard(job, job, self.tools.jobs, self._making.cancel, f"progress-{step}")
        return plain(column(head, progress, None, gap=12, margins=(24, 2, 24, 14)))

    def _fill(self, stage: Stage) -> None:
        acts: dict[Stage, Callable[[], object]] = {
            Stage.READING: self._reading.show_draft,
            Stage.TO_SIGN: self._sign.show_signer,
            Stage.DONE: self._show_made,
        }
        acts.get(stage, lambda: None)()

    def _show_made(self) -> None:
        if self._making.made is not None:
            self._done.show_made(self._making.made)

    def _show_stage(self) -> None:
        """The step is another one: show it, and put the focus where it begins."""
        if not self._making.started:
            self._at_list = True
        if self._making.draft is None:
            self._reading.show_draft()
        self.refresh()
        self.header_changed.emit()
        if self._at_list:
            self._list.make.setFocus()
            return
        begins: dict[Stage, Callable[[], object]] = {
            Stage.CHOOSING: self._choose.begin,
            Stage.READING: self._reading.begin,
            Stage.TO_SIGN: self._sign.begin,
            Stage.DONE: self._done.begin,
        }
        begins.get(self._making.stage, self._begin_progress)()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Bring what has the focus into view; of the pages as much as there is room for."""
        shown, focus = self._stack.currentWidget(), self.focusWidget()
        if not isinstance(shown, QScrollArea) or focus is None or not shown.isAncestorOf(focus):
            return
        inside = shown.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
        shown.ensureWidgetVisible(focus, 0, 0)

    def _begin_progress(self) -> None:
        card = self._parts[self._making.stage].findChild(ProgressCard)
        if card is not None:
            card.begin()

    def _show_list(self) -> None:
        self._at_list = True
        self.refresh()
        self._list.make.setFocus()

    def _finish(self) -> None:
        self._making.give_up()

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
            self._sign.tell(error)
        else:
            self._choose.tell(error)
