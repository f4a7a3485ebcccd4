# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People as screens show them: their roles, and how each of their courses stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.models.catalogue import Catalogue, Course
from desktop.models.dates import long_date, short_date, short_month
from desktop.models.records import Person, TrainingRecord
from desktop.models.workforce import Workforce, last_day, needs, on_both_sides, works_on
from desktop.services.targets import Mark

SOON_DAYS = 90


class TrainingState(StrEnum):
    """How a course stands for a person, worst first."""

    LAPSED = "lapsed"
    MISSING = "missing"
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
        return {
            "lapsed": Mark.CROSS,
            "missing": Mark.GAPBOX,
            "due soon": Mark.CLOCK,
            "in date": Mark.TICK,
            "not needed": Mark.DASH,
        }[self.value]

    @property
    def counts(self) -> bool:
        """Whether the course is held in date."""
        return self in {TrainingState.IN_DATE, TrainingState.DUE_SOON}


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


def person_line(workforce: Workforce, person: Person) -> PersonLine:
    """The line of one person."""
    return _line(workforce, person, training_lines(workforce, person))


def person_view(workforce: Workforce, person: Person) -> PersonView:
    """Everything about one person."""
    training = training_lines(workforce, person)
    sessions = sum(session.person_id == person.id for session in workforce.supervision)
    worst_first = sorted(training, key=lambda line: list(TrainingState).index(line.state))
    return PersonView(_line(workforce, person, training), person, tuple(worst_first), sessions)


def training_lines(workforce: Workforce, person: Person) -> tuple[TrainingLine, ...]:
    """The courses that someone needs, in the order of the catalogue, then others that are recorded."""
    own = [record for record in workforce.training if record.person_id == person.id]
    recorded = {record.course_id for record in own}
    needed = needed_courses(workforce.catalogue, person)
    others = [course for course in workforce.catalogue.courses if course.id in recorded and course not in needed]
    return tuple(
        _training(person, course, [record for record in own if record.course_id == course.id], workforce.as_at, need)
        for courses, need in ((needed, True), (others, False))
        for course in courses
    )


def needed_courses(catalogue: Catalogue, person: Person) -> tuple[Course, ...]:
    """The courses that someone's roles ask for. Someone with roles outside only (a trustee) needs none."""
    outside = {role.code for role in catalogue.roles if not role.staff}
    if person.roles and set(person.roles) <= outside:
        return ()
    return tuple(course for course in catalogue.courses if needs(person, course))


def _line(workforce: Workforce, person: Person, training: Sequence[TrainingLine]) -> PersonLine:
    needed = [line for line in training if line.needed]
    holding = sum(line.state.counts for line in needed)
    names = {role.code: role.name for role in workforce.catalogue.roles}
    return PersonLine(
        id=person.id,
        code=person.code,
        name=person.name,
        roles=tuple(names.get(code, code) for code in person.roles),
        started=long_date(person.started) if person.started else "",
        left=long_date(person.left) if person.left else "",
        works_here=works_on(person, workforce.as_at),
        in_date=f"{holding} of {len(needed)}",
        holding=holding,
        needed=len(needed),
        next_lapse=_next_lapse(needed, workforce.as_at),
        state=next((state for state in TrainingState if any(line.state is state for line in needed)), _NOTHING),
        warnings=tuple(_warnings(workforce, person)),
        next_lapse_on=min(_coming(needed), default=(None, ""))[0],
    )


_NOTHING = TrainingState.NOT_NEEDED


def _next_lapse(needed: Sequence[TrainingLine], today: date) -> str:
    """The next of the courses held to lapse: 'Child safeguarding, 18 Dec'."""
    coming = _coming(needed)
    if not coming:
        return ""
    day, course = min(coming)
    return f"{course}, {short_date(day, today)}"


def _coming(needed: Sequence[TrainingLine]) -> list[tuple[date, str]]:
    return [(line.lapses_on, line.course) for line in needed if line.state.counts and line.lapses_on]


def _warnings(workforce: Workforce, person: Person) -> list[str]:
    found = []
    if person in on_both_sides(workforce):
        found.append("Works with people who use abuse and with victim-survivors (SA 1.2).")
    if not person.roles:
        found.append("No role yet, so only the courses for everyone are asked for.")
    return found


def _training(
    person: Person, course: Course, records: Sequence[TrainingRecord], today: date, needed: bool
) -> TrainingLine:
    held = sorted((record for record in records if record.completed <= today), key=lambda one: _runs_to(one, course))
    if not held:
        state = TrainingState.MISSING if needed else TrainingState.NOT_NEEDED
        told = f"{person.name}, {course.name}, {state.value}"
        return TrainingLine(
            course.id, course.name, needed, state, "", "", "", state.words, told, others=_others(records)
        )
    best = held[-1]
    last = last_day(best, course)
    state = _state(last, today, needed)
    return TrainingLine(
        course_id=course.id,
        course=course.name,
        needed=needed,
        state=state,
        record_id=best.id,
        completed=long_date(best.completed),
        lapses=_lapse_words(last, today),
        cell=short_month(last) if last else "Once",
        sentence=f"{person.name}, {course.name}, {_told(state, last)}",
        completed_on=best.completed,
        lapses_on=last,
        expires_on=best.expires,
        others=_others(record for record in records if record is not best),
    )


def _others(records: Iterable[TrainingRecord]) -> tuple[OtherRecord, ...]:
    newest_first = sorted(records, key=lambda record: record.completed, reverse=True)
    return tuple(OtherRecord(record.id, long_date(record.completed)) for record in newest_first)


def _runs_to(record: TrainingRecord, course: Course) -> tuple[date, date]:
    return last_day(record, course) or date.max, record.completed


def _state(last: date | None, today: date, needed: bool) -> TrainingState:
    if last is not None and last < today:
        return TrainingState.LAPSED if needed else TrainingState.NOT_NEEDED
    if last is not None and last <= today + timedelta(days=SOON_DAYS):
        return TrainingState.DUE_SOON
    return TrainingState.IN_DATE


def _lapse_words(last: date | None, today: date) -> str:
    if last is None:
        return "Once is enough"
    return f"Lapsed {long_date(last)}" if last < today else f"In date until {long_date(last)}"


def _told(state: TrainingState, last: date | None) -> str:
    if last is None:
        return f"{state.value}, once is enough"
    return f"{state.value}, {'ended' if state is TrainingState.LAPSED else 'until'} {long_date(last)}"
