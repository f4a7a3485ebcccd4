# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tree of the seven standards and their indicators, each with how it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTreeView

from desktop.services.assessment_views import AssessmentView, IndicatorLine, StandardView
from desktop.ui.pages.standards.tree_paint import LINE_ROLE, STANDARD_ROLE, TreePainter

ID_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class StandardsTree(QTreeView):
    """``chosen`` tells the id of the indicator that a person moved to, ``clicked_on`` which one they clicked.

    ``entered`` tells that they pressed Enter on it.
    """

    chosen = Signal(str)
    clicked_on = Signal(str)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("standards-tree")
        self.setAccessibleName("Standards and indicators")
        self._items = QStandardItemModel(self)
        self._shown: list[StandardView | None] = []
        self._showing = False
        self.setModel(self._items)
        self.setItemDelegate(TreePainter(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._activated)
        self.clicked.connect(self._clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Names break anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def show_view(self, view: AssessmentView) -> None:
        """Show how everything stands. What is chosen and open stays so."""
        self._showing = True
        rows = [len(standard.lines) for standard in view.standards]
        if rows != [self._items.item(at).rowCount() for at in range(self._items.rowCount())]:  # another version
            self._items.clear()
            self._shown = [None] * len(view.standards)
            for standard in view.standards:
                self._items.appendRow(_standard_item(standard))
        for at, standard in enumerate(view.standards):
            if standard != self._shown[at]:
                self._shown[at] = standard
                _fill(self._items.item(at), standard)
        self._showing = False
        self.viewport().update()

    def select(self, indicator_id: str) -> None:
        """Choose an indicator and open its standard. Emits nothing."""
        index = self._find(indicator_id)
        if index is None:
            return
        self._showing = True
        if not self.isExpanded(index.parent()):
            self.collapseAll()
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._showing = False

    def first_of(self, number: int) -> str:
        """The id of the first indicator of a standard."""
        item = self._items.item(number - 1)
        return str(item.child(0).data(ID_ROLE))

    def _find(self, indicator_id: str) -> QModelIndex | None:
        for at in range(self._items.rowCount()):
            item = self._items.item(at)
            for place in range(item.rowCount()):
                if item.child(place).data(ID_ROLE) == indicator_id:
                    return item.child(place).index()
        return None

    def _moved(self, index: _Index, _before: _Index) -> None:
        if not self._showing and index.parent().isValid():
            self.chosen.emit(index.data(ID_ROLE))

    def _activated(self, index: _Index) -> None:
        if index.parent().isValid():
            self.entered.emit(index.data(ID_ROLE))
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _clicked(self, index: _Index) -> None:
        if not index.parent().isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.clicked_on.emit(index.data(ID_ROLE))


def _standard_item(standard: StandardView) -> QStandardItem:
    item = QStandardItem()
    item.setSelectable(True)
    for _line in standard.lines:
        item.appendRow(QStandardItem())
    return item


def _fill(item: QStandardItem, standard: StandardView) -> None:
    item.setText(f"{standard.number} {standard.short_name}")
    item.setData(standard, STANDARD_ROLE)
    item.setData(standard.asked_spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(standard.title)
    for place, line in enumerate(standard.lines):
        _fill_line(item.child(place), line)


def _fill_line(item: QStandardItem, line: IndicatorLine) -> None:
    item.setText(f"{line.id} {line.short_name}")  # what typing finds: "6.3"
    item.setData(line.id, ID_ROLE)
    item.setData(line, LINE_ROLE)
    critical = "critical, " if line.critical else ""
    work = f", {line.work.words}" if line.work else ""
    spoken = f"{line.number}, {line.short_name}, {critical}{line.state_words}{work}"
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(f"{line.short_name}: {line.state_words}{work}")
