# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The hours of one person: how far each log is, the days of the one that is selected, and adding a day."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.people_lines import PersonView
from desktop.services.workforce.hours import Hours, HoursLine
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.hours_form import HoursForm
from desktop.ui.pages.people.hours_rows import COURSE, DAY_COLUMNS, LOG_COLUMNS, day_rows, log_rows
from desktop.ui.pages.people.person_table import PersonTable
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint, words


class HoursTab(QWidget):
    """The lists, or the form over them. ``turned`` is called when one takes the other's place."""

    def __init__(self, hours: Hours, tools: Tools, turned: Callable[[], object]) -> None:
        super().__init__()
        self._hours, self._tools, self._turned = hours, tools, turned
        self._person_id = ""
        self._lines: tuple[HoursLine, ...] = ()
        self._add = button("Add hours", "add-hours", self._begin, icon_name="plus")
        self._add.setEnabled(not tools.drafts.read_only)
        self._nothing = hint("No hours are asked for by these roles. Add hours all the same, if you like.")
        self._logs = PersonTable(LOG_COLUMNS, "Logs of hours", "hours-logs")
        self._logs.selected.connect(lambda _id: self._show_days())
        self._logs.opened.connect(lambda _id: self._begin())
        self._head = words("", "body", 600, wrap=True)
        self._head.setObjectName("hours-of")
        self._days = PersonTable(DAY_COLUMNS, "Days, newest first", "hours-days")
        self._remove = button("Remove these hours", "hours-remove", self._take_away, kind="danger")
        self._days.selected.connect(lambda _id: self._turn_remove())
        self._days.opened.connect(lambda _id: self._remove.setFocus())
        self._courses = hint("A course whose length is recorded counts as learning. Change it under Training.")
        days = (self._head, self._days, row(self._remove, None), self._courses)
        self._listed = plain(column(row(self._add, None), self._nothing, self._logs, *days, gap=10))
        self._form = HoursForm(hours, tools, self._show_lists)
        self._form.hide()
        self.setLayout(column(self._listed, self._form))

    def show_view(self, view: PersonView) -> None:
        """Show the hours of someone; for someone else, the lists come first."""
        other = view.person.id != self._person_id
        if other:
            self.leave()
        self._person_id = view.person.id
        self._lines = self._hours.view(view.person.id)
        self._logs.show_rows(log_rows(self._lines))
        self._logs.setVisible(bool(self._lines))
        self._nothing.setHidden(bool(self._lines))
        self._show_days()
        self._form.offer(view.person.id, self._lines)
        if other:
            self._show_form(shown=False)
            if self._form.waits:
                self._form.begin()
                self._show_form(shown=True)

    @property
    def recording(self) -> bool:
        """Whether the form is shown."""
        return not (self.isHidden() or self._form.isHidden())

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        if not self._form.isHidden():
            self._form.leave()

    def forget(self) -> None:
        """Who was shown is gone."""
        self._form.forget()
        self._person_id = ""

    @property
    def _line(self) -> HoursLine | None:
        """The log that is selected, else the first."""
        chosen = self._logs.selected_id
        return next((one for one in self._lines if one.course_id == chosen), next(iter(self._lines), None))

    def _show_days(self) -> None:
        line = self._line
        rows = day_rows(line) if line is not None else []
        self._days.show_rows(rows)
        self._head.setText(f"{line.course}: day by day" if line is not None else "")
        for each in (self._head, self._days, self._remove):
            each.setVisible(bool(rows))
        self._courses.setVisible(any(one.id.startswith(COURSE) for one in rows))
        self._turn_remove()

    def _turn_remove(self) -> None:
        chosen = self._days.selected_id
        own = bool(chosen) and not chosen.startswith(COURSE)
        self._remove.setEnabled(own and not self._tools.drafts.read_only)

    def _begin(self) -> None:
        if self._person_id and not self._tools.drafts.read_only:
            self._form.begin(self._line.course_id if self._line is not None else "")
            self._show_form(shown=True)
            self._form.take_focus()

    def _take_away(self) -> None:
        self._hours.remove(self._days.selected_id)
        (self._add if self._days.isHidden() else self._days).setFocus()
        self._tools.messages.done("The hours were removed. Ctrl+Z brings them back.")

    def _show_form(self, *, shown: bool) -> None:
        self._form.setVisible(shown)
        self._listed.setVisible(not shown)
        self._turned()

    def _show_lists(self, log_id: str) -> None:
        self._show_form(shown=False)
        if log_id:
            self._logs.select(log_id)
            self._show_days()
        self._add.setFocus()
