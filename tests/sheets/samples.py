# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Small workbooks, whole and harmful, made when a test needs them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import openpyxl
from odfdo import Document
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula

SHEET = "xl/worksheets/sheet1.xml"
Change = Callable[[bytes], bytes]


def xlsx() -> bytes:
    """Everything that a person can do to a list of people, in one workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Hyfforddiant"
    sheet.append(["Team training 2026"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Name", "Secret", "First aid", "Rate", "Hours", "At", "Lasts"])
    sheet.append(
        [
            "Siân Dŵr ",
            "x",
            date(2025, 3, 1),
            0.95,
            1.5,
            datetime(2025, 3, 5, 14, 30, tzinfo=UTC).replace(tzinfo=None),
            "=C3+365",
        ]
    )
    sheet.append(["Left Person", None, "05/03/2024", 3, True, "=SUM(D3:D4)", ArrayFormula("G4", "=D3:D3*2")])
    sheet.append(
        [CellRichText(TextBlock(InlineFont(strike=True), "Gone "), TextBlock(InlineFont(strike=True), "Away"))]
    )
    sheet.append([CellRichText(TextBlock(InlineFont(strike=True), "Old"), " New")])
    sheet["C3"].number_format, sheet["D3"].number_format = "mmm-yy", "0%"
    sheet["F3"].number_format = "dd/mm/yyyy hh:mm"
    sheet["A4"].font = Font(strike=True)
    sheet["B4"].comment = Comment("cert not seen", "A person")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A1048576"].font = Font(bold=True)  # a cell of style alone, far below
    other = book.create_sheet("raw")
    other.sheet_state = "hidden"
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_results(data: bytes, results: Mapping[str, str]) -> bytes:
    """A workbook as a spreadsheet program saves it: each formula with what it gave."""

    def fill(xml: bytes) -> bytes:
        for place, result in results.items():
            start = xml.index(f'<c r="{place}"'.encode())
            at = xml.index(b"</f>", start) + len(b"</f>")
            end = xml.index(b"</c>", at)
            xml = xml[:at] + f"<v>{result}</v>".encode() + xml[end:]
        return xml

    return repacked(data, {SHEET: fill})


_ODS_STYLE = """<style:style style:name="gone" style:family="table-cell">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="went" style:family="table-cell" style:parent-style-name="gone"/>
<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>"""
_ODS_TABLES = """<table:table table:name="Hyfforddiant">
<table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-column table:number-columns-repeated="1022"/>
<table:table-header-rows><table:table-row>
<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Team <text:s/>training</text:p>
</table:table-cell><table:covered-table-cell/>
<table:table-cell table:number-columns-repeated="1022"/></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><office:annotation><text:p>cert not seen</text:p></office:annotation>
<text:p>Siân</text:p><text:p>Dŵr </text:p></table:table-cell><table:table-cell/>
<table:table-cell office:value-type="date" office:date-value="2025-03-01T00:00:00"><text:p>Mar-25</text:p>
</table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-02-29"/>
<table:table-cell office:value-type="percentage" office:value="0.95"><text:p>95%</text:p></table:table-cell>
<table:table-cell table:formula="of:=SUM([.A1:.A2])" office:value-type="float" office:value="2"><text:p>2</text:p>
</table:table-cell></table:table-row>
<table:table-row table:visibility="filter" table:number-rows-repeated="2">
<table:table-cell table:style-name="went"><text:p>Left Person</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"><text:p>n/a</text:p></table:table-cell>
<table:table-cell><text:p><text:span text:style-name="gone">all of it</text:span></text:p></table:table-cell>
<table:table-cell><text:p><text:span text:style-name="gone">some</text:span> of it</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/>
</table:table-row></table:table>
<table:table table:name="raw" table:style-name="away">
<table:table-row><table:table-cell/></table:table-row></table:table>
"""


def ods(tables: str = _ODS_TABLES) -> bytes:
    """An ODS file as a person left it, its last row repeated to the end of the sheet as programs do."""

    def fill(xml: bytes) -> bytes:
        head, _, rest = xml.partition(b"<office:automatic-styles>")
        end = rest.index(b"</office:automatic-styles>")
        body = rest.index(b"<table:table ")
        after = rest.rindex(b"</table:table>") + len(b"</table:table>")
        words = tables.replace("\n", "").encode()
        styles = b"<office:automatic-styles>" + _ODS_STYLE.replace("\n", "").encode()
        return head + styles + rest[end:body] + words + rest[after:]

    out = io.BytesIO()
    Document("spreadsheet").save(out)
    return repacked(out.getvalue(), {"content.xml": fill})


def repacked(data: bytes, changes: Mapping[str, Change | bytes]) -> bytes:
    """A package with parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            change = changes.get(part.filename, before.read(part))
            after.writestr(
                part.filename, change if isinstance(change, bytes) else change(before.read(part)), part.compress_type
            )
        for name in changes.keys() - set(before.namelist()):
            added = changes[name]
            assert isinstance(added, bytes)
            after.writestr(name, added)
    return out.getvalue()
