# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The head of a step: the way back, which step of how many, and what it is about."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, words

STEPS = ("What goes in", "Read the pages", "Sign the pack", "Send it")


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
        self._where: QBoxLayout = column(where, heading(STEPS[number - 1]), gap=2)
        self._all: QBoxLayout = column(row(self.back, None, leave, gap=24), self._where, gap=8)
        self.setLayout(self._all)

    def stand(self, *, low: bool) -> None:
        """All in one line where height is dear."""
        ways = QBoxLayout.Direction
        self._where.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._where.setSpacing(sp(10 if low else 2))
        self._all.setDirection(ways.RightToLeft if low else ways.TopToBottom)
