# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The header: where one is, one line of facts, what the place offers, and Hide now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear, column, plain, put, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words


def hide_button(hide: Callable[[], object]) -> QPushButton:
    """The button that hides the window at once."""
    made = button("Hide now", "hide-now", hide, kind="plain", icon_name="eye-off")
    made.setToolTip("Shift three times. Hides the window at once and locks the workbook.")
    return made


class Header(QWidget):
    """Title and facts on the left, the place's own buttons, then Hide now at the far right."""

    def __init__(self, hide: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._title = words("", "h1", 700)
        self._facts = words("", tone="soft", wrap=True)
        self._own = QHBoxLayout()
        self._own.setSpacing(sp(8))
        self._hide = hide_button(hide)
        self._short = False
        self._titles = plain(column(self._title, self._facts, gap=1))
        layout = row((self._titles, 1), self._own, self._hide, gap=8, margins=(24, 12, 24, 10))
        layout.setAlignment(self._own, Qt.AlignmentFlag.AlignRight)
        self.setLayout(layout)

    def show_place(self, title: str, facts: str, buttons: Sequence[QPushButton]) -> None:
        """Show a place. The buttons of the one before are let go."""
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts) and not self._short)
        clear(self._own)
        put(self._own, *buttons)

    def stand(self, *, short: bool, narrow: bool) -> None:
        """On a low window the second line goes. On a narrow one only the place's own buttons stay."""
        self._titles.setVisible(not narrow)
        self._hide.setVisible(not narrow)
        self._short = short
        self._facts.setVisible(not short and bool(self._facts.text()))
        self.setVisible(not narrow or bool(self._own.count()))
