# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The facts of a training day: course, day, hours, trainer, and how many came from elsewhere."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.choices import Choice
from desktop.models.day_checks import DayLongAgoError, DayNotComeError
from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.training import TrainingSession
from desktop.services.importing.minutes import Unit, minutes_of
from desktop.services.people import TrainingThereError
from desktop.services.workforce.day_facts import (
    MOST_OUTSIDE,
    DayFacts,
    DayLengthError,
    HoursNoCourseError,
    OutsideCountError,
)
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, chooser, date_line, line


class FactsFields(QWidget):
    """Five fields. ``turned`` is called when a person has chosen another course or day."""

    def __init__(self, today: Callable[[], date], turned: Callable[[], object]) -> None:
        super().__init__()
        self._today, self._turned = today, turned
        self._course = chooser("day-course", ())
        self._day = date_line("day-held")
        self._hours = line("day-hours", limit=40)
        self._trainer = line("day-trainer")
        self._outside = line("day-outside", limit=4)
        self._fields = {
            "course": Field("Course", self._course),
            "day": Field("Day", self._day, "Of several days, the last one."),
            "hours": Field("How long it took (optional)", self._hours, "Such as 3, 1.5, 1:30 or 45 min.", width=200),
            "trainer": Field("Trainer (optional)", self._trainer),
            "outside": Field("People from elsewhere", self._outside, "How many came. No names are kept.", width=100),
        }
        self.course = self._fields["course"]  # stands over the others, because its words are long
        self.setLayout(column(*[field for field in self._fields.values() if field is not self.course], None, gap=8))
        self._evidence: str | None = None
        self._course.activated.connect(self._turned)
        self._day.editingFinished.connect(self._turned)

    @property
    def kept(self) -> tuple[QLineEdit | QComboBox, ...]:
        """What a draft keeps."""
        return self._course, self._day, self._hours, self._trainer, self._outside

    @property
    def course_id(self) -> str:
        """The course that is chosen."""
        return str(self._course.currentData() or "")

    @property
    def day(self) -> date:
        """The day typed; today until there is one that can be read."""
        try:
            return typed_date(self._day.text(), self._today())
        except TypedDateError:
            return self._today()

    def offer(self, courses: Sequence[Choice]) -> None:
        """The courses to choose from. The one that is chosen stays."""
        chosen = self.course_id
        self._course.clear()
        for course in courses:
            self._course.addItem(course.name, course.code)
        self._course.setCurrentIndex(max(0, self._course.findData(chosen)))

    def show_day(self, day: TrainingSession | None, course_id: str) -> None:
        """A day that is there, or a new one, which is today; of this course, or of the first."""
        self._course.setCurrentIndex(max(0, self._course.findData(course_id)))
        self._day.show_day(day.held_on if day else self._today())
        self._hours.setText(hours_words(day.minutes) if day and day.minutes else "")
        self._trainer.setText(day.trainer if day else "")
        self._outside.setText(str(day.outside) if day and day.outside else "")
        self._evidence = day.evidence_id if day else None
        self.clear_problems()

    def clear_problems(self) -> None:
        """Nothing is wrong (any more)."""
        for field in self._fields.values():
            field.clear_problem()

    def facts(self) -> DayFacts:
        """What is filled in; raises where it cannot be read."""
        held_on = typed_date(self._day.text(), self._today())
        minutes, outside = self._hours.text().strip(), self._outside.text().strip() or "0"
        read = minutes_of(minutes, Unit.HOURS) if minutes else None
        if minutes and read is None:
            raise DayLengthError
        if not outside.isdecimal():
            raise OutsideCountError(most=MOST_OUTSIDE)
        return DayFacts(self.course_id, held_on, read, self._trainer.text(), int(outside), self._evidence)

    def show_problem(self, error: AppError) -> bool:
        """Say what is wrong under its field. False: it is about none of them."""
        kinds: tuple[tuple[type[AppError], str], ...] = (
            (DayLengthError, "hours"),
            (OutsideCountError, "outside"),
            (CertificateNumberError, "trainer"),
            (HoursNoCourseError, "course"),
            (TypedDateError, "day"),
            (TrainingThereError, "day"),
            (DayNotComeError, "day"),
            (DayLongAgoError, "day"),
        )
        name = next((name for kind, name in kinds if isinstance(error, kind)), "")
        if name:
            self._fields[name].show_problem(error.brief)
        return bool(name)

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._course.setFocus()
