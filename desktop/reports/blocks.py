# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Blocks: what a page is made of. A block knows its height at a width, can be split, and draws itself tagged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from desktop.reports.canvas import PackCanvas
from desktop.reports.pen import PageOf, Pen
from desktop.reports.structure import Node
from desktop.reports.text import Style, Text, Words, break_lines, placed


@runtime_checkable
class Block(Protocol):
    """A piece of a page. ``before`` and ``after`` are the gaps to its neighbours."""

    before: float
    after: float
    keep_with_next: bool

    def wrap(self, room: float) -> float:
        """Height at this width."""

    def least(self, room: float) -> float:
        """Height of the least part that may stand alone at the foot of a page."""

    def split(self, room: float, height: float, *, fresh: bool) -> "tuple[Block, Block] | None":
        """Two parts, the first no taller than ``height``. ``fresh``: a new page would give no more room."""

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw with the upper left corner at x, top, and put its elements under ``parent``."""


@dataclass(slots=True)
class Solid:
    """Base of blocks that never split."""

    before: float = field(default=0, kw_only=True)
    after: float = field(default=0, kw_only=True)
    keep_with_next: bool = field(default=False, kw_only=True)

    def wrap(self, room: float) -> float:
        """Height at this width."""
        raise NotImplementedError

    def least(self, room: float) -> float:
        """The whole height."""
        return self.wrap(room)

    def split(self, room: float, height: float, *, fresh: bool) -> tuple[Block, Block] | None:  # noqa: ARG002 - never splits
        """Stays whole."""
        return None

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw with the upper left corner at x, top."""
        raise NotImplementedError


@dataclass(slots=True)
class Drawing(Solid):
    """A vector picture. With ``alt`` it is a figure described by that sentence, without it decoration.

    ``actual`` instead makes it stand for words, such as discs for "3 said, counts as 2".
    """

    width: float
    height: float
    paint: Callable[[PackCanvas, float, float], None]  # canvas, left, bottom
    alt: str = ""
    actual: str = ""

    def wrap(self, room: float) -> float:  # noqa: ARG002 - of one size
        """Its own height."""
        return self.height

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:  # noqa: ARG002 - of one size
        """Draw at its own size."""
        bottom = top - self.height
        if pen.muted or not (self.alt or self.actual):
            with pen.artifact() as canvas:
                self.paint(canvas, x, bottom)
            return
        if self.actual:
            node = parent.add("P").add("Span", actual=self.actual)
        else:
            node = parent.add("Figure", alt=self.alt)
            box = tuple(round(value, 2) for value in (x, bottom, x + self.width, top))
            node.attribute("Layout", BBox=box, Placement="Block")
        with pen.content(node) as canvas:
            self.paint(canvas, x, bottom)


@dataclass(slots=True)
class Stack:
    """Blocks one under another. Splits where its blocks do."""

    blocks: list[Block]
    before: float = 0
    after: float = 0
    keep_with_next: bool = False

    def wrap(self, room: float) -> float:
        """Height of all, with the gaps between them."""
        height = sum(block.wrap(room) for block in self.blocks)
        return height + sum(gap(above, below) for above, below in zip(self.blocks, self.blocks[1:], strict=False))

    def least(self, room: float) -> float:
        """The least of its first block."""
        return self.blocks[0].least(room) if self.blocks else 0

    def split(self, room: float, height: float, *, fresh: bool) -> "tuple[Stack, Stack] | None":
        """Between two blocks, or inside the one that crosses the edge."""
        used = 0.0
        for at, block in enumerate(self.blocks):
            used += gap(self.blocks[at - 1], block) if at else 0
            tall = block.wrap(room)
            if used + tall > height + 0.01:
                return self._cut(at, block.split(room, height - used, fresh=fresh and not at))
            used += tall
        return None

    def _cut(self, at: int, parts: tuple[Block, Block] | None) -> "tuple[Stack, Stack] | None":
        above, below = ([parts[0]], [parts[1]]) if parts else ([], [self.blocks[at]])
        head = self.blocks[:at] + above
        if not head:
            return None
        return Stack(head, self.before, 0), Stack(below + self.blocks[at + 1 :], 0, self.after)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw from the top down."""
        for at, block in enumerate(self.blocks):
            top -= gap(self.blocks[at - 1], block) if at else 0
            block.draw(pen, x, top, room, parent)
            top -= block.wrap(room)


def gap(above: Block, below: Block) -> float:
    """Space between two blocks: the larger of what they ask for."""
    return max(above.after, below.before)


@dataclass(slots=True)
class Box(Solid):
    """A stack on a tint or in a border. Keep what is inside short: a box stays whole."""

    inner: Stack
    tint: str = ""
    edge: str = ""
    padding: float = 10
    height: float = 0  # set by ``Side`` so that neighbours are of one height

    def wrap(self, room: float) -> float:
        """Height with its padding."""
        return max(self.height, self.inner.wrap(room - 2 * self.padding) + 2 * self.padding)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw the box, then what is inside."""
        height = self.wrap(room)
        with pen.artifact() as canvas:
            canvas.fill(self.tint or "surface")
            canvas.stroke(self.edge or self.tint, 0.7)
            canvas.roundRect(x, top - height, room, height, 4, int(bool(self.edge)), int(bool(self.tint)))
        self.inner.draw(pen, x + self.padding, top - self.padding, room - 2 * self.padding, parent)


@dataclass(slots=True)
class Side(Solid):
    """Blocks side by side in columns of one width (or of given shares), read from left to right."""

    columns: Sequence[Block]
    gutter: float = 14
    places: int = 0  # columns of the grid, where it has more than there are blocks
    shares: Sequence[float] = ()

    def _widths(self, room: float) -> list[float]:
        places = max(self.places, len(self.columns))
        free = room - self.gutter * (places - 1)
        shares = self.shares or [1 / places] * places
        return [free * share for share in shares]

    def wrap(self, room: float) -> float:
        """Height of the tallest."""
        tallest = max(block.wrap(width) for block, width in zip(self.columns, self._widths(room), strict=False))
        for block in self.columns:
            if isinstance(block, Box):
                block.height = tallest
        return tallest

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw each in its column."""
        self.wrap(room)
        for block, width in zip(self.columns, self._widths(room), strict=False):
            block.draw(pen, x, top, width, parent)
            x += width + self.gutter


@dataclass(slots=True)
class LateText(Solid):
    """A paragraph with page numbers in it: room is kept for the longest, the words come when pages are known."""

    words: Callable[[PageOf], Words]
    style: Style = field(default_factory=Style)
    tag: str = "P"

    def wrap(self, room: float) -> float:
        """Height with three-digit page numbers."""
        return len(break_lines(self.words(lambda _anchor: 888), self.style, room)) * self.style.leading

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Keep the place in the tree; draw at the end."""
        node = parent.add(self.tag)

        def finish(page_of: PageOf) -> None:
            lines = break_lines(self.words(page_of), self.style, room, pen.unknown)
            with pen.content(node) as canvas:
                canvas.write_lines(self.style.size, placed(lines, self.style, x, top, room))

        pen.later(finish)


def rule(pen: Pen, x: float, y: float, width: float, role: str = "line") -> None:
    """A thin line across, as decoration."""
    with pen.artifact() as canvas:
        canvas.stroke(role, 0.6)
        canvas.line(x, y, x + width, y)


__all__ = ["Block", "Box", "Drawing", "LateText", "Side", "Solid", "Stack", "Text", "gap", "rule"]
