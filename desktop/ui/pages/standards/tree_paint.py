# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How the rows of the tree are painted: mark, number, name, and at the right how much is answered or four discs."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.results import RowState
from desktop.services.assessment_views import IndicatorLine, StandardView
from desktop.ui.theme import colour, font, sp
from desktop.ui.theme.icons import pixmap
from desktop.ui.widgets.cell_lines import broken
from desktop.ui.widgets.discs import discs_size, draw_discs
from desktop.ui.widgets.marks import draw_state

STANDARD_ROLE = Qt.ItemDataRole.UserRole + 2
LINE_ROLE = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_STANDARD_HIGH, _LINE_HIGH = 34, 30
_NUMBER_WIDE, _MOST_LINES = 38, 3


class TreePainter(QStyledItemDelegate):
    """Paints standards and indicators; the words a screen reader says are in the model."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's own name
        """Standards a little higher than indicators; an indicator as high as its name in the width there is."""
        line: IndicatorLine | None = index.data(LINE_ROLE)
        if line is None:
            return QSize(sp(200), sp(_STANDARD_HIGH))
        wide = cast("QAbstractItemView", self.parent()).viewport().width()
        lines = len(_name_lines(line, wide, 700))
        more = (lines - 1) * QFontMetrics(font()).lineSpacing()
        return QSize(sp(200), sp(_LINE_HIGH) + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(rect, colour("sunken"))
            painter.fillRect(QRectF(rect.left(), rect.top(), sp(4), rect.height()), colour("mark"))
        line: IndicatorLine | None = index.data(LINE_ROLE)
        if line is not None:
            _paint_line(painter, rect, line, here=here)
        else:
            _paint_standard(painter, rect, index.data(STANDARD_ROLE))
        painter.restore()


def _paint_standard(painter: QPainter, rect: QRectF, standard: StandardView) -> None:
    side = sp(17)
    top = rect.center().y() - side / 2
    draw_state(painter, standard.asked_state, QRectF(rect.left() + sp(12), top, side, side))
    share = f"{standard.result.answered} of {standard.result.applicable}"
    painter.setFont(font("small"))
    painter.setPen(colour("soft"))
    painter.drawText(rect.adjusted(0, 0, -sp(12), 0), _RIGHT, share)
    taken = QFontMetrics(painter.font()).horizontalAdvance(share) + sp(20)
    words = rect.adjusted(sp(40), 0, -taken, 0)
    _write(painter, words, f"{standard.number}  {standard.short_name}", "text", 600)


def _paint_line(painter: QPainter, rect: QRectF, line: IndicatorLine, *, here: bool) -> None:
    size = discs_size()
    right = rect.right() - sp(10) - size.width()
    discs = QRectF(right, rect.center().y() - size.height() / 2, size.width(), size.height())
    if line.score.state is RowState.NOT_APPLICABLE:
        painter.setFont(font("small"))
        painter.setPen(colour("na"))
        painter.drawText(discs, _RIGHT, "N")
    else:
        draw_discs(painter, discs, line.score.said, line.score.supported)
    if line.critical:
        shield = pixmap("shield-alert", "soft", 15)
        painter.drawPixmap(int(right - sp(22)), int(rect.center().y() - sp(15) / 2), shield)
    weight, role = (700, "action") if here else (400, "text")
    number = QRectF(rect.left() + sp(24), rect.top(), sp(_NUMBER_WIDE), rect.height())
    _write(painter, number, line.number.removeprefix("SA "), role, weight)
    names, high = _name_lines(line, rect.width(), weight), QFontMetrics(font("body", weight)).lineSpacing()
    top = rect.center().y() - high * len(names) / 2
    for at, name in enumerate(names):
        place = QRectF(number.right(), top + at * high, right - number.right(), high)
        _write(painter, place, name, role, weight)


def _name_lines(line: IndicatorLine, wide: float, weight: int) -> list[str]:
    """The short name in the lines that it needs beside number, shield and discs."""
    beside = 24 + _NUMBER_WIDE + 10 + (24 if line.critical else 4)
    room = wide - sp(beside) - discs_size().width()
    return broken(line.short_name, font("body", weight), room, _MOST_LINES)


def _write(painter: QPainter, rect: QRectF, text: str, role: str, weight: int) -> None:
    painter.setFont(font("body", weight))
    painter.setPen(colour(role))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _LEFT, shown)
