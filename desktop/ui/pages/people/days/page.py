# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days: the days recorded before, and the form for one of them or for a new one."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget

from desktop.models.dates import long_date
from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import TRAINING_DAYS, begun_day
from desktop.services.targets import Place, Target
from desktop.services.workforce.day_lines import DayLine
from desktop.ui.infra.messages import Notice
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.days.day_form import DayForm
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

COLUMNS = (
    Column("Course", wrap=True, least=190, share=3),
    Column("Day", 130),
    Column("Who attended", wrap=True, least=150, share=2),
    Column("Trainer", wrap=True, least=130, share=2),
)
_SHARES = (3.0, 1.2, 2.0, 2.0)
_BESIDE_EM = 54
_WORDS = "Record a training day"
_FINISH = "Record it or go back from it, then begin the other one."


class DaysPage(Page):
    """The list, or the form in its place."""

    place = Place.PEOPLE.value
    title = "Training days"
    tables = frozenset({"training_session", "training_record", "person", "person_role", "booking", "course"})

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-training-days")
        self._days, self._may_write = desk.training_days, not desk.read_only
        self._lines: tuple[DayLine, ...] = ()
        self._seen = False
        self._table = DataTable(COLUMNS, "Training days", lines=2, grow=True)
        self._table.setObjectName("training-days")
        self._table.opened.connect(self._open)
        first = button(_WORDS, "record-first-day", self.begin_new, kind="primary", icon_name="plus")
        first.setEnabled(self._may_write)
        self._empty = EmptyPlace(
            "graduation-cap",
            "No training days yet",
            "Record a course once for all who attended. It shows for each of them, and moves the figures.",
            first,
        )
        self._form = DayForm(desk, tools, self._close)
        self._stack = QStackedWidget()
        for each in (self._table, self._empty, self._form):
            self._stack.addWidget(each)
        self.setLayout(column((self._stack, 1), margins=(24, 2, 24, 14)))
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin_new)

    def refresh(self) -> None:
        """Read the days. A form that is open keeps what is filled in."""
        self._lines = self._days.lines()
        self._table.show_rows(_rows(self._lines))
        if not self._seen and self._may_write and self._form.waits:
            self._open_new()  # it was left half filled in
        self._seen = True
        if not self._filling:
            self._show_list()
        elif self._form.day_id and self._form.day_id not in {line.id for line in self._lines}:
            self._form.drop()
            self._show_list()
        else:
            self._form.reread()

    def show_target(self, target: Target) -> None:
        """Begin a new day, where that is meant; with the course and the people that are meant."""
        if (begun := begun_day(target.id)) is not None:
            self.begin_new(*begun)

    def where(self) -> Target:
        """The list; a form that is half filled in opens by itself."""
        return Target(Place.PEOPLE, TRAINING_DAYS)

    def subtitle(self) -> str:
        """How many there are."""
        count = len(self._lines)
        return f"{count} training {'day' if count == 1 else 'days'} recorded." if count else ""

    def header_buttons(self) -> Sequence[QPushButton]:
        """Record a day."""
        if self._filling or not self._lines or not self._may_write:
            return ()
        return (button(_WORDS, "record-day", self.begin_new, kind="primary", icon_name="plus"),)

    def arrange(self, em: float) -> None:
        """The two parts of the form side by side, where there is room."""
        self._form.arrange(beside=em >= _BESIDE_EM)

    def leave(self) -> None:
        """Keep what is filled in."""
        if self._filling:
            self._form.leave()

    def listing(self) -> ListPrint:
        """The list of the days."""
        shown = self._table.as_list()
        return ListPrint(self.title, self.subtitle(), tuple(zip(shown.headings, _SHARES, strict=True)), shown.rows)

    def begin_new(self, course_id: str = "", person_ids: Sequence[str] = ()) -> None:
        """Begin a new day. One that was left half filled in comes first."""
        if self._may_write:
            if course_id and self._form.waits:
                self.tools.messages.tell(Notice("The day you began before is still here.", to_do=_FINISH))
            self._open_new(course_id, person_ids)
            self._form.take_focus()

    @property
    def _filling(self) -> bool:
        return self._stack.currentWidget() is self._form

    def _open_new(self, course_id: str = "", person_ids: Sequence[str] = ()) -> None:
        self._form.begin(course_id, person_ids)
        self._show_form()

    def _open(self, day_id: str) -> None:
        if self._may_write:
            self._form.begin_change(self._days.view(day_id))
            self._show_form()
            self._form.take_focus()

    def _show_form(self) -> None:
        self._stack.setCurrentWidget(self._form)
        self.header_changed.emit()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._table if self._lines else self._empty)
        self.header_changed.emit()

    def _close(self, day_id: str) -> None:
        self._lines = self._days.lines()
        self._table.show_rows(_rows(self._lines))
        self._show_list()
        self._table.select(day_id)
        if self._lines:
            self._table.setFocus()


def _rows(lines: Iterable[DayLine]) -> list[Row]:
    return [
        Row(
            line.id,
            (
                Cell(line.course, under=line.length),
                Cell(line.day, long_date(line.held_on), sort_key=line.held_on),
                Cell(line.attended),
                Cell(line.trainer),
            ),
        )
        for line in lines
    ]
