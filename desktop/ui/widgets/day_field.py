# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A field for a typed day, which says under itself what cannot be read."""

from datetime import date

from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.ui.widgets.field import DateLine, Field, date_line


class DayField(Field):
    """A day, or nothing."""

    def __init__(self, label: str, name: str, hint: str = "") -> None:
        self.line: DateLine = date_line(name)
        super().__init__(label, self.line, hint)

    def read(self, today: date, *, focus: bool = True) -> date | None:
        """The day typed, None without one. What cannot be read is told, and raises ``TypedDateError``."""
        try:
            return typed_date_or_none(self.line.text(), today)
        except TypedDateError as error:
            self.show_problem(error.brief, focus=focus)
            raise

    def show_day(self, day: date | None) -> None:
        """Show a day; nothing is wrong with it."""
        self.line.show_day(day)
        self.clear_problem()
