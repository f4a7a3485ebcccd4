# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training that someone needs, as screens show it: what is missing or lapsed now, and what lapses soon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.catalogue import Course
from desktop.models.dates import long_date, short_date
from desktop.models.workforce.needs import needed_courses
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once
from desktop.services.course_standing import CourseStanding, TrainingState, course_standing
from desktop.services.targets import Mark

GAPS = frozenset({TrainingState.LAPSED, TrainingState.MISSING, TrainingState.IN_GRACE, TrainingState.BOOKED})
AHEAD_DAYS = 180


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One course that one person needs now or soon. ``booked``: 'Booked for 3 Dec', or ''; it does not count.

    ``lapses_on`` is the day on which it lapsed or will lapse, None where it was never held. ``gap``: it is needed now.
    """

    person_id: str
    name: str
    course_id: str
    course: str
    mandatory: bool
    core: bool
    state: TrainingState
    mark: Mark
    words: str
    lapses_on: date | None
    booked: str
    sentence: str

    @property
    def gap(self) -> bool:
        """Whether it is not held in date today."""
        return self.state in GAPS


def need_lines(workforce: Workforce, ahead_days: int = AHEAD_DAYS) -> tuple[NeedLine, ...]:
    """What everyone who works here needs now, or within so many days (180 at most), by person and course."""
    until = workforce.as_at + timedelta(days=ahead_days)
    return tuple(line for line in _lines(workforce) if line.gap or (line.lapses_on and line.lapses_on <= until))


@once
def _lines(workforce: Workforce) -> tuple[NeedLine, ...]:
    until = workforce.as_at + timedelta(days=AHEAD_DAYS)
    return tuple(line for person in workforce.current for line in _of(workforce, person, until))


def _of(workforce: Workforce, person: Person, until: date) -> Iterator[NeedLine]:
    for course in needed_courses(workforce, person):
        standing = course_standing(workforce, person, course, needed=True)
        if standing.state in GAPS or (standing.last is not None and standing.last <= until):
            yield _line(workforce, person, course, standing)


def _line(workforce: Workforce, person: Person, course: Course, standing: CourseStanding) -> NeedLine:
    return NeedLine(
        person.id,
        person.name,
        course.id,
        course.name,
        course.mandatory,
        bool({*course.core_for} & {*workforce.roles(person)}),
        standing.state,
        standing.state.mark,
        _words(standing, workforce.as_at),
        standing.last,
        _booked(standing, workforce.as_at),
        standing.sentence(person, course),
    )


def _words(standing: CourseStanding, today: date) -> str:
    if standing.last is None:
        return TrainingState.MISSING.words if standing.state is TrainingState.BOOKED else standing.state.words
    if standing.last >= today:
        return f"In date until {short_date(standing.last, today)}"
    return f"{standing.state.words}, ended {long_date(standing.last)}"


def _booked(standing: CourseStanding, today: date) -> str:
    if standing.booked is None:
        return ""
    day = standing.booked.booked_for
    return f"Booked for {short_date(day, today)}" if day else "Booked, the day not known"
