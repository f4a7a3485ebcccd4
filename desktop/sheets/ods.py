# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""ODS by odfdo, values and formulas both. ``main`` serves the child of one file."""

import io
from collections.abc import Iterator
from datetime import date

from odfdo import Document, Element

from desktop.models.sheet import BLANK, Merged, Sheet, SheetCell
from desktop.sheets.child import serve
from desktop.sheets.limits import MOST_CHARACTERS, MOST_COLUMNS, MOST_CONTENT, MOST_ROWS, MOST_SHEETS
from desktop.sheets.ods_styles import Styles
from desktop.sheets.package import Package
from desktop.sheets.refusals import (
    LinksToFilesError,
    LockedSheetError,
    MacrosError,
    NeedsTooMuchError,
    NotASpreadsheetError,
    SheetRefusedError,
    TooManyCellsError,
)
from desktop.sheets.trimmed import Row, is_nothing, trimmed

_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"
_MACROS = ("Basic/", "Scripts/")
_LINK_SIGNS = (b"<table:table-source", b"<table:cell-range-source", b"'file:", b"&apos;file:", b"<table:dde-link")
_ROWS = "descendant::table:table-row"
_COLUMNS = "descendant::table:table-column"
_CELLS = "table:table-cell|table:covered-table-cell"


def read_ods(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of a workbook, in its order."""
    package = Package(data)
    _refuse_other_kinds(package)
    book = Document(io.BytesIO(data))
    body = book.body
    tables = body.get_elements("table:table")
    if not tables:
        raise SheetRefusedError
    if len(tables) > MOST_SHEETS:
        raise TooManyCellsError
    styles = Styles(book)
    return tuple(_OneSheet(table, styles).read() for table in tables)


def _refuse_other_kinds(package: Package) -> None:
    manifest = package.read(_MANIFEST)
    if b"encryption-data" in manifest or "encrypted-package" in package.names:
        raise LockedSheetError
    if not package.read("mimetype").startswith(_TYPE) and _TYPE not in manifest:
        raise NotASpreadsheetError
    if any(name.startswith(_MACROS) and not name.endswith("/") for name in package.names):
        raise MacrosError
    content = package.read("content.xml")
    if len(content) > MOST_CONTENT:
        raise NeedsTooMuchError
    if any(sign in content for sign in _LINK_SIGNS):
        raise LinksToFilesError


class _OneSheet:
    """One table on its way to a sheet. Rows and cells that repeat are unfolded only where something stands in them."""

    def __init__(self, table: Element, styles: Styles) -> None:
        self._table = table
        self._styles = styles
        self._columns: list[str] = []  # the style of each column's cells
        self._hidden_rows: set[int] = set()
        self._merged: list[Merged] = []

    def read(self) -> Sheet:
        """The sheet."""
        hidden_columns = self._read_columns()
        rows = trimmed(self._rows())
        width = max(map(len, rows), default=0)
        return Sheet(
            name=_said(self._table, "table:name"),
            rows=rows,
            hidden_rows=frozenset(at for at in self._hidden_rows if at < len(rows)),
            hidden_columns=frozenset(at for at in hidden_columns if at < width),
            merged=tuple(self._merged),
            hidden=self._styles.hides_table(_said(self._table, "table:style-name")),
        )

    def _read_columns(self) -> set[int]:
        hidden: set[int] = set()
        for column in self._table.get_elements(_COLUMNS):
            at = len(self._columns)
            times = min(_count(column, "table:number-columns-repeated"), MOST_COLUMNS + 1 - at)
            self._columns.extend([_said(column, "table:default-cell-style-name")] * times)
            if _said(column, "table:visibility") in {"collapse", "filter"}:
                hidden.update(range(at, at + times))
        return hidden

    def _rows(self) -> Iterator[Row]:
        at = 0
        for element in self._table.get_elements(_ROWS):
            times = _count(element, "table:number-rows-repeated")
            row = self._row(element, at)
            if row and times > MOST_ROWS:
                raise TooManyCellsError
            if _said(element, "table:visibility") in {"collapse", "filter"}:
                self._hidden_rows.update(range(at, min(at + times, MOST_ROWS)))
            for _ in range(min(times, MOST_ROWS + 1)):
                yield row
            at += times

    def _row(self, element: Element, at: int) -> Row:
        cells: list[SheetCell] = []
        waiting = column = 0
        usual = _said(element, "table:default-cell-style-name")
        for each in element.get_elements(_CELLS):
            times = _count(each, "table:number-columns-repeated")
            self._note_merged(each, at, column)
            cell = self._cell(each, usual, column)
            if is_nothing(cell):
                waiting += times
            else:
                if column + times > MOST_COLUMNS:
                    raise TooManyCellsError
                cells.extend([BLANK] * waiting + [cell] * times)
                waiting = 0
            column += times
        return tuple(cells)

    def _cell(self, element: Element, usual: str, column: int) -> SheetCell:
        if element.tag == "table:covered-table-cell" or (not element.children and not element.attributes):
            return BLANK
        text = _shown(element)
        note = "\n".join(_text(each) for each in element.get_elements("office:annotation"))
        formula = _said(element, "table:formula")
        if not text and not note and not formula:
            return BLANK
        kind = _said(element, "office:value-type")
        return SheetCell(
            text=text[:MOST_CHARACTERS],
            day=_day(element) if kind == "date" else None,
            number=_number(element) if kind in {"float", "percentage", "currency"} else None,
            formula=_plain_formula(formula)[:MOST_CHARACTERS],
            note=note[:MOST_CHARACTERS],
            struck=self._struck(element, usual, column),
        )

    def _struck(self, element: Element, usual: str, column: int) -> bool:
        columns = self._columns[column] if column < len(self._columns) else ""
        style = _said(element, "table:style-name") or usual or columns
        if self._styles.strikes(style):
            return True
        struck = "".join(
            span.inner_text
            for span in element.get_elements("text:p/text:span")
            if self._styles.strikes(_said(span, "text:style-name"))
        )
        return bool(struck.strip()) and "".join(struck.split()) == "".join(_text(element).split())

    def _note_merged(self, element: Element, row: int, column: int) -> None:
        wide = _count(element, "table:number-columns-spanned")
        high = _count(element, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            self._merged.append(Merged(row, column, row + high - 1, column + wide - 1))


def _said(element: Element, name: str) -> str:
    return element.get_attribute_string(name) or ""


def _count(element: Element, name: str) -> int:
    """How often, or how many: at least one, and no more than any program has."""
    said = _said(element, name)
    return min(max(int(said), 1), 2_000_000) if said.isascii() and said.isdigit() else 1


def _text(element: Element) -> str:
    """The lines of a cell or comment, without those of a comment in the cell."""
    return "\n".join(line.inner_text for line in element.get_elements("text:p"))


def _shown(element: Element) -> str:
    """Its words; programs that leave them out still give the value."""
    values = ("office:string-value", "office:date-value", "office:value", "office:time-value", "office:boolean-value")
    return _text(element) or next(filter(None, (_said(element, name) for name in values)), "")


def _day(element: Element) -> date | None:
    said = _said(element, "office:date-value")[:10]
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _number(element: Element) -> float | None:
    try:
        return float(_said(element, "office:value"))
    except ValueError:
        return None


def _plain_formula(formula: str) -> str:
    """Without the name of the language that it is written in: of:=SUM([.A1:.A3]) becomes =SUM([.A1:.A3])."""
    language, sign, rest = formula.partition(":=")
    return f"={rest}" if sign and language.isalpha() else formula


def main() -> int:
    """Serve one file."""
    return serve(read_ods)
