# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second reader: who reads, the indicators that apply, and beside them the one that is read."""

from desktop.models.errors import AppError
from desktop.models.prints import ListPrint
from desktop.models.records import Judgement
from desktop.services.desk import Desk
from desktop.services.place_words import SECOND_READER
from desktop.services.rounds.second_reading import ReadingLine
from desktop.services.targets import Place, Target
from desktop.ui.infra.low import scrolls_as_one
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.standards.panes import PICKER_ACROSS_EM
from desktop.ui.pages.standards.second_reader.reading_card import ReadingCard
from desktop.ui.pages.standards.second_reader.words import COLUMNS, SHOWN, is_shown, printed, reading_rows, told
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint

_BESIDE_EM = 66
_ABOUT = (
    "Someone else than who judged. They say how they see it first; only then the first judgement is shown. Who it is, "
    "is stated: Sevenfold cannot prove it, and packs say so."
)


class SecondReaderPage(Page):
    """The list and the card side by side, or one at a time."""

    place = Place.STANDARDS.value
    title = "Second reader"
    tables = frozenset(
        {"answer", "assessment", "second_reading", "sign_off", "evidence_link", "evidence_item", "service"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-second-reader")
        self._reader, self._em, self._at = desk.rounds.second_reader, 70.0, ""
        self._lines: tuple[ReadingLine, ...] = ()
        self._name = line("reader-name", limit=120)
        self._name.editingFinished.connect(self._show_card)
        self._name.setMinimumWidth(sp(200))
        self._name_field = Field("Who reads?", self._name, width=300)
        self._which = chooser("reading-which", SHOWN)
        self._which.currentIndexChanged.connect(self._show_rows)
        self._table = DataTable(COLUMNS, "What a second person reads", lines=2, grow=True)
        self._table.setObjectName("reading-list")
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self._open)
        above = Flow(self._name_field, Field("Show", self._which, width=220), gap=16)
        self._left = scrolling(plain(column(hint(_ABOUT), plain(above), (self._table, 1), gap=10)))
        self._card = ReadingCard(tools, self._read, self._settle, self._take_back, self._close)
        self._side = scrolling(self._card)
        self._side.hide()
        go = button(
            "To the indicators", "reading-to-indicators", lambda: tools.go(Target(Place.STANDARDS)), kind="primary"
        )
        sentence = "Once an assessment is begun and judged, someone else can read it here without seeing what was said."
        self._empty = EmptyPlace("users", "Nothing to read yet", sentence, go)
        both = plain(row((self._left, 1), self._side, gap=16))
        self._both = both
        self.setLayout(column((both, 1), (self._empty, 1), margins=(24, 2, 10, 14)))

    def refresh(self) -> None:
        """Read the list anew, and the indicator that is open."""
        self._lines = self._reader.lines()
        self._both.setVisible(bool(self._lines))
        self._empty.setHidden(bool(self._lines))
        if not self._name.text() and not self._name.hasFocus():
            self._name.setText(self._reader.last_reader())
        self._show_rows()
        if not self._side.isHidden():
            self._show_card()
        self.arrange(self._em)
        self.header_changed.emit()

    def show_target(self, target: Target) -> None:
        """Open an indicator, given after the name of the page."""
        indicator_id = target.id.partition("/")[2]
        if any(line.indicator.id == indicator_id for line in self._lines):
            self._which.setCurrentIndex(0)
            self._table.select(indicator_id)
            self._open(indicator_id)

    def where(self) -> Target:
        """This page, and the indicator that is open."""
        here = "" if self._side.isHidden() else self._at
        return Target(Place.STANDARDS, "/".join(filter(None, (SECOND_READER, here))))

    def subtitle(self) -> str:
        """How far it is."""
        return told(self._lines) if self._lines else ""

    def listing(self) -> ListPrint | None:
        """The list, with the comments."""
        return printed(self._lines) if self._lines else None

    def arrange(self, em: float) -> None:
        """Side by side, or one at a time."""
        self._em = em
        beside = em >= _BESIDE_EM
        self._side.setMinimumWidth(sp(580) if beside else 0)
        self._side.setMaximumWidth(sp(680) if beside else 16_777_215)
        self._card.back.setVisible(not beside)
        self._card.picker.set_down(em < PICKER_ACROSS_EM)
        self._table.stand_whole(whole=scrolls_as_one(self))
        self._left.setVisible(beside or self._side.isHidden())

    def leave(self) -> None:
        """Keep what is being typed."""
        if self._at:
            self._card.leave()

    def _show_rows(self) -> None:
        which = str(self._which.currentData())
        self._table.show_rows(reading_rows(line for line in self._lines if is_shown(line, which)))

    def _choose(self, indicator_id: str) -> None:
        if self._em >= _BESIDE_EM:
            self._show(indicator_id)

    def _open(self, indicator_id: str) -> None:
        if not self._name.text().strip():
            self._name_field.show_problem("Say who reads first. It is someone else than who judged.")
            return
        self._show(indicator_id)
        self._card.take_focus()

    def _show(self, indicator_id: str) -> None:
        if self._at and indicator_id != self._at:
            self._card.leave()
        self._at = indicator_id
        self._side.show()
        self._show_card()
        self.arrange(self._em)

    def _show_card(self) -> None:
        if self._name.text().strip():
            self._name_field.clear_problem()
        if self._at:
            self._card.show_view(self._reader.view(self._at, self._name.text()))

    def _read(self, judgement: Judgement | None, comment: str) -> bool:
        try:
            self._reader.read(self._at, self._name.text(), judgement, comment, applies=judgement is not None)
        except AppError as error:
            self.tools.messages.tell(error)
            self._show_card()
            return False
        return True

    def _settle(self, judgement: Judgement | None, note: str) -> None:
        self._reader.settle(self._at, judgement, note)

    def _take_back(self) -> None:
        self._reader.take_back(self._at)

    def _close(self) -> None:
        self._card.leave()
        self._side.hide()
        self.arrange(self._em)
        self._table.setFocus()
