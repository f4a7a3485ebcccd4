# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One cell of a matrix: tint, mark and words for a state. Painted by a delegate, so a large matrix stays quick."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.theme import colour, font, sp, state
from desktop.ui.widgets.focus_ring import draw_ring
from desktop.ui.widgets.marks import draw_state

HEAT_ROLE = Qt.ItemDataRole.UserRole + 41  # the HeatValue of a cell
_WIDE, _HIGH, _PAD, _MARK, _WORDS = 84, 29, 8, 13, 27
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CALM = {"met", "na", "none", "notyet"}  # roles whose words are not bold
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HeatValue:
    """What a cell tells. ``sentence`` is the whole of it: "Maureen Trantock, Risk tools, lapsed March 2026".

    ``called`` is what the state is called in this matrix, where that is not the word of the state itself.
    """

    state_name: str
    words: str
    sentence: str
    called: str = ""

    @property
    def word(self) -> str:
        """The state in a word."""
        return self.called or state(self.state_name).word


class HeatCell(QStyledItemDelegate):
    """Paints the ``HeatValue`` that a model gives for ``HEAT_ROLE``."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Tint, mark, words, a line round it, and the focus ring inside."""
        value = index.data(HEAT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if isinstance(value, HeatValue):
            draw_heat(painter, rect, value)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002 - Qt's own
        """As large as a month and a mark need."""
        return heat_size()


def heat_size() -> QSize:
    """How large a cell is."""
    return QSize(sp(_WIDE), sp(_HIGH))


def draw_heat(painter: QPainter, rect: QRectF, value: HeatValue) -> None:
    """Draw a cell. What is not needed is a dash alone: its words are in the sentence."""
    told = state(value.state_name)
    plain = value.state_name == "not_needed"
    ground = "surface" if plain else f"{told.role}_tint"
    painter.fillRect(rect, colour(ground))
    painter.setPen(QPen(colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    side = sp(_MARK)
    mark = QRectF(rect.x() + sp(_PAD), rect.center().y() - side / 2, side, side)
    draw_state(painter, value.state_name, mark, ground)
    if plain:
        return
    letters = font("small", 400 if told.role in _CALM else 700)
    painter.setFont(letters)
    painter.setPen(colour("text" if told.role == "met" else told.role))
    place = rect.adjusted(sp(_WORDS), 0, -2, 0)
    words = QFontMetrics(letters).elidedText(value.words, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, _LEFT, words)
