# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce book: which sheets and columns it has, and how each field stands in a cell, both ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.models.workforce.book_cells import Value, packed_value
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import OtherName
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession

BOOK_MARK = "Sevenfold workforce book"
BOOK_VERSION = 1
ABOUT_SHEET = "About this book"
ABOUT_COLUMNS = ("What", "Which")
MARK_LINE, VERSION_LINE = "Kind of file", "Version of its layout"

Names = Mapping[str, Mapping[str, str]]  # what is called how, by what it is and its id


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role of one person, in its place among theirs; roles have a sheet of their own."""

    person_id: str
    place: int
    code: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. With ``told`` it shows the name that belongs to the id in ``field``, and is not read back."""

    heading: str
    field: str
    told: str = ""
    width: float = 14


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet: records of one kind. What is not ``read_back`` stays out of the round trip."""

    title: str
    kind: type[Any]
    columns: tuple[Column, ...]
    read_back: bool = True

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, in the order of the columns."""
        return tuple(column.heading for column in self.columns)

    def line(self, record: object, names: Names) -> tuple[Value, ...]:
        """The cells of a record."""
        return tuple(_cell(record, column, names) for column in self.columns)


def sheet_of(kind: type[Any], title: str = "") -> BookSheet:
    """The sheet of a kind of record; the first one, or the one with the title."""
    return next(sheet for sheet in SHEETS if sheet.kind is kind and title in {"", sheet.title})


def _cell(record: object, column: Column, names: Names) -> Value:
    value = getattr(record, column.field)
    if not column.told:
        return packed_value(value)
    return packed_value(names[column.told].get(value, "")) if value else None


def _of(heading: str, field: str, width: float = 14) -> Column:
    return Column(heading, field, width=width)


_PERSON = Column("Person", "person_id", "person", 24)
_COURSE = Column("Course", "course_id", "course", 34)
_IDS = (_of("Id", "id", 34), _of("Person id", "person_id", 34))
_COURSE_ID = _of("Course id", "course_id")

