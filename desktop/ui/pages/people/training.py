# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The courses of one person, and recording one: which course, on which day."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.people import People
from desktop.services.people_lines import PersonView, TrainingLine
from desktop.services.workforce.bookings import Bookings
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.booked_part import BookedPart
from desktop.ui.pages.people.lists import COURSE_COLUMNS, course_rows
from desktop.ui.pages.people.record_training import RecordTraining
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint


class TrainingList(QWidget):
    """The list, or the form over it. ``turned`` is called when one takes the other's place."""

    def __init__(self, people: People, bookings: Bookings, tools: Tools, turned: Callable[[], object]) -> None:
        super().__init__()
        self._people, self._tools, self._turned = people, tools, turned
        self._view: PersonView | None = None
        self._table = DataTable(COURSE_COLUMNS, "Courses", lines=2, whole=True, grow=True)
        self._table.setObjectName("courses")
        self._table.opened.connect(self._open)
        record = button("Record training", "record-training", self.begin_record, icon_name="graduation-cap")
        change = button("Change what is recorded", "change-training", self._change, kind="plain")
        self._nothing = hint("No course is asked for by these roles. Record what they did all the same, if you like.")
        self._booked = BookedPart(bookings, tools, record.setFocus)
        acts = row(record, change, None, gap=10)
        listed = plain(column(acts, self._nothing, self._table, self._booked, gap=10))
        self._form = RecordTraining(people, tools, self._show_list)
        self._listed = listed
        self._form.hide()
        self.setLayout(column(listed, self._form))

    def show_view(self, view: PersonView) -> None:
        """Show the courses of someone; for someone else, the list comes first."""
        other = self._view is None or self._view.person.id != view.person.id
        if other:
            self.leave()
        self._view = view
        self._table.show_rows(course_rows(view.training, self._tools.today()))
        self._table.setVisible(bool(view.training))
        self._nothing.setVisible(not any(line.needed for line in view.training))
        self._booked.show_person(view.person.id)
        self._form.show_view(view)
        if other:
            self._show_form(shown=False)
            if self._form.waits:
                self._open_form()

    @property
    def recording(self) -> bool:
        """Whether the form is shown."""
        return not (self.isHidden() or self._form.isHidden())

    def begin_record(self) -> None:
        """Begin to record a course: the one that is selected."""
        if self._view is not None:
            self._open_form()
            self._form.take_focus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        if not self._form.isHidden():
            self._form.leave()

    def forget(self) -> None:
        """Who was shown is gone."""
        self._form.forget()
        self._view = None

    def _open_form(self) -> None:
        self._form.begin(self._people.courses(), self._table.selected_id or self._most_wanted())
        self._show_form(shown=True)

    def _most_wanted(self) -> str:
        lines = self._view.training if self._view is not None else ()
        return next((line.course_id for line in lines if line.needed and not line.state.counts), "")

    def _open(self, course_id: str) -> None:
        line = self._line(course_id)
        if line is None:
            return
        if line.record_id or line.others:
            self._form.begin_change(line)
            self._show_form(shown=True)
            self._form.take_focus()
        else:
            self.begin_record()

    def _change(self) -> None:
        self._open(self._table.selected_id or self._most_wanted())

    def _line(self, course_id: str) -> TrainingLine | None:
        lines = self._view.training if self._view is not None else ()
        return next((line for line in lines if line.course_id == course_id), None)

    def _show_form(self, *, shown: bool) -> None:
        self._form.setVisible(shown)
        self._listed.setVisible(not shown)
        self._turned()

    def _show_list(self, course_id: str = "") -> None:
        self._show_form(shown=False)
        if course_id:
            self._table.select(course_id)
        self._table.setFocus()
