# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The head of a step: the way back, which step of how many, and what it is about."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, words

STEPS = ("What goes in", "Draw the pages", "Read the pages", "Sign the pack")


class StepHead(QWidget):
    """``number`` counts from 1; ``running`` while the work of the step is under way."""

    def __init__(
        self,
        number: int,
        back_words: str,
        back: Callable[[], object],
        give_up: Callable[[], object],
        *,
        running: bool = False,
    ) -> None:
        super().__init__()
        name = f"{number}-running" if running else str(number)
        self.back = button(back_words, f"pack-back-{name}", back, kind="linkic", icon_name="arrow-left")
        leave = button("Give this pack up", f"pack-give-up-{name}", give_up, kind="link")
        where = words(f"Step {number} of {len(STEPS)}", "small", 600, "soft")
        self.setLayout(column(row(self.back, None, leave), where, heading(STEPS[number - 1]), gap=2))
