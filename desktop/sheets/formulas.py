# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Lets openpyxl keep what a formula gave beside the formula, which it can otherwise only read in a second pass.

It leans on the inside of openpyxl, which is pinned exactly; a test reads formulas with their results.
"""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from openpyxl.worksheet import _reader
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula


@dataclass(frozen=True, slots=True)
class Calculated:
    """The value of a formula cell: the formula, and what it gave when the file was last saved."""

    formula: str
    result: object


class _KeepsResults(_reader.WorkSheetParser):
    def parse_cell(self, element: Element) -> dict[str, Any]:
        """The cell; when it is a formula, once more as if only values were wanted."""
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["data_type"] == "f":
            column, self.col_counter = self.col_counter, self.col_counter - 1
            self.data_only = True
            result = super().parse_cell(element)["value"]
            self.data_only, self.col_counter = False, column
            cell["value"] = Calculated(_words(cell["value"]), result)
        return cell


def keep_results() -> None:
    """From now on, in this process."""
    _reader.WorkSheetParser = _KeepsResults  # type: ignore[misc] # the one place where openpyxl takes its parser


def _words(formula: object) -> str:
    if isinstance(formula, ArrayFormula):
        return str(formula.text or "=")
    return "={table}" if isinstance(formula, DataTableFormula) else str(formula)
