# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""With large text or a small window: one row with Places, where one is, and Hide now; the sidebar folds into it."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu

from desktop.services.targets import Place
from desktop.ui.theme import font
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words
from desktop.ui.window.header import hide_button


class NarrowBar(QFrame):
    """Stands in for sidebar, header and menu bar under 48 em."""

    def __init__(self, go: Callable[[Place], object], hide: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "menu")
        self.setObjectName("narrow-bar")
        self.menu = QMenu(self)
        self.menu.setFont(font())
        for place in Place:
            action = QAction(place.words, self)
            action.triggered.connect(lambda _checked=False, place=place: go(place))
            self.menu.addAction(action)
        self._places = button("Places", "places-menu", self._open, icon_name="menu")
        self._title = words("", "h3", 700)
        self.setLayout(row(self._places, (self._title, 1), hide_button(hide), gap=12, margins=(24, 6, 24, 6)))

    def show_place(self, place: Place, title: str) -> None:
        """Where one is."""
        self._title.setText(place.words if len(title) > 24 else title)

    def _open(self) -> None:
        self.menu.popup(self._places.mapToGlobal(self._places.rect().bottomLeft()))
