# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What would be stored from a file, before anything is stored: frozen values that a screen or a command can show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.services.importing.cells import CellClass
from desktop.services.importing.layout import Layout


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be stored as it stands. ``cell`` is named as in a spreadsheet: G7."""

    sheet: str
    cell: str
    message: str
    text: str = ""


class Ask(StrEnum):
    """What a question is about."""

    DATE = "date"
    DATE_ORDER = "date order"
    SAME_PERSON = "same person"
    AMOUNT = "amount"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """Something a person must say before the cell is stored. ``likely`` is one of ``choices``, or '' when none is."""

    sheet: str
    cell: str
    message: str
    text: str = ""
    about: Ask = Ask.OTHER
    choices: tuple[str, ...] = ()
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something about a person that the charity should look at. It stops nothing from being stored."""

    person: str
    message: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of the file. ``name`` is tidied, first name first; ``left`` also when only struck through."""

    name: str
    cell: str
    also_known_as: str = ""
    role: str = ""
    employed_as: str = ""
    start: date | None = None
    left: bool = False
    end: date | None = None
    hours: float | None = None
    line_manager: str = ""
    practice_supervisor: str = ""
    dbs_level: str = ""
    dbs_issued: date | None = None
    dbs_update: bool | None = None
    with_users: bool | None = None
    with_survivors: bool | None = None
    email: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One cell about one person and one course. Only those of class ``DATED`` become records.

    ``person`` is the place in ``Preview.people``. ``day`` is when it was completed, or booked for; ``expires`` the last
    day it counts, when the cell says so.
    """

    person: int
    course: str
    cell: str
    cell_class: CellClass
    day: date | None = None
    expires: date | None = None
    hours: float | None = None
    note: str = ""
    shown: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class SamePeople:
    """Two lines that may be one person, by their places in ``Preview.people``."""

    first: int
    second: int
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a file would bring, and what stands in the way. ``figures`` are further counts of a kind of file."""

    layout: Layout
    people: tuple[PersonLine, ...] = ()
    cells: tuple[RecordLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[Warned, ...] = ()
    same_people: tuple[SamePeople, ...] = ()
    figures: tuple[tuple[str, int], ...] = ()

    @property
    def records(self) -> tuple[RecordLine, ...]:
        """The dated completions, which would be stored."""
        return tuple(line for line in self.cells if line.cell_class is CellClass.DATED)
