# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People as screens show them: their roles, and how each of their courses stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Course
from desktop.models.dates import long_date, short_date
from desktop.models.workforce.needs import needed_courses
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once
from desktop.models.workforce.sides import is_on_both_sides
from desktop.models.workforce.training import TrainingRecord
from desktop.services.course_standing import CourseStanding, TrainingState, course_standing


@dataclass(frozen=True, slots=True)
class OtherRecord:
    """A training record of a course that is not the one that counts."""

    id: str
    completed: str


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One course of one person. ``record_id`` is the record that counts, '' without one; ``cell`` fits a narrow cell.

    ``sentence`` says all of it aloud. ``expires_on`` is the record's own last day, where it has one; ``lapses_on``
    is the day that counts. ``others`` are the other records of the course, newest first.
    """

    course_id: str
    course: str
    needed: bool
    state: TrainingState
    record_id: str
    completed: str
    lapses: str
    cell: str
    sentence: str
    completed_on: date | None = None
    lapses_on: date | None = None
    expires_on: date | None = None
    others: tuple[OtherRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list. ``in_date``: '5 of 6', of the courses needed; ``state`` is that of the worst of them."""

    id: str
    code: str
    name: str
    roles: tuple[str, ...]
    started: str
    left: str
    works_here: bool
    in_date: str
    holding: int
    needed: int
    next_lapse: str
    state: TrainingState
    warnings: tuple[str, ...]
    next_lapse_on: date | None = None

    @property
    def worst_first(self) -> tuple[bool, int, str]:
        """Its place in a list: those who work here first, then by how they stand, then by name."""
        return not self.works_here, list(TrainingState).index(self.state), self.name.casefold()


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person with everything about them; ``person`` holds the values to edit."""

    line: PersonLine
    person: Person
    training: tuple[TrainingLine, ...]
    sessions: int


@once
def person_lines(workforce: Workforce) -> tuple[PersonLine, ...]:
    """The line of everyone, worst first; last those who left or have not started."""
    lines = (_line(workforce, person) for person in workforce.people)
    return tuple(sorted(lines, key=lambda line: line.worst_first))


def person_view(workforce: Workforce, person: Person) -> PersonView:
    """Everything about one person."""
    training = training_lines(workforce, person)
    sessions = sum(session.person_id == person.id for session in workforce.supervision)
    worst_first = sorted(training, key=lambda line: list(TrainingState).index(line.state))
    return PersonView(_line(workforce, person), person, tuple(worst_first), sessions)


def training_lines(workforce: Workforce, person: Person) -> tuple[TrainingLine, ...]:
    """The courses that someone needs, in the order of the catalogue, then others that are recorded or booked."""
    needed = needed_courses(workforce, person)
    ids = {course.id for course in needed}
    others = [course for course in workforce.catalogue.courses if course.id not in ids]
    recorded = [
        course for course in others if workforce.records_of(person, course) or workforce.booking_of(person, course)
    ]
    return tuple(
        _training(workforce, person, course, needed=need)
        for courses, need in ((needed, True), (recorded, False))
        for course in courses
    )


def _line(workforce: Workforce, person: Person) -> PersonLine:
    needed = {
        course.name: course_standing(workforce, person, course, needed=True)
        for course in needed_courses(workforce, person)
    }
    states = {standing.state for standing in needed.values()}
    holding = sum(standing.state.counts for standing in needed.values())
    coming = min(_coming(needed), default=None)
    names = {role.code: role.name for role in workforce.catalogue.roles}
    return PersonLine(
        id=person.id,
        code=person.code,
        name=person.name,
        roles=tuple(names.get(code, code) for code in workforce.roles(person)),
        started=long_date(person.started) if person.started else "",
        left=long_date(person.left) if person.left else "",
        works_here=person.works_on(workforce.as_at),
        in_date=f"{holding} of {len(needed)}",
        holding=holding,
        needed=len(needed),
        next_lapse=f"{coming[1]}, {short_date(coming[0], workforce.as_at)}" if coming else "",
        state=next((state for state in TrainingState if state in states), TrainingState.NOT_NEEDED),
        warnings=tuple(_warnings(workforce, person)),
        next_lapse_on=coming[0] if coming else None,
    )


def _coming(needed: Mapping[str, CourseStanding]) -> list[tuple[date, str]]:
    """The courses held that lapse some day: when, and their names."""
    return [(one.last, course) for course, one in needed.items() if one.state.counts and one.last]


def _warnings(workforce: Workforce, person: Person) -> list[str]:
    found = []
    if is_on_both_sides(workforce, person):
        found.append("Works with people who use abuse and with victim-survivors (SA 1.2).")
    if not workforce.roles(person):
        found.append("No role yet, so only the courses for everyone are asked for.")
    return found


def _training(workforce: Workforce, person: Person, course: Course, *, needed: bool) -> TrainingLine:
    standing = course_standing(workforce, person, course, needed=needed)
    record = standing.record
    return TrainingLine(
        course_id=course.id,
        course=course.name,
        needed=needed,
        state=standing.state,
        record_id=record.id if record else "",
        completed=long_date(record.completed) if record else "",
        lapses=standing.lapses(workforce.as_at),
        cell=standing.cell(workforce.as_at),
        sentence=standing.sentence(person, course),
        completed_on=record.completed if record else None,
        lapses_on=standing.last,
        expires_on=record.expires if record else None,
        others=_others(one for one in workforce.records_of(person, course) if one is not record),
    )


def _others(records: Iterable[TrainingRecord]) -> tuple[OtherRecord, ...]:
    newest_first = sorted(records, key=lambda record: record.completed, reverse=True)
    return tuple(OtherRecord(record.id, long_date(record.completed)) for record in newest_first)
