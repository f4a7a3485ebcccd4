# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is about to be printed, page by page, and where it can go: to a printer, a PDF or a spreadsheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from desktop.ui.infra.screen import Screen
from desktop.ui.preview.preview_pane import PreviewPane
from desktop.ui.widgets.boxes import column, put, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, hint


class PrintScreen(Screen):
    """Shows the pages of a PDF, with the ways out as buttons."""

    def __init__(self, title: str, name: str, note: str, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("print-screen")
        self._name = name
        self._pane = PreviewPane()
        self._pane.show_words("Drawing the pages", "They appear here in a moment.")
        self._ways = row(gap=8)
        self._close = button("Close", "close-print", close, icon_name="x")
        head = row((heading(title, "h1"), 1), self._close, self.corner, gap=8)
        ways = row(self._ways, None)
        self.setLayout(column(head, ways, hint(note), self.banner, (self._pane, 1), gap=8, margins=(24, 12, 24, 12)))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, close)

    def begin(self) -> None:
        """Escape or Close goes back."""
        self._close.setFocus()

    def show_pages(self, pdf: bytes, ways: Sequence[QPushButton]) -> None:
        """The pages are drawn: show them, and what can be done with them."""
        put(self._ways, *ways)
        self._pane.show_document(self._name, pdf)
        if ways:
            ways[0].setFocus()
