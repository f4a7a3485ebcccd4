# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A result told by mark, word and colour together; and a chip, which tells a plain fact."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from desktop.ui.theme import RADIUS, colour, font, sp, state
from desktop.ui.theme.icons import pixmap
from desktop.ui.widgets.drawn import Drawn, frame_width
from desktop.ui.widgets.marks import draw_state

_HIGH = 26
_PAD, _MARK, _GAP, _END = 8, 14, 6, 10


class Badge(Drawn):
    """A state. ``words`` replaces the usual word of the state; ``about`` says for a screen reader whose state it is."""

    def __init__(self, state_name: str, words: str = "", about: str = "") -> None:
        self.state_name = state_name
        super().__init__(words or state(state_name).word, about)

    def show_state(self, state_name: str, words: str = "", about: str = "") -> None:
        """Change what it tells."""
        self.state_name = state_name
        self.tell(words or state(state_name).word, about)

    def measure(self) -> QSize:
        """As long as the words: a badge is never shortened."""
        return _size(self.text())

    def draw(self, painter: QPainter) -> None:
        """Border, tint, mark and words."""
        draw_badge(painter, QRectF(self.rect()), self.state_name, self.text())


class Chip(Drawn):
    """A fact that is no state, like 'Critical indicator': an icon and words in an outline."""

    def __init__(self, words: str, icon_name: str, about: str = "") -> None:
        self._icon = icon_name
        super().__init__(words, about)

    def measure(self) -> QSize:
        """As long as the words."""
        return _size(self.text())

    def draw(self, painter: QPainter) -> None:
        """Border, icon and words."""
        rect = QRectF(self.rect())
        _frame(painter, rect, QPen(colour("edge"), frame_width()), "surface")
        side = sp(_MARK + 2)
        painter.drawPixmap(QPoint(sp(_PAD) - 1, (self.height() - side) // 2), pixmap(self._icon, "text", _MARK + 2))
        _write(painter, rect, self.text(), "text")


def draw_badge(painter: QPainter, rect: QRectF, state_name: str, words: str) -> None:
    """Draw a badge; for a delegate, too. The rect is the badge's own, as ``badge_size`` gives it."""
    told = state(state_name)
    pen = QPen(colour(told.role), frame_width())
    if told.role == "none":
        pen.setDashPattern([3, 2.5])
    _frame(painter, rect, pen, f"{told.role}_tint")
    side = sp(_MARK)
    place = QRectF(rect.x() + sp(_PAD), rect.center().y() - side / 2, side, side)
    draw_state(painter, state_name, place, f"{told.role}_tint")
    _write(painter, rect, words, told.role)


def badge_size(state_name: str, words: str = "") -> QSize:
    """How large a badge is."""
    return _size(words or state(state_name).word)


def _size(words: str) -> QSize:
    letters = QFontMetrics(font("small", 700))
    around = sp(_PAD) + sp(_MARK) + sp(_GAP) + sp(_END)
    return QSize(letters.horizontalAdvance(words) + around + 1, max(sp(_HIGH), letters.height() + sp(4)))


def _frame(painter: QPainter, rect: QRectF, pen: QPen, ground: str) -> None:
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS["control"], RADIUS["control"])


def _write(painter: QPainter, rect: QRectF, words: str, role: str) -> None:
    painter.setFont(font("small", 700))
    painter.setPen(colour(role))
    left = sp(_PAD) + sp(_MARK) + sp(_GAP)
    place = rect.adjusted(left, 0, 0, 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
