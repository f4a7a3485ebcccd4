# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as it is on a day: everything that the figures and lists of Standard 6 are worked out from."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from operator import attrgetter
from typing import TypeVar

from desktop.models.catalogue import Catalogue, Course
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.expiry import best_record
from desktop.models.workforce.hours import PRACTICE_HOURS, YEARLY_HOURS, Spent, learning_spent, practice_spent, reached
from desktop.models.workforce.ledger import Ledger
from desktop.models.workforce.people import Person
from desktop.models.workforce.supervision import SupervisionSession
from desktop.models.workforce.training import Booking, HoursEntry, TrainingRecord

T = TypeVar("T")


def once(work: Callable[["Workforce"], T]) -> Callable[["Workforce"], T]:
    """Work something out once for a workforce, and keep it there as long as that stands, as a cached property does."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def found(workforce: "Workforce") -> T:
        kept: dict[str, T] = workforce.__dict__
        if name not in kept:
            kept[name] = work(workforce)
        return kept[name]

    return found


@dataclass(frozen=True)
class Workforce:
    """The records, and the day. Indexes are worked out once, so asking about each person and course stays cheap."""

    catalogue: Catalogue
    people: Sequence[Person]
    training: Sequence[TrainingRecord]
    supervision: Sequence[SupervisionSession]
    as_at: date
    competence: Sequence[CompetenceJudgement] = ()
    checks: Sequence[RecruitmentCheck] = ()
    hours: Sequence[HoursEntry] = ()
    bookings: Sequence[Booking] = ()

    def take_over(self, before: "Workforce") -> None:
        """Keep the indexes of another workforce of the same day that rest on the very records that this one has."""
        for records, indexes in _RESTS_ON.items():
            if getattr(self, records) is getattr(before, records):
                self.__dict__.update({name: before.__dict__[name] for name in indexes if name in before.__dict__})

    @cached_property
    def current(self) -> tuple[Person, ...]:
        """The people who work for the charity on the day; the last day counts."""
        return tuple(person for person in self.people if person.works_on(self.as_at))

    @cached_property
    def staff(self) -> tuple[Person, ...]:
        """Current staff and volunteers. Someone whose only roles are outside (a trustee, an interpreter) is neither."""
        return tuple(person for person in self.current if not self.only_outside(person))

    @cached_property
    def practitioners(self) -> tuple[Person, ...]:
        """Current people in a role that works with people."""
        practice = set(self.catalogue.practice_roles)
        return tuple(person for person in self.current if practice & set(self.roles(person)))

    def roles(self, person: Person) -> tuple[str, ...]:
        """The codes of the roles that someone holds on the day."""
        kept = self._roles.get(person.id)
        return kept[1] if kept is not None and kept[0] is person else person.roles_on(self.as_at)

    def only_outside(self, person: Person) -> bool:
        """Whether someone holds only roles outside the staff, like a trustee."""
        held = set(self.roles(person))
        return bool(held) and held <= self._outside

    def records_of(self, person: Person, course: Course) -> Sequence[TrainingRecord]:
        """What someone took of a course up to the day, in the order of completion."""
        return self._training.get((person.id, course.id), ())

    def best(self, person: Person, course: Course) -> tuple[TrainingRecord, date | None] | None:
        """The record of a course that counts longest, with its last day (None: once is enough); None without one."""
        return best_record(self.records_of(person, course), course)

    def holds(self, person: Person, course: Course) -> bool:
        """Whether someone holds a course in date on the day: by a record, or by the hours that were logged."""
        best = self.best(person, course)
        if best is not None and (best[1] is None or best[1] >= self.as_at):
            return True
        return reached(self.spent(person, course), course)

    def spent(self, person: Person, course: Course) -> Sequence[Spent]:
        """The time that counts towards a log of hours on the day; nothing for other courses."""
        entries = self._hours.get(person.id, ())
        if course.kind == PRACTICE_HOURS:
            return practice_spent(entries, course, self.as_at)
        if course.kind == YEARLY_HOURS:
            return learning_spent(entries, self.taken_by(person), course, self.as_at)
        return ()

    def entries_of(self, person: Person) -> Sequence[HoursEntry]:
        """The hours logged for someone, oldest first."""
        return self._hours.get(person.id, ())

    def booking_of(self, person: Person, course: Course) -> Booking | None:
        """The next booking of a course, which never counts; one whose day is not known comes last."""
        return self._bookings.get((person.id, course.id))

    def taken_by(self, person: Person) -> Sequence[TrainingRecord]:
        """The training of someone that says how long it took."""
        return self._taken.get(person.id, ())

    def checks_of(self, person: Person) -> Sequence[RecruitmentCheck]:
        """The recruitment checks of someone, as they were recorded."""
        return self._checks.get(person.id, ())

    def sessions_of(self, person: Person) -> Sequence[SupervisionSession]:
        """The supervision of someone, past and planned, in the order of the days planned for."""
        return self._sessions.get(person.id, ())

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of supervision, as at the day."""
        return Ledger(self.supervision, self.as_at)

    @cached_property
    def supervision_begun(self) -> Mapping[str, date]:
        """By kind, the first day up to now for which supervision of that kind is recorded, of anyone."""
        found: dict[str, date] = {}
        for session in self.supervision:
            if session.planned_for <= min(self.as_at, found.get(session.kind_id, date.max)):
                found[session.kind_id] = session.planned_for
        return found

    @cached_property
    def _roles(self) -> Mapping[str, tuple[Person, tuple[str, ...]]]:
        return {person.id: (person, person.roles_on(self.as_at)) for person in self.people}

    @cached_property
    def _outside(self) -> frozenset[str]:
        return frozenset(role.code for role in self.catalogue.roles if not role.staff)

    @cached_property
    def _training(self) -> Mapping[tuple[str, str], Sequence[TrainingRecord]]:
        found: dict[tuple[str, str], list[TrainingRecord]] = defaultdict(list)
        for record in sorted(self.training, key=attrgetter("completed", "id")):
            if record.completed <= self.as_at:
                found[record.person_id, record.course_id].append(record)
        return found

    @cached_property
    def _taken(self) -> Mapping[str, Sequence[TrainingRecord]]:
        """By person, the records that say how long the course took."""
        found: dict[str, list[TrainingRecord]] = defaultdict(list)
        for record in self.training:
            if record.minutes:
                found[record.person_id].append(record)
        return found

    @cached_property
    def _hours(self) -> Mapping[str, Sequence[HoursEntry]]:
        found: dict[str, list[HoursEntry]] = defaultdict(list)
        for entry in sorted(self.hours, key=lambda one: (one.day, one.id)):
            found[entry.person_id].append(entry)
        return found

    @cached_property
    def _bookings(self) -> Mapping[tuple[str, str], Booking]:
        latest_first = sorted(self.bookings, key=lambda one: (one.booked_for or date.max, one.id), reverse=True)
        return {(one.person_id, one.course_id): one for one in latest_first}

    @cached_property
    def _checks(self) -> Mapping[str, Sequence[RecruitmentCheck]]:
        found: dict[str, list[RecruitmentCheck]] = defaultdict(list)
        for check in self.checks:
            found[check.person_id].append(check)
        return found

    @cached_property
    def _sessions(self) -> Mapping[str, Sequence[SupervisionSession]]:
        found: dict[str, list[SupervisionSession]] = defaultdict(list)
        for session in sorted(self.supervision, key=attrgetter("planned_for", "id")):
            found[session.person_id].append(session)
        return found


_RESTS_ON = {
    "training": ("_training", "_taken"),
    "supervision": ("ledger", "supervision_begun", "_sessions"),
    "hours": ("_hours",),
    "bookings": ("_bookings",),
    "checks": ("_checks",),
}
