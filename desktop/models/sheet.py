# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is in a spreadsheet file, as it was read: sheets of cells, with what a person can see and what they cannot."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SheetKind = Literal["csv", "xlsx", "ods"]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell. ``text`` is what the file shows, or '' when blank.

    ``day`` is a true date of the file, ``number`` a true number; a date typed as text has neither. ``formula`` is the
    formula without its result, ``note`` the comment on the cell, ``struck`` whether its words are struck through.
    """

    text: str = ""
    day: date | None = None
    number: float | None = None
    formula: str = ""
    note: str = ""
    struck: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing is in it."""
        return not self.text.strip() and self.day is None and self.number is None


BLANK = SheetCell()


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells joined into one, by 0-based first and last row and column; the value stands in the first."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` and columns count from 0; rows may have different lengths."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> SheetCell:
        """The cell there, blank beyond the edge."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return BLANK


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file of sheets, in the order of the file. A CSV file has one, named like the file."""

    name: str
    kind: SheetKind
    sheets: tuple[Sheet, ...]


def cell_name(row: int, column: int) -> str:
    """'G7' for 0-based row 6 and column 6."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
