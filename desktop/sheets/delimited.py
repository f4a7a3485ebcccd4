# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""CSV: which letters, which separator, then rows. ``main`` serves the child of one file."""

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from desktop.models.sheet import BLANK, Sheet, SheetCell
from desktop.sheets.child import serve
from desktop.sheets.limits import MEBI, MOST_CHARACTERS
from desktop.sheets.refusals import NotASpreadsheetError, OpenQuoteError
from desktop.sheets.trimmed import trimmed

_SEPARATORS = ",;\t|"
_LOOKED_AT = 200  # rows that tell the separator
_OPEN_QUOTE = "unexpected end of data"


def read_delimited(data: bytes) -> tuple[Sheet, ...]:
    """The one sheet of a CSV file; its reader names it."""
    text, separator = _separator(_text(data))
    csv.field_size_limit(MEBI)
    _refuse_open_quote(text, separator)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return (Sheet("", trimmed(tuple(map(_cell, row)) for row in rows)),)


def _cell(text: str) -> SheetCell:
    return SheetCell(text[:MOST_CHARACTERS]) if text else BLANK


def _text(data: bytes) -> str:
    """The words, by the mark at the beginning, else UTF-8, else Windows-1252 as Excel writes it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise NotASpreadsheetError
    return text


def _separator(text: str) -> tuple[str, str]:
    """The text without a line that names its separator, and the separator."""
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower().removeprefix("sep=")
    if first.strip().strip('"').lower().startswith("sep=") and len(named or "\t") == 1:
        return rest, named or "\t"
    return text, max(_SEPARATORS, key=lambda sign: _likeness(text, sign))


def _likeness(text: str, separator: str) -> int:
    """How much this separator makes a table of the text: rows of one width, times its width."""
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        widths = Counter(len(row) for row in islice(rows, _LOOKED_AT) if row)
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _refuse_open_quote(text: str, separator: str) -> None:
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        if _OPEN_QUOTE in str(error):
            raise OpenQuoteError from error


def main() -> int:
    """Serve one file."""
    return serve(read_delimited)
