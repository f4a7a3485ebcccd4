# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Find anything (Ctrl+K): type, move with the arrows, Enter goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from desktop.services.finding import Hit
from desktop.services.targets import Target
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.text import hint

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Finder(QDialog):
    """``chosen`` gives the target of the line that was chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, find: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle("Sevenfold")
        self.setObjectName("finder")
        self.setMinimumSize(sp(560), sp(420))
        self._find = find
        self._line = line("find-text")
        self._line.typed.connect(self._show)
        self._line.returnPressed.connect(self._choose)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("find-hits")
        self._list.setAccessibleName("What was found")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemActivated.connect(lambda _item: self._choose())
        self._none = hint("Nothing holds all of these words. Try fewer.")
        field = Field("Find", self._line, "A place, an indicator such as 5.5, a person or a document.")
        self.setLayout(column(field, self._none, (self._list, 1), gap=8, margins=(20, 16, 20, 16)))
        self._show("")
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Arrows typed in the field move in the list."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _MOVES:
                step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[
                    Qt.Key(key)
                ]
                last = self._list.count() - 1
                self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        self._list.clear()
        for hit in self._find(text):
            item = QListWidgetItem(f"{hit.words}  ·  {hit.detail}" if hit.detail else hit.words)
            item.setData(Qt.ItemDataRole.UserRole, hit.target)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.kind}: {hit.words}. {hit.detail}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._list.count())

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        target: Target = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(target)
