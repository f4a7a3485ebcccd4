# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The fold as a sign: one sheet in seven panels, in the highlighter's colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.ui.theme import colour, sp
from desktop.ui.widgets.drawn import Drawn

_PANELS = 7
_HIGH, _LOW, _TALL = 0.10, 0.24, 0.66


class Logo(Drawn):
    """The sign, ``size`` px at 100%. The name stands beside it."""

    def __init__(self, size: int = 26) -> None:
        self._size = size
        super().__init__("")

    def measure(self) -> QSize:
        """A square."""
        return QSize(sp(self._size), sp(self._size))

    def draw(self, painter: QPainter) -> None:
        """The sign."""
        draw_logo(painter, QRectF(self.rect()))


def draw_logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the sign in a square; the window's icon is the same drawing."""
    painter.setPen(Qt.PenStyle.NoPen)
    wide, high = rect.width() / _PANELS, rect.height()
    for at in range(_PANELS):
        left, right = (_HIGH, _LOW) if at % 2 == 0 else (_LOW, _HIGH)
        x, end = rect.x() + at * wide, rect.x() + (at + 1) * wide
        corners = ((x, left), (end, right), (end, right + _TALL), (x, left + _TALL))
        painter.setBrush(colour("mark" if at % 2 == 0 else "mark_shade"))
        painter.drawPolygon(QPolygonF([QPointF(px, rect.y() + high * y) for px, y in corners]))
