# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What one cell says about a course: done on a day, done, booked, only an expiry, not needed, or not to be read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.sheet import SheetCell


class CellClass(StrEnum):
    """What a cell says. ``QUESTION`` has more than one reading; ``PROBLEM`` has none."""

    BLANK = "blank"
    DATED = "dated"
    DONE_UNDATED = "done_undated"
    BOOKED = "booked"
    EXPIRY_ONLY = "expiry_only"
    NOT_APPLICABLE = "not_applicable"
    PROBLEM = "problem"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class CellReading:
    """One cell, read. ``readings`` are the days it may mean when it is a question, the likely one first.

    ``message`` says what is wrong or asked, in words for a person.
    """

    cell_class: CellClass
    day: date | None = None
    expires: date | None = None
    note: str = ""
    message: str = ""
    readings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How the typed dates of a sheet stand. ``day_first`` is None while nothing shows it.

    ``settled`` is set once a person has said it: then no date of two small numbers is asked again.
    """

    day_first: bool | None = None
    settled: bool = False


def read_cell(cell: SheetCell, order: DateOrder, today: date) -> CellReading:
    """What a training cell says."""
    raise NotImplementedError


def read_day(cell: SheetCell, order: DateOrder, today: date) -> CellReading:
    """The date in a cell that should hold one: ``DATED``, ``BLANK``, ``QUESTION`` or ``PROBLEM``."""
    raise NotImplementedError


def date_order(cells: list[SheetCell]) -> DateOrder:
    """What the typed dates of a sheet show about their order."""
    raise NotImplementedError
