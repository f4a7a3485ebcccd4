# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Chooses one of the pieces of evidence that are in the workbook already."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from desktop.services.library import Library
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import Item, column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.text import heading, hint


class EvidenceChooser(QDialog):
    """``chosen`` gets the item's id. ``act`` is what its button says; ``also`` are fields under the list."""

    def __init__(
        self, parent: QWidget, title: str, act: str, library: Library, chosen: Callable[[str], object], *also: Field
    ) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle("Sevenfold")
        self.setObjectName("link-chooser")
        self.setMinimumSize(sp(540), sp(460))
        self._library, self._chosen = library, chosen
        self._text = line("link-find")
        self._text.typed.connect(self._show)
        self._text.returnPressed.connect(self._take)
        self._list = QListWidget()
        self._list.setObjectName("link-items")
        self._list.setAccessibleName("Evidence we have")
        self._list.itemActivated.connect(lambda _item: self._take())
        self._none = hint("Nothing here has these words in its title.")
        take = button(act, "link-chosen", self._take, kind="primary")
        back = button("Go back", "link-back", self.reject)
        find = Field("Find by title", self._text)
        acts = row(take, back, None, gap=10)
        parts: tuple[Item, ...] = (heading(title, "h3"), find, self._none, (self._list, 1), *also, acts)
        self.setLayout(column(*parts, gap=10, margins=(20, 16, 20, 16)))
        self._show("")
        self._text.setFocus()

    def _show(self, text: str) -> None:
        self._list.clear()
        for found in self._library.lines(text):
            item = QListWidgetItem(found.title)
            item.setData(Qt.ItemDataRole.UserRole, found.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setVisible(not self._list.count())

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        self.accept()
        self._chosen(item.data(Qt.ItemDataRole.UserRole))
