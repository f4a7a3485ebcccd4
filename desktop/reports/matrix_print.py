# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The matrix on paper: people against courses, each cell a tint, a mark and a word. Wide ones go on over pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from types import MappingProxyType

from desktop.models.prints import HeatPart, MatrixPrint
from desktop.reports.blocks import Block, Side, Solid
from desktop.reports.flow import Flow
from desktop.reports.marks import State, draw_mark
from desktop.reports.page import ON_ITS_SIDE
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.styles import body, heading, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Style, Text, shorten
from desktop.reports.wording import clipped, day

_MOST_ACROSS = 8  # columns on a page
_NAME_SHARE = 1.75  # of a column
_HIGH = 13.0  # points of a cell
_SIZE = 7.2
_NAME = Style(8, 11, "semibold")
_ROLES = MappingProxyType(
    {
        "tick": "met",
        "half": "partly",
        "clock": "partly",
        "cal": "action",
        "ring": "notyet",
        "cross": "gap",
        "gapbox": "gap",
        "warn": "gap",
        "dash": "na",
        "dots": "none",
    }
)


@dataclass(slots=True)
class HeatCell(Solid):
    """A tinted cell with its mark and its word; tint and mark are decoration, the word is text."""

    part: HeatPart

    def wrap(self, room: float) -> float:  # noqa: ARG002 - of one height
        """Its height."""
        return _HIGH

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw tint, mark and word."""
        role = _ROLES.get(self.part.mark, "none")
        quiet_one = self.part.mark == "dash"
        with pen.artifact() as canvas:
            if not quiet_one:
                canvas.fill(f"{role}_tint")
                canvas.roundRect(x, top - _HIGH, room, _HIGH, 2, 0, 1)
            if self.part.mark in _ROLES:
                draw_mark(canvas, State(role, self.part.mark, ""), x + 3, top - _HIGH / 2 - 3.3, 6.6)
        words = ", ".join(filter(None, (self.part.word, self.part.detail)))
        face, ink = ("regular", "soft") if quiet_one else ("semibold", "text")
        fits = shorten(words, face, _SIZE, room - 13)
        Text(fits, Style(_SIZE, _HIGH, face, ink)).draw(pen, x + 12.5, top, room - 12.5, parent)


def draw_matrix(matrix: MatrixPrint, step: Step = no_step) -> bytes:
    """The matrix as a tagged PDF on paper on its side; heads repeat on every page, names in every part. Pure."""
    pen = Pen(ON_ITS_SIDE)
    section = pen.document.add("Sect")
    flow = Flow(pen, on_page=lambda page: step(1, 3, f"Page {page}"))
    flow.place(_top(matrix), section)
    for first, last in bands(len(matrix.columns)):
        if first:
            flow.new_page()
        flow.place(_band(matrix, first, last), section)
        step(1, 3, "Drawing the matrix")
    step(2, 3, "Page numbers and tags")
    pdf = finished(pen, matrix.head, matrix.title)
    step(3, 3, "Drawn")
    return pdf


def bands(columns: int) -> list[tuple[int, int]]:
    """The columns in parts of nearly one size, each narrow enough for a page."""
    count = ceil(columns / _MOST_ACROSS)
    edges = [columns * at // count for at in range(count + 1)] if count else []
    return list(pairwise(edges))


def _top(matrix: MatrixPrint) -> list[Block]:
    blocks: list[Block] = [page_title(matrix.title, "matrix")]
    blocks.append(quiet(" ".join(filter(None, (matrix.words, f"As at {day(matrix.as_at)}."))), after=6))
    if not matrix.rows or not matrix.columns:
        return [*blocks, body("Nothing is in this matrix.")]
    blocks.append(Side([HeatCell(part) for part in matrix.key], gutter=4, places=_MOST_ACROSS, after=2))
    return blocks


def _band(matrix: MatrixPrint, first: int, last: int) -> list[Block]:
    if not matrix.rows:
        return []
    columns = [Column("Name", _NAME_SHARE), *(_column(*one) for one in matrix.columns[first:last])]
    rows = [_row(name, parts[first:last]) for name, parts in matrix.rows]
    table = Table(columns, rows, padding=0.9, gutter=4, middle=True, whole_below=0)
    if last - first == len(matrix.columns):
        return [table]
    return [heading(f"Columns {first + 1} to {last} of {len(matrix.columns)}"), table]


def _column(name: str, figure: str) -> Column:
    return Column("\n".join(filter(None, (clipped(name, 60), figure))), 1)


def _row(name: str, parts: Sequence[HeatPart]) -> Row:
    return Row([Text(clipped(name, 60), _NAME), *(HeatCell(part) for part in parts)])
