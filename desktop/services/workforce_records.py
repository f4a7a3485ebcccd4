# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce's records, read from the workbook in one go; after a save only what changed is read again."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Changes
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.rules import with_rules
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord
from desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class WorkforceRecords:
    """Everything that the figures of Standard 6 rest on, as recorded."""

    people: tuple[Person, ...] = ()
    training: tuple[TrainingRecord, ...] = ()
    supervision: tuple[SupervisionSession, ...] = ()
    competence: tuple[CompetenceJudgement, ...] = ()
    checks: tuple[RecruitmentCheck, ...] = ()
    hours: tuple[HoursEntry, ...] = ()
    bookings: tuple[Booking, ...] = ()
    courses: tuple[CourseRule, ...] = ()
    how_often: tuple[SupervisionRule, ...] = ()

    def on(self, catalogue: Catalogue, day: date) -> Workforce:
        """The workforce as it is on a day, with the charity's own courses and rules in the catalogue."""
        return Workforce(
            with_rules(catalogue, self.courses, self.how_often),
            self.people,
            self.training,
            self.supervision,
            day,
            self.competence,
            self.checks,
            self.hours,
            self.bookings,
        )


_NOTHING_YET = WorkforceRecords()
_ALL = frozenset(
    {
        "person",
        "person_role",
        "training_record",
        "supervision_session",
        "competence_judgement",
        "recruitment_check",
        "hours_entry",
        "booking",
        "course",
        "supervision_rule",
    }
)


def read_workforce(db: Database, known: WorkforceRecords = _NOTHING_YET, changed: Set[str] = _ALL) -> WorkforceRecords:
    """The workforce's records. With ``known``, only those in the tables that ``changed`` are read."""
    return WorkforceRecords(
        people=db.people.list() if changed & {"person", "person_role"} else known.people,
        training=db.training.list() if "training_record" in changed else known.training,
        supervision=db.supervision.list() if "supervision_session" in changed else known.supervision,
        competence=db.competence.list() if "competence_judgement" in changed else known.competence,
        checks=db.checks.list() if "recruitment_check" in changed else known.checks,
        hours=db.hours.list() if "hours_entry" in changed else known.hours,
        bookings=db.bookings.list() if "booking" in changed else known.bookings,
        courses=db.courses.list() if "course" in changed else known.courses,
        how_often=db.supervision_rules.list() if "supervision_rule" in changed else known.how_often,
    )


class KeptRecords:
    """The records of one open workbook, and the workforce of the days last asked about, until one of them is saved.

    After such a save there is another ``Workforce``, so that what is worked out ``once`` from one holds as long as it
    stands. The workbook's database is not held here, so this goes when that goes. Used on the database's thread only.
    """

    def __init__(self) -> None:
        self._records = _NOTHING_YET
        self._changed: set[str] = set(_ALL)
        self._days: dict[tuple[str, date], Workforce] = {}
        self._before: dict[tuple[str, date], Workforce] = {}

    def records(self, db: Database) -> WorkforceRecords:
        """The records as they are. After a save only what changed is read again."""
        if self._changed:
            self._records = read_workforce(db, self._records, self._changed)
            self._before = self._days
            self._days = {}
            self._changed.clear()
        return self._records

    def on(self, db: Database, catalogue: Catalogue, day: date) -> Workforce:
        """The workforce on a day. What rests on records that are still the same is taken over from before."""
        records, asked = self.records(db), (catalogue.version, day)
        kept = self._days.get(asked)
        if kept is None:
            if len(self._days) >= _DAYS_KEPT:
                self._days.clear()
            kept = self._days[asked] = records.on(catalogue, day)
            if asked in self._before:
                kept.take_over(self._before[asked])
        return kept

    def note(self, changes: Changes) -> None:
        """Something was saved."""
        self._changed |= changes.tables & _ALL


_DAYS_KEPT = 2
_KEPT: WeakKeyDictionary[Database, KeptRecords] = WeakKeyDictionary()


def kept_records(db: Database) -> KeptRecords:
    """What is kept of a workbook's workforce: one for all services, so that 12,000 records are read once."""
    kept = _KEPT.get(db)
    if kept is None:
        kept = _KEPT[db] = KeptRecords()
        db.on_saved(kept.note)
    return kept
