# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Flow: puts blocks on pages from the top down, and starts a new page when one is full."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop.reports.blocks import Block, gap
from desktop.reports.page import BOTTOM
from desktop.reports.pen import Pen
from desktop.reports.structure import Node


class Flow:
    """Places blocks. One flow draws one document. ``on_page`` is told the number of each new page."""

    def __init__(self, pen: Pen, on_page: Callable[[int], None] = lambda _page: None) -> None:
        self._on_page = on_page
        self.pen = pen
        self._sheet = pen.sheet
        self._room_across = pen.sheet.room
        self._top = pen.sheet.top
        self._last: Block | None = None

    def new_page(self) -> None:
        """Go on at the top of the next page, unless this one is still empty."""
        if self._last is not None or self._top != self._sheet.top:
            self.pen.next_page()
            self._on_page(self.pen.page)
        self._top, self._last = self._sheet.top, None

    def start_at(self, top: float) -> None:
        """Go on at a given height of this page."""
        self._top, self._last = top, None

    def place(self, blocks: Sequence[Block], parent: Node) -> None:
        """Put blocks one under another; headings stay with what follows them."""
        at = 0
        while at < len(blocks):
            group = self._group(blocks, at)
            if self._last is not None and self._need(group) > self._room(group[0]):
                self.new_page()
            for block in group:
                self._put(block, parent)
            at += len(group)

    @staticmethod
    def _group(blocks: Sequence[Block], at: int) -> Sequence[Block]:
        end = at
        while end < len(blocks) - 1 and blocks[end].keep_with_next:
            end += 1
        return blocks[at : end + 1]

    def _need(self, group: Sequence[Block]) -> float:
        """Height that a group needs at least: all but the last whole, of the last its least part."""
        *heads, last = group
        gaps = sum(gap(above, below) for above, below in pairwise(group))
        return sum(head.wrap(self._room_across) for head in heads) + gaps + last.least(self._room_across)

    def _room(self, block: Block) -> float:
        return self._top - BOTTOM - (gap(self._last, block) if self._last else 0) + 0.01

    def _put(self, block: Block, parent: Node) -> None:
        while block.wrap(self._room_across) > self._room(block):
            fresh = self._last is None
            parts = block.split(self._room_across, self._room(block), fresh=fresh)
            if parts is None and fresh:
                break  # cannot be split and has the whole page: drawn as it is
            if parts is not None:
                self._draw(parts[0], parent)
                block = parts[1]
            self.new_page()
        self._draw(block, parent)

    def _draw(self, block: Block, parent: Node) -> None:
        if self._last:
            self._top -= gap(self._last, block)
        block.draw(self.pen, self._sheet.left, self._top, self._room_across, parent)
        self._top -= block.wrap(self._room_across)
        self._last = block
