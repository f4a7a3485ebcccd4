# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bands over every screen of a workbook: it is the practice charity, or it can only be read."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.focus_ring import RING
from desktop.ui.widgets.text import words

READ_ONLY = "This workbook can only be read here: its folder lets nothing be written. Changes cannot be saved."


class Band(QFrame):
    """A sentence that stays in view, with a button where there is something to do."""

    def __init__(self, sentence: str, *acts: QWidget) -> None:
        super().__init__()
        self.setProperty("shape", "practice")
        self.setMinimumHeight(sp(26))
        said = words(sentence, "small", 700, "on_mark", wrap=True)
        self.setLayout(row((said, 1), *acts, gap=12, margins=(16, 2, 12, 2)))


class PracticeBand(Band):
    """Says that nothing here is real, and how to go back to what is, with the practice kept or taken away."""

    def __init__(self, leave: Callable[[], object], remove: Callable[[], object]) -> None:
        acts = [
            button("Leave it", "leave-practice", leave, kind="onmark"),
            button("Remove it", "remove-practice", remove, kind="onmark"),
        ]
        for each in acts:
            each.setProperty(RING, "on-mark")
        super().__init__("Practice charity. Nothing here is real.", *acts)
        self.setObjectName("practice-band")
