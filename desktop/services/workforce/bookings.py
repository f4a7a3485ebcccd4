# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bookings: who is to take which course, and when. What is booked is not done, and never counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.changes import Op
from desktop.models.dates import short_date
from desktop.models.day_checks import check_not_long_ago
from desktop.models.errors import AppError
from desktop.models.workforce.training import Booking, TrainingRecord
from desktop.services.intake import new_id
from desktop.services.standing import workforce_now
from desktop.services.targets import Mark
from desktop.services.workforce.day_facts import check_given
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class BookedAlreadyError(AppError):
    """Someone who is booked on a course already."""

    code = "booked_already"
    happened = "{name} is booked on {course} already{when}."
    safe = "Nothing was changed."
    to_do = "Leave that booking as it is, or cancel it first."


class NobodyToBookError(AppError):
    """A booking for nobody."""

    code = "nobody_to_book"
    happened = "Nobody is chosen to be booked."
    safe = "Nothing was changed."
    to_do = "Tick who is to take the course."


@dataclass(frozen=True, slots=True)
class BookingLine:
    """One booking. ``late``: its day has passed, and it is neither recorded nor cancelled."""

    id: str
    person_id: str
    name: str
    course_id: str
    course: str
    day: str
    booked_for: date | None
    late: bool
    mark: Mark
    sentence: str


class Bookings:
    """The bookings of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def lines(self, *, course_id: str = "", person_id: str = "") -> tuple[BookingLine, ...]:
        """Every booking by its day, those without a day last; of one course or one person where asked."""
        today = self._clock.today()
        names = {person.id: person.name for person in self._db.people.list()}
        courses = {course.id: course.name for course in workforce_now(self._db, today).catalogue.courses}
        lines = [
            _line(booking, names[booking.person_id], courses.get(booking.course_id, booking.course_id), today)
            for booking in self._db.bookings.list()
            if course_id in {"", booking.course_id} and person_id in {"", booking.person_id}
        ]
        return tuple(sorted(lines, key=lambda one: (one.booked_for or date.max, one.course, one.name.casefold())))

    def book(self, course_id: str, person_ids: Sequence[str], on: date | None = None) -> tuple[str, ...]:
        """Book people on a course as one step, for a day or with the day not known; gives the ids of the bookings."""
        check_not_long_ago(on)
        course = workforce_now(self._db, self._clock.today()).catalogue.course(course_id)
        check_given(course)
        people = [self._db.people.get(person_id) for person_id in dict.fromkeys(person_ids)]
        if not people:
            raise NobodyToBookError
        booked = {booking.person_id: booking for booking in self._db.bookings.list(course_id=course_id)}
        for person in people:
            if person.id in booked:
                raise BookedAlreadyError(name=person.name, course=course.name, when=self._when(booked[person.id]))
        made = tuple(Booking(new_id(), person.id, course_id, on) for person in people)
        who, about = (people[0].name, people[0].id) if len(people) == 1 else (f"{len(people)} people", course_id)
        with self._db.write(Op.BOOK_TRAINING, f"{course.name} for {who}", about=about):
            self._db.bookings.save_all(made)
        return tuple(booking.id for booking in made)

    def cancel(self, booking_ids: Sequence[str]) -> None:
        """Cancel bookings as one step."""
        found = [self._db.bookings.get(booking_id) for booking_id in booking_ids]
        people = list(dict.fromkeys(booking.person_id for booking in found))
        who, about = (
            (self._db.people.get(people[0]).name, people[0]) if len(people) == 1 else (f"{len(people)} people", "")
        )
        with self._db.write(Op.CANCEL_BOOKING, f"of {who}", about=about):
            for booking in found:
                self._db.bookings.remove(booking.id)

    def _when(self, booking: Booking) -> str:
        return f" for {short_date(booking.booked_for, self._clock.today())}" if booking.booked_for else ""


def take_up(db: Database, records: Iterable[TrainingRecord]) -> None:
    """End the bookings that these records fulfil: of the same course, for that day or one before, or for no day."""
    for record in records:
        for booking in db.bookings.list(person_id=record.person_id, course_id=record.course_id):
            if booking.booked_for is None or booking.booked_for <= record.completed:
                db.bookings.remove(booking.id)


def _line(booking: Booking, name: str, course: str, today: date) -> BookingLine:
    day = short_date(booking.booked_for, today) if booking.booked_for else "Day not known"
    late = booking.booked_for is not None and booking.booked_for < today
    said = f"{name}, {course}, {day}" + (", the day has passed and nothing is recorded" if late else "")
    return BookingLine(
        booking.id,
        booking.person_id,
        name,
        booking.course_id,
        course,
        day,
        booking.booked_for,
        late,
        Mark.QUEST if late else Mark.CAL,
        said,
    )
