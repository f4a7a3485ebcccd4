# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A matrix of states: who against what, with names that stay in view, one cell at a time under the keys."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.ui.theme import colour, font, sp, state
from desktop.ui.widgets.cell_lines import broken
from desktop.ui.widgets.heat_cell import HEAT_ROLE, HeatCell, HeatValue, heat_size
from desktop.ui.widgets.rows import Listing

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NAMES, _HEAD, _ASIDE, _MOST_LINES = 196, 50, 10, 8
_EMPTY = HeatValue("not_needed", "", "Not needed")
_BREAKS = re.compile(r"\s|(?<=-)")
Named = tuple[str, str]  # an id and its words


class HeatModel(QAbstractTableModel):
    """Values by (row id, column id); a pair without a value is not needed."""

    def __init__(self) -> None:
        super().__init__()
        self.down: tuple[Named, ...] = ()
        self.across: tuple[Named, ...] = ()
        self.values: Mapping[tuple[str, str], HeatValue] = {}

    def show_values(
        self, down: Sequence[Named], across: Sequence[Named], values: Mapping[tuple[str, str], HeatValue]
    ) -> None:
        """Show these."""
        self.beginResetModel()
        self.down, self.across, self.values = tuple(down), tuple(across), values
        self.endResetModel()

    def pair(self, index: _Index) -> tuple[str, str]:
        """The ids of a cell."""
        return self.down[index.row()][0], self.across[index.column()][0]

    def value(self, index: _Index) -> HeatValue:
        """What a cell tells."""
        return self.values.get(self.pair(index), _EMPTY)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent.isValid() else len(self.down)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns."""
        return 0 if parent.isValid() else len(self.across)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, the whole sentence, and the value for the delegate."""
        value = self.value(index)
        if role == HEAT_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return value.words or value.word
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return value.sentence
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names at the left, headings on top."""
        named = self.across if orientation == Qt.Orientation.Horizontal else self.down
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        return named[section][1] if role in wanted and 0 <= section < len(named) else None


class HeatTable(QTableView):
    """The matrix as a table. ``selected`` and ``opened`` tell (row id, column id) when a person moves or opens."""

    opened = Signal(str, str)
    selected = Signal(str, str)
    context_asked = Signal(str, str, QPoint)

    def __init__(self, about: str) -> None:
        super().__init__()
        self.values = HeatModel()
        self._showing = False
        self.setAccessibleName(about)
        self.setAccessibleDescription("Arrow keys move, Enter opens a cell.")
        self.setModel(self.values)
        self.setItemDelegate(HeatCell(self))
        self.setHorizontalHeader(_Names(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Names(Qt.Orientation.Vertical, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(*self.values.pair(index)))
        self.selectionModel().currentChanged.connect(self._tell_selected)
        self._measure()

    def show_values(
        self, down: Sequence[Named], across: Sequence[Named], values: Mapping[tuple[str, str], HeatValue]
    ) -> None:
        """Show these; the place one is in stays where it still exists. Emits nothing."""
        kept = self.current
        self._showing = True
        self.values.show_values(down, across, values)
        self._go_to(*kept)
        self._showing = False
        self._measure()

    def select(self, row_id: str, column_id: str) -> None:
        """Go to a cell. Emits nothing."""
        self._showing = True
        self._go_to(row_id, column_id)
        self._showing = False

    @property
    def current(self) -> Named:
        """The ids of the row and the column one is in, or twice ''."""
        at = self.currentIndex()
        return self.values.pair(at) if at.isValid() else ("", "")

    def as_list(self) -> Listing:
        """The matrix in words, so that it can be printed."""
        rows = []
        for row_id, name in self.values.down:
            cells = (self.values.values.get((row_id, column_id), _EMPTY) for column_id, _name in self.values.across)
            rows.append((name, *(_printed(cell) for cell in cells)))
        return Listing(("Name", *(name for _id, name in self.values.across)), tuple(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens; the rest is Qt's."""
        at = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at.isValid():
            self.opened.emit(*self.values.pair(at))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what can be done with a cell."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            under = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.context_asked.emit(*self.values.pair(index), event.globalPos() if by_mouse else under)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the columns; never less than a cell needs."""
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A change of theme or text size changes every size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(heat_size().height())
        self.verticalHeader().setFixedWidth(sp(_NAMES))
        self._share_width()

    def _share_width(self) -> None:
        count = len(self.values.across)
        if count:
            share = max(heat_size().width(), self._word_width(), self.viewport().width() // count)
            self.horizontalHeader().setDefaultSectionSize(share)
            self.horizontalHeader().setFixedHeight(self._head_height(share))
            self.updateGeometries()

    def _word_width(self) -> int:
        """As wide as the longest word of a heading."""
        letters = QFontMetrics(font("small", 600))
        words = {word for _id, name in self.values.across for word in _BREAKS.split(name)}
        return max(letters.horizontalAdvance(word) for word in words) + sp(_ASIDE) + 2

    def _head_height(self, width: int) -> int:
        """As high as the longest heading needs, up to a share of the height there is."""
        letters = font("small", 600)
        line = QFontMetrics(letters).lineSpacing()
        room = max(2, min(_MOST_LINES, self.height() // 3 // line))
        lines = max(len(broken(name, letters, width - sp(_ASIDE), room)) for _id, name in self.values.across)
        return max(sp(_HEAD), lines * line + sp(_ASIDE))

    def _go_to(self, row_id: str, column_id: str) -> None:
        rows = [at for at, named in enumerate(self.values.down) if named[0] == row_id]
        columns = [at for at, named in enumerate(self.values.across) if named[0] == column_id]
        if rows and columns:
            self.setCurrentIndex(self.values.index(rows[0], columns[0]))

    def _tell_selected(self, now: QModelIndex) -> None:
        if not self._showing and now.isValid():
            self.selected.emit(*self.values.pair(now))


class _Names(QHeaderView):
    """Names and headings on sunken, in words that may take two lines."""

    def __init__(self, side: Qt.Orientation, table: HeatTable) -> None:
        super().__init__(side, table)
        self._values = table.values
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's own
        """One name."""
        top = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("edge" if top else "line"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour("line"))
        letters = font("small", 600) if top else font()
        painter.setFont(letters)
        painter.setPen(colour("text"))
        name = str(self._values.headerData(logicalIndex, self.orientation()) or "")
        place = rect.adjusted(sp(6), sp(4) if top else 0, -sp(4), -sp(4) if top else 0)
        room = max(1, place.height() // painter.fontMetrics().lineSpacing()) if top else 1
        name = "\n".join(broken(name, letters, place.width(), room))
        upright = Qt.AlignmentFlag.AlignBottom if top else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | upright), name)
        painter.restore()


def _printed(value: HeatValue) -> str:
    told = state(value.state_name).word
    return told if not value.words or value.words == told else f"{told}, {value.words}"
