# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is read of a spreadsheet, through the child process."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.models.sheet import BLANK, Merged, SheetCell
from desktop.sheets.encoded import decode, encode
from desktop.sheets.reading import read_sheet_bytes, read_sheets
from desktop.sheets.shown import shown_date, shown_number, shown_time
from desktop.support.files import Files
from tests.app.given_inputs import SHARED, needs_inputs
from tests.sheets import samples


def rows_of(name: str, data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_sheet_bytes(name, data).sheets[0].rows]


def test_a_workbook_is_read_with_all_that_a_person_did_to_it() -> None:
    data = samples.with_results(samples.xlsx(), {"G3": "46000", "F4": "3.95"})
    found = read_sheet_bytes("Training.XLSX", data)
    sheet, hidden = found.sheets
    assert (found.name, found.kind, sheet.name, hidden.name) == ("Training.XLSX", "xlsx", "Hyfforddiant", "raw")
    assert (sheet.hidden, hidden.hidden) == (False, True)
    assert sheet.hidden_rows == {3}
    assert sheet.hidden_columns == {1}
    assert sheet.merged == (Merged(0, 0, 0, 3),)
    assert [cell.text for cell in sheet.rows[2]] == [
        *("Siân Dŵr ", "x", "Mar-25", "95%", "1.5", "05/03/2025 14:30", "46000"),
    ]
    assert (sheet.cell(2, 2).day, sheet.cell(2, 5).day) == (date(2025, 3, 1), date(2025, 3, 5))
    assert sheet.cell(2, 3).number == 0.95
    assert sheet.cell(2, 6) == SheetCell("46000", number=46000.0, formula="=C3+365")
    assert sheet.cell(3, 1) == SheetCell(note="cert not seen")
    assert sheet.cell(3, 2) == SheetCell("05/03/2024"), "a date typed as text has no day"
    assert sheet.cell(3, 5) == SheetCell("3.95", number=3.95, formula="=SUM(D3:D4)")
    assert sheet.cell(3, 6).formula == "=D3:D3*2"
    assert [row[0].struck for row in sheet.rows] == [False, False, False, True, True, False]
    assert len(sheet.rows) == 6, "a cell of style alone far below makes no rows"


def test_an_ods_file_is_read_with_all_that_a_person_did_to_it() -> None:
    found = read_sheet_bytes("Training.ods", samples.ods())
    sheet, hidden = found.sheets
    assert (found.kind, sheet.name, sheet.hidden, hidden.hidden) == ("ods", "Hyfforddiant", False, True)
    assert sheet.hidden_rows == {2, 3}
    assert sheet.hidden_columns == {1}
    assert sheet.merged == (Merged(0, 0, 0, 1),)
    assert sheet.rows[0] == (SheetCell("Team  training"),)
    assert sheet.rows[1] == (
        SheetCell("Siân\nDŵr ", note="cert not seen"),
        BLANK,
        SheetCell("Mar-25", day=date(2025, 3, 1)),
        SheetCell("2024-02-29", day=date(2024, 2, 29)),
        SheetCell("95%", number=0.95),
        SheetCell("2", number=2.0, formula="=SUM([.A1:.A2])"),
    )
    assert [(cell.text, cell.struck) for cell in sheet.rows[2]] == [
        *(("Left Person", True), ("n/a", False), ("n/a", False), ("all of it", True), ("some of it", False)),
    ]
    assert sheet.rows[3] == sheet.rows[2]
    assert len(sheet.rows) == 4


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_read_whatever_its_letters_and_separator(encoding: str, separator: str) -> None:
    table = [["Training – 2026"], ["Name", "First aid", "Hours"], ['"Dafydd, Siân"', "05/03/2025", "1,5"], [], ["Zoë"]]
    quoted = [[f'"{cell}"' if separator in cell and '"' not in cell else cell for cell in row] for row in table]
    data = "\r\n".join(separator.join(row) for row in quoted).encode(encoding)
    found = read_sheet_bytes("Staff list.csv", data)
    assert [sheet.name for sheet in found.sheets] == ["Staff list"]
    expected = [[cell.strip('"') for cell in row] for row in table]
    assert [[cell.text for cell in row] for row in found.sheets[0].rows] == expected


