# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""At the top of step 1 when pages are drawn already: whether they still hold, and the way back to them."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button, emphasise
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

_HOLDS = "The pages are drawn, and nothing was changed since."
_CHANGED = "Something was changed since the pages were drawn. To show it, draw them again: then all are read anew."


class DrawnCard(QFrame):
    """``go`` leads to the pages that are drawn. It is the filled button while they hold."""

    def __init__(self, go: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "next")
        self.setObjectName("pack-drawn")
        self._said = words("", wrap=True)
        self._said.setObjectName("pack-drawn-words")
        self.back = button("Go back to the pages", "pack-read-drawn", go)
        self.setLayout(row(Mark("later", 22), (self._said, 1), self.back, gap=12, margins=(14, 10, 12, 10)))

    def show_whether(self, holds: bool) -> None:
        """Show whether the pages still show what was chosen and recorded."""
        self._said.setText(_HOLDS if holds else _CHANGED)
        emphasise(self.back, holds)
