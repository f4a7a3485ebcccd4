# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How strong evidence is, as four rising steps. Not a state, so it has no colour; words stand beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen

from desktop.models.records import Strength
from desktop.ui.theme import colour, sp
from desktop.ui.widgets.drawn import Drawn

_STEPS = 4


class StrengthBar(Drawn):
    """Strength 0 (no evidence) to 4 (checked from outside)."""

    def __init__(self, strength: int, about: str = "") -> None:
        self._strength = Strength(strength)
        self._about = about
        super().__init__(self._strength.words, about)

    def show_strength(self, strength: int) -> None:
        """Show another strength of the same thing."""
        self._strength = Strength(strength)
        self.tell(self._strength.words, self._about)

    def measure(self) -> QSize:
        """Four steps."""
        return QSize(sp(30), sp(18))

    def draw(self, painter: QPainter) -> None:
        """The steps."""
        draw_strength(painter, QRectF(self.rect()), self._strength)


def draw_strength(painter: QPainter, rect: QRectF, strength: int) -> None:
    """Draw the steps in a place 30 x 18; for a delegate, too."""
    wide, line = rect.width() / _STEPS, max(1, sp(1))
    painter.setPen(QPen(colour("text"), line))
    for at in range(_STEPS):
        high = rect.height() * (0.4 + 0.2 * at)
        painter.setBrush(colour("text" if at < strength else "surface"))
        step = QRectF(rect.x() + at * wide + 1, rect.bottom() - high, wide - sp(3), high)
        painter.drawRect(step.adjusted(line / 2, line / 2, -line / 2, -line / 2))
