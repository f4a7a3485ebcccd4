# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where pages stand, one under another, in pixels of the screen; and which parts of them were shown. No drawing."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

BANDS = 20
ALL_BANDS = (1 << BANDS) - 1


@dataclass(frozen=True)
class Sheet:
    """One page on the strip."""

    number: int
    x: int
    y: int
    width: int
    height: int

    def part(self, top: int, bottom: int) -> tuple[float, float]:
        """The part of the page between two heights of the strip, as shares from its top; (0, 0) for none."""
        start, end = max(top, self.y), min(bottom, self.y + self.height)
        return ((start - self.y) / self.height, (end - self.y) / self.height) if start < end else (0.0, 0.0)


class Sheets:
    """All pages of a strip, laid out."""

    def __init__(self, sizes: Sequence[tuple[int, tuple[float, float]]], room: int, scale: float, gap: int) -> None:
        widest = max((size[0] for _, size in sizes), default=1.0)
        self.width = max(room, round(widest * scale) + 2 * gap)
        self.all: list[Sheet] = []
        y = gap
        for number, size in sizes:
            width, height = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
            self.all.append(Sheet(number, (self.width - width) // 2, y, width, height))
            y += height + gap
        self.height = y
        self._tops = [sheet.y for sheet in self.all]
        self._by_number = {sheet.number: sheet for sheet in self.all}

    def at(self, y: int) -> Sheet | None:
        """The page at a height, or the one above it."""
        return self.all[max(0, bisect_right(self._tops, y) - 1)] if self.all else None

    def of(self, number: int) -> Sheet | None:
        """The page of that number."""
        return self._by_number.get(number)

    def between(self, top: int, bottom: int) -> list[Sheet]:
        """The pages that stand, in part at least, between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return [sheet for sheet in self.all[first:last] if sheet.part(top, bottom) != (0.0, 0.0)]

    def foremost(self, top: int, bottom: int) -> int:
        """The number of the page of which most is between two heights; the upper one of equals; 0 for none."""
        shown = self.between(top, bottom)
        best = max(shown, key=lambda sheet: _height(sheet, top, bottom), default=None)
        return best.number if best else 0


class Seen:
    """Which parts of which pages came into view. A page counts once all of its height was shown."""

    def __init__(self) -> None:
        self._bands: dict[int, int] = {}
        self.pages: set[int] = set()

    def note(self, number: int, part: tuple[float, float]) -> bool:
        """Note a part that is in view; True when the page has just been shown whole."""
        first, last = int(part[0] * BANDS), min(BANDS, int(part[1] * BANDS + 0.999))
        for band in range(first, last):
            self._bands[number] = self._bands.get(number, 0) | (1 << band)
        if self._bands.get(number) != ALL_BANDS or number in self.pages:
            return False
        self.pages.add(number)
        return True


def _height(sheet: Sheet, top: int, bottom: int) -> float:
    start, end = sheet.part(top, bottom)
    return round((end - start) * sheet.height)
