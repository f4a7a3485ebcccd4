# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How a course stands for a person: in date or not, until when, and what is booked."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.models.catalogue import Course
from desktop.models.dates import long_date, short_date, short_month
from desktop.models.workforce.hours import LOGS, YEARLY_HOURS, hours_words, last_day_reached, minutes_of, reached
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once
from desktop.models.workforce.training import Booking, TrainingRecord
from desktop.services.targets import Mark

SOON_DAYS = 90


class TrainingState(StrEnum):
    """How a course stands for a person, worst first."""

    LAPSED = "lapsed"
    MISSING = "missing"
    IN_GRACE = "in grace"
    BOOKED = "booked"
    DUE_SOON = "due soon"
    IN_DATE = "in date"
    NOT_NEEDED = "not needed"

    @property
    def words(self) -> str:
        """The state as people read it."""
        return self.value.capitalize()

    @property
    def mark(self) -> Mark:
        """The mark that stands before the words."""
        return _MARKS[self]

    @property
    def counts(self) -> bool:
        """Whether the course is held in date."""
        return self in {TrainingState.IN_DATE, TrainingState.DUE_SOON}


_MARKS = {
    TrainingState.LAPSED: Mark.CROSS,
    TrainingState.MISSING: Mark.GAPBOX,
    TrainingState.IN_GRACE: Mark.CLOCK,
    TrainingState.BOOKED: Mark.CAL,
    TrainingState.DUE_SOON: Mark.CLOCK,
    TrainingState.IN_DATE: Mark.TICK,
    TrainingState.NOT_NEEDED: Mark.DASH,
}


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """How one course stands for one person on a day.

    ``record`` is the one that counts longest and ``last`` the last day that counts, where it has one. ``booked`` never
    counts. ``minutes``: the hours reached, for a log of hours.
    """

    state: TrainingState
    record: TrainingRecord | None
    last: date | None
    booked: Booking | None
    minutes: int | None = None

    def cell(self, today: date) -> str:
        """A few letters for a narrow cell."""
        if self.last is not None:
            return short_month(self.last)
        if self.state is TrainingState.BOOKED and self.booked is not None and self.booked.booked_for is not None:
            day = self.booked.booked_for
            return short_date(day, today) if day.year == today.year else short_month(day)
        if self.minutes is not None and self.record is None:
            return f"{self.minutes / 60:.3g} h"
        return "Once" if self.state.counts else self.state.words

    def lapses(self, today: date) -> str:
        """Until when it counts, in words; '' where nothing does."""
        if self.last is not None:
            return f"Lapsed {long_date(self.last)}" if self.last < today else f"In date until {long_date(self.last)}"
        return "Once is enough" if self.state.counts else ""

    def sentence(self, person: Person, course: Course) -> str:
        """All of it, to be read aloud."""
        return ", ".join((person.name, course.name, *self.told()))

    def told(self) -> tuple[str, ...]:
        """The state and what belongs to it, in pieces."""
        if self.state is TrainingState.BOOKED and self.booked is not None and self.booked.booked_for is not None:
            return (f"booked for {long_date(self.booked.booked_for)}",)
        said = [self.state.value]
        if self.last is not None:
            ended = self.state in {TrainingState.LAPSED, TrainingState.IN_GRACE}
            said.append(f"{'ended' if ended else 'until'} {long_date(self.last)}")
        elif self.state.counts:
            said.append("once is enough")
        if self.minutes is not None:
            said.append(f"{hours_words(self.minutes)} so far")
        if self.booked is not None and not self.state.counts:
            said.append(f"booked for {long_date(self.booked.booked_for)}" if self.booked.booked_for else "booked")
        return tuple(dict.fromkeys(said))


def course_standing(workforce: Workforce, person: Person, course: Course, *, needed: bool) -> CourseStanding:
    """How a course stands for a person. What is booked is not done: it shows where nothing is in date or lapsed."""
    kept, about = _kept(workforce), (person.id, course.id, needed)
    if about not in kept:
        kept[about] = _standing(workforce, person, course, needed=needed)
    return kept[about]


@once
def _kept(_workforce: Workforce) -> dict[tuple[str, str, bool], CourseStanding]:
    return {}


def _standing(workforce: Workforce, person: Person, course: Course, *, needed: bool) -> CourseStanding:
    today, best, booked = workforce.as_at, workforce.best(person, course), workforce.booking_of(person, course)
    in_date = best is not None and (best[1] is None or best[1] >= today)
    if course.kind in LOGS and not in_date:
        return _of_hours(workforce, person, course, needed=needed)
    if best is None:
        state = TrainingState.MISSING if needed else TrainingState.NOT_NEEDED
        return CourseStanding(TrainingState.BOOKED if booked else state, None, None, booked)
    record, last = best
    return CourseStanding(_state(last, today, course, needed=needed), record, last, booked)


def _of_hours(workforce: Workforce, person: Person, course: Course, *, needed: bool) -> CourseStanding:
    """A log of hours that no record proves: by what was logged."""
    spent, booked = workforce.spent(person, course), workforce.booking_of(person, course)
    if reached(spent, course):
        last = last_day_reached(spent, course) if course.kind == YEARLY_HOURS else None
        state = _state(last, workforce.as_at, course, needed=needed)
        return CourseStanding(state, None, last, booked, minutes_of(spent))
    best = workforce.best(person, course)
    if best is not None:
        return CourseStanding(_state(best[1], workforce.as_at, course, needed=needed), *best, booked, minutes_of(spent))
    state = TrainingState.MISSING if needed else TrainingState.NOT_NEEDED
    return CourseStanding(state, None, None, booked, minutes_of(spent) if needed or spent else None)


def _state(last: date | None, today: date, course: Course, *, needed: bool) -> TrainingState:
    if last is not None and last < today:
        if not needed:
            return TrainingState.NOT_NEEDED
        return TrainingState.IN_GRACE if today <= last + timedelta(days=course.grace_days) else TrainingState.LAPSED
    if last is not None and last <= today + timedelta(days=SOON_DAYS):
        return TrainingState.DUE_SOON
    return TrainingState.IN_DATE
