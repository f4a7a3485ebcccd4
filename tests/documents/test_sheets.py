# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Spreadsheets that we write: text stays text, whatever it looks like."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.models.prints import ListPrint, PrintHead
from desktop.reports.sheets import list_book, sheet_name, text_of

HEAD = PrintHead("Gorwel & Co", True, date(2026, 11, 22), datetime(2026, 11, 22, 10, tzinfo=UTC), "0.1.0")
PAYLOADS = (
    "=1+1",
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("http://evil.example","click")',
    "=",
    "==",
    "+1+1",
    "-1+1",
    "-",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\n=1+1",
    "|calc",
    "%0A=1",
    "{=1+1}",
    "'=1+1",
    "#REF!",
    "#N/A",
    "TRUE",
    "007",
    "1e5",
    "2026-11-22",
    "<f>1+1</f>",
    "&amp;&lt;",
    "_x003D_1",
    "ŵŷ 你好 😀 שלום",
    " space at both ends ",
)


def sheet_of(content: bytes) -> Worksheet:
    book: Workbook = load_workbook(BytesIO(content))
    assert len(book.worksheets) == 1
    return book.worksheets[0]


def listing(*words: str) -> ListPrint:
    return ListPrint("Actions", "Late first.", (("What", 60), ("Who", 20)), tuple((one, "x") for one in words))


def test_what_looks_like_a_formula_comes_back_as_the_text_it_was() -> None:
    content = list_book(HEAD, listing(*PAYLOADS))
    sheet = sheet_of(content)
    first = sheet.max_row - len(PAYLOADS) + 1
    cells = [sheet.cell(first + at, 1) for at in range(len(PAYLOADS))]
    assert [cell.value for cell in cells] == list(PAYLOADS)
    assert {cell.data_type for cell in cells} == {"s"}
    with ZipFile(BytesIO(content)) as packed:
        inside = packed.read("xl/worksheets/sheet1.xml").decode()
    assert not re.search(r"<f[ >]", inside)
    assert set(re.findall(r' t="(\w+)"', inside)) <= {"s", "inlineStr"}
    dangerous = [cell for cell in cells if str(cell.value).lstrip().startswith(("=", "+", "-", "@"))]
    assert len(dangerous) > 8
    assert all(cell.quotePrefix for cell in dangerous), "so that it stays text when someone edits the cell"


def test_days_and_amounts_are_true_ones_that_a_sheet_can_sort_and_add_up() -> None:
    plan = ListPrint(
        "Actions",
        "",
        (("What", 3), ("Due", 1), ("Cost", 1)),
        (("Do", HEAD.printed, Decimal("1200.50")), ("Go", "", "")),
    )
    sheet = sheet_of(list_book(HEAD, plan))
    above, last = sheet.max_row - 1, sheet.max_row
    assert sheet.cell(above, 2).value == datetime(2026, 11, 22)  # noqa: DTZ001 - a sheet has no time zones
    assert (sheet.cell(above, 3).value, sheet.cell(above, 3).number_format) == (1200.5, "£#,##0.00")
    assert [sheet.cell(last, column).value for column in (2, 3)] == [None, None]


def test_a_title_a_heading_and_a_charity_cannot_be_formulas_either() -> None:
    odd = ListPrint("=1+1", "=2+2", (("=3+3", 1),), (("=4+4",),))
    with ZipFile(BytesIO(list_book(replace(HEAD, charity="=5+5"), odd))) as packed:
        inside = packed.read("xl/worksheets/sheet1.xml").decode()
    assert not re.search(r"<f[ >]", inside)
    assert all(f"={number}+{number}" in inside for number in range(1, 6))


def test_the_head_is_bold_stays_in_view_and_repeats_on_paper() -> None:
    sheet = sheet_of(list_book(HEAD, listing("one", "two")))
    top = sheet.max_row - 2
    assert [sheet.cell(top, at).value for at in (1, 2)] == ["What", "Who"]
    assert sheet.cell(top, 1).font.bold
    assert sheet.freeze_panes == f"A{top + 1}"
    assert sheet.print_title_rows == f"${top}:${top}"
    assert (sheet.column_dimensions["A"].width or 0) == 3 * (sheet.column_dimensions["B"].width or 0)
    above = [sheet.cell(row, 1).value for row in range(1, top)]
    assert above == [
        "Practice charity. Nothing here is real.",
        "Actions",
        "Gorwel & Co",
        "Late first. 2 lines.",
        "Printed 22 November 2026",
        None,
    ]
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "Practice charity. Nothing here is real."
    assert sheet.oddHeader.left.text == "Gorwel && Co", "an ampersand starts a command there"


def test_a_real_charity_has_no_practice_mark() -> None:
    sheet = sheet_of(list_book(replace(HEAD, practice=False), listing("one")))
    assert sheet["A1"].value == "Actions"
    assert sheet.oddHeader is not None
    assert not sheet.oddHeader.center.text


def test_a_list_of_nothing_is_still_a_sheet() -> None:
    assert sheet_of(list_book(HEAD, ListPrint("", "", (), ()))).title == "Sheet"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Actions", "Actions"),
        ("a/b\\c?d*e[f]g:h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("", "Sheet"),
        ("History", "Sheet"),
        ("x" * 40, "x" * 31),
        ("\x00\t", "U+0000"),
    ],
)
def test_a_sheet_has_a_name_that_programs_take(title: str, name: str) -> None:
    assert sheet_name(title, []) == name


def test_two_sheets_never_share_a_name() -> None:
    assert sheet_name("actions", ["Actions"]) == "actions 2"
    assert sheet_name("x" * 40, ["x" * 31]) == "x" * 29 + " 2"


def test_what_a_cell_cannot_hold_is_spelt_out_and_what_is_too_long_says_so() -> None:
    assert text_of("a\x00b\x1f\ud800\uffff") == "a[U+0000]b[U+001F][U+D800][U+FFFF]"
    assert text_of("one\r\ntwo\rthree") == "one\ntwo\nthree"
    assert len(text_of("y" * 40_000)) < 32_767
    assert text_of("y" * 40_000).endswith("(the rest is in Sevenfold)")
