# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The same pages by bare ReportLab: its own document, paragraphs, tables and contents page, no tags, no finishing."""

from collections.abc import Sequence
from functools import singledispatch
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from desktop.models.pack import PackSnapshot
from desktop.reports import blocks, canvas, checking, digits, evidence_pack, fonts, page, pictures, sign_off, table
from desktop.reports.palette import colour
from desktop.reports.text import Span, Style, Text, drawable


class Title(Paragraph):
    """A paragraph that enters the contents."""


class Picture(Flowable):
    """A small picture by the same strokes as in the pack."""

    def __init__(self, drawing: blocks.Drawing) -> None:
        super().__init__()
        self.width, self.height, self.drawing = drawing.width, drawing.height, drawing

    def draw(self) -> None:
        """Paint it at the place where ReportLab put the origin."""
        surface: Any = self.canv
        self.drawing.paint(surface, 0, 0)


class Document(BaseDocTemplate):
    """One frame a page, running head and foot, contents from headings."""

    def __init__(self, stream: BytesIO) -> None:
        super().__init__(stream, pagesize=(page.PAGE_WIDTH, page.PAGE_HEIGHT), pageCompression=1)
        frame = Frame(page.LEFT - 6, page.BOTTOM, page.WIDTH + 12, page.DEPTH)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._furniture))

    @staticmethod
    def _furniture(surface: Any, _document: Any) -> None:
        surface.setFont(fonts.font_name("regular"), 8.5)
        surface.drawString(page.LEFT, 32, "A self-assessment. Not accredited, endorsed or verified.")
        surface.drawRightString(page.LEFT + page.WIDTH, 32, f"Page {surface.getPageNumber()}")
        surface.line(page.LEFT, 45, page.LEFT + page.WIDTH, 45)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Tell the contents of each title."""
        if isinstance(flowable, Title):
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


class PictureCanvas(canvas.PackCanvas):
    """Our canvas under ReportLab's document: it brings the strokes that pictures use."""

    def __init__(self, stream: Any, **_named: Any) -> None:
        super().__init__(stream)


def draw(snapshot: PackSnapshot) -> bytes:
    """The pages of a snapshot by ``multiBuild``."""
    rl_config.canvas_basefontname = fonts.font_name("regular")
    stream = BytesIO()
    story: list[Flowable] = [TableOfContents(), PageBreak()]
    for part in evidence_pack.parts_of(snapshot):
        for block in part.blocks():
            story += flowables(block)
        story.append(PageBreak())
    Document(stream).multiBuild(story, canvasmaker=PictureCanvas)
    return stream.getvalue()


@singledispatch
def flowables(block: Any) -> list[Flowable]:
    """One of our blocks as ReportLab's."""
    raise AssertionError(block)


@flowables.register
def _(block: Text) -> list[Flowable]:
    return [_paragraph(block.words, block.style, title=block.tag == "H1"), Spacer(1, block.after)]


@flowables.register
def _(block: blocks.LateText) -> list[Flowable]:
    return [_paragraph(block.words(lambda _anchor: 888), block.style)]


@flowables.register
def _(block: blocks.Drawing) -> list[Flowable]:
    return [Picture(block)]


@flowables.register
def _(block: pictures.Badge) -> list[Flowable]:
    return [_paragraph(block.state.word, Style(block.size, block.size * 1.3, "bold", block.state.role))]


@flowables.register
def _(block: blocks.Stack) -> list[Flowable]:
    return _all(block.blocks)


@flowables.register
def _(block: blocks.Box) -> list[Flowable]:
    return [Table([[_all(block.inner.blocks)]], style=[("BOX", (0, 0), (-1, -1), 0.7, _ink("edge"))])]


@flowables.register
def _(block: blocks.Side) -> list[Flowable]:
    widths = [width + block.gutter for width in block._widths(page.WIDTH)][: len(block.columns)]
    return [Table([[flowables(column) for column in block.columns]], colWidths=widths)]


@flowables.register
def _(block: table.Table) -> list[Flowable]:
    return [_table(block)]


@flowables.register
def _(block: digits.DigitRow) -> list[Flowable]:
    return [_paragraph(" ".join(block.found), Style(block.size, block.size * 1.35))]


@flowables.register
def _(block: checking.Numbered) -> list[Flowable]:
    return [_paragraph(block.title, Style(14, 21, "bold"))]


@flowables.register
def _(block: checking.Indented) -> list[Flowable]:
    return flowables(block.inner)


@flowables.register
def _(block: checking.Fingerprint) -> list[Flowable]:
    return _all(block._texts().blocks)


@flowables.register
def _(block: sign_off.SignatureBox) -> list[Flowable]:
    return _all(block._texts())


def _all(many: Sequence[blocks.Block]) -> list[Flowable]:
    return [made for block in many for made in flowables(block)]


def _table(block: table.Table) -> Table:
    heads = [[_paragraph(column.head, table.HEAD)] for column in block.columns]
    rows = [[flowables(cell) for cell in row.cells] for row in block.rows]
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, _ink("line")),
        ("BACKGROUND", (0, 0), (-1, 0), _ink("sunken")),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), block.gutter),
        ("TOPPADDING", (0, 0), (-1, -1), block.padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), block.padding),
    ]
    widths = [width + block.gutter for width in block._widths(page.WIDTH)]
    return Table([heads, *rows], colWidths=widths, repeatRows=1, splitInRow=1, style=look)


def _paragraph(words: Any, style: Style, *, title: bool = False) -> Paragraph:
    spans = [words] if isinstance(words, str) else words
    markup = "".join(_markup(span) for span in spans)
    look = ParagraphStyle(
        "p",
        fontName=fonts.font_name(style.face),
        fontSize=style.size,
        leading=style.leading,
        textColor=_ink(style.role),
    )
    return (Title if title else Paragraph)(markup, look)


def _markup(span: str | Span) -> str:
    if isinstance(span, str):
        return escape(drawable(span)).replace("\n", "<br/>")
    return f'<font name="{fonts.font_name(span.face or "regular")}">{escape(drawable(span.text))}</font>'


def _ink(role: str) -> Color:
    return Color(*colour(role))
