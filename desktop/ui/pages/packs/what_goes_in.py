# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Step 1: what goes into the pack, for whom, judged as at when, and where it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.pack_folder import folder_for
from desktop.services.packing import PackChoices, Packing
from desktop.services.signing_desk import SigningDesk, SigningKind
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import KEPT
from desktop.ui.pages.packs.drawn_card import DrawnCard
from desktop.ui.pages.packs.evidence_ticks import EvidenceTicks
from desktop.ui.pages.packs.making import Making
from desktop.ui.pages.packs.step_head import StepHead
from desktop.ui.pages.packs.weak_card import WeakCard
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, card, column, plain, put, row
from desktop.ui.widgets.buttons import button, emphasise, say
from desktop.ui.widgets.field import Field, chooser, date_line, line, tick
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, hint, words

_BESIDE_EM = 60
_INSIDE = "To send: pack.pdf, evidence.zip and root.pem. Your keys and passphrases stay at home: none is put there."
_NO_FOLDER = "Choose where the pack is saved."


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the step leads."""

    back: Callable[[], object]
    give_up: Callable[[], object]


class WhatGoesIn(QWidget):
    """Shows and changes what was chosen. Nothing of it is a record: it is kept as a draft when the place is left."""

    def __init__(self, packing: Packing, signing: SigningDesk, making: Making, tools: Tools, ways: Ways) -> None:
        super().__init__()
        self.setObjectName("pack-choose")
        self._packing, self._signing, self._making, self._tools = packing, signing, making, tools
        self._head = StepHead(1, "All packs", ways.back, ways.give_up)
        self._assessment = chooser("pack-assessment", ())
        self._assessment.activated.connect(self._choose_assessment)
        self._made_for = line("pack-made-for", limit=120)
        self._reference = line("pack-reference", limit=60)
        self._as_at = date_line("pack-as-at")
        self._evidence = EvidenceTicks(self._tick_evidence)
        self._figures = tick("pack-no-figures", "Leave out the figures about people", self._suppress)
        self._answered = hint("")
        self._weak = WeakCard(tools.go)
        self._always = column(gap=4)
        self._folder_words = words(_NO_FOLDER, wrap=True)
        self._folder_words.setObjectName("pack-folder-words")
        self._choose = button("Choose a folder", "pack-folder", self._ask_folder, icon_name="folder-open")
        self._folder_field = Field("Where to save it", self._choose, _INSIDE)
        self._signer = self._make_signer()
        self._draw = button("Draw the pages", "pack-draw", self._begin, kind="primary")
        self._drawn = DrawnCard(self._read_on)
        self._both: QBoxLayout = QHBoxLayout()
        self._both.setSpacing(sp(16))
        self._build()
        self._listen()

    def show_choices(self) -> bool:
        """Read what may go in, and show it with what was chosen; False when there is no assessment yet."""
        chosen = self._making.chosen
        choices = self._packing.choices(chosen.assessment_id, chosen.as_at)
        if not choices.assessments:
            return False
        chosen.assessment_id = choices.assessment_id
        self._show_assessments(choices)
        for field, text in ((self._made_for, chosen.made_for), (self._reference, chosen.reference)):
            if not field.hasFocus():
                field.setText(text)
        self._show_date(choices.signed_off)
        self._evidence.show_choices(choices.evidence, chosen.left_out)
        self._figures.setChecked(not chosen.figures)
        self._people.setVisible(choices.figures)
        self._answered.setText(f"{choices.answered} of {choices.of} indicators are answered.")
        self._weak.show_points(choices.weak)
        self._show_always(choices)
        self._show_folder()
        self._show_signer()
        self._show_drawn()
        return True

    def begin(self) -> None:
        """Put the focus where one types first, or on the way back to pages that still hold."""
        (self._drawn.back if self._holds() else self._made_for).setFocus()

    def save(self) -> None:
        """Take the date that is being typed, when there is one."""
        self._take_date()

    def arrange(self, em: float) -> None:
        """Two columns, or one."""
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if em >= _BESIDE_EM else ways.TopToBottom)

    def tell(self, error: AppError) -> None:
        """What went wrong while drawing: about the folder under its field, all else above."""
        if error.code == "pack_there":
            self._folder_field.show_problem(error.brief)
        else:
            self._tools.messages.tell(error)

    def _build(self) -> None:
        self._as_at_field = Field("Judged as at", self._as_at, "The day your results and dates are judged by.")
        facts = card(
            heading("The assessment", "h3"),
            Field("Which assessment", self._assessment),
            self._answered,
            Field("For whom (optional)", self._made_for, "It stands on the cover, such as Northmere Council."),
            Field("Their reference (optional)", self._reference, "Such as the number of the bid.", width=260),
            self._as_at_field,
            gap=12,
        )
        evidence = card(heading("The evidence", "h3"), self._evidence, gap=6)
        always = card(heading("What always holds", "h3"), self._always, gap=8)
        self._people = card(heading("Figures about people", "h3"), self._figures, gap=6)
        left = plain(column(facts, self._people, evidence, None, gap=16))
        right = plain(column(self._weak, always, None, gap=16))
        put(self._both, (left, 3), (right, 2))
        place = card(self._folder_field, self._folder_words, gap=6)
        acts = plain(row(self._draw, None))
        self.setLayout(
            column(
                self._head, self._drawn, self._signer, self._both, place, acts, None, gap=12, margins=(24, 2, 10, 20)
            )
        )

    def _make_signer(self) -> QWidget:
        self._signer_words = words("", wrap=True)
        self._signer_words.setObjectName("pack-signer")
        go = button("Set up signing", "pack-set-up-signing", self._go_to_signing)
        self._signer_go = go
        return box(row(Mark("later", 22), (self._signer_words, 1), go, gap=12, margins=(14, 10, 12, 10)), "next")

    def _listen(self) -> None:
        # Also what is dictated, and no key is pressed. To show what was chosen sets the same again, which is no change.
        self._made_for.textChanged.connect(partial(self._take_words, "made_for"))
        self._reference.textChanged.connect(partial(self._take_words, "reference"))
        self._as_at.editingFinished.connect(self._take_date)

    def _show_assessments(self, choices: PackChoices) -> None:
        listed = [(each.id, _assessment_words(each.dated, each.assessor)) for each in choices.assessments]
        shown = [
            (self._assessment.itemData(at), self._assessment.itemText(at)) for at in range(self._assessment.count())
        ]
        if listed != shown:
            self._assessment.clear()
            for value, text in listed:
                self._assessment.addItem(text, value)
        self._assessment.setCurrentIndex(self._assessment.findData(choices.assessment_id))

    def _show_date(self, signed_off: date | None) -> None:
        """A signed-off assessment is judged as at its sign-off, and no other day can be typed."""
        chosen = self._making.chosen
        self._as_at.setEnabled(signed_off is None)
        if signed_off is not None:
            chosen.as_at, chosen.as_at_typed = None, ""
            self._as_at_field.clear_problem()
            self._as_at.show_day(signed_off)
            return
        if self._as_at.hasFocus():
            return
        if chosen.as_at_typed:
            self._as_at.setText(chosen.as_at_typed)
            self._as_at_field.show_problem(self._as_at_field.problem or KEPT, focus=False)
        else:
            self._as_at_field.clear_problem()
            self._as_at.show_day(chosen.as_at or self._tools.today())

    def _show_always(self, choices: PackChoices) -> None:
        if self._always.count() == 0:
            for sentence in choices.always:
                self._always.addWidget(words(sentence, wrap=True))

    def _show_folder(self) -> None:
        folder = self._making.chosen.folder
        self._folder_words.setText(_NO_FOLDER if folder is None else f"It goes into {folder}.")
        say(self._choose, "Choose a folder" if folder is None else "Choose another folder")

    def _show_signer(self) -> None:
        state = self._signing.state()
        self._signer.setVisible(state.kind is not SigningKind.READY)
        self._signer_words.setText(state.sentence)
        say(self._signer_go, "Set up signing" if state.kind is SigningKind.NONE else "Go to signing")

    def _holds(self) -> bool:
        """Whether pages are drawn that still show what was chosen."""
        draft = self._making.draft
        return draft is not None and self._packing.still_holds(draft, self._making.chosen.wish())

    def _show_drawn(self) -> None:
        drawn, holds = self._making.draft is not None, self._holds()
        self._drawn.setVisible(drawn)
        self._drawn.show_whether(holds)
        say(self._draw, "Draw the pages again" if drawn else "Draw the pages")
        emphasise(self._draw, not holds)

    def _go_to_signing(self) -> None:
        self._tools.go(Target(Place.CHARITY, "signing"))

    def _take_words(self, name: str, text: str) -> None:
        setattr(self._making.chosen, name, text)
        self._show_drawn()

    def _choose_assessment(self, at: int) -> None:
        self._making.chosen.assessment_id = self._assessment.itemData(at)
        self.show_choices()

    def _tick_evidence(self, item_id: str, goes: bool) -> None:
        left_out = self._making.chosen.left_out
        (left_out.discard if goes else left_out.add)(item_id)
        self._show_drawn()

    def _suppress(self, on: bool) -> None:
        self._making.chosen.figures = not on
        self._show_drawn()

    def _take_date(self) -> bool:
        if not self._as_at.isEnabled():
            return True
        today = self._tools.today()
        try:
            day = typed_date_or_none(self._as_at.text(), today)
        except TypedDateError as error:
            self._making.chosen.as_at_typed = self._as_at.text()
            self._as_at_field.show_problem(f"{error.brief} {KEPT}", focus=False)
            return False
        self._making.chosen.as_at_typed = ""
        self._as_at_field.clear_problem()
        wanted = None if day == today else day
        if wanted != self._making.chosen.as_at:
            self._making.chosen.as_at = wanted
            self.show_choices()
        return True

    def _ask_folder(self) -> None:
        self._tools.messages.choose_folder("Choose a folder for the pack", self._take_folder)

    def _take_folder(self, chosen: Path) -> None:
        self._making.chosen.folder = folder_for(chosen, self._tools.today())
        self._folder_field.clear_problem()
        self._show_folder()

    def _read_on(self) -> None:
        self._making.go_to(self._making.furthest())

    def _begin(self) -> None:
        if not self._take_date():
            self._as_at.setFocus()
            return
        if self._making.chosen.folder is None:
            self._folder_field.show_problem("Choose a folder first.")
            return
        self._tools.messages.clear()
        try:
            self._making.draw()
        except AppError as error:
            self._tools.messages.tell(error)


def _assessment_words(dated: date, assessor: str) -> str:
    by = f", by {assessor}" if assessor else ""
    return f"{long_date(dated)}{by}"
