# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A table as high as its rows, inside a place that scrolls: the row one stands on is kept in view."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QScrollArea

from desktop.ui.widgets.table import Column, DataTable

_Index = QModelIndex | QPersistentModelIndex


class PersonTable(DataTable):
    """Two lines a row, higher where words wrap, and no scroll bar of its own."""

    def __init__(self, columns: Sequence[Column], about: str, name: str) -> None:
        super().__init__(columns, about, lines=2, whole=True, grow=True)
        self.setObjectName(name)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        """Arrow keys came to another row: the place around scrolls to it."""
        super().currentChanged(current, previous)
        around = self._around()
        inside = around.widget() if around is not None else None
        if around is None or inside is None or not (current.isValid() and self.hasFocus()):
            return
        row = self.visualRect(current)
        middle = self.viewport().mapTo(inside, row.center())
        around.ensureVisible(0, middle.y(), 0, row.height())

    def _around(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
