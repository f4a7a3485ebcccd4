# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sheet of the fold: what a panel says, its shape, and the whole as a picture for the welcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.ui.theme import colour, font, sp
from desktop.ui.widgets.drawn import Drawn, frame_width
from desktop.ui.widgets.marks import draw_state

Look = tuple[str, int, str]  # size, weight, colour role
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
DIP = 11  # how far top and foot fall across a panel


@dataclass(frozen=True, slots=True)
class FoldPanel:
    """One standard on the fold. ``accessible`` says all of it: "Standard 5, Fair and equal, Safety gap, ...".

    ``words`` replaces the usual word of the state.
    """

    number: int
    name: str
    full_title: str
    state_name: str
    answered_words: str
    accessible: str
    words: str = ""


class FoldPicture(Drawn):
    """The fold as a picture only: marks and numbers, for the welcome."""

    def __init__(self, state_names: Sequence[str], *, width: int = 390, height: int = 116, about: str = "") -> None:
        self._states = tuple(state_names)
        self._wide, self._high = width, height
        super().__init__("", about or "A sheet folded in seven, one panel for each standard")

    def measure(self) -> QSize:
        """As asked for."""
        return QSize(sp(self._wide), sp(self._high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It may be made narrower."""
        return QSize(sp(160), sp(self._high))

    def draw(self, painter: QPainter) -> None:
        """Seven panels."""
        wide = (self.width() - 1) / len(self._states)
        for at, name in enumerate(self._states):
            rect = QRectF(at * wide, 0, wide + 1, self.height())
            ground = "surface" if at % 2 == 0 else "sunken"
            painter.setPen(outline())
            painter.setBrush(colour(ground))
            painter.drawPolygon(QPolygonF(sheet(rect, at, sp(DIP - 1))))
            side = min(float(sp(24)), wide * 0.45)
            middle = rect.center()
            mark = QRectF(middle.x() - side / 2, middle.y() - side * 0.8, side, side)
            draw_state(painter, name, mark, ground)
            number = QRectF(rect.x(), middle.y() + side * 0.25, wide, sp(20))
            look = ("small", 700, "text")
            write(painter, number, str(at + 1), look, int(Qt.AlignmentFlag.AlignCenter))


def sheet(rect: QRectF, at: int, dip: int) -> list[QPointF]:
    """The corners of a panel, clockwise from top left. Top and foot fall to the right, and rise in the next panel."""
    left, right = (0, dip) if at % 2 == 0 else (dip, 0)
    half = frame_width() / 2
    top, foot = rect.top() + half, rect.bottom() - half - dip
    start, end = rect.left() + half, rect.right() - half
    corners = ((start, top + left), (end, top + right), (end, foot + right), (start, foot + left))
    return [QPointF(x, y) for x, y in corners]


def outline() -> QPen:
    """The line round a panel."""
    return QPen(
        colour("edge"), frame_width(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def write(painter: QPainter, rect: QRectF, words: str, look: Look, aligned: int = LEFT) -> None:
    """Write words in a size, a weight and a colour role."""
    size, weight, role = look
    painter.setFont(font(size, weight))
    painter.setPen(colour(role))
    painter.drawText(rect, aligned, words)
