# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one table: a head that sorts, a selection that can be seen, words for a screen reader, rows that can grow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from desktop.ui.theme import TARGET, font, sp
from desktop.ui.widgets.cell_lines import row_height
from desktop.ui.widgets.drawn import frame_width
from desktop.ui.widgets.rows import Cell, Column, Listing, Row, RowsModel
from desktop.ui.widgets.table_paint import CellPainter, Head

__all__ = ["Cell", "Column", "DataTable", "Listing", "Row", "RowsModel"]
_ANY = 16_777_215  # what Qt takes for no limit
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}


class DataTable(QTableView):
    """A table of rows. What a person does is told; what the program shows tells nothing.

    Arrow keys move, Enter or a double click opens, the Menu key asks for what can be done, F8 sorts by the column
    one is in, Tab leaves. Where it is too narrow it scrolls sideways and the first column stays in view.
    """

    opened = Signal(str)
    selected = Signal(str)
    context_asked = Signal(str, QPoint)

    def __init__(
        self, columns: Sequence[Column], about: str, *, lines: int = 1, whole: bool = False, grow: bool = False
    ) -> None:
        """``lines`` of words a row has room for; ``whole`` makes the table as high as all its rows.

        With ``grow`` a row is as high as the columns that wrap need.
        """
        super().__init__()
        self.shown = RowsModel(columns)
        self._lines, self._whole, self._grow, self._showing = lines, whole, grow, False
        self._given: tuple[Row, ...] = ()
        self.setAccessibleName(about)
        self.setAccessibleDescription("Enter opens a row. F8 sorts by the column you are in.")
        self.setModel(self.shown)
        self.setItemDelegate(CellPainter(self))
        self._head = Head(self)
        self.setHorizontalHeader(self._head)
        self._set_up()
        self._head.sectionClicked.connect(self._sort_clicked)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.shown.rows[index.row()].id))
        self.selectionModel().selectionChanged.connect(self._tell_selected)
        self.selectionModel().currentRowChanged.connect(self._repaint)
        self.horizontalScrollBar().valueChanged.connect(self._repaint)
        self._measure()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. The selected one stays selected where it still exists. Emits nothing."""
        if tuple(rows) == self._given:
            return
        self._given = tuple(rows)
        kept = self.selected_id
        self._showing = True
        self.shown.show_rows(rows)
        self._select(kept)
        self._showing = False
        self._measure()

    def select(self, row_id: str) -> None:
        """Select a row and bring it into view. Emits nothing."""
        self._showing = True
        self._select(row_id)
        self._showing = False

    @property
    def selected_id(self) -> str:
        """The id of the selected row, or ''."""
        chosen = self.selectionModel().selectedRows()
        return self.shown.rows[chosen[0].row()].id if chosen else ""

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column, and go on so when other rows are shown. Emits nothing."""
        kept = self.selected_id
        self._showing = True
        self.shown.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self._select(kept)
        self._showing = False
        self._measure()
        self._head.viewport().update()

    def stand_whole(self, *, whole: bool) -> None:
        """Be as high as all the rows, for a page that scrolls as one; or fill the height there is and scroll in it."""
        if whole is self._whole:
            return
        self._whole = whole
        if not whole:
            self.setMinimumHeight(0)
            self.setMaximumHeight(_ANY)
        self._set_height()
        self._measure()

    def as_list(self) -> Listing:
        """The headings and rows as words, in the order shown, so that any list can be printed."""
        return self.shown.listing()

    def kept_width(self) -> int:
        """How wide the first column is while it stays in view over the others, or 0."""
        return self.columnWidth(0) if self.horizontalScrollBar().value() > 0 else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens, F8 sorts; the rest is Qt's."""
        at = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at.isValid():
            self.opened.emit(self.shown.rows[at.row()].id)
        elif event.key() == Qt.Key.Key_F8 and at.isValid():
            self._sort_clicked(at.column())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what can be done, at the row for a key and at the pointer for the mouse."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        place = event.globalPos() if by_mouse else self._under(index)
        self.context_asked.emit(self.shown.rows[index.row()].id, place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Who comes here by Tab stands on a row, the first if none was selected."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and not self.selected_id and self.shown.rows:
            self.selectRow(0)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, and out from under the first column."""
        bar, before = self.horizontalScrollBar(), self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if self._whole and self.hasFocus():
            self._scroll_page()
        if index.column() == 0:
            bar.setValue(before)
            return
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if self.kept_width() and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The cell at a place; the first column where it lies over others."""
        if pos.x() < self.kept_width():
            return self.shown.index(self.rowAt(pos.y()), 0)
        return super().indexAt(pos)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Where a page that scrolls should look: at the row one is on, not at the whole table."""
        at = self.currentIndex()
        if query == Qt.InputMethodQuery.ImCursorRectangle and self._whole and at.isValid():
            return QRectF(self.visualRect(at).translated(self.viewport().pos()))
        return super().inputMethodQuery(query)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A change of theme or text size changes every height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The cells; then the first column again where others have gone under it."""
        super().paintEvent(event)
        wide = self.kept_width()
        if wide:
            with QPainter(self.viewport()) as painter:
                self._draw_kept(painter, wide)

    def _draw_kept(self, painter: QPainter, wide: int) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        for at in range(max(0, self.rowAt(0)), (last if last >= 0 else len(self.shown.rows) - 1) + 1):
            index = self.shown.index(at, 0)
            rect = self.visualRect(index)
            rect.moveLeft(0)
            rect.setWidth(wide)
            CellPainter.draw(painter, rect, self, index, kept=True)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self._head.ResizeMode.Fixed)
        self._set_height()

    def _set_height(self) -> None:
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if self._whole else bar.ScrollBarAsNeeded)
        high = QSizePolicy.Policy.Fixed if self._whole else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)

    def _measure(self) -> None:
        more = QFontMetrics(font()).lineSpacing() * (self._lines - 1)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(sp(TARGET) + more)
        self._head.setFixedHeight(sp(TARGET))
        self._share_width()
        if self._grow:
            self._fit_rows()
        if self._whole:
            frame = 2 * max(self.frameWidth(), frame_width())
            sideways = self._width_wanted() > self.width() - frame
            bar = self.horizontalScrollBar().sizeHint().height() if sideways else 0
            high = self.verticalHeader().length() + sp(TARGET) + frame + bar
            if self.minimumHeight() != high:
                self.setFixedHeight(high)

    def _fit_rows(self) -> None:
        columns, least = self.shown.columns, self.verticalHeader().defaultSectionSize()
        widths = [self.columnWidth(at) for at in range(len(columns))]
        for at, row in enumerate(self.shown.rows):
            self.setRowHeight(at, max(least, row_height(row, tuple(columns), widths)))

    def _scroll_page(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, 0)

    def _width_wanted(self) -> int:
        return sum(sp(column.width or column.least) for column in self.shown.columns)

    def _share_width(self) -> None:
        columns = self.shown.columns
        shares = sum(column.share for column in columns if not column.width)
        left = max(0, self.viewport().width() - self._width_wanted())
        for at, column in enumerate(columns):
            more = 0 if column.width else left * column.share // shares
            self.setColumnWidth(at, sp(column.width or column.least) + more)

    def _sort_clicked(self, column: int) -> None:
        self.sort_by(column, descending=self.shown.sorted_by == column and not self.shown.descending)

    def _select(self, row_id: str) -> None:
        at = self.shown.row_of(row_id) if row_id else -1
        if at < 0:
            self.clearSelection()
            return
        self.selectRow(at)
        self.scrollTo(self.shown.index(at, 0))

    def _tell_selected(self) -> None:
        if not self._showing and self.selected_id:
            self.selected.emit(self.selected_id)

    def _repaint(self) -> None:
        self.viewport().update()
        self._head.viewport().update()

    def _under(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(sp(16), 0))
