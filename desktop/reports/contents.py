# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The contents page: a tagged list of links, drawn when page numbers are known."""

from dataclasses import dataclass

from desktop.reports import fonts
from desktop.reports.blocks import Solid
from desktop.reports.pen import PageOf, Pen
from desktop.reports.structure import Node
from desktop.reports.text import Style, shorten

_LEADING = 23.0


@dataclass(slots=True)
class ContentsLine(Solid):
    """One line of the contents: words, a thin rule and the page. ``contents`` is the TOC element of all lines."""

    words: str
    anchor: str
    contents: Node
    depth: int = 0

    def wrap(self, room: float) -> float:  # noqa: ARG002 - of one height
        """One line."""
        return _LEADING if not self.depth else _LEADING - 4

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Keep the place in the tree and on the page; draw at the end."""
        if not self.contents.kids:
            parent.kids.append(self.contents)
        link = self.contents.add("TOCI").add("Link")
        height = self.wrap(room)
        indent = 14.0 * self.depth
        style = Style(10, _LEADING, "regular" if self.depth else "semibold")

        def finish(page_of: PageOf) -> None:
            page = str(page_of(self.anchor))
            figure = fonts.width("semibold", page) * style.size
            words = shorten(self.words, style.face, style.size, room - indent - 40)
            base = top - height + 7
            with pen.content(link) as canvas:
                pieces = ((style.face, "text", words + " "),)
                number = (("semibold", "text", page),)
                canvas.write_lines(style.size, [(x + indent, base, pieces), (x + room - figure, base, number)])
            with pen.artifact() as canvas:
                canvas.stroke("line", 0.5)
                canvas.line(x + indent, base - 6, x + room, base - 6)
            pen.link(link, (x, base - 6, x + room, base - 6 + height), self.anchor, f"{words}, page {page}")

        pen.later(finish)
