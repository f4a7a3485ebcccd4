# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Fields that may stay empty, folded away under one button until they are wanted."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desktop.ui.widgets.boxes import Item
from desktop.ui.widgets.folded import Folded


class More(Folded):
    """Opens by its button, and by itself when something comes to stand in one of its fields."""

    def __init__(self, name: str, *parts: Item) -> None:
        super().__init__(name, "More (optional)", *parts, when_open="Fewer fields", gap=14)
        for line in self.fields.findChildren(QLineEdit):
            line.textChanged.connect(self._filled)
        for choice in self.fields.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self._filled)
        for tick in self.fields.findChildren(QCheckBox):
            tick.toggled.connect(self._filled)

    def _filled(self, now: object) -> None:
        if now and not self.is_open:
            self.open()
