# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What lies behind one row of the needs: what can be done about it, and who lacks what."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.services.desk import Desk
from desktop.services.place_words import new_day
from desktop.services.targets import Place, Target
from desktop.services.workforce.need_lines import NeedLine
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.needs.book_form import BookForm
from desktop.ui.pages.people.needs.need_lists import Need, stands
from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.buttons import button, emphasise, say
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, hint

_COLUMNS = (Column("Name", wrap=True, least=140, share=3), Column("How it stands", wrap=True, least=166, share=3))


class NeedCard(QFrame):
    """One need. ``back`` leads to the list, and Esc does the same."""

    def __init__(self, desk: Desk, tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("need-card")
        self._desk, self._tools, self._back = desk, tools, back
        self._need: Need | None = None
        self._title, self._facts = heading("", "h3"), hint("")
        self._facts.setObjectName("need-facts")
        self._table = DataTable(_COLUMNS, "", lines=2, whole=True, grow=True)
        self._table.setObjectName("need-lines")
        self._table.setAccessibleDescription("Enter goes to the person.")
        self._table.opened.connect(self._open_line)
        self._book = BookForm(desk.bookings, tools)
        self._held = button("Record a day that was held", "need-record", self._record)
        self._person = button("Open", "need-person", self._open_person)
        give_up = button("Back to the list", "need-back", back, kind="plain")
        acts = plain(Flow(self._held, self._person, give_up))
        parts = (self._title, self._facts, self._book, acts, 2, self._table)
        self.setLayout(column(*parts, None, gap=8, margins=(16, 12, 16, 12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    @property
    def shown_id(self) -> str:
        """The row that is shown, or ''."""
        return self._need.row.id if self._need else ""

    def show_need(self, need: Need) -> None:
        """Show what lies behind a row."""
        self._need = need
        of_one = bool(need.person_id)
        self._title.setText(need.title)
        self._facts.setText(need.facts)
        self._table.shown.rename(0, "Course" if of_one else "Name")
        self._table.setAccessibleName(need.title)
        self._table.setVisible(not (of_one and need.course_id))
        today = self._tools.today()
        self._table.show_rows([Row(_id(one), (_who(one, need), stands(one, today))) for one in need.lines])
        self._show_acts(need)

    def take_focus(self) -> None:
        """Put the focus on what can be done first."""
        ways: tuple[QWidget, ...] = (self._book.day, self._held, self._person, self._table)
        first = next(one for one in ways if one.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.TabFocusReason)  # in the table a row is stood on, as by Tab

    def leave(self) -> None:
        """Keep what is typed."""
        self._book.leave()

    def _show_acts(self, need: Need) -> None:
        courses = {one.code: one.name for one in self._desk.training_days.courses()}
        given = need.course_id in courses and not self._desk.read_only
        open_ones = [line for line in need.lines if not line.booked]
        self._book.setVisible(given and bool(open_ones))
        if given and open_ones:
            self._book.show_people(need.course_id, courses[need.course_id], open_ones)
        self._held.setVisible(given)
        self._person.setVisible(bool(need.person_id))
        if need.person_id:
            say(self._person, f"Open {need.lines[0].name}")
        emphasise(self._person, not (given and open_ones))

    def _record(self) -> None:
        assert self._need is not None
        self._tools.go(new_day(self._need.course_id, [line.person_id for line in self._need.lines]))

    def _open_person(self) -> None:
        assert self._need is not None
        self._tools.go(Target(Place.PEOPLE, self._need.person_id))

    def _open_line(self, row_id: str) -> None:
        self._tools.go(Target(Place.PEOPLE, row_id.partition(" ")[0]))


def _id(line: NeedLine) -> str:
    return f"{line.person_id} {line.course_id}"


def _who(line: NeedLine, need: Need) -> Cell:
    if need.person_id:
        return Cell(line.course)
    return Cell(line.name, under="" if need.course_id else line.course)
