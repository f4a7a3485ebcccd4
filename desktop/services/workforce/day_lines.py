# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days as screens show them, and the people to be ticked on one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Course
from desktop.models.dates import long_date, short_date
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.needs import needs
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import TrainingRecord, TrainingResult, TrainingSession
from desktop.services.course_standing import TrainingState, course_standing
from desktop.services.targets import Mark

RESULT_MARKS = {
    TrainingResult.COMPLETED: Mark.TICK,
    TrainingResult.PART: Mark.HALF,
    TrainingResult.NOT_PASSED: Mark.CROSS,
}


@dataclass(frozen=True, slots=True)
class DayLine:
    """One training day in the list. ``attended``: '14 people and 2 from elsewhere'."""

    id: str
    course_id: str
    course: str
    day: str
    held_on: date
    attended: str
    length: str
    trainer: str
    has_file: bool


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One person of a training day."""

    record_id: str
    person_id: str
    name: str
    code: str
    result: TrainingResult
    words: str
    mark: Mark
    minutes: int | None
    length: str


@dataclass(frozen=True, slots=True)
class DayView:
    """One training day with who attended; ``day`` holds the values to edit."""

    line: DayLine
    day: TrainingSession
    attendees: tuple[AttendeeLine, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone to be ticked for a day: who is booked comes first, then who needs it most. ``words``: why."""

    person_id: str
    name: str
    code: str
    booked: bool
    needed: bool
    state: TrainingState
    words: str


def day_line(day: TrainingSession, course: str, attended: int, today: date) -> DayLine:
    """The line of one training day."""
    return DayLine(
        day.id,
        day.course_id,
        course,
        short_date(day.held_on, today),
        day.held_on,
        _attended(attended, day.outside),
        hours_words(day.minutes) if day.minutes else "",
        day.trainer,
        day.evidence_id is not None,
    )


def attendee_lines(records: Sequence[TrainingRecord], people: Mapping[str, Person]) -> tuple[AttendeeLine, ...]:
    """Who attended, by name."""
    found = [_attendee(record, people[record.person_id]) for record in records]
    return tuple(sorted(found, key=lambda line: line.name.casefold()))


def candidates(workforce: Workforce, course: Course, on: date) -> tuple[Candidate, ...]:
    """The people who work here on the day: the booked first, then by how much they need the course."""
    found = [_candidate(workforce, person, course) for person in workforce.people if person.works_on(on)]
    order = list(TrainingState)
    return tuple(sorted(found, key=lambda one: (not one.booked, order.index(one.state), one.name.casefold())))


def day_told(view: DayView, workforce: Workforce, course: Course) -> str:
    """What a day that was recorded did: for how many, how it ended for them, and how many hold the course now."""
    said = [f"{view.line.course}, {long_date(view.day.held_on)}: recorded for {view.line.attended}."]
    counted = Counter(one.result for one in view.attendees)
    if set(counted) - {TrainingResult.COMPLETED}:
        told = [f"{counted[result]} {result.value}" for result in TrainingResult if counted[result]]
        said.append(f"{', '.join(told).capitalize()}.")
    needing = [person for person in workforce.staff if needs(workforce, person, course)]
    if needing:
        holding = sum(workforce.holds(person, course) for person in needing)
        said.append(f"Now {holding} of the {len(needing)} who need it {_hold(holding)} it in date.")
    return " ".join(said)


def _candidate(workforce: Workforce, person: Person, course: Course) -> Candidate:
    needed = not workforce.only_outside(person) and needs(workforce, person, course)
    standing = course_standing(workforce, person, course, needed=needed)
    words = ", ".join(standing.told())
    return Candidate(
        person.id,
        person.name,
        person.code,
        standing.booked is not None,
        needed,
        standing.state,
        f"{words[0].upper()}{words[1:]}",
    )


def _attendee(record: TrainingRecord, person: Person) -> AttendeeLine:
    return AttendeeLine(
        record.id,
        person.id,
        person.name,
        person.code,
        record.result,
        record.result.value.capitalize(),
        RESULT_MARKS[record.result],
        record.minutes,
        hours_words(record.minutes) if record.minutes else "",
    )


def _hold(people: int) -> str:
    return "holds" if people == 1 else "hold"


def _attended(people: int, outside: int) -> str:
    own = "1 person" if people == 1 else f"{people} people"
    return f"{own} and {outside} from elsewhere" if outside else own
