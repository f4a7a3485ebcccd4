# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A judgement as four discs: what the charity says beside what its evidence supports."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.theme import LOOK, colour, sp
from desktop.ui.widgets.drawn import Drawn

_PLACES = 4
_APART, _DISC, _DOT, _HIGH = 16, 11, 4, 18


def discs_words(said: int | None, supported: int | None) -> str:
    """The same in words: "3 said, counts as 2"."""
    if said is None:
        return "Not answered"
    counts = said if supported is None else supported
    return f"{said}, supported" if counts == said else f"{said} said, counts as {counts}"


def discs_size() -> QSize:
    """How large the four discs are."""
    return QSize(sp(_APART) * _PLACES, sp(_HIGH))


def draw_discs(painter: QPainter, rect: QRectF, said: int | None, supported: int | None) -> None:
    """Draw the discs at the left of a place, in the middle of its height; for a delegate, too.

    Solid = supported. Ring = said, not supported. Dot = not reached. Dotted circle = not answered.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    counts = said if supported is None else supported
    for at in range(_PLACES):
        centre = QPointF(rect.x() + sp(_APART) * (at + 0.5), rect.center().y())
        if said is None:
            _open(painter, centre)
        else:
            _disc(painter, centre, solid=at < (counts or 0), ring=at < said)
    painter.restore()


class Discs(Drawn):
    """The discs of one judgement (None = not answered)."""

    def __init__(self, said: int | None, supported: int | None, about: str = "") -> None:
        self._said, self._supported = said, supported
        super().__init__("", about)
        self.show_discs(said, supported, about)

    def show_discs(self, said: int | None, supported: int | None, about: str = "") -> None:
        """Change what they show."""
        self._said, self._supported = said, supported
        self.tell(discs_words(said, supported), about)
        self.setToolTip(self.text())

    def measure(self) -> QSize:
        """Four places."""
        return discs_size()

    def draw(self, painter: QPainter) -> None:
        """The discs."""
        draw_discs(painter, QRectF(self.rect()), self._said, self._supported)


def _open(painter: QPainter, centre: QPointF) -> None:
    painter.setPen(QPen(colour("soft"), 1.4 * LOOK.scale, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = sp(_DISC) / 2
    painter.drawEllipse(centre, radius, radius)


def _disc(painter: QPainter, centre: QPointF, *, solid: bool, ring: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = sp(_DISC) / 2
    if solid:
        painter.setBrush(colour("text"))
    elif ring:
        painter.setPen(QPen(colour("partly"), sp(2)))
        radius -= sp(2) / 2
    else:
        painter.setBrush(colour("edge"))
        radius = sp(_DOT) / 2
    painter.drawEllipse(centre, radius, radius)
