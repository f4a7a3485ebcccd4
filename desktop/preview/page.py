# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the child makes of one page."""

from dataclasses import dataclass
from typing import Protocol

MOST_PIXELS = 16_000_000


@dataclass(frozen=True)
class Page:
    """Pixels in rows of red, green, blue, ``stride`` bytes a row; and the words of the page."""

    width: int
    height: int
    stride: int
    pixels: bytes
    text: str


class Document(Protocol):
    """A file that was opened."""

    kind: str
    sizes: list[tuple[float, float]]
    note: str

    def page(self, number: int, width: int) -> Page:
        """Page ``number``, counted from 1, about ``width`` pixels wide."""
        ...


def allowed_width(width: int, size: tuple[float, float]) -> int:
    """``width``, or less where the page would have too many pixels or too long a side."""
    ratio = size[1] / size[0]
    most = min((MOST_PIXELS / ratio) ** 0.5, 12_000 / max(1.0, ratio))
    return max(1, int(min(width, most)))
