# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Spreadsheets that we write. Every text stays text: nothing that people wrote can become a formula."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop.models.prints import ListPrint, PrintHead
from desktop.reports.furniture import PRACTICE
from desktop.reports.listing import full_rows, under_title
from desktop.reports.palette import colour
from desktop.reports.paper import Step, no_step
from desktop.reports.wording import day

Content = str | int | date | Decimal | None
Lines = Sequence[Sequence[Content]]
_DAY = "d mmm yyyy"
_POUNDS = "£#,##0.00"
_A4 = 9  # the number of A4 in the file format
_LONGEST = 32_000  # characters; a cell holds 32,767
_CUT = " … (the rest is in Sevenfold)"
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_NAME_LENGTH = 31
_ALIGNED = Alignment(vertical="top", wrap_text=True)
_WIDTH = 120  # characters that all columns share


def list_book(head: PrintHead, listing: ListPrint, step: Step = no_step) -> bytes:
    """The list as a spreadsheet. Pure."""
    book = new_book(head, listing.title)
    sheet = add_sheet(book, head, listing.title, under_title(listing))
    whole = sum(share for _, share in listing.columns) or 1
    widths = [max(8, _WIDTH * share / whole) for _, share in listing.columns]
    put_table(sheet, [name for name, _ in listing.columns], full_rows(listing), widths, step)
    return as_bytes(book)


def new_book(head: PrintHead, title: str) -> Workbook:
    """An empty file that says what it is."""
    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.properties
    about.title, about.creator = text_of(title), f"Sevenfold {head.app_version}"
    about.created = about.modified = head.made.replace(tzinfo=None)
    return book


def add_sheet(book: Workbook, head: PrintHead, title: str, words: str) -> Worksheet:
    """A sheet that says above its table what it is, whose, and when it was printed. Set up for A4 paper."""
    sheet: Worksheet = book.create_sheet(sheet_name(title, [one.title for one in book.worksheets]))
    lines = [title, head.charity, *words.split("\n"), f"Printed {day(head.printed)}"]
    if head.practice:
        lines.insert(0, PRACTICE)
    for row, line in enumerate((line for line in lines if line.strip()), 1):
        cell = put(sheet, row, 1, line)
        cell.font = Font(bold=line in {title, PRACTICE}, size=14 if line == title else 11)
        cell.alignment = Alignment(vertical="top")
    _set_up_paper(sheet, head, title)
    return sheet


def put_table(
    sheet: Worksheet, names: Sequence[str], lines: Lines, widths: Sequence[float], step: Step = no_step
) -> int:
    """Headings in bold that stay in view and repeat on paper, then the lines. Gives the row of the headings."""
    top = sheet.max_row + 2
    for column, name in enumerate(names, 1):
        cell = put(sheet, top, column, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_hex("sunken"))
        cell.border = Border(bottom=Side("thin"))
        sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1]
    for at, line in enumerate(lines):
        if at % 20 == 0:
            step(at, len(lines), "Filling the sheet")
        for column, words in enumerate(line, 1):
            put(sheet, top + 1 + at, column, words)
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    if names:
        sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(names))}{top + len(lines)}"
    return top


def put(sheet: Worksheet, row: int, column: int, content: Content) -> Cell:
    """Write a text as text, whatever it looks like, and so that it stays one when the cell is edited.

    A date becomes a true date, a number a number, an amount one of pounds.
    """
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if content is None:
        return cell
    cell.value = text_of(content) if isinstance(content, str) else content
    cell.alignment = _ALIGNED
    if isinstance(content, date):
        cell.number_format = _DAY
    elif isinstance(content, Decimal):
        cell.number_format = _POUNDS
    elif isinstance(content, str):
        if content:
            cell.data_type = "s"
        if content.startswith(_STARTS):
            cell.quotePrefix = True
    return cell


def text_of(words: str) -> str:
    """The words as a cell can hold them: what XML has no place for is spelt out, and what is too long says so."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    words = _NOT_XML.sub(lambda match: f"[U+{ord(match.group()):04X}]", words)
    return words if len(words) <= _LONGEST else words[:_LONGEST] + _CUT


def sheet_name(title: str, taken: Sequence[str]) -> str:
    """A name that every spreadsheet program takes: short, without its special signs, and not used twice."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", text_of(title)).split()).strip("' ")[:_NAME_LENGTH].strip("' ")
    if not plain or plain.casefold() == "history":  # Excel keeps that name for itself
        plain = "Sheet"
    used, name, turn = {one.casefold() for one in taken}, plain, 2
    while name.casefold() in used:
        ending = f" {turn}"
        name, turn = plain[: _NAME_LENGTH - len(ending)] + ending, turn + 1
    return name


def as_bytes(book: Workbook) -> bytes:
    """The file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _set_up_paper(sheet: Worksheet, head: PrintHead, title: str) -> None:
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    above, below = HeaderFooterItem(), HeaderFooterItem()
    above.left.text, above.right.text = _for_margin(head.charity), _for_margin(title)
    above.center.text = PRACTICE if head.practice else None
    below.left.text, below.right.text = f"Printed {day(head.printed)}", "Page &P of &N"
    sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter = above, below


def _for_margin(words: str) -> str:
    """Words in a page margin, where an ampersand would start a command; short, for the format allows 255 in all."""
    return " ".join(text_of(words).split())[:60].replace("&", "&&")


def _hex(role: str) -> str:
    return "".join(f"{round(part * 255):02X}" for part in colour(role))