SHEETS = (
    BookSheet(
        "People",
        Person,
        (
            _of("Name", "name", 24),
            _of("Code", "code", 8),
            Column("Roles today", "id", "roles", 34),
            _of("First day", "started"),
            _of("Last day", "left"),
            _of("Terms", "employed_as"),
            _of("Minutes a week", "weekly_minutes"),
            Column("Line manager", "line_manager_id", "person", 24),
            Column("Practice supervisor", "practice_supervisor_id", "person", 24),
            _of("Practice supervisor from elsewhere", "outside_supervisor", 24),
            _of("Works with users", "with_users"),
            _of("Works with survivors", "with_survivors"),
            _of("First contact", "first_contact"),
            _of("Induction signed off", "induction_on"),
            _of("Induction signed off by", "induction_by", 24),
            _of("Id", "id", 34),
            _of("Line manager id", "line_manager_id", 34),
            _of("Practice supervisor id", "practice_supervisor_id", 34),
        ),
    ),
    BookSheet(
        "Roles",
        RoleRow,
        (
            _PERSON,
            Column("Role", "code", "role", 34),
            _of("Since", "since"),
            _of("Until", "until"),
            _of("Place among their roles", "place"),
            _of("Role code", "code"),
            _of("Person id", "person_id", 34),
        ),
    ),
    BookSheet(
        "Training",
        TrainingRecord,
        (
            _PERSON,
            _COURSE,
            _of("Completed", "completed"),
            _of("Its own last day", "expires"),
            _of("Result", "result"),
            _of("Minutes", "minutes", 10),
            _of("Provider", "provider", 24),
            _of("Certificate seen by", "seen_by", 24),
            _COURSE_ID,
            *_IDS,
            _of("Certificate id", "certificate_id", 34),
            _of("Training day id", "session_id", 34),
        ),
    ),
    BookSheet(
        "Bookings",
        Booking,
        (
            _PERSON,
            _COURSE,
            _of("Booked for", "booked_for"),
            _COURSE_ID,
            *_IDS,
            _of("Training day id", "session_id", 34),
        ),
    ),
    BookSheet(
        "Training days",
        TrainingSession,
        (
            _COURSE,
            _of("Held on", "held_on"),
            _of("Minutes", "minutes", 10),
            _of("Trainer", "trainer", 24),
            _of("People from elsewhere", "outside"),
            _COURSE_ID,
            _of("Id", "id", 34),
            _of("Evidence id", "evidence_id", 34),
        ),
    ),
    BookSheet(
        "Supervision",
        SupervisionSession,
        (
            _PERSON,
            Column("Kind", "kind_id", "supervision", 30),
            _of("Planned for", "planned_for"),
            _of("State", "state"),
            _of("Held on", "held_on"),
            _of("Minutes", "minutes", 10),
            Column("Supervisor", "supervisor_id", "person", 24),
            _of("Supervisor from elsewhere", "outside_supervisor", 24),
            _of("Themes", "themes", 24),
            _of("Kind id", "kind_id"),
            *_IDS,
            _of("Supervisor id", "supervisor_id", 34),
            _of("Makes up for", "makes_up", 34),
            _of("Group id", "group_id", 34),
        ),
    ),
    BookSheet(
        "How often supervision is",
        SupervisionRule,
        (
            Column("Kind", "id", "supervision", 30),
            _of("Every so many days", "every_days"),
            _of("Minutes", "minutes"),
            _of("Kind id", "id"),
        ),
    ),
    BookSheet(
        "Hours",
        HoursEntry,
        (
            _PERSON,
            Column("Log", "course_id", "course", 34),
            _of("Day", "day"),
            _of("Minutes", "minutes", 10),
            _of("Supervised by", "supervised_by", 24),
            _COURSE_ID,
            *_IDS,
        ),
    ),
    BookSheet(
        "Competence",
        CompetenceJudgement,
        (
            _PERSON,
            Column("Competency", "competency_id", "competency", 44),
            _of("Level", "level", 8),
            _of("Judged on", "judged_on"),
            _of("Judged by", "judged_by", 24),
            _of("Basis", "basis"),
            _of("Competency id", "competency_id"),
            *_IDS,
        ),
    ),
    BookSheet(
        "Courses",
        CourseRule,
        (
            _of("Name", "name", 34),
            _of("Kind", "kind"),
            _of("Needed by roles", "roles", 24),
            _of("Core for roles", "core_for", 24),
            _of("Mandatory", "mandatory"),
            _of("Good for months", "valid_months"),
            _of("Hours", "hours", 10),
            _of("Renewal window in days", "window_days"),
            _of("Grace in days", "grace_days"),
            _of("Id", "id", 34),
        ),
    ),
    BookSheet(
        "References and identity",
        RecruitmentCheck,
        (_PERSON, _of("What was checked", "kind"), _of("Seen on", "seen_on"), _of("Seen by", "seen_by", 24), *_IDS),
    ),
    BookSheet(
        "Other names",
        OtherName,
        (_PERSON, _of("Also written as", "name", 24), *_IDS),
    ),
    BookSheet(
        "Counts of the workforce",
        DiversityCount,
        (
            _of("Group", "group", 24),
            _of("Describe themselves as", "label", 24),
            _of("People", "people", 10),
            _of("Counted on", "counted_on"),
            _of("Id", "id", 34),
        ),
    ),
)

DBS_SHEET = BookSheet(
    "DBS checks",
    RecruitmentCheck,
    (
        _PERSON,
        _of("Level", "level", 24),
        _of("Issued", "issued"),
        _of("Seen on", "seen_on"),
        _of("Seen by", "seen_by", 24),
        _of("Update service", "update_service"),
        _of("Decision", "decision", 24),
        _of("Decided on", "decided_on"),
        _of("Decided by", "decided_by", 24),
        _of("Recheck due (our policy)", "recheck_due"),
    ),
    read_back=False,
)

NO_NAMES: Names = MappingProxyType({})


def role_rows(people: Sequence[Person]) -> list[RoleRow]:
    """The roles of people as rows of their own."""
    return [
        RoleRow(person.id, place, role.code, role.since, role.until)
        for person in people
        for place, role in enumerate(person.roles, 1)
    ]
