# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as a spreadsheet, one sheet for each kind of record, or as a ZIP with as many CSV files."""

import csv
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO

from desktop.models.prints import BookPrint, BookTable
from desktop.reports.paper import Step, no_step
from desktop.reports.sheets import Content, add_sheet, as_bytes, new_book, put_table

CSV_NOTE = "A text that a spreadsheet program would take for a formula has an apostrophe before it: '=1+1."
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
_UNIX, _ONLY_THE_OWNER = 3, 0o600 << 16
_BOM = "\ufeff"


def workforce_book(book: BookPrint, step: Step = no_step) -> bytes:
    """The book as an XLSX file: dates are true dates, and no cell holds a formula. Pure."""
    file, total = new_book(book.head, book.title), sum(len(table.lines) for table in book.tables) or 1
    done = 0
    for table in book.tables:
        sheet = add_sheet(file, book.head, table.title, table.words)
        names, widths = zip(*table.columns, strict=True)
        put_table(sheet, names, table.lines, widths, _from(step, done, total))
        done += len(table.lines)
    step(total, total, "Saving the book")
    return as_bytes(file)


def csv_zip(book: BookPrint, step: Step = no_step) -> bytes:
    """A ZIP with a CSV file for each sheet: UTF-8 with its mark, dates like 2026-11-22, texts as ``CSV_NOTE`` says.

    The same book gives the same bytes (with the same zlib).
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, table in enumerate(book.tables):
            step(done, len(book.tables), table.title)
            entry = zipfile.ZipInfo(f"{table.title}.csv")
            entry.create_system, entry.external_attr = _UNIX, _ONLY_THE_OWNER
            archive.writestr(entry, _csv(table), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _from(step: Step, done: int, total: int) -> Callable[[int, int, str], None]:
    return lambda at, _of, label: step(done + at, total, label)


def _csv(table: BookTable) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(heading) for heading, _ in table.columns])
    writer.writerows([_harmless(value) for value in line] for line in table.lines)
    return (_BOM + out.getvalue()).encode()


def _harmless(value: Content) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip(" ").startswith(_FORMULAS) else text
