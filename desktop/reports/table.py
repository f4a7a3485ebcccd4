# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Tables: tagged rows and cells; heads repeat as page furniture; rows split only when taller than a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.reports.blocks import Block, Stack, rule
from desktop.reports.page import DEPTH
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.text import Style, Text

_SHORT = 190.0  # points
HEAD = Style(8.5, 11, "semibold")


@dataclass(slots=True)
class Column:
    """One column: its head, its share of the width, and whether it is right aligned."""

    head: str
    share: float
    right: bool = False


@dataclass(slots=True)
class Row:
    """One row: a block for each column. ``bar`` is the colour role of a bar at the left, or ''."""

    cells: Sequence[Block]
    bar: str = ""
    _row: Node | None = None
    _cells: list[Node] = field(default_factory=list)

    def continued(self, cells: Sequence[Block]) -> "Row":
        """The same row of the tree with other cells, for a row that goes on overleaf."""
        if self._row is None:
            self._row = Node("TR")
        return Row(cells, self.bar, self._row, self._cells)

    def nodes(self, heading: int | None) -> tuple[Node, list[Node]]:
        """The row's node and the nodes of its cells; made once."""
        if self._row is None:
            self._row = Node("TR")
        if not self._cells:
            for at in range(len(self.cells)):
                cell = self._row.add("TH" if at == heading else "TD")
                if at == heading:
                    cell.attribute("Table", Scope="Row")
                self._cells.append(cell)
        return self._row, self._cells


@dataclass(slots=True)
class Table:
    """A table over the whole width. ``heading`` is the column that names its rows.

    A table of less than ``whole_below`` points stays on one page where it can.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    heading: int | None = 0
    tinted: bool = True
    padding: float = 6
    gutter: float = 10
    middle: bool = False
    before: float = 0
    after: float = 12
    keep_with_next: bool = False
    whole_below: float = _SHORT
    _node: Node | None = None
    _room: float = -1
    _heights: list[float] = field(default_factory=list)
    _head: float = 0

    def _widths(self, room: float) -> list[float]:
        free = room - self.gutter * (len(self.columns) - 1)
        whole = sum(column.share for column in self.columns)
        return [free * column.share / whole for column in self.columns]

    def _head_cells(self) -> list[Text]:
        style, right = HEAD, Style(HEAD.size, HEAD.leading, HEAD.face, HEAD.role, right=True)
        return [Text(column.head, right if column.right else style) for column in self.columns]

    def wrap(self, room: float) -> float:
        """Height of the head and all rows."""
        if self._room != room:
            self._room = room
            widths = self._widths(room)
            cells = zip(self._head_cells(), widths, strict=True)
            self._head = max(cell.wrap(width) for cell, width in cells) + 8
            self._heights = [self._row_height(row, widths) for row in self.rows]
        return self._head + sum(self._heights)

    def _row_height(self, row: Row, widths: list[float]) -> float:
        return max(cell.wrap(width) for cell, width in zip(row.cells, widths, strict=True)) + 2 * self.padding

    def least(self, room: float) -> float:
        """A short table whole; of a long one the head and two rows, or one where two are tall."""
        whole = self.wrap(room)
        if whole < self.whole_below or not self.rows:
            return whole
        if self._never_whole():
            return self._head + _SHORT / 2
        two = sum(self._heights[:2])
        return self._head + (two if two < DEPTH / 3 else self._heights[0])

    def _never_whole(self) -> bool:
        """Whether the first row is taller than a page."""
        return self._head + self._heights[0] > DEPTH

    def split(self, room: float, height: float, *, fresh: bool) -> "tuple[Table, Table] | None":
        """Between rows; on a fresh page also inside a row that is taller than the page."""
        self.wrap(room)
        free = height - self._head
        count = 0
        while count < len(self.rows) and self._heights[count] <= free + 0.01:
            free -= self._heights[count]
            count += 1
        if count:
            return self._part(self.rows[:count], 0), self._part(self.rows[count:], self.after)
        if not self.rows or not (fresh or (self._never_whole() and height >= self._head + _SHORT / 2)):
            return None
        above, below = self._split_row(self.rows[0], room, free - 2 * self.padding)
        return self._part([above], 0), self._part([below, *self.rows[1:]], self.after)

    def _part(self, rows: Sequence[Row], after: float) -> "Table":
        if self._node is None:
            self._node = Node("Table")
        before = 0 if after else self.before
        part = Table(
            self.columns, rows, self.heading, self.tinted, self.padding, self.gutter, self.middle, before, after
        )
        part._node = self._node
        return part

    def _split_row(self, row: Row, room: float, height: float) -> tuple[Row, Row]:
        above: list[Block] = []
        below: list[Block] = []
        for cell, width in zip(row.cells, self._widths(room), strict=True):
            parts = cell.split(width, height, fresh=True) if cell.wrap(width) > height else None
            above.append(parts[0] if parts else cell)
            below.append(parts[1] if parts else Stack([]))
        return row.continued(above), row.continued(below)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw the head, then row by row."""
        self.wrap(room)
        if self._node is None:
            self._node = Node("Table")
        first = not self._node.kids
        if first:
            parent.kids.append(self._node)
        self._draw_head(pen, x, top, room, first=first)
        top -= self._head
        for row, height in zip(self.rows, self._heights, strict=True):
            self._draw_row(pen, row, (x, top, height), room)
            top -= height

    def _draw_head(self, pen: Pen, x: float, top: float, room: float, *, first: bool) -> None:
        assert self._node is not None
        if self.tinted:
            with pen.artifact() as canvas:
                canvas.fill("sunken")
                canvas.rect(x - 4, top - self._head + 1, room + 8, self._head - 1, 0, 1)
        else:
            rule(pen, x, top - self._head, room)
        if first:
            self._draw_head_cells(pen, x, top, room, self._node.add("TR"))
        else:
            with pen.artifact("Pagination"):
                self._draw_head_cells(pen, x, top, room, None)

    def _draw_head_cells(self, pen: Pen, x: float, top: float, room: float, row: Node | None) -> None:
        for cell, width in zip(self._head_cells(), self._widths(room), strict=True):
            height = cell.wrap(width)
            node = row.add("TH").attribute("Table", Scope="Column") if row else Node("TH")
            cell.draw(pen, x, top - self._head + 4 + height, width, node)
            x += width + self.gutter

    def _draw_row(self, pen: Pen, row: Row, place: tuple[float, float, float], room: float) -> None:
        assert self._node is not None
        x, top, height = place
        line, cells = row.nodes(self.heading)
        if line not in self._node.kids[-1:]:
            self._node.kids.append(line)
        if row.bar:
            with pen.artifact() as canvas:
                canvas.fill(row.bar)
                canvas.rect(x - 8, top - height + 3, 3, height - 6, 0, 1)
        rule(pen, x, top - height, room)
        for cell, node, width in zip(row.cells, cells, self._widths(room), strict=True):
            spare = (height - 2 * self.padding - cell.wrap(width)) / 2 if self.middle else 0
            cell.draw(pen, x, top - self.padding - spare, width, node)
            x += width + self.gutter
