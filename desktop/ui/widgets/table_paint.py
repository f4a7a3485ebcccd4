# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How a table is painted: its cells, and its head with the chevron of what it is sorted by."""

from typing import Protocol, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop.ui.theme import LOOK, colour, font, sp
from desktop.ui.theme.icons import pixmap
from desktop.ui.widgets.cell_lines import GAP, MARK, PAD, lines_of, word_font
from desktop.ui.widgets.marks import draw_state
from desktop.ui.widgets.rows import CELL_ROLE, Cell, Column, RowsModel

_BAR = 4
_Index = QModelIndex | QPersistentModelIndex


class _Keeps(Protocol):
    """A table that may keep its first column in view."""

    def kept_width(self) -> int:
        """How wide that column is, or 0."""


class CellPainter(QStyledItemDelegate):
    """Paints a cell: selection, mark, words, a second line. What had to be cut is told in full in a tooltip."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell."""
        self.draw(painter, option.rect, cast("QTableView", self.parent()), index)

    @classmethod
    def draw(cls, painter: QPainter, rect: QRect, table: QTableView, index: _Index, *, kept: bool = False) -> None:
        """One cell of a table; ``kept`` for the first column when it stays over the others."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        chosen = table.selectionModel().isRowSelected(index.row(), QModelIndex())
        painter.fillRect(rect, colour("sunken" if chosen else "surface"))
        _draw_edges(painter, rect, chosen=chosen, first=index.column() == 0, kept=kept)
        current = table.currentIndex()
        if table.hasFocus() and index.row() == current.row():
            high = sp(4 if index.column() == current.column() else 2)  # F8 sorts by the column one is in
            painter.fillRect(rect.left(), rect.bottom() - high, rect.width(), high, colour("focus"))
        cell, column = index.data(CELL_ROLE), cls._column(table, index)
        if isinstance(cell, Cell):
            _draw_cell(painter, rect, cell, column)
        painter.restore()

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The whole of words that had to be cut."""
        cell = index.data(CELL_ROLE)
        if event.type() == QEvent.Type.ToolTip and isinstance(cell, Cell) and _is_cut(cell, option.rect):
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, (cell.words, cell.under))), view)
            return True
        return super().helpEvent(event, view, option, index)

    @staticmethod
    def _column(table: QTableView, index: _Index) -> Column:
        return cast("RowsModel", table.model()).columns[index.column()]


class Head(QHeaderView):
    """The head: words on sunken, aligned as their column is, with a chevron where it is sorted."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Where the first heading lies over others, it is the one that is pressed."""
        if event.position().x() >= cast("_Keeps", self._table).kept_width():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """As for a press."""
        if event.position().x() >= cast("_Keeps", self._table).kept_width():
            super().mouseReleaseEvent(event)
        else:
            self.sectionClicked.emit(0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's own
        """One heading."""
        model = cast("RowsModel", self._table.model())
        column = model.columns[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("edge"))
        letters = font("small", 600)
        painter.setFont(letters)
        painter.setPen(colour("text"))
        place = rect.adjusted(sp(PAD), 0, -sp(PAD), 0)
        if model.sorted_by == logicalIndex:
            _draw_chevron(painter, QRectF(place), down=model.descending)
            place.setRight(place.right() - sp(16))
        words = QFontMetrics(letters).elidedText(column.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _alignment(column), words)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The headings; then the first again where others have gone under it."""
        super().paintEvent(event)
        wide = cast("_Keeps", self._table).kept_width()
        with QPainter(self.viewport()) as painter:
            end = self.length() - self.offset()
            painter.fillRect(end, 0, max(0, self.width() - end), self.height(), colour("sunken"))
            painter.fillRect(end, self.height() - 1, max(0, self.width() - end), 1, colour("edge"))
            if wide:
                self.paintSection(painter, QRect(0, 0, wide, self.height()), 0)
                painter.fillRect(wide - 1, 0, 1, self.height(), colour("edge"))


def _draw_edges(painter: QPainter, rect: QRect, *, chosen: bool, first: bool, kept: bool) -> None:
    """Row line, selection bar, and the edge of a column that stays."""
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
    if chosen and first:
        painter.fillRect(rect.left(), rect.top(), sp(_BAR), rect.height(), colour("mark"))
    if chosen and LOOK.theme == "contrast":  # sunken is black there: lines show how far the selection goes
        painter.fillRect(rect.left(), rect.top(), rect.width(), sp(2), colour("mark"))
        painter.fillRect(rect.left(), rect.bottom() - sp(2) + 1, rect.width(), sp(2), colour("mark"))
    if kept:
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour("edge"))


def _draw_cell(painter: QPainter, rect: QRect, cell: Cell, column: Column) -> None:
    place = QRectF(rect).adjusted(sp(PAD), 0, -sp(PAD), -1)
    place.setLeft(place.left() + _draw_before(painter, place, cell))
    words, under = lines_of(cell, column, place.width(), place.height())
    letters, small = word_font(cell), font("small")
    high, low = QFontMetrics(letters).lineSpacing(), QFontMetrics(small).lineSpacing()
    top = place.center().y() - (high * len(words) + low * len(under)) / 2
    painter.setFont(letters)
    painter.setPen(colour(cell.tone))
    for at, line in enumerate(words):
        painter.drawText(QRectF(place.left(), top + at * high, place.width(), high), _alignment(column), line)
    painter.setFont(small)
    painter.setPen(colour("soft"))
    for at, line in enumerate(under):
        under_place = QRectF(place.left(), top + high * len(words) + at * low, place.width(), low)
        painter.drawText(under_place, _alignment(column), line)


def _draw_before(painter: QPainter, place: QRectF, cell: Cell) -> float:
    """Mark, icon and picture before the words; gives the width they took."""
    used, side = 0.0, sp(MARK)
    top = place.center().y() - side / 2
    if cell.state:
        draw_state(painter, cell.state, QRectF(place.left(), top, side, side))
        used += side + sp(GAP)
    if cell.icon:
        drawn = pixmap(cell.icon, "soft", MARK)
        painter.drawPixmap(QPointF(place.left() + used, top), drawn)
        used += side + sp(GAP)
    if cell.picture is not None:
        used += cell.picture(painter, place.adjusted(used, 0, 0, 0)) + sp(GAP)
    return used


def _is_cut(cell: Cell, rect: QRect) -> bool:
    before = sum(sp(MARK) + sp(GAP) for part in (cell.state, cell.icon) if part)
    room = rect.width() - 2 * sp(PAD) - before
    under = QFontMetrics(font("small")).horizontalAdvance(cell.under)
    words = QFontMetrics(word_font(cell)).horizontalAdvance(cell.words)
    return words > room or under > room or cell.picture is not None


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _draw_chevron(painter: QPainter, place: QRectF, *, down: bool) -> None:
    """At the right of a heading: up for first to last, down for last to first."""
    painter.save()
    pen = QPen(colour("text"), max(1.6, sp(1.6)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    half, rise = sp(4), sp(2) if down else -sp(2)
    x, y = place.right() - half, place.center().y()
    painter.drawPolyline(QPolygonF([QPointF(x - half, y - rise), QPointF(x, y + rise), QPointF(x + half, y - rise)]))
    painter.restore()
