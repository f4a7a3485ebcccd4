# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pen: draws on the canvas and notes in the tree what each stroke means."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

from desktop.reports.canvas import PackCanvas
from desktop.reports.page import UPRIGHT, Sheet
from desktop.reports.structure import Anchor, Content, LinkSpot, Node, OutlineEntry

PageOf = Callable[[str], int]  # the page that an anchor is on, known once all pages are laid out


class Pen:
    """Holds what one document collects while it is drawn."""

    def __init__(self, sheet: Sheet = UPRIGHT) -> None:
        self.sheet = sheet
        self.stream = BytesIO()
        self.canvas = PackCanvas(self.stream, sheet)
        self.document = Node("Document")
        self.page = 1
        self.unknown: set[str] = set()
        self.anchors: dict[str, Anchor] = {}
        self.outline: list[OutlineEntry] = []
        self._late: defaultdict[int, list[Callable[[PageOf], None]]] = defaultdict(list)
        self._next_mcid: defaultdict[int, int] = defaultdict(int)
        self._muted = False

    @contextmanager
    def content(self, node: Node) -> Iterator[PackCanvas]:
        """What is drawn inside belongs to ``node``."""
        if self._muted:
            yield self.canvas
            return
        mcid = self._next_mcid[self.page]
        self._next_mcid[self.page] = mcid + 1
        node.kids.append(Content(self.page, mcid))
        self.canvas.begin_content(node.tag, mcid)
        yield self.canvas
        self.canvas.end_content()

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[PackCanvas]:
        """What is drawn inside is decoration (``Layout``) or furniture of the page (``Pagination``), tags and all."""
        if self._muted:
            yield self.canvas
            return
        self.canvas.begin_artifact(kind)
        self._muted = True
        yield self.canvas
        self._muted = False
        self.canvas.end_content()

    @property
    def muted(self) -> bool:
        """Whether an artifact is being drawn, so that nothing enters the tree."""
        return self._muted

    def bookmark(self, depth: int, words: str, anchor: str, top: float) -> None:
        """Remember this place under a name, and lead to it from the outline."""
        self.anchors[anchor] = Anchor(self.page, top)
        self.outline.append(OutlineEntry(depth, words, anchor))

    def link(self, node: Node, rectangle: tuple[float, float, float, float], anchor: str, words: str) -> None:
        """Make a place clickable; ``node`` is its Link element."""
        node.kids.append(LinkSpot(self.page, rectangle, anchor, words))

    def later(self, draw: Callable[[PageOf], None]) -> None:
        """Draw on the page that is open now, but when page numbers are known."""
        self._late[self.page].append(draw)

    def next_page(self) -> None:
        """Put this page aside, open the next."""
        self.canvas.park()
        self.page += 1

    def close(self, furniture: Callable[["Pen", int], None]) -> bytes:
        """Finish every page with its late parts and its head and foot; gives the raw PDF."""
        self.canvas.park()
        total = self.page
        for number in range(1, total + 1):
            self.page = number
            self.canvas.reopen(number - 1)
            for draw in self._late.pop(number, ()):
                draw(self._page_of)
            furniture(self, total)
            self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()

    def _page_of(self, anchor: str) -> int:
        return self.anchors[anchor].page
