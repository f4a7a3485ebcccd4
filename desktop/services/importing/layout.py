# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What stands where in a sheet: a frozen value that is guessed, shown, and may be corrected by a person."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a file is about."""

    TRAINING = "training"
    STAFF = "staff"
    SUPERVISION = "supervision"
    ATTENDANCE = "attendance"


class Way(StrEnum):
    """Which way round a sheet is."""

    PEOPLE_DOWN = "people in rows, courses in columns"
    PEOPLE_ACROSS = "courses in rows, people in columns"
    LONG = "one record in each row"
    PERSON_A_ROW = "one person in each row"


class Field(StrEnum):
    """What a column may hold. A column of one course is ``COURSE_CELLS``; in the long form the course is a word."""

    PERSON = "person"
    FIRST_NAME = "first name"
    SURNAME = "surname"
    ROLE = "role"
    EMPLOYED_AS = "employed or volunteer"
    START = "start date"
    END = "leaving date"
    HOURS = "hours"
    LINE_MANAGER = "line manager"
    PRACTICE_SUPERVISOR = "practice supervisor"
    DBS_LEVEL = "DBS level"
    DBS_ISSUED = "DBS issue date"
    DBS_UPDATE = "DBS update service"
    WITH_USERS = "works with people who have used abuse"
    WITH_SURVIVORS = "works with victim-survivors"
    EMAIL = "work e-mail"
    NOTES = "notes"
    COURSE = "course"
    COURSE_CELLS = "course column"
    COURSE_EXPIRES = "expiry column of a course"
    COMPLETED = "completed"
    EXPIRES = "expires"
    DATE = "date"
    SUPERVISOR = "supervisor"
    SUPERVISION_KIND = "kind of supervision"
    MINUTES = "minutes"
    VALIDITY = "how often"
    STATUS = "status"
    NEXT_DATE = "next date"
    ORGANISATION = "organisation"
    NUMBER = "number"
    PRESENT = "present"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Place:
    """One column of the sheet (a row, when people stand across): where, what it holds, and the words over it.

    ``valid_months`` is how long a course counts, as far as its heading says so.
    """

    at: int
    field: Field
    heading: str = ""
    valid_months: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where. All numbers count from 0; when people stand across, read row for column and column for row.

    ``rows`` are the rows that hold a person (or a record), in order; the rows between that hold none are left out.
    """

    kind: Kind
    sheet: str
    way: Way
    header_rows: tuple[int, ...]
    rows: tuple[int, ...]
    places: tuple[Place, ...]
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    sheets_left_alone: tuple[str, ...] = ()
    day_first: bool | None = None

    @property
    def courses(self) -> tuple[Place, ...]:
        """The columns that hold one course each."""
        return tuple(place for place in self.places if place.field is Field.COURSE_CELLS)

    def column(self, field: Field) -> int | None:
        """Where that field stands, or None when the sheet has none."""
        return next((place.at for place in self.places if place.field is field), None)


@dataclass(frozen=True, slots=True)
class Guess:
    """A layout with what speaks for it: about how many cells it would read. The sheet with most is taken."""

    layout: Layout
    worth: float
