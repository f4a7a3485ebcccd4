# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice files and typed CSV as sheets, read plainly: the real reader has tests of its own."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.models.sheet import SheetFile
from tests.importing.sheets_made import Value, sheet

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
AS_AT = date(2026, 11, 20)
needs_inputs = pytest.mark.skipif(
    not (SHARED / "expected.json").is_file(), reason="the practice inputs are not beside this checkout (shared/inputs)"
)


def typed(text: str, delimiter: str = ",") -> SheetFile:
    """A CSV file with that text."""
    rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
    return SheetFile("made.csv", "csv", (sheet(rows, "made"),))


def from_file(name: str) -> SheetFile:
    """The cells of a practice file."""
    path = SHARED / name
    if path.suffix == ".csv":
        return SheetFile(name, "csv", typed(path.read_text(encoding="utf-8-sig")).sheets)
    sheets = tuple(
        sheet([[_value(each.value) for each in row] for row in one.iter_rows()], one.title)
        for one in load_workbook(path).worksheets
    )
    return SheetFile(name, "xlsx", sheets)


def _value(value: Any) -> Value:
    return value.date() if isinstance(value, datetime) else value
