# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rows without the blank ones at the end and the blank cells to the right, within the limits of a sheet."""

from collections.abc import Iterable

from desktop.models.sheet import SheetCell
from desktop.sheets.limits import MOST_COLUMNS, MOST_ROWS
from desktop.sheets.refusals import TooManyCellsError

Row = tuple[SheetCell, ...]


def trimmed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows as far as something stands in them; refuses more than a list of people can have."""
    kept: list[Row] = []
    waiting = 0
    for row in rows:
        end = len(row)
        while end and is_nothing(row[end - 1]):
            end -= 1
        if not end:
            waiting += 1
            continue
        if end > MOST_COLUMNS or len(kept) + waiting >= MOST_ROWS:
            raise TooManyCellsError
        kept.extend([()] * waiting)
        waiting = 0
        kept.append(row[:end])
    return tuple(kept)


def is_nothing(cell: SheetCell) -> bool:
    """Whether a cell can be left out: nothing in it and nothing said about it."""
    return cell.blank and not cell.note and not cell.formula
