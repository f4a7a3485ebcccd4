# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Blocks for a form that people fill in by hand: boxes to tick, lines to write on, and groups that stay together."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports import fonts
from desktop.reports.blocks import Side, Solid, Stack, rule
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.styles import SMALL
from desktop.reports.text import Style, Text, Words

_BOX = 11.0
_LINE = 22.0
_LABEL = Style(8.5, 11, "semibold", "soft")


@dataclass(slots=True)
class Whole(Stack):
    """Blocks that stand on one page where a page can hold them."""

    def least(self, room: float) -> float:
        """All of it."""
        return self.wrap(room)


@dataclass(slots=True)
class TickBox(Solid):
    """A box to tick with its words. The words are text; the box is decoration."""

    words: Words

    def _text(self) -> Text:
        return Text(self.words, SMALL)

    def wrap(self, room: float) -> float:
        """Height of the words, or of the box."""
        return max(_BOX, self._text().wrap(room - _BOX - 5))

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw the box at the left, the words beside it."""
        with pen.artifact() as canvas:
            canvas.stroke("text", 0.9)
            canvas.roundRect(x + 0.5, top - _BOX, _BOX - 1, _BOX - 1, 1.5, 1, 0)
        self._text().draw(pen, x + _BOX + 5, top, room - _BOX - 5, parent)


def tick_boxes(words: Sequence[Words], before: float = 0, after: float = 0) -> Side:
    """Boxes in one row, each as wide as the others."""
    return Side([TickBox(one) for one in words], gutter=8, before=before, after=after)


@dataclass(slots=True)
class WritingLines(Solid):
    """Lines to write on, with what is asked for above the first."""

    asks: str
    lines: int

    def wrap(self, room: float) -> float:  # noqa: ARG002 - as wide as it is given
        """Height of all lines."""
        return self.lines * _LINE

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """The words at the start of the first line, rules under each."""
        text = Text(self.asks, _LABEL)
        text.draw(pen, x, top - _LINE + text.wrap(room) + 3, room, parent)
        start = fonts.width("semibold", self.asks) * _LABEL.size + 6
        for at in range(self.lines):
            indent = start if at == 0 else 0
            rule(pen, x + indent, top - (at + 1) * _LINE + 1, room - indent, "edge")
