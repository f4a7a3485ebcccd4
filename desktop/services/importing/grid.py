# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A sheet as the reader of a layout walks over it: turned when people stand across, merged cells filled downwards."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from itertools import chain, repeat

from desktop.models.sheet import BLANK, Sheet, SheetCell, cell_name
from desktop.services.importing.cells import CellClass, DateOrder, plain_numbers, read_cell

_FAR_AHEAD = date(2099, 12, 31)
_NO_ORDER = DateOrder()
_NO_RECORD = {CellClass.BLANK, CellClass.PROBLEM}


class Tells(IntEnum):
    """What a cell looks like before its layout is known."""

    NOTHING = 0
    RECORD = 1
    WORDS = 2
    OTHER = 3


@dataclass(frozen=True)
class Grid:
    """A sheet, or the same with rows for columns. Cells keep the names they have in the file."""

    sheet: Sheet
    turned: bool = False

    @cached_property
    def tells(self) -> tuple[tuple[Tells, ...], ...]:
        """What every cell looks like, by rows, all of one length."""
        known: dict[str, Tells] = {}
        return tuple(
            tuple(chain((_tells(cell, known) for cell in row), repeat(Tells.NOTHING, self.width - len(row))))
            for row in self.rows
        )

    @cached_property
    def columns_told(self) -> tuple[tuple[Tells, ...], ...]:
        """As ``tells``, by columns."""
        return tuple(zip(*self.tells, strict=True))

    @cached_property
    def turned_over(self) -> "Grid":
        """The same sheet with rows for columns."""
        other = Grid(self.sheet, turned=not self.turned)
        other.__dict__["tells"] = self.columns_told  # what is known of the cells stays known
        return other

    def records_in(self, column: int, rows: range) -> int:
        """How many cells of the column look like training records."""
        return self.columns_told[column][rows.start : rows.stop].count(Tells.RECORD)

    def words_in(self, column: int, rows: range) -> int:
        """How many cells of the column hold words that are no record."""
        return self.columns_told[column][rows.start : rows.stop].count(Tells.WORDS)

    @cached_property
    def rows(self) -> tuple[tuple[SheetCell, ...], ...]:
        """The cells by rows of the grid."""
        if not self.turned:
            return self.sheet.rows
        wide = max((len(row) for row in self.sheet.rows), default=0)
        return tuple(
            tuple(self.sheet.cell(row, column) for row in range(len(self.sheet.rows))) for column in range(wide)
        )

    @cached_property
    def width(self) -> int:
        """How many columns there are at most."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def hidden_rows(self) -> frozenset[int]:
        """Rows that a person does not see."""
        return self.sheet.hidden_columns if self.turned else self.sheet.hidden_rows

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Columns that a person does not see."""
        return self.sheet.hidden_rows if self.turned else self.sheet.hidden_columns

    def cell(self, row: int, column: int) -> SheetCell:
        """The cell there, blank beyond the edge."""
        try:
            return self.rows[row][column]
        except IndexError:
            return BLANK

    def text(self, row: int, column: int) -> str:
        """The words there, with single spaces."""
        return " ".join(self.cell(row, column).text.split())

    def name(self, row: int, column: int) -> str:
        """The cell's name in the file."""
        if self.turned:
            row, column = column, row
        return f"{self._letters[column]}{row + 1}" if column < len(self._letters) else cell_name(row, column)

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        wide = len(self.rows) if self.turned else self.width
        return tuple(cell_name(0, column)[:-1] for column in range(wide))

    def row_name(self, row: int) -> str:
        """'row 9', or 'column J' when the sheet is turned."""
        return f"column {cell_name(0, row)[:-1]}" if self.turned else f"row {row + 1}"

    def filled(self, row: int) -> int:
        """How many cells of the row hold something."""
        return sum(not cell.blank for cell in self.rows[row]) if row < len(self.rows) else 0

    @cached_property
    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each cell under a merged one, the first cell of it, whose words it shows."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for merged in self.sheet.merged:
            first = (merged.first_row, merged.first_column)
            last = (merged.last_row, merged.last_column)
            if self.turned:
                first, last = first[::-1], last[::-1]
            for row in range(first[0], last[0] + 1):
                for column in range(first[1], last[1] + 1):
                    found[row, column] = first
        return found

    def shown(self, row: int, column: int) -> str:
        """The words there, those of the merged cell when it is part of one."""
        return self.text(*self.spans.get((row, column), (row, column)))

    def merged_across(self, row: int, column: int) -> bool:
        """Whether the cell is joined with the one to its right or left."""
        first = self.spans.get((row, column))
        return first is not None and (
            self.spans.get((row, column + 1)) == first or (column > 0 and self.spans.get((row, column - 1)) == first)
        )


def is_record(cell: SheetCell) -> bool:
    """Whether the cell looks like one of a training record: a date, a tick, booked, not needed."""
    return _tells(cell, {}) is Tells.RECORD


def _tells(cell: SheetCell, known: dict[str, Tells]) -> Tells:
    if cell.day is not None:
        return Tells.RECORD
    if cell.number is not None or cell.formula:
        return Tells.OTHER
    text = cell.text
    told = known.get(text)
    if told is None:
        told = known[text] = _text_tells(text)
    return told


def _text_tells(text: str) -> Tells:
    if not text.strip():
        return Tells.NOTHING
    if plain_numbers(text) or read_cell(SheetCell(text), _NO_ORDER, _FAR_AHEAD).cell_class not in _NO_RECORD:
        return Tells.RECORD
    return Tells.WORDS if any(sign.isalpha() for sign in text) else Tells.OTHER
