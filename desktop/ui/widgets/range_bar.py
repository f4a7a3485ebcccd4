# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where a result stands now and where it could still end, as four steps from the worst to the best."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.theme import colour, sp
from desktop.ui.widgets.drawn import Drawn
from desktop.ui.widgets.marks import draw_state

STEPS = ("safety_gap", "not_yet_met", "partly_met", "met")  # worst first
_HIGH, _STEP, _MARK, _HALO = 20, 6, 16, 3


class RangeBar(Drawn):
    """Steps 0 to 3 of ``STEPS``. Filled = still possible, the mark = now (none when there is no result).

    ``sentence`` is what it shows in words, like "Partly met now; could end between Not yet met and Met". The same
    words stand beside it on the page: a picture alone tells nothing.
    """

    def __init__(self, now: int | None, low: int, high: int, sentence: str = "", *, width: int = 150) -> None:
        self._now, self._low, self._high, self._wide = now, low, high, width
        super().__init__(sentence)

    def show_range(self, now: int | None, low: int, high: int, sentence: str) -> None:
        """Change what it shows."""
        self._now, self._low, self._high = now, low, high
        self.tell(sentence)

    def measure(self) -> QSize:
        """Wide enough for four steps."""
        return QSize(sp(self._wide), sp(_HIGH) + 2)

    def draw(self, painter: QPainter) -> None:
        """The steps, then the mark on the present one."""
        wide, middle, high = self.width() / len(STEPS), self.height() / 2, sp(_STEP)
        painter.setPen(QPen(colour("edge"), 1))
        for at in range(len(STEPS)):
            filled = self._low != self._high and self._low <= at <= self._high
            painter.setBrush(colour("edge" if filled else "surface"))
            painter.drawRoundedRect(QRectF(at * wide + 1, middle - high / 2, wide - 2, high), high / 2, high / 2)
        if self._now is None:
            return
        side, halo = sp(_MARK), sp(_HALO)
        place = QRectF((self._now + 0.5) * wide - side / 2, middle - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("surface"))
        painter.drawEllipse(place.adjusted(-halo, -halo, halo, halo))
        draw_state(painter, STEPS[self._now], place)
