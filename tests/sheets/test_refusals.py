# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Harmful, broken and mistaken files: each is refused for its own reason, within the limits, and nothing is written."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from stat import S_IFLNK

import openpyxl
import openpyxl.xml
import pytest

from desktop.sheets import refusals
from desktop.sheets.child import answer
from desktop.sheets.encoded import AnswerError, decode, encode_refusal
from desktop.sheets.ods import read_ods
from desktop.sheets.package import Package
from desktop.sheets.reading import read_sheet_bytes, read_sheets
from desktop.sheets.refusals import SheetRefusedError
from desktop.sheets.xlsx import read_xlsx
from desktop.support.files import Files
from tests.app.given_inputs import SHARED, needs_inputs
from tests.house.tree import ROOT
from tests.sheets import samples

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>'
GIVEN = {
    "empty.xlsx": refusals.EmptySheetError,
    "empty.pdf": refusals.EmptySheetError,
    "truncated.pdf": refusals.NamedSheetIsPdfError,
    "truncated.xlsx": refusals.SheetRefusedError,
    "zip-bomb.xlsx": refusals.UnpacksTooLargeError,
    "external-entity.xlsx": refusals.DocumentTypeError,
    "path-traversal.zip": refusals.OtherKindOfFileError,
    "zero-pages.pdf": refusals.NamedSheetIsPdfError,
    "pdf-renamed.docx": refusals.NamedSheetIsPdfError,
}
# A process of its own, so that what it and its children used can be told apart from the tests.
MEASURED = """
import resource, sys
from pathlib import Path
from desktop.sheets.reading import read_sheets
from desktop.sheets.refusals import SheetRefusedError
from desktop.support.files import Files
for name in sys.argv[1:]:
    try:
        read_sheets(Path(name), Files())
        raise SystemExit(1)
    except SheetRefusedError:
        pass
both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(one.ru_maxrss for one in both), sum(one.ru_utime + one.ru_stime for one in both))
"""


def refused(name: str, data: bytes) -> type[SheetRefusedError]:
    """Why a file is not read, through the child."""
    with pytest.raises(SheetRefusedError) as caught:
        read_sheet_bytes(name, data)
    return type(caught.value)


@needs_inputs
@pytest.mark.parametrize("name", GIVEN)
def test_a_given_hostile_file_is_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    for copy in (tmp_path / name, tmp_path / "matrix.xlsx"):
        copy.write_bytes((SHARED / "hostile" / name).read_bytes())
    with pytest.raises(SheetRefusedError) as caught:
        read_sheets(tmp_path / name, Files())
    assert type(caught.value) is GIVEN[name]
    with pytest.raises(SheetRefusedError):
        read_sheets(tmp_path / "matrix.xlsx", Files())
    assert {path.name for path in tmp_path.iterdir()} == {name, "matrix.xlsx"}


@needs_inputs
@pytest.mark.skipif(sys.platform != "linux", reason="counts the memory of Linux")
def test_no_given_hostile_file_needs_much_memory_or_time() -> None:
    paths = [str(SHARED / "hostile" / name) for name in GIVEN]
    found = subprocess.run(
        [sys.executable, "-c", MEASURED, *paths], cwd=ROOT, capture_output=True, text=True, check=True
    )
    kilobytes, seconds = map(float, found.stdout.split())
    assert kilobytes < 500 * 1024
    assert seconds < 20


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xls", OLE + bytes(600), refusals.OldWorkbookError),
        ("a.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), refusals.LockedSheetError),
        ("a.doc", OLE + bytes(600), refusals.OtherKindOfFileError),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", refusals.NotASpreadsheetError),
        ("a.xlsx", b"Name,Course\r\n", refusals.NotASpreadsheetError),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0", refusals.NotASpreadsheetError),
        ("a.csv", b'Name,Note\r\nAnn,"never closed\r\nBob,x\r\n', refusals.OpenQuoteError),
        ("a.csv", b"," * 300 + b"x", refusals.TooManyCellsError),
        ("a.csv", b"\n" * 20_001 + b"x", refusals.TooManyCellsError),
        ("a.csv", b"x" * 2_000_000, refusals.SheetRefusedError),
        ("a.csv", b"", refusals.EmptySheetError),
        ("a.xlsm", samples.xlsx(), refusals.MacrosError),
        ("a.zip", samples.xlsx(), refusals.OtherKindOfFileError),
        ("a.xlsx", b"PK\x03\x04 and then nothing", refusals.SheetRefusedError),
    ],
)
def test_a_file_that_is_no_spreadsheet_is_refused_for_what_it_is(
    name: str, data: bytes, reason: type[SheetRefusedError]
) -> None:
    assert refused(name, data) is reason


def changed(**parts: bytes | Callable[[bytes], bytes]) -> bytes:
    return samples.repacked(samples.xlsx(), {name.replace("__", "/"): change for name, change in parts.items()})


def types(before: bytes, after: bytes) -> dict[str, samples.Change]:
    return {"[Content_Types].xml": lambda xml: xml.replace(before, after)}


