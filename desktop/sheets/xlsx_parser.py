# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Openpyxl's parser with two things more. It keeps what a formula gave beside the formula, which otherwise takes a
second pass; and it stops at the first value beyond the limits, not when all is in memory.

It leans on the inside of openpyxl, which is pinned exactly; tests read formulas with results, and a sheet too long.
"""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.worksheet import _reader
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from desktop.sheets.limits import MOST_COLUMNS, MOST_ROWS
from desktop.sheets.refusals import TooManyCellsError


@dataclass(frozen=True, slots=True)
class Calculated:
    """The value of a formula cell: the formula, and what it gave when the file was last saved."""

    formula: str
    result: object


class _Parser(_reader.WorkSheetParser):
    def parse_cell(self, element: Element) -> dict[str, Any]:
        """The cell; when it is a formula, once more as if only values were wanted."""
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["data_type"] == "f":
            column, self.col_counter = self.col_counter, self.col_counter - 1
            self.data_only = True
            result = super().parse_cell(element)["value"]
            self.data_only, self.col_counter = False, column
            cell["value"] = Calculated(_words(cell["value"]), result)
        if cell["value"] is not None and (cell["row"] > MOST_ROWS or cell["column"] > MOST_COLUMNS):
            raise TooManyCellsError
        return cell


def use_our_parser() -> None:
    """From now on, in this process."""
    _reader.WorkSheetParser = _Parser  # type: ignore[misc] # the one place where openpyxl takes its parser


def _words(formula: object) -> str:
    if isinstance(formula, ArrayFormula):
        return str(formula.text or "=")
    return "={table}" if isinstance(formula, DataTableFormula) else str(formula)
