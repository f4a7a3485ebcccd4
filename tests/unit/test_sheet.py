# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Cells of a sheet: their names, and what lies beyond the edge."""

import pytest

from desktop.models.sheet import BLANK, Sheet, SheetCell, cell_name


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 6, "G7"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 701, "ZZ1")]
)
def test_a_cell_is_named_as_a_spreadsheet_names_it(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_beyond_the_edge_all_is_blank() -> None:
    sheet = Sheet("One", ((SheetCell("a"),), (SheetCell("b"), SheetCell("c"))))
    assert sheet.cell(1, 1).text == "c"
    assert sheet.cell(0, 1) is BLANK
    assert sheet.cell(7, 0).blank
