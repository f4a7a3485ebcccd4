# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Sheets for tests: made from rows of plain values, or taken from a file without the limits of the real reader."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.models.sheet import Merged, Sheet, SheetCell, SheetFile


def cell(value: Any) -> SheetCell:
    """A cell as the reader gives it."""
    if value is None:
        return SheetCell()
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return SheetCell(value.strftime("%d/%m/%Y"), day=value)
    if isinstance(value, int | float):
        return SheetCell(f"{value:g}", number=float(value))
    if str(value).startswith("="):
        return SheetCell("1", number=1.0, formula=str(value))
    return SheetCell(str(value))


def sheet(rows: Iterable[Sequence[Any]], name: str = "Sheet1", **more: Any) -> Sheet:
    """One sheet of plain values."""
    return Sheet(name, tuple(tuple(cell(value) for value in row) for row in rows), **more)


def made(rows: Iterable[Sequence[Any]], name: str = "Sheet1") -> SheetFile:
    """A file of one sheet."""
    return SheetFile("made.xlsx", "xlsx", (sheet(rows, name),))


def typed(text: str, delimiter: str = ",") -> SheetFile:
    """A CSV file with that text."""
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return SheetFile("made.csv", "csv", (sheet(rows, "made"),))


def from_file(path: Path) -> SheetFile:
    """The cells of a practice file."""
    if path.suffix == ".csv":
        return SheetFile(path.name, "csv", typed(path.read_text(encoding="utf-8-sig")).sheets)
    book = load_workbook(path)
    sheets = tuple(
        sheet(
            ([each.value for each in row] for row in one.iter_rows()),
            one.title,
            merged=tuple(
                Merged(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in one.merged_cells.ranges
            ),
        )
        for one in book.worksheets
    )
    return SheetFile(path.name, "xlsx", sheets)