def test_a_csv_file_may_name_its_separator_and_hold_lines_in_a_field() -> None:
    assert rows_of("a.csv", b'sep=|\r\nName|Note\r\nAnn|"two\r\nlines, three"\r\n') == [
        *(["Name", "Note"], ["Ann", "two\r\nlines, three"]),
    ]


def test_content_counts_more_than_a_wrong_ending() -> None:
    assert read_sheet_bytes("Training.xlsx", samples.ods()).kind == "ods"
    assert read_sheet_bytes("Training.csv", samples.xlsx()).kind == "xlsx"


def test_dates_before_the_mac_began_are_right_too() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active["A1"] = date(2025, 3, 5)
    assert read_sheet_bytes("mac.xlsx", samples.saved(book)).sheets[0].cell(0, 0).day == date(2025, 3, 5)


def test_what_goes_between_the_processes_comes_back_the_same() -> None:
    for name, data in (("a.xlsx", samples.xlsx()), ("a.ods", samples.ods())):
        sheets = read_sheet_bytes(name, data).sheets
        assert decode(encode(sheets)) == sheets


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("mmm-yy", "Mar-25"),
        ("dd/mm/yyyy", "05/03/2025"),
        ("[$-809]d mmmm yyyy;@", "5 March 2025"),
        ("[$-452]dddd\\, d mmm", "Wednesday, 5 Mar"),
        ("m/d/yy h:mm AM/PM", "3/5/25 2:07 PM"),
        ('yyyy\\-mm\\-dd"T"hh:mm:ss', "2025-03-05T14:07:09"),
        ("", "2025-03-05"),
    ],
)
def test_a_date_shows_as_its_format_says(number_format: str, shown: str) -> None:
    assert shown_date(datetime(2025, 3, 5, 14, 7, 9, tzinfo=UTC), number_format) == shown


def test_numbers_and_times_show_as_people_read_them() -> None:
    assert [shown_number(60.0, "General"), shown_number(0.1 + 0.2, "General"), shown_number(12, "0.00")] == [
        *("60", "0.3", "12.00"),
    ]
    assert [shown_number(0.357, "0%"), shown_number(0.357, "0.0%")] == ["36%", "35.7%"]
    assert [shown_time(time(9, 30)), shown_time(timedelta(hours=25, minutes=5))] == ["09:30", "25:05"]


@needs_inputs
def test_the_given_matrix_is_read_by_cell() -> None:
    matrix, old = read_sheets(SHARED / "training-matrix.xlsx", Files()).sheets
    assert old.name == "OLD 2021"
    assert matrix.hidden_columns == {2}
    assert matrix.cell(14, 6) == SheetCell("Mar-25", day=date(2025, 3, 1))
    assert matrix.cell(7, 8).text.endswith(" ")
    assert matrix.cell(8, 16).day is None
    assert {row for row in range(len(matrix.rows)) if matrix.cell(row, 0).struck} == {17}
    assert {(r, c) for r, row in enumerate(matrix.rows) for c, cell in enumerate(row) if cell.note} == {
        (13, 7),
        (16, 11),
    }
    assert {r for r, row in enumerate(matrix.rows) if any(cell.formula for cell in row)} == {24, 25}


@needs_inputs
def test_reading_writes_nothing(tmp_path: Path) -> None:
    copy = tmp_path / "training-matrix.xlsx"
    copy.write_bytes((SHARED / "training-matrix.xlsx").read_bytes())
    read_sheets(copy, Files())
    assert list(tmp_path.iterdir()) == [copy]
