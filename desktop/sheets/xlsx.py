# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""XLSX by openpyxl, values and formulas both. ``main`` serves the child of one file."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.dimensions import ColumnDimension, RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from desktop.models.sheet import BLANK, Merged, Sheet, SheetCell
from desktop.sheets.child import serve
from desktop.sheets.limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS
from desktop.sheets.package import Package
from desktop.sheets.refusals import (
    LinksToFilesError,
    MacrosError,
    NotASpreadsheetError,
    SheetRefusedError,
    TooManyCellsError,
)
from desktop.sheets.shown import shown_date, shown_number, shown_time
from desktop.sheets.trimmed import trimmed
from desktop.sheets.xlsx_parser import Calculated, use_our_parser

_TYPES, _SHEET_TYPE = "[Content_Types].xml", b"spreadsheetml.sheet.main+xml"
_TEMPLATE_TYPE = b"spreadsheetml.template.main+xml"
_MACRO_TYPE = b"macroEnabled.main+xml"
_MACROS = ("vbaproject.bin", "xl/macrosheets/", "xl/dialogsheets/")
_LINKS = "xl/externallinks/"

Look = tuple[str, bool]  # a style's number format, and whether it strikes through
Place = tuple[int, int]
_REPEATED = frozenset({str, int, float, datetime})


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of a workbook, in its order."""
    package = Package(data)
    _refuse_other_kinds(package)
    use_our_parser()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    except (InvalidFileException, KeyError) as error:
        raise SheetRefusedError from error
    if not book.worksheets:
        raise SheetRefusedError
    if len(book.worksheets) > MOST_SHEETS:
        raise TooManyCellsError
    return tuple(map(_sheet, book.worksheets))


def _refuse_other_kinds(package: Package) -> None:
    kinds = package.read(_TYPES)
    names = [name.lower() for name in package.names]
    if _MACRO_TYPE in kinds or any(mark in name for name in names for mark in _MACROS):
        raise MacrosError
    if _SHEET_TYPE not in kinds and _TEMPLATE_TYPE not in kinds:
        raise NotASpreadsheetError
    if any(name.startswith(_LINKS) for name in names):
        raise LinksToFilesError


def _cells(sheet: Worksheet) -> Iterable[tuple[Place, Cell | MergedCell]]:
    """The cells that the file holds. The public ways make one for every place up to the farthest."""
    return sheet._cells.items()  # noqa: SLF001 - see above; openpyxl is pinned


def _sheet(sheet: Worksheet) -> Sheet:
    rows: dict[int, dict[int, SheetCell]] = {}
    cells = _Cells()
    for (row, column), raw in _cells(sheet):
        cell = BLANK if isinstance(raw, MergedCell) else cells.made(raw)
        if cell is not BLANK:
            if row > MOST_ROWS or column > MOST_COLUMNS:
                raise TooManyCellsError
            rows.setdefault(row, {})[column] = cell
    last_row = max(rows, default=0)
    last_column = max((max(row) for row in rows.values()), default=0)
    return Sheet(
        name=sheet.title,
        rows=trimmed(_row(rows.get(row, {})) for row in range(1, last_row + 1)),
        hidden_rows=_hidden_rows(sheet.row_dimensions.values(), last_row),
        hidden_columns=_hidden_columns(sheet.column_dimensions.values(), last_column),
        merged=tuple(
            Merged(area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1)
            for area in sheet.merged_cells.ranges
        ),
        hidden=sheet.sheet_state != "visible",
    )


def _row(cells: dict[int, SheetCell]) -> tuple[SheetCell, ...]:
    return tuple(cells.get(column, BLANK) for column in range(1, max(cells, default=0) + 1))


def _hidden_rows(rows: Iterable[RowDimension], last: int) -> frozenset[int]:
    return frozenset(row.index - 1 for row in rows if row.index <= last and (row.hidden or row.ht == 0))


def _hidden_columns(columns: Iterable[ColumnDimension], last: int) -> frozenset[int]:
    return frozenset(
        at - 1
        for column in columns
        if column.hidden or column.width == 0
        for at in range(column.min or 1, min(column.max or 0, last) + 1)
    )


class _Cells:
    """Makes our cells. The same value in the same style is made once: dates and ticks repeat a lot."""

    def __init__(self) -> None:
        self._looks: dict[int, Look] = {}
        self._made: dict[tuple[type, object, int], SheetCell] = {}

    def made(self, raw: Cell) -> SheetCell:
        """Our cell of openpyxl's."""
        value = raw.value
        note = raw.comment.text if raw.comment else ""
        if value is None and not note:
            return BLANK
        kind, style = type(value), raw.style_id
        if note or kind not in _REPEATED:
            return self._new(raw, value, style, note)
        known = self._made.get((kind, value, style))
        if known is None:
            known = self._made[kind, value, style] = self._new(raw, value, style, "")
        return known

    def _new(self, raw: Cell, value: object, style: int, note: str) -> SheetCell:
        formula = ""
        if isinstance(value, Calculated):
            formula, value = value.formula, value.result
        if style not in self._looks:
            self._looks[style] = raw.number_format, bool(raw.font.strike)
        number_format, strikes = self._looks[style]
        text, day, number = _content(value, number_format)
        struck = _struck(value, whole=strikes)
        return SheetCell(text[:MOST_CHARACTERS], day, number, formula[:MOST_CHARACTERS], note[:MOST_CHARACTERS], struck)


def _content(value: object, number_format: str) -> tuple[str, date | None, float | None]:
    """What the cell shows, its true date, its true number."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None, None
    if isinstance(value, int | float):
        return shown_number(value, number_format), None, float(value)
    if isinstance(value, datetime):
        return shown_date(value, number_format), value.date(), None
    if isinstance(value, date):
        return shown_date(value, number_format), value, None
    if isinstance(value, time | timedelta):
        return shown_time(value), None, None
    return ("" if value is None else str(value)), None, None


def _struck(value: object, *, whole: bool) -> bool:
    """Whether all its words are struck through: by the cell's own letters, or piece by piece."""
    if not isinstance(value, CellRichText):
        return whole
    return all(
        bool(piece.font.strike) if isinstance(piece, TextBlock) else whole for piece in value if str(piece).strip()
    )


def main() -> int:
    """Serve one file."""
    return serve(read_xlsx)
