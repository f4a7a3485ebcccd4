# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice spreadsheets beside the checkout, and what is expected of them."""

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string

from desktop.models.sheet import Merged, Sheet, SheetCell, SheetFile

SHARED = Path(__file__).parents[2].parent / "shared" / "inputs"
AS_AT = date(2026, 11, 20)
needs_inputs = pytest.mark.skipif(
    not (SHARED / "expected.json").is_file(), reason="the practice inputs are not beside this checkout (shared/inputs)"
)


def expected(part: str) -> Any:
    """One part of what is expected."""
    return json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))[part]


def given(name: str) -> SheetFile:
    """A practice file with all its cells."""
    path = SHARED / name
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = tuple(tuple(SheetCell(text) for text in row) for row in csv.reader(stream))
        return SheetFile(name, "csv", (Sheet(path.stem, rows),))
    return SheetFile(name, "xlsx", tuple(_sheet(each) for each in openpyxl.load_workbook(path)))


def _sheet(sheet: Any) -> Sheet:
    return Sheet(
        sheet.title,
        tuple(tuple(_cell(cell) for cell in row) for row in sheet.iter_rows()),
        frozenset(row - 1 for row, shape in sheet.row_dimensions.items() if shape.hidden),
        frozenset(
            column_index_from_string(name) - 1 for name, shape in sheet.column_dimensions.items() if shape.hidden
        ),
        tuple(
            Merged(each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1)
            for each in sheet.merged_cells.ranges
        ),
        sheet.sheet_state != "visible",
    )


def _cell(cell: Cell | MergedCell) -> SheetCell:
    note = cell.comment.text if cell.comment else ""
    value = cell.value
    if value is None:
        return SheetCell(note=note)
    struck = bool(cell.font.strike)
    if isinstance(value, datetime):
        return SheetCell(value.date().isoformat(), day=value.date(), note=note, struck=struck)
    if isinstance(value, str) and value.startswith("="):
        return SheetCell(formula=value, number=1.0, note=note, struck=struck)
    number = float(value) if isinstance(value, int | float) else None
    return SheetCell(str(value), number=number, note=note, struck=struck)
