# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tree, the fonts and the dressing that make a pack readable aloud and in fifty years."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf

from desktop.models.pack import DrawnPack
from tests.documents import snapshots
from tests.documents.reading import elements, kids, tags


def test_every_font_is_embedded_and_helvetica_is_nowhere(rich_pdf: pikepdf.Pdf) -> None:
    fonts = [
        thing for thing in rich_pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
    ]
    assert len(fonts) >= 4
    for font in fonts:
        assert "/FontFile2" in font.FontDescriptor
        assert re.match(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext", str(font.BaseFont))


def test_no_code_of_a_font_stands_for_nothing(rich_pdf: pikepdf.Pdf) -> None:
    maps = [
        t.ToUnicode.read_bytes() for t in rich_pdf.objects if isinstance(t, pikepdf.Dictionary) and "/ToUnicode" in t
    ]
    assert maps
    for one in maps:
        assert b"<0000>\n" not in one.split(b"beginbfchar", 1)[1]
        counts = [int(count) for count in re.findall(rb"(\d+) beginbfchar", one)]
        assert sum(counts) == len(re.findall(rb"^<\w\w> <\w{4,}>$", one, re.MULTILINE))
        assert max(counts) <= 100


def test_words_on_two_lines_are_read_apart(rich_words: str) -> None:
    for narrative in snapshots.NARRATIVES:
        assert narrative in rich_words


def test_contents_are_links_that_name_and_reach_the_right_page(rich_pdf: pikepdf.Pdf) -> None:
    entries = tags(rich_pdf, "TOCI")
    assert [element.S for element in kids(tags(rich_pdf, "TOC")[0])] == ["/TOCI"] * len(entries)
    pages = [page.obj.objgen for page in rich_pdf.pages]
    titles = [str(item.title) for item in rich_pdf.open_outline().root]
    for entry, title in zip(entries, titles[2:], strict=True):
        link = kids(entry)[0]
        assert link.S == "/Link"
        annotation = next(kid.Obj for kid in kids(link) if isinstance(kid, pikepdf.Dictionary))
        page = pages.index(annotation.Dest[0].objgen) + 1
        assert str(annotation.Contents) == f"{title}, page {page}"


def test_every_annotation_knows_its_element(rich_pdf: pikepdf.Pdf) -> None:
    numbers = list(rich_pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    annotations = [note for page in rich_pdf.pages for note in page.obj.get("/Annots", [])]
    assert len(annotations) > 15
    for note in annotations:
        assert owners[int(note.StructParent)].S in {"/Link", "/Form"}
        assert int(note.F) & 4, "annotations print"


def test_every_page_is_in_the_parent_tree_and_tabs_by_structure(rich_pdf: pikepdf.Pdf) -> None:
    numbers = list(rich_pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for index, page in enumerate(rich_pdf.pages):
        assert page.obj.Tabs == "/S"
        assert int(page.obj.StructParents) == index
        assert len(owners[index]) == page.obj.Contents.read_bytes().count(b"/MCID ")


def test_a_table_over_many_pages_is_one_table_with_one_head(rich_pdf: pikepdf.Pdf) -> None:
    critical = sum(row.critical for part in snapshots.rich().standards for row in part.indicators)
    table = next(table for table in tags(rich_pdf, "Table") if len(kids(table)) == critical + 1)
    rows = kids(table)
    assert {element.S for element in rows} == {"/TR"}
    assert [cell.S for cell in kids(rows[0])] == ["/TH"] * 4
    assert {tuple(str(cell.S) for cell in kids(row)) for row in rows[1:]} == {("/TH", "/TD", "/TD", "/TD")}
    pages = {element.Pg.objgen for element in elements(rich_pdf) if "/Pg" in element}
    assert len(pages) == len(rich_pdf.pages)


def test_repeated_heads_and_running_heads_are_not_content(rich_words: str) -> None:
    assert rich_words.count("Indicator and what we say") == 7, "once for each standard, however many pages"
    assert "Self-assessment against the seven standards" not in rich_words
    assert "Practice charity. Nothing here is real." not in rich_words


def test_every_heading_cell_says_what_it_heads(rich_pdf: pikepdf.Pdf) -> None:
    scopes = Counter(str(cell.A.Scope) for cell in tags(rich_pdf, "TH"))
    assert scopes["/Column"] > 40
    assert scopes["/Row"] > 100


def test_headings_never_skip_a_level(rich_pdf: pikepdf.Pdf) -> None:
    levels = [int(str(element.S)[2:]) for element in elements(rich_pdf) if re.fullmatch(r"/H\d", str(element.S))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_figure_is_described_and_placed(rich_pdf: pikepdf.Pdf) -> None:
    figures = tags(rich_pdf, "Figure")
    assert len(figures) == 1 + 7 + len(snapshots.WORKFORCE.courses)
    for figure in figures:
        assert str(figure.Alt).endswith(".")
        assert len(figure.A.BBox) == 4


def test_discs_stand_for_words(rich_pdf: pikepdf.Pdf) -> None:
    said = {str(element.ActualText) for element in elements(rich_pdf) if "/ActualText" in element}
    assert said == {
        "3 said, counts as 2",
        "3 said, counts as 3",
        "4 said, counts as 4",
        "1 said, counts as 1",
        "Not answered",
    }


def test_the_catalogue_says_what_the_file_is(rich_pdf: pikepdf.Pdf) -> None:
    root = rich_pdf.Root
    assert root.Lang == "en-GB"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert rich_pdf.docinfo.Title == "Practice: evidence pack, Gorwel Newydd Change Partnership"
    packet = root.Metadata.read_bytes().decode()
    for claim in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "pdfaExtension:schemas"):
        assert claim in packet
    profile = root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"


def test_attachments_carry_their_relation_to_the_pack(rich_pdf: pikepdf.Pdf) -> None:
    specifications = {str(one.UF): one for one in rich_pdf.Root.AF}
    assert specifications["manifest.json"].AFRelationship == "/Data"
    assert specifications["root.pem"].AFRelationship == "/Supplement"
    for attachment in snapshots.ATTACHMENTS:
        one = specifications[attachment.name]
        assert one.EF.F.read_bytes() == attachment.data
        assert str(one.Desc) == attachment.description
        assert one.EF.F.Subtype == f"/{attachment.media_type}"


def test_the_signature_field_is_empty_tagged_and_over_its_box(
    rich_pack: DrawnPack, rich_pdf: pikepdf.Pdf, rich_file: Path
) -> None:
    (field,) = rich_pdf.Root.AcroForm.Fields
    assert rich_pack.signature_field == str(field.T) == "Signature1"
    assert "/V" not in field
    assert "Authorised signatory 1" in str(field.TU)
    assert len(tags(rich_pdf, "Form")) == 1
    left, bottom, right, top = (float(value) for value in field.Rect)
    assert 50 < left < right < 545
    assert 500 < bottom < top < 790
    number = [page.obj.objgen for page in rich_pdf.pages].index(field.P.objgen)
    assert "Signed electronically by" in pypdf.PdfReader(rich_file).pages[number].extract_text()


def test_outline_leads_to_every_part_and_indicator(rich_pdf: pikepdf.Pdf) -> None:
    with rich_pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        below = [child.title for item in outline.root for child in item.children]
    assert titles[:6] == [
        "Cover",
        "Contents",
        "The seven standards at a glance",
        "How we judge",
        "The charity and its services",
        "Critical indicators",
    ]
    assert titles[6:13] == [f"Standard {part.number}: {part.short_name}" for part in snapshots.rich().standards]
    assert titles[13:] == [
        "The workforce behind the service",
        "Action plan",
        "Evidence index",
        "Sign-off",
        "How to check this pack",
    ]
    assert len(below) == sum(len(part.indicators) for part in snapshots.rich().standards)
