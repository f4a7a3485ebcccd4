# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Books everyone who still needs a course, for a day or with the day not known, as one step."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.day_checks import DayLongAgoError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.workforce.bookings import Bookings
from desktop.services.workforce.need_lines import NeedLine
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, date_line


class BookForm(QWidget):
    """A day, and the button that books."""

    def __init__(self, bookings: Bookings, tools: Tools) -> None:
        super().__init__()
        self._bookings, self._tools = bookings, tools
        self._course_id, self._course = "", ""
        self._people: tuple[NeedLine, ...] = ()
        self.day = date_line("book-day")
        self._field = Field("Day of the course (optional)", self.day, "Leave it empty while the day is not known.")
        self._book = button("Book", "book-them", self._record, kind="primary", icon_name="calendar-clock")
        self.day.returnPressed.connect(self._record)
        self._draft = FormDraft(tools.drafts, self.day)
        self.setLayout(column(self._field, row(self._book, None), gap=8))

    def show_people(self, course_id: str, course: str, people: Sequence[NeedLine]) -> None:
        """Offer to book these. A day that is being typed for this course stays."""
        if course_id != self._course_id:
            self._draft.leave()
            self._course_id = course_id
            self._field.clear_problem()
            self.day.show_day(None)
            self._draft.begin(f"booking {course_id}")
        self._course, self._people = course, tuple(people)
        say(self._book, f"Book {self._who}")

    @property
    def _who(self) -> str:
        return self._people[0].name if len(self._people) == 1 else f"{len(self._people)} people"

    def leave(self) -> None:
        """Keep what is typed."""
        self._draft.keep()

    def _record(self) -> None:
        self._field.clear_problem()
        who = self._who
        try:
            day = typed_date_or_none(self.day.text(), self._tools.today())
            self._bookings.book(self._course_id, [line.person_id for line in self._people], day)
        except (TypedDateError, DayLongAgoError) as error:
            self._field.show_problem(error.brief)
            return
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self._draft.drop()
        self._course_id = ""
        told = "is booked" if len(self._people) == 1 else "are booked"
        self._tools.messages.done(f"{who} {told} on {self._course}. Ctrl+Z takes it back.")
