# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Fields that may stay empty, folded away under one button until they are wanted."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desktop.ui.theme import icon
from desktop.ui.widgets.boxes import Item, column, plain, row
from desktop.ui.widgets.buttons import button, say

_FOLDED, _OPEN = "More (optional)", "Fewer fields"


class More(QWidget):
    """Opens by its button, and by itself when something comes to stand in one of its fields."""

    def __init__(self, name: str, *parts: Item) -> None:
        super().__init__()
        self._button = button(_FOLDED, name, self._turn, kind="linkic", icon_name="chevron-right")
        self._fields = plain(column(*parts, gap=14))
        self._fields.hide()
        self.setLayout(column(row(self._button, None), self._fields, gap=10))
        for line in self._fields.findChildren(QLineEdit):
            line.textChanged.connect(self._filled)
        for choice in self._fields.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self._filled)
        for tick in self._fields.findChildren(QCheckBox):
            tick.toggled.connect(self._filled)

    def open(self) -> None:
        """Show the fields."""
        self._show(shown=True)

    def _turn(self) -> None:
        self._show(shown=self._fields.isHidden())

    def _filled(self, now: object) -> None:
        if now and self._fields.isHidden():
            self.open()

    def _show(self, *, shown: bool) -> None:
        self._fields.setVisible(shown)
        self._button.setIcon(icon("chevron-down" if shown else "chevron-right", "action"))
        say(self._button, _OPEN if shown else _FOLDED)
