# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hours that are logged: supervised practice towards leading alone, and the learning of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Course
from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.choices import Choice
from desktop.models.dates import long_date
from desktop.models.day_checks import check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.hours import (
    LOGS,
    PRACTICE_HOURS,
    YEARLY_HOURS,
    hours_words,
    last_day_reached,
    minutes_of,
    reached,
)
from desktop.models.workforce.needs import needs
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import HoursEntry
from desktop.services.intake import new_id
from desktop.services.kept_workforce import KeptWorkforce
from desktop.services.targets import Mark
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

LONGEST = 720


class HoursMinutesError(AppError):
    """Minutes that no day has room for."""

    code = "hours_minutes"
    happened = "One day cannot hold {minutes} minutes of this."
    safe = "Nothing was changed."
    to_do = f"Type the minutes of one day, from 1 to {LONGEST}, which is 12 hours."


class NobodySupervisedError(AppError):
    """Supervised practice with nobody who supervised it."""

    code = "nobody_supervised"
    happened = "It is not said who supervised these hours."
    safe = "Nothing was changed."
    to_do = "Type the name of who was there to supervise."


@dataclass(frozen=True, slots=True)
class HoursEntryLine:
    """One day of a log. ``id`` is '' for a course whose time counts as learning: that is edited under training."""

    id: str
    day: date
    day_words: str
    length: str
    what: str
    supervised_by: str = ""


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One log of one person: ``words`` like '14 hours of 72'. ``proof``: the dated record that counts, or ''.

    ``until`` is the last day on which the year's hours are there if no more is learnt.
    """

    person_id: str
    person: str
    course_id: str
    course: str
    minutes: int
    of_minutes: int | None
    words: str
    enough: bool
    mark: Mark
    proof: str
    until: date | None
    entries: tuple[HoursEntryLine, ...]


class Hours:
    """The hours logs of one open workbook."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._kept = KeptWorkforce(workbook.db)

    def logs(self) -> tuple[Choice, ...]:
        """The logs that there are, with what they ask for."""
        return tuple(Choice(log.id, log.name, log.length) for log in _logs(self._workforce()))

    def asks_supervisor(self, course_id: str) -> bool:
        """Whether who supervised is asked for with these hours."""
        return self._log(course_id).kind == PRACTICE_HOURS

    def lines(self) -> tuple[HoursLine, ...]:
        """Each log of everyone who works here and needs it, by name."""
        workforce = self._workforce()
        people = sorted(workforce.staff, key=lambda one: one.name.casefold())
        return tuple(
            _line(workforce, person, log)
            for person in people
            for log in _logs(workforce)
            if needs(workforce, person, log)
        )

    def view(self, person_id: str) -> tuple[HoursLine, ...]:
        """The logs that someone needs, and those that hold anything of theirs; ``LookupError`` when they are gone."""
        workforce, person = self._workforce(), self._db.people.get(person_id)
        return tuple(
            _line(workforce, person, log)
            for log in _logs(workforce)
            if needs(workforce, person, log) or any(one.course_id == log.id for one in workforce.entries_of(person))
        )

    def add(self, person_id: str, course_id: str, day: date, minutes: int, supervised_by: str = "") -> str:
        """Log hours of one day; gives the entry's id. Supervised practice says who supervised."""
        person, log = self._db.people.get(person_id), self._log(course_id)
        supervised_by = " ".join(supervised_by.split())
        check_passed(day, self._clock.today(), "A day of hours")
        check_no_number(supervised_by)
        if not 1 <= minutes <= LONGEST:
            raise HoursMinutesError(minutes=minutes)
        if log.kind == PRACTICE_HOURS and not supervised_by:
            raise NobodySupervisedError
        entry = HoursEntry(new_id(), person.id, log.id, day, minutes, supervised_by)
        with self._db.write(Op.RECORD_HOURS, f"of {person.name}", about=person.id):
            self._db.hours.save(entry)
        return entry.id

    def remove(self, entry_id: str) -> None:
        """Take an entry away."""
        entry = self._db.hours.get(entry_id)
        name = self._db.people.get(entry.person_id).name
        with self._db.write(Op.REMOVE_HOURS, f"of {name}", about=entry.person_id):
            self._db.hours.remove(entry_id)

    def _workforce(self) -> Workforce:
        return self._kept.on(self._clock.today())

    def _log(self, course_id: str) -> Course:
        return next(log for log in _logs(self._workforce()) if log.id == course_id)


def _logs(workforce: Workforce) -> tuple[Course, ...]:
    return tuple(course for course in workforce.catalogue.courses if course.kind in LOGS)


def _line(workforce: Workforce, person: Person, log: Course) -> HoursLine:
    spent = workforce.spent(person, log)
    minutes, enough = minutes_of(spent), workforce.holds(person, log)
    words = hours_words(minutes) + (f" of {log.hours}" if log.hours else "")
    return HoursLine(
        person_id=person.id,
        person=person.name,
        course_id=log.id,
        course=log.name,
        minutes=minutes,
        of_minutes=log.hours * 60 if log.hours else None,
        words=words,
        enough=enough,
        mark=Mark.TICK if enough else Mark.HALF if minutes else Mark.RING,
        proof=_proof(workforce, person, log) if not reached(spent, log) else "",
        until=last_day_reached(spent, log) if log.kind == YEARLY_HOURS else None,
        entries=tuple(sorted(_entries(workforce, person, log), key=lambda line: line.day, reverse=True)),
    )


def _proof(workforce: Workforce, person: Person, log: Course) -> str:
    best = workforce.best(person, log)
    if best is None or not workforce.holds(person, log):
        return ""
    record, last = best
    until = f", in date until {long_date(last)}" if last else ""
    return f"Recorded as complete on {long_date(record.completed)}{until}"


def _entries(workforce: Workforce, person: Person, log: Course) -> Iterator[HoursEntryLine]:
    for entry in workforce.entries_of(person):
        if entry.course_id == log.id:
            what = f"Supervised by {entry.supervised_by}" if entry.supervised_by else ""
            yield HoursEntryLine(
                entry.id, entry.day, long_date(entry.day), hours_words(entry.minutes), what, entry.supervised_by
            )
    if log.kind == YEARLY_HOURS:
        names = {course.id: course.name for course in workforce.catalogue.courses}
        for record in workforce.taken_by(person):
            length = hours_words(record.minutes or 0)
            what = names.get(record.course_id, record.course_id)
            yield HoursEntryLine("", record.completed, long_date(record.completed), length, what)
