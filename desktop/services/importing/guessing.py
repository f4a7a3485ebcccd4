# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Guesses what stands where in a grid: the header, the column with names of people, the rows that hold a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.services.importing.grid import Grid, Tells
from desktop.services.importing.headings import field_of, is_how_often
from desktop.services.importing.labels import is_remark, is_total, name_likeness
from desktop.services.importing.layout import Field

_LOOK_FOR_HEADER = 40


@dataclass(frozen=True)
class Header:
    """The rows of a header in a grid, and what each column's words are."""

    grid: Grid
    rows: tuple[int, ...]

    @property
    def below(self) -> range:
        """The rows under the header."""
        return range(self.rows[-1] + 1, len(self.grid.rows))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The words over each column: those of the lowest row that has any."""
        return tuple(self._heading(column) for column in range(self.grid.width))

    def group(self, column: int) -> str:
        """The words of the upper row over the column, carried to the right over blank cells."""
        if len(self.rows) == 1:
            return ""
        for at in range(column, -1, -1):
            if words := self.grid.shown(self.rows[0], at):
                return words
            if self.grid.text(self.rows[-1], at) and at != column and field_of(self.headings[at]) is Field.PERSON:
                break
        return ""

    @cached_property
    def how_often(self) -> tuple[str, ...]:
        """For each column the words of the row that says how long courses count, or ''."""
        rows = [row for row in self.rows if is_how_often_row(self.grid, row)]
        return tuple(self.grid.text(rows[0], column) if rows else "" for column in range(self.grid.width))

    def _heading(self, column: int) -> str:
        for row in reversed(self.rows):
            if len(self.rows) > 1 and is_how_often_row(self.grid, row):
                continue
            if words := self.grid.text(row, column):
                return words
        return self.grid.shown(self.rows[-1], column) if not self._across(column) else ""

    def _across(self, column: int) -> bool:
        return self.grid.merged_across(self.rows[-1], column)


def is_how_often_row(grid: Grid, row: int) -> bool:
    """Whether the row of a header says how long each course counts, and no more."""
    words = [grid.text(row, column) for column in range(grid.width)]
    words = [each for each in words if each and field_of(each) is not Field.VALIDITY]
    counted = sum(map(is_how_often, words))
    return counted > 0 and counted * 2 > len(words)


def find_header(grid: Grid) -> Header | None:
    """The header of a grid, or None when no row reads like one."""
    best, most = None, 1.0
    shares = _shares(grid)
    for row in range(min(_LOOK_FOR_HEADER, len(grid.rows))):
        score = _header_score(grid, row, shares)
        if score > most:
            best, most = row, score
    return Header(grid, _extended(grid, best)) if best is not None else None


def person_column(header: Header) -> int | None:
    """The column with the names of people: the one so headed, or the leftmost that reads like names."""
    grid = header.grid
    named = [column for column, words in enumerate(header.headings) if field_of(words) is Field.PERSON]
    may_be = {None, Field.COURSE, Field.VALIDITY}  # the corner of a turned sheet speaks of the other edge
    candidates = named or [column for column in range(grid.width) if field_of(header.headings[column]) in may_be]
    likely = {column: _names_in(header, column) for column in candidates if column not in grid.hidden_columns}
    if not likely:
        return None
    best = max(likely, key=lambda column: (likely[column], -column))
    return best if named or likely[best] > 0.3 else None


def person_rows(header: Header, column: int, others: Sequence[int]) -> tuple[int, ...]:
    """The rows under the header that hold a person. ``others`` are the columns that speak of that person."""
    grid = header.grid
    return tuple(
        row for row in header.below if _holds_person(header, row, column, others) and row not in grid.hidden_rows
    )


def _holds_person(header: Header, row: int, column: int, others: Sequence[int]) -> bool:
    grid = header.grid
    label = grid.text(row, column)
    if not label or grid.cell(row, column).formula or grid.tells[row][column] is Tells.RECORD:
        return False
    if grid.merged_across(row, column) or is_total(label) or is_remark(label) or field_of(label):
        return False
    if name_likeness(label) == 0 and not any(grid.tells[row][other] is Tells.RECORD for other in others):
        return False
    if any(grid.tells[row][other] is not Tells.NOTHING for other in others if other != column):
        return not _counts_only(grid, row, others)
    return name_likeness(label) >= 1 and not (label.isupper() and not _mostly_upper(header, column))


def _counts_only(grid: Grid, row: int, others: Sequence[int]) -> bool:
    """Whether the row holds only numbers and formulas, as one of totals does."""
    told = [tells for other in others if (tells := grid.tells[row][other]) is not Tells.NOTHING]
    return len(told) > 1 and all(tells is Tells.OTHER for tells in told)


def _mostly_upper(header: Header, column: int) -> bool:
    labels = [header.grid.text(row, column) for row in header.below]
    labels = [label for label in labels if name_likeness(label) >= 1]
    return sum(label.isupper() for label in labels) * 2 > len(labels)


def _names_in(header: Header, column: int) -> float:
    labels = [header.grid.text(row, column) for row in header.below]
    labels = [label for label in labels if label and not is_remark(label) and not is_total(label)]
    return sum(map(name_likeness, labels)) / len(labels) if labels else 0.0


def _shares(grid: Grid) -> tuple[int, ...]:
    """For each column, the first row from which on most of what is filled are records; -1 when there is none."""
    found = []
    for told in grid.columns_told:
        first = told.index(Tells.RECORD) if Tells.RECORD in told else -1
        below = told[first:] if first >= 0 else ()
        found.append(first if below and below.count(Tells.RECORD) >= below.count(Tells.WORDS) else -1)
    return tuple(found)


def _header_score(grid: Grid, row: int, shares: Sequence[int]) -> float:
    score = 0.0
    seen: set[Field] = set()
    for column in range(grid.width):
        if not _is_label(grid, row, column):
            continue
        field = field_of(grid.text(row, column))
        if field:
            score += 0 if field in seen and field is not Field.LEFT_OUT else 2
            seen.add(field)
        elif shares[column] > row:
            score += 1
    return score


def _is_label(grid: Grid, row: int, column: int) -> bool:
    """Words; also 'Completed' and the like, which say something in a cell and something else over a column."""
    tells = grid.tells[row][column]
    if tells is not Tells.RECORD:
        return tells is Tells.WORDS
    cell = grid.cell(row, column)
    return cell.day is None and cell.text[:1].isalpha() and field_of(grid.text(row, column)) is not None


def _extended(grid: Grid, row: int) -> tuple[int, ...]:
    """The row with those above and below that belong to the same header."""
    first = last = row
    if row and _is_group_row(grid, row - 1):
        first = row - 1
    while last + 1 < len(grid.rows) and last - first < 2 and _is_lower_row(grid, last + 1, first):
        last += 1
    return tuple(range(first, last + 1))


def _is_group_row(grid: Grid, row: int) -> bool:
    """Two or more labels above the header, each over some columns. Lines of a form, 'Date:' and a value, are none."""
    told = grid.tells[row]
    words = [grid.text(row, column) for column in range(grid.width) if _is_label(grid, row, column)]
    filled = sum(tells is not Tells.NOTHING for tells in told)
    return 2 <= filled == len(words) and not any(each.endswith(":") or is_remark(each) for each in words)


def _is_lower_row(grid: Grid, row: int, first: int) -> bool:
    """A second row of a header: words only, and under the words that head the names it is blank or merged."""
    filled = [column for column, tells in enumerate(grid.tells[row]) if tells is not Tells.NOTHING]
    if is_how_often_row(grid, row):
        return True
    if len(filled) < 2 or not all(_is_label(grid, row, column) for column in filled):
        return False
    heads = [
        column for column in range(grid.width) if field_of(grid.text(first, column)) in {Field.PERSON, Field.SURNAME}
    ]
    if heads:
        return all(grid.cell(row, column).blank for column in heads)
    return name_likeness(grid.text(row, filled[0])) < 1 and grid.text(row, 0) == ""
