# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Long hashes that can be read and compared: groups of four at even distances."""

from dataclasses import dataclass

from desktop.reports.blocks import Block, Solid, Stack
from desktop.reports.canvas import PlacedLine
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.wording import groups


@dataclass(slots=True)
class DigitRow(Solid):
    """Groups of four digits in columns over the width; one paragraph to the ear."""

    found: list[str]
    places: int
    size: float
    face: str = "regular"

    def wrap(self, room: float) -> float:
        """One line."""
        return self.size * 1.35 if room else 0

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Each group at its place, with a space after it for those who copy it."""
        step, base = room / self.places, top - self.size
        lines: list[PlacedLine] = [
            (x + at * step, base, ((self.face, "text", group + " "),)) for at, group in enumerate(self.found)
        ]
        with pen.content(parent.add("P")) as canvas:
            canvas.write_lines(self.size, lines)


def digit_rows(digits: str, places: int, size: float, face: str = "regular") -> Stack:
    """A hash in as many rows as it takes."""
    found = groups(digits)
    rows: list[Block] = [DigitRow(found[at : at + places], places, size, face) for at in range(0, len(found), places)]
    return Stack(rows)
