# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Makes sheets for tests: from rows of words and dates."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date

from desktop.models.sheet import BLANK, Merged, Sheet, SheetCell, SheetFile

Value = str | date | float | int | None


def cell(value: Value, *, struck: bool = False, note: str = "") -> SheetCell:
    if value is None:
        return SheetCell(note=note)
    if isinstance(value, date):
        return SheetCell(value.isoformat(), day=value, struck=struck, note=note)
    if isinstance(value, str):
        return SheetCell(value, formula=value if value.startswith("=") else "", struck=struck, note=note)
    return SheetCell(f"{value:g}", number=float(value), struck=struck, note=note)


def sheet(
    rows: Iterable[Sequence[Value]],
    name: str = "Training",
    *,
    struck: Iterable[int] = (),
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    merged: Iterable[tuple[int, int, int, int]] = (),
) -> Sheet:
    gone = set(struck)
    made = tuple(tuple(cell(value, struck=at in gone) for value in row) for at, row in enumerate(rows))
    return Sheet(name, made, frozenset(hidden_rows), frozenset(hidden_columns), tuple(Merged(*each) for each in merged))


def file(*sheets: Sheet) -> SheetFile:
    return SheetFile("made.xlsx", "xlsx", sheets)


def turned(given: Sheet) -> Sheet:
    """The same sheet with rows for columns."""
    wide = max(len(row) for row in given.rows)
    rows = tuple(tuple(given.cell(row, column) for row in range(len(given.rows))) for column in range(wide))
    merged = tuple(Merged(m.first_column, m.first_row, m.last_column, m.last_row) for m in given.merged)
    return Sheet(given.name, rows, given.hidden_columns, given.hidden_rows, merged)


def typed(text: str, delimiter: str = ",") -> SheetFile:
    """A CSV file with that text."""
    return SheetFile("made.csv", "csv", (sheet(csv.reader(text.splitlines(), delimiter=delimiter), "made"),))


__all__ = ["BLANK", "cell", "file", "sheet", "turned", "typed"]
