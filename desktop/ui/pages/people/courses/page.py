# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Courses: what is asked of whom, and how long it is good for."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import COURSES
from desktop.services.targets import Place, Target
from desktop.services.workforce.courses import CourseLine
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.courses.course_form import CourseForm
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

COLUMNS = (
    Column("Course", wrap=True, least=180, share=3),
    Column("Good for", wrap=True, least=96),
    Column("Who needs it", wrap=True, least=176, share=3),
    Column("Held", wrap=True, least=104),
)
_SHARES = (3.0, 1.2, 3.0, 1.4)


class CoursesPage(Page):
    """The list, or the form of one course in its place."""

    place = Place.PEOPLE.value
    title = "Courses"
    tables = frozenset({"course", "person", "person_role", "training_record", "booking", "hours_entry", "assessment"})

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-courses")
        self._courses, self._may_write = desk.courses, not desk.read_only
        self._lines: tuple[CourseLine, ...] = ()
        self._seen = False
        self._table = DataTable(COLUMNS, "Courses", lines=2, grow=True)
        self._table.setObjectName("course-list")
        self._table.opened.connect(self._open)
        self._form = CourseForm(desk.courses, tools, self._close)
        self._form.setMaximumWidth(sp(760))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(scrolling(plain(row((self._form, 20), None, margins=(2, 2, 12, 12)))))
        self.setLayout(column((self._stack, 1), margins=(24, 2, 10, 14)))
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin_new)

    def refresh(self) -> None:
        """Read the courses. A form that is open keeps what is filled in."""
        self._lines = self._courses.lines()
        self._table.show_rows(_rows(self._lines))
        if not self._seen and self._may_write and self._form.waits:
            self._show_form("")  # it was left half filled in
        self._seen = True
        if self._filling and self._form.course_id not in {"", *(line.id for line in self._lines)}:
            self._show_list()
        self.header_changed.emit()

    def where(self) -> Target:
        """This tab."""
        return Target(Place.PEOPLE, COURSES)

    def subtitle(self) -> str:
        """How many there are, and how many are the charity's own."""
        own, changed = (sum(getattr(line, name) for line in self._lines) for name in ("own", "changed"))
        told = [f"{len(self._lines)} courses"]
        counted = ((own, "of your own"), (changed, "with a rule of yours"))
        told += [f"{count} {words}" for count, words in counted if count]
        return f"{', '.join(told)}."

    def header_buttons(self) -> Sequence[QPushButton]:
        """Add a course."""
        if self._filling or not self._may_write:
            return ()
        return (button("Add a course", "add-course", self.begin_new, kind="primary", icon_name="plus"),)

    def leave(self) -> None:
        """Keep what is filled in."""
        if self._filling:
            self._form.leave()

    def listing(self) -> ListPrint:
        """The list of courses."""
        shown = self._table.as_list()
        return ListPrint(self.title, self.subtitle(), tuple(zip(shown.headings, _SHARES, strict=True)), shown.rows)

    def begin_new(self) -> None:
        """Begin a course of the charity's own."""
        if self._may_write:
            self._show_form("")
            self._form.take_focus()

    @property
    def _filling(self) -> bool:
        return self._stack.currentIndex() == 1

    def _open(self, course_id: str) -> None:
        if self._may_write:
            self._show_form(course_id)
            self._form.take_focus()

    def _show_form(self, course_id: str) -> None:
        self._form.begin(course_id)
        self._stack.setCurrentIndex(1)
        self.header_changed.emit()

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)
        self.header_changed.emit()

    def _close(self, course_id: str) -> None:
        self._show_list()
        self.refresh()
        self._table.select(course_id)
        self._table.setFocus()


def _rows(lines: Iterable[CourseLine]) -> list[Row]:
    return [
        Row(
            line.id,
            (
                Cell(line.name, under=_whose(line), sort_key=at),
                Cell(line.valid, sort_key=at),
                Cell(line.who),
                Cell(line.held, sort_key=line.holding - line.needing),
            ),
        )
        for at, line in enumerate(lines)
    ]


def _whose(line: CourseLine) -> str:
    return "Your own" if line.own else "With a rule of yours" if line.changed else ""
