# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Marks say how a thing stands. Drawn, never typed, on a unit square with y downwards; the pack draws the same."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.theme import colour, sp, state
from desktop.ui.widgets.drawn import Drawn

_STROKE = 0.12
_LEAST = 1.6  # px: a thinner line is lost on an old screen
_DOT = 0.075


def draw_mark(painter: QPainter, kind: str, rect: QRectF, ink: QColor, ground: QColor) -> None:
    """Draw a mark in a square. ``ground`` is the colour of what is cut out of a solid mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SHAPES[kind](_Pen(painter, rect, ink, ground))
    painter.restore()


def draw_state(painter: QPainter, state_name: str, rect: QRectF, ground: str = "surface") -> None:
    """Draw the mark of a state in its own colour on a ground, both by role."""
    told = state(state_name)
    draw_mark(painter, told.mark, rect, colour(told.role), colour(ground))


class Mark(Drawn):
    """The mark of a state, ``size`` px at 100%. Words stand beside it, so it has none of its own unless given."""

    def __init__(self, state_name: str, size: int = 18, *, ground: str = "surface", about: str = "") -> None:
        self.state_name = state_name
        self._size = size
        self._ground = ground
        super().__init__("", about)

    def show_state(self, state_name: str) -> None:
        """Change the state."""
        self.state_name = state_name
        self.update()

    def measure(self) -> QSize:
        """A square."""
        return QSize(sp(self._size), sp(self._size))

    def draw(self, painter: QPainter) -> None:
        """The mark, with a pixel of air so that no edge is cut."""
        side = min(self.width(), self.height()) - 2
        rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_state(painter, self.state_name, rect, self._ground)


class _Pen:
    """A painter that speaks in parts of the square."""

    def __init__(self, painter: QPainter, rect: QRectF, ink: QColor, ground: QColor) -> None:
        self.painter, self.rect, self.ink, self.ground = painter, rect, ink, ground
        self.side = rect.width()
        self.thick = max(_LEAST, self.side * _STROKE)
        self.lines(ink)

    def lines(self, shade: QColor, times: float = 1.0) -> None:
        """Draw lines from here on."""
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(QPen(shade, self.thick * times, *round_ends))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def solid(self, shade: QColor) -> None:
        """Fill from here on."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(shade)

    def dashed(self) -> None:
        """Draw the family of what is not known: dashes."""
        pen = QPen(self.ink, max(1.3, self.side * 0.1), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.0, 1.6])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(self, x: float, y: float) -> QPointF:
        """A point of the square."""
        return QPointF(self.rect.x() + x * self.side, self.rect.y() + y * self.side)

    def path(self, *points: tuple[float, float]) -> None:
        """A line through points."""
        self.painter.drawPolyline(QPolygonF([self.at(x, y) for x, y in points]))

    def dot(self, y: float, shade: QColor) -> None:
        """The dot under a bar."""
        self.solid(shade)
        radius = max(_LEAST / 2, self.side * _DOT)
        self.painter.drawEllipse(self.at(0.5, y), radius, radius)

    def inner(self) -> QRectF:
        """The square, smaller by half a line on each side."""
        half = self.thick / 2
        return self.rect.adjusted(half, half, -half, -half)

    def square(self, rect: QRectF, corner: float = 0.18) -> None:
        """A rounded square."""
        self.painter.drawRoundedRect(rect, corner * self.side, corner * self.side)


def _tick(pen: _Pen) -> None:
    pen.solid(pen.ink)
    pen.painter.drawEllipse(pen.rect)
    pen.lines(pen.ground)
    pen.path((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))


def _half(pen: _Pen) -> None:
    pen.painter.drawEllipse(pen.inner())
    pen.solid(pen.ink)
    pen.painter.drawPie(pen.inner(), 90 * 16, 180 * 16)


def _ring(pen: _Pen) -> None:
    pen.lines(pen.ink, 1.25)
    edge = pen.thick * 1.25 / 2
    pen.painter.drawEllipse(pen.rect.adjusted(edge, edge, -edge, -edge))


def _warn(pen: _Pen) -> None:
    pen.painter.setBrush(pen.ink)
    pen.painter.drawPolygon(QPolygonF([pen.at(0.5, 0.1), pen.at(0.95, 0.9), pen.at(0.05, 0.9)]))
    pen.lines(pen.ground)
    pen.path((0.5, 0.42), (0.5, 0.62))
    pen.dot(0.79, pen.ground)


def _dots(pen: _Pen) -> None:
    pen.dashed()
    pen.square(pen.inner(), 0.2)


def _dash(pen: _Pen) -> None:
    pen.path((0.2, 0.5), (0.8, 0.5))


def _clock(pen: _Pen) -> None:
    pen.painter.drawEllipse(pen.inner())
    pen.path((0.5, 0.27), (0.5, 0.52), (0.68, 0.62))


def _cross(pen: _Pen) -> None:
    pen.solid(pen.ink)
    pen.square(pen.rect)
    pen.lines(pen.ground)
    pen.path((0.3, 0.3), (0.7, 0.7))
    pen.path((0.7, 0.3), (0.3, 0.7))


def _gapbox(pen: _Pen) -> None:
    pen.square(pen.inner())
    pen.path((0.5, 0.27), (0.5, 0.54))
    pen.dot(0.74, pen.ink)


def _cal(pen: _Pen) -> None:
    pen.square(pen.inner().adjusted(0, 0.08 * pen.side, 0, 0), 0.12)
    pen.path((0.1, 0.42), (0.9, 0.42))
    pen.path((0.32, 0.06), (0.32, 0.22))
    pen.path((0.68, 0.06), (0.68, 0.22))


def _quest(pen: _Pen) -> None:
    pen.dashed()
    pen.square(pen.inner(), 0.2)
    pen.lines(pen.ink)
    pen.path((0.34, 0.38), (0.36, 0.28), (0.5, 0.24), (0.64, 0.28), (0.66, 0.4), (0.5, 0.52), (0.5, 0.6))
    pen.dot(0.76, pen.ink)


_SHAPES: dict[str, Callable[[_Pen], None]] = {
    "tick": _tick,
    "half": _half,
    "ring": _ring,
    "warn": _warn,
    "dots": _dots,
    "dash": _dash,
    "clock": _clock,
    "cross": _cross,
    "gapbox": _gapbox,
    "cal": _cal,
    "quest": _quest,
}
MARKS = tuple(_SHAPES)
