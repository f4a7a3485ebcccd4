# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Everything that the workbook holds about one person, gathered to be printed."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from desktop.models.dates import long_date
from desktop.models.prints import PrintHead, RecordGroup, RecordPrint
from desktop.models.scoring import same_person
from desktop.models.workforce.checks import CheckKind
from desktop.models.workforce.competence import LEVELS
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.services.names_in_rounds import names_in_answers, names_in_sign_offs
from desktop.services.workforce.check_words import dbs_words
from desktop.services.workforce.exporting import names_of
from desktop.storage.database import Database

ONLY_RECORDS = (
    "Printed from the workbook. Not in it: earlier wordings, which are kept so that steps can be undone, "
    "and backups and packs made before."
)
DBS_LEFT_OUT = "DBS facts are held, and are left out of this print."

Rows = Iterable[tuple[str, ...]]


class _OfSomeone(Protocol):
    @property
    def person_id(self) -> str: ...


R = TypeVar("R", bound=_OfSomeone)


class PersonRecord:
    """Gathers the record of one person."""

    def __init__(self, db: Database, workforce: Workforce, person: Person) -> None:
        self._db, self._workforce, self._person = db, workforce, person
        self._names = names_of(workforce)

    def printed(self, head: PrintHead, *, include_dbs: bool) -> RecordPrint:
        """The whole record in groups."""
        name = self._person.name
        words = f"Everything held about {name} on {long_date(self._workforce.as_at)}. {ONLY_RECORDS}"
        groups = (
            _group("Who they are", "", (("What", 40), ("Held", 100)), self._who()),
            _group("Roles", "No role is recorded.", (("Role", 80), ("Since", 30), ("Until", 30)), self._roles()),
            _group("Training", "No training is recorded.", _TRAINING, self._training()),
            _group("Booked", "Nothing is booked.", (("Course", 100), ("For", 40)), self._booked()),
            _group("Hours", "No hours are recorded.", _HOURS, self._hours()),
            _group("Supervision", "No supervision is recorded.", _SUPERVISION, self._supervision()),
            _group("Competence", "No judgement is recorded.", _COMPETENCE, self._competence()),
            _group("Recruitment checks", "No check is recorded.", _CHECKS, self._checks(include_dbs=include_dbs)),
            _group("Named elsewhere", "Nowhere else by this name.", (("Where", 100), ("How often", 40)), self._named()),
        )
        return RecordPrint(head, name, words, groups)

    def _who(self) -> Rows:
        one, people = self._person, self._names["person"]
        held = (
            ("Code", one.code),
            ("First day", _day(one.started)),
            ("Last day", _day(one.left)),
            ("Terms", (one.employed_as or "").capitalize()),
            ("Time a week", hours_words(one.weekly_minutes) if one.weekly_minutes else ""),
            ("Line manager", people.get(one.line_manager_id or "", "")),
            ("Practice supervisor", people.get(one.practice_supervisor_id or "", "") or one.outside_supervisor),
            ("Works with people who use harm", _truth(said=one.with_users)),
            ("Works with victim-survivors", _truth(said=one.with_survivors)),
            ("First contact", _day(one.first_contact)),
            ("Induction signed off", ", ".join(filter(None, (_day(one.induction_on), one.induction_by)))),
            ("Also written as", ", ".join(other.name for other in self._db.other_names.list(person_id=one.id))),
        )
        return [line for line in held if line[1]]

    def _roles(self) -> Rows:
        for role in self._person.roles:
            yield self._names["role"].get(role.code, role.code), _day(role.since), _day(role.until)

    def _training(self) -> Rows:
        for one in self._of(self._workforce.training):
            files = "certificate kept" if one.certificate_id else ""
            seen = f"seen by {one.seen_by}" if one.seen_by else ""
            length = hours_words(one.minutes) if one.minutes else ""
            lasts = f"its own last day {_day(one.expires)}" if one.expires else ""
            more = ", ".join(filter(None, (length, lasts, one.provider, seen, files)))
            yield self._course(one.course_id), _day(one.completed), one.result.capitalize(), more

    def _booked(self) -> Rows:
        for one in self._of(self._workforce.bookings):
            yield self._course(one.course_id), _day(one.booked_for) or "Day not known"

    def _hours(self) -> Rows:
        for one in self._of(self._workforce.hours):
            yield self._course(one.course_id), _day(one.day), hours_words(one.minutes), one.supervised_by

    def _supervision(self) -> Rows:
        for one in self._of(self._workforce.supervision):
            kind = self._names["supervision"].get(one.kind_id, one.kind_id)
            whom = self._names["person"].get(one.supervisor_id or "", "") or one.outside_supervisor
            length = hours_words(one.minutes) if one.minutes else ""
            yield kind, _day(one.day), one.state.capitalize(), ", ".join(filter(None, (length, whom, *one.themes)))

    def _competence(self) -> Rows:
        for one in self._of(self._workforce.competence):
            text = self._names["competency"].get(one.competency_id, one.competency_id)
            yield text, LEVELS[one.level], _day(one.judged_on), f"{one.judged_by}, {one.basis}".strip(", ")

    def _checks(self, *, include_dbs: bool) -> Rows:
        for one in self._of(self._workforce.checks):
            if one.kind is not CheckKind.DBS or include_dbs:
                yield one.kind[0].upper() + one.kind[1:], _day(one.seen_on), one.seen_by, dbs_words(one)
            else:
                yield "DBS", "", "", DBS_LEFT_OUT

    def _named(self) -> Rows:
        """Where the record or the name stands in what is not about this person."""
        db, name, own = self._db, self._person.name, self._person.id
        counts = {
            "Supervisor of someone's session": sum(one.supervisor_id == own for one in self._workforce.supervision),
            "Line manager": sum(one.line_manager_id == own for one in self._workforce.people),
            "Practice supervisor": sum(one.practice_supervisor_id == own for one in self._workforce.people),
            "Trainer of a training day": _times(name, (one.trainer for one in db.sessions.list())),
            "Saw a certificate": _times(name, (one.seen_by for one in self._workforce.training)),
            "Judged someone's competence": _times(name, (one.judged_by for one in self._workforce.competence)),
            "Saw or decided a check": _times(
                name, (who for one in self._workforce.checks for who in {one.seen_by, one.decided_by})
            ),
            "Supervised someone's hours": _times(name, (one.supervised_by for one in self._workforce.hours)),
            "Signed off an induction": _times(name, (one.induction_by for one in self._workforce.people)),
            "Judged, read or confirmed an answer": sum(_times(name, names) > 0 for names in names_in_answers(db)),
            "Assessed, signed off or reopened an assessment": sum(
                _times(name, names) > 0 for names in names_in_sign_offs(db)
            ),
            "Owner of an action": _times(name, (one.owner for one in db.actions.list())),
            "Closed an action": _times(name, (one.closing.by for one in db.actions.list())),
        }
        return [(where, "Once" if count == 1 else f"{count} times") for where, count in counts.items() if count]

    def _course(self, course_id: str) -> str:
        return self._names["course"].get(course_id, course_id)

    def _of(self, records: Iterable[R]) -> Iterable[R]:
        return (record for record in records if record.person_id == self._person.id)


_TRAINING = (("Course", 52), ("Completed", 34), ("Result", 22), ("More", 48))
_HOURS = (("Log", 60), ("Day", 30), ("Time", 30), ("Supervised by", 36))
_SUPERVISION = (("Kind", 48), ("Day", 36), ("State", 22), ("More", 50))
_COMPETENCE = (("Competency", 60), ("Level", 34), ("Judged on", 34), ("By, and on what", 38))
_CHECKS = (("Check", 24), ("Seen on", 36), ("Seen by", 36), ("More", 60))


def _group(title: str, empty: str, columns: tuple[tuple[str, float], ...], rows: Rows) -> RecordGroup:
    return RecordGroup(title, empty, columns, tuple(rows))


def _times(name: str, said: Iterable[str]) -> int:
    return sum(bool(one) and same_person(name, one) for one in said)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _truth(*, said: bool | None) -> str:
    return {True: "Yes", False: "No", None: ""}[said]