def sheet_of(rows: str) -> bytes:
    words = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{rows}</worksheet>'
    return samples.repacked(samples.xlsx(), {samples.SHEET: words.encode()})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (changed(xl__more_xml=b""), None),
        (samples.repacked(samples.xlsx(), {"xl/theme/theme1.xml": DOCTYPE.encode()}), "sheet_document_type"),
        (samples.repacked(samples.xlsx(), {samples.SHEET: DOCTYPE.encode("utf-16")}), "sheet_document_type"),
        (samples.repacked(samples.xlsx(), {"xl/vbaProject.bin": b"x"}), "sheet_macros"),
        (samples.repacked(samples.xlsx(), types(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")), "sheet_macros"),
        (samples.repacked(samples.xlsx(), {"xl/externalLinks/externalLink1.xml": b"<a/>"}), "sheet_links"),
        (samples.repacked(samples.xlsx(), types(b"spreadsheetml.sheet", b"word.document")), "sheet_not_a_spreadsheet"),
        (samples.repacked(samples.xlsx(), {"../out.xml": b"<a/>"}), "sheet_odd_parts"),
        (samples.repacked(samples.xlsx(), {"/etc/x.xml": b"<a/>"}), "sheet_odd_parts"),
        (samples.repacked(samples.xlsx(), {"C:/x.xml": b"<a/>"}), "sheet_odd_parts"),
        (samples.repacked(samples.xlsx(), {"xl\\x.xml": b"<a/>"}), "sheet_odd_parts"),
        (samples.repacked(samples.xlsx(), {samples.SHEET.upper(): b"<a/>"}), "sheet_odd_parts"),
        (samples.repacked(samples.xlsx(), {"xl/media/a.bin": bytes(3_000_000)}), "sheet_unpacks_too_large"),
        (samples.repacked(samples.xlsx(), {f"xl/{n}.xml": b"" for n in range(2_000)}), "sheet_unpacks_too_large"),
        (samples.repacked(samples.xlsx(), {samples.SHEET: b"<worksheet"}), "sheet_damaged"),
        (sheet_of('<sheetData><row r="20001"><c r="A20001"><v>1</v></c></row></sheetData>'), "sheet_too_many_cells"),
        (sheet_of('<sheetData><row r="1"><c r="GS1"><v>1</v></c></row></sheetData>'), "sheet_too_many_cells"),
        (sheet_of('<dimension ref="A1:XFD1048576"/><sheetData/>'), None),
    ],
)
def test_a_harmful_workbook_is_refused_before_it_does_harm(data: bytes, reason: str | None) -> None:
    assert (decode(answer(read_xlsx, data)) == reason) if reason else isinstance(decode(answer(read_xlsx, data)), tuple)


def test_a_link_in_the_package_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        link = zipfile.ZipInfo("xl/styles.xml")
        link.external_attr = (S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")
    with pytest.raises(refusals.OddPartsError):
        Package(out.getvalue())


def test_more_sheets_than_a_list_has_are_refused() -> None:
    book = openpyxl.Workbook()
    for _ in range(50):
        book.create_sheet()
    assert decode(answer(read_xlsx, samples.saved(book))) == "sheet_too_many_cells"


CELL = (
    '<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}">'
)


def table(rows: int, columns: int) -> str:
    cells = CELL.format(rows=rows, columns=columns) + "<text:p>x</text:p></table:table-cell></table:table-row>"
    return f'<table:table table:name="a">{cells}</table:table>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (samples.ods(table(1, 201)), "sheet_too_many_cells"),
        (samples.ods(table(20_001, 1)), "sheet_too_many_cells"),
        (samples.ods(table(10**18, 10**18)), "sheet_too_many_cells"),
        (samples.ods(table(1, 1) * 51), "sheet_too_many_cells"),
        (
            samples.ods('<table:table table:name="a"><table:table-source xlink:href="b.ods"/></table:table>'),
            "sheet_links",
        ),
        (samples.repacked(samples.ods(), {"Basic/Standard/Module1.xml": b"<a/>"}), "sheet_macros"),
        (samples.repacked(samples.ods(), {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "sheet_locked"),
        (samples.repacked(samples.ods(), {"styles.xml": DOCTYPE.encode()}), "sheet_document_type"),
        (samples.repacked(samples.ods(), {"content.xml": b"<office:document-content"}), "sheet_damaged"),
        (samples.repacked(samples.ods(), {"mimetype": b"application/x", "META-INF/manifest.xml": b"<a/>"}), None),
    ],
)
def test_a_harmful_ods_file_is_refused_before_it_does_harm(data: bytes, reason: str | None) -> None:
    assert decode(answer(read_ods, data)) == (reason or "sheet_not_a_spreadsheet")


def test_a_reading_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(refusals.TooSlowSheetError):
        read_sheet_bytes("a.xlsx", samples.xlsx(), seconds=0.01)


def test_memory_that_runs_out_is_said_plainly() -> None:
    def greedy(_data: bytes) -> tuple[()]:
        raise MemoryError

    assert decode(answer(greedy, b"")) == refusals.NeedsTooMuchError.code


@pytest.mark.parametrize(
    "said",
    [b"", b"[]", b'{"sheets": 3}', b'{"sheets": [{"name": 1}]}', b"{" * 100_000, b'{"sheets": [{"rows": [[[1]]]}]}'],
)
def test_the_parent_believes_nothing_that_it_has_not_checked(said: bytes) -> None:
    with pytest.raises(AnswerError):
        decode(said)


def test_every_refusal_has_a_code_that_the_parent_knows() -> None:
    assert [decode(encode_refusal(code)) for code in refusals.BY_CODE] == list(refusals.BY_CODE)
    assert len(refusals.BY_CODE) == len(refusals.KINDS)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.xlsx"):
        with pytest.raises(refusals.CannotOpenError):
            read_sheets(path, Files())


def test_strangers_xml_goes_through_the_safe_reader() -> None:
    assert openpyxl.xml.DEFUSEDXML
