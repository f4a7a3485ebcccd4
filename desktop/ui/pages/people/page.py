# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People: who is ready, who is not? The people, and the training of one of them."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.people import People
from desktop.services.people_lines import PersonLine
from desktop.services.place_words import BRING_IN
from desktop.services.targets import Place, Target
from desktop.ui.infra.low import scrolls_as_one
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.figures import FiguresCard
from desktop.ui.pages.people.lists import PEOPLE_COLUMNS, people_rows, printed
from desktop.ui.pages.people.new_person import NewPerson
from desktop.ui.pages.people.person_card import PersonCard
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import BAR_ROOM, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.table import DataTable

_BESIDE_EM = 66


class PeoplePage(Page):
    """Figures on top; the list on the left; the person who is chosen, or a new one, on the right."""

    place = Place.PEOPLE.value
    title = "People"
    tables = frozenset(
        {"person", "person_role", "training_record", "supervision_session", "supervision_rule"}
        | {"competence_judgement", "recruitment_check", "hours_entry", "booking", "course", "meta"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        people: People = desk.people
        self._people = people
        self._em, self._seen = 70.0, False
        self._lines: dict[str, PersonLine] = {}
        self._figures = FiguresCard(tools.go)
        self._leavers = tick("show-leavers", "Show those who left", lambda _on: self.refresh())
        self._table = DataTable(PEOPLE_COLUMNS, "People", lines=2, grow=True)
        self._table.setObjectName("people")
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self._open)
        self._first = button(
            "Add the first person", "add-first-person", self.begin_new, kind="primary", icon_name="plus"
        )
        bring_in = button("Bring in a sheet", "bring-in-first", tools.bring_in)
        bring_in.setEnabled(not desk.read_only)
        self._may_write = not desk.read_only
        self._empty = EmptyPlace(
            "users",
            "Nobody here yet",
            "Add everyone who works with the people you serve, paid or not. "
            "Sevenfold then tells whose training lapses when, and works out SA 6.3 and SA 6.8.",
            self._first,
            bring_in,
        )
        self._card = PersonCard(desk, tools, self._close_side, self.header_changed.emit)
        self._new = NewPerson(people, tools, self._show_added, self._close_side)
        self._side = QStackedWidget()
        self._side.addWidget(scrolling(self._card))
        self._side.addWidget(scrolling(self._new))
        self._within = column(row(self._leavers, None), (self._table, 1), (self._empty, 1), gap=8)
        self._left = scrolling(plain(self._within))
        self._above = row(self._figures, margins=(0, 0, BAR_ROOM, 0))
        below = plain(row((self._left, 1), self._side, gap=2))
        self.setLayout(column(self._above, (below, 1), gap=10, margins=(24, 2, 10, 14)))
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin_new)
        self._record_key = QShortcut(QKeySequence("R"), self, self._record)
        self._record_key.setEnabled(tools.single_keys)
        self._side.hide()

    def refresh(self) -> None:
        """Read the people, their training and the figures."""
        lines = self._people.lines(include_leavers=self._leavers.isChecked())
        self._lines = {line.id: line for line in lines}
        self._figures.show_figures(self._people.figures())
        self._table.show_rows(people_rows(lines, self.tools.today()))
        self._table.setVisible(bool(lines))
        self._empty.setHidden(bool(lines))
        self._leavers.setVisible(bool(lines or self._people.lines(include_leavers=True)))
        self.arrange(self._em)
        if not self._seen and self._em >= _BESIDE_EM and self._new.waits:
            self._open_new()  # it was left half filled in
        self._seen = True
        shown = self._card.shown_id
        if not shown or self._side.isHidden():
            return
        try:
            self._card.show_view(self._people.view(shown))
        except LookupError:
            self._card.forget()
            if self._side.currentIndex() == 0:
                self._close_side()

    def show_target(self, target: Target) -> None:
        """Show one person, or what brings many in."""
        if target.id == BRING_IN:
            if self._may_write:
                self.tools.bring_in()
            return
        if target.id not in self._lines:
            self._leavers.setChecked(True)
            self.refresh()
        self._table.select(target.id)
        self._open(target.id)

    def subtitle(self) -> str:
        """How many there are, and how many of those who are asked for courses hold them all."""
        here = [line for line in self._lines.values() if line.works_here]
        if not here:
            return ""
        asked = [line for line in here if line.needed]
        ready = sum(line.holding == line.needed for line in asked)
        return (
            f"{len(here)} {'works' if len(here) == 1 else 'work'} here. "
            f"Courses are asked of {len(asked)} {'person' if len(asked) == 1 else 'people'}: "
            f"{ready} {'holds' if ready == 1 else 'hold'} them all, in date."
        )

    def header_buttons(self) -> Sequence[QPushButton]:
        """Add a person, or many from a sheet."""
        taken = self._adding or self._recording or not self._lines  # a form, or the empty place, has the filled one
        kind = "" if taken else "primary"
        add = button("Add person", "add-person", self.begin_new, kind=kind, icon_name="plus")
        sheet = button("Bring in a sheet", "bring-in", self.tools.bring_in, icon_name="upload")
        return (sheet, add) if self._lines and self._may_write else (add,)

    @property
    def _adding(self) -> bool:
        return not self._side.isHidden() and self._side.currentIndex() == 1

    @property
    def _recording(self) -> bool:
        return not (self._side.isHidden() or self._adding) and self._card.recording

    def arrange(self, em: float) -> None:
        """List and person side by side, or one at a time."""
        self._em = em
        self._first.setVisible(not self._adding)
        beside = em >= _BESIDE_EM
        self._side.setMaximumWidth(sp(484) if beside else 16_777_215)
        self._side.setMinimumWidth(sp(454) if beside else 0)
        self._card.back.setVisible(not beside)
        self._scroll_as_one(scrolls_as_one(self))
        self._left.setVisible(beside or self._side.isHidden())
        self._figures.setVisible(self._figures.filled and (beside or self._side.isHidden()))

    def _scroll_as_one(self, one: bool) -> None:
        """With little room the figures and the list scroll together."""
        self._table.stand_whole(whole=one)
        if one:
            self._within.insertWidget(0, self._figures)
        else:
            self._above.addWidget(self._figures)

    def leave(self) -> None:
        """Save what is being typed."""
        if not self._side.isHidden():
            (self._card.save, self._new.leave)[self._side.currentIndex()]()

    def listing(self) -> ListPrint:
        """The list of people."""
        return printed(self._table, self.title, self._people.figure(), self.tools.today())

    def begin_new(self) -> None:
        """Begin to add someone."""
        self._open_new()
        self._new.take_focus()

    def _open_new(self) -> None:
        self.leave()
        self._table.select("")
        self._open_side(1)
        self._new.begin()

    def _choose(self, person_id: str) -> None:
        if self._em >= _BESIDE_EM:
            self._show_person(person_id)

    def _open(self, person_id: str) -> None:
        if self._show_person(person_id):
            self._card.take_focus()

    def _show_person(self, person_id: str) -> bool:
        if person_id not in self._lines:
            return False
        self.leave()
        self._card.show_view(self._people.view(person_id))
        self._open_side(0)
        return True

    def _show_added(self, person_id: str) -> None:
        self.refresh()
        self._table.select(person_id)
        self._open(person_id)

    def _record(self) -> None:
        chosen = self._card.shown_id if not self._side.isHidden() else self._table.selected_id
        if chosen and self._show_person(chosen):
            self._card.begin_record()

    def _open_side(self, at: int) -> None:
        self._side.setCurrentIndex(at)
        self._side.show()
        self.arrange(self._em)
        self.header_changed.emit()

    def _close_side(self) -> None:
        self._side.hide()
        self.arrange(self._em)
        self.header_changed.emit()
        self._focus_list()

    def _focus_list(self) -> None:
        widget: QWidget = self._table if self._lines else self
        widget.setFocus()
