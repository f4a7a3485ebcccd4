# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The band over every screen of the practice charity."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words


class PracticeBand(QFrame):
    """Says that nothing here is real, and how to take it away."""

    def __init__(self, remove: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "practice")
        self.setObjectName("practice-band")
        self.setMinimumHeight(sp(26))
        said = words("Practice charity. Nothing here is real.", "small", 700, "on_mark")
        away = button("Leave or remove", "remove-practice", remove, kind="onmark")
        self.setLayout(row(said, None, away, gap=12, margins=(16, 2, 12, 2)))
