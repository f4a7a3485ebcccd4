# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What every dialog is: of one width, just high enough for its words, with the focus ring."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import Item, column, put
from desktop.ui.widgets.focus_ring import FocusRing


class Dialog(QDialog):
    """``fill`` gives it what it shows; its width is in px at 100% text."""

    def __init__(self, parent: QWidget, name: str, width: int = 480) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle("Sevenfold")
        self.setObjectName(name)
        self.setMinimumWidth(sp(width))
        self._column = column(gap=12, margins=(24, 20, 24, 20))
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # ``fit`` knows the height better
        self.setLayout(self._column)

    def fill(self, *items: Item) -> None:
        """Put these under one another; room that is left stays under the last."""
        put(self._column, *items, None)
        self.fit()

    def fit(self) -> None:
        """As high as the words need in this width: Qt asks wrapped words only for the height of a narrow column."""
        width = max(self.minimumWidth(), self.width() if self.isVisible() else 0)
        self.resize(width, self._column.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """All is dressed now, and its height known."""
        self.fit()
        super().showEvent(event)
