# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The page: A4 in points, its margins and the room for text; and A4 on its side, for wide tables."""

from dataclasses import dataclass

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT = 20 * MM
WIDTH = PAGE_WIDTH - 2 * LEFT
TOP = PAGE_HEIGHT - 24 * MM
BOTTOM = 20 * MM
DEPTH = TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that a document is drawn on. Margins are those of A4 upright."""

    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT
    left: float = LEFT

    @property
    def room(self) -> float:
        """The width for text."""
        return self.width - 2 * self.left

    @property
    def top(self) -> float:
        """Where text begins."""
        return self.height - (PAGE_HEIGHT - TOP)


UPRIGHT = Sheet()
ON_ITS_SIDE = Sheet(PAGE_HEIGHT, PAGE_WIDTH, 16 * MM)
