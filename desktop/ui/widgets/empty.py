# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""An empty place: what goes here, why, and the one button to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.theme import picture, sp
from desktop.ui.widgets.boxes import column, plain, put, row
from desktop.ui.widgets.text import heading, words


class EmptyPlace(QWidget):
    """Icon, heading, sentence, and the buttons given (the first is the filled one)."""

    def __init__(self, icon_name: str, title: str, sentence: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setObjectName("empty-place")
        self._head = heading(title, "h3")
        self._said = words(sentence, tone="soft", wrap=True)
        for label in (self._head, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        parts = (picture(icon_name, "soft", 26), self._head, self._said)
        inside = plain(column(*parts, 4, put(row(gap=10), *buttons, None), gap=8))
        inside.setMaximumWidth(sp(440))
        self.setLayout(column(48, row(None, (inside, 20), None), None))

    def say(self, title: str, sentence: str) -> None:
        """Other words, for another reason to be empty."""
        self._head.setText(title)
        self._said.setText(sentence)
