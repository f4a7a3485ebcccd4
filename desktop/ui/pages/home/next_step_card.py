# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one next step: what it is, why, and the filled button that goes there."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from desktop.services.next_step import NextStep
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.boxes import clear, column, plain, put
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words


class NextStepCard(QFrame):
    """``take`` is called with the step when its button is pressed."""

    def __init__(self, take: Callable[[NextStep], object]) -> None:
        super().__init__()
        self.setProperty("shape", "next")
        self.setObjectName("next-step")
        self._take = take
        self._step: NextStep | None = None
        self._row = QHBoxLayout()
        self._row.setContentsMargins(sp(16), sp(12), sp(16), sp(12))
        self._row.setSpacing(sp(14))
        self.setLayout(self._row)

    def show_step(self, step: NextStep) -> None:
        """Show a step; the same one is left alone, so that the focus stays."""
        if step == self._step:
            return
        self._step = step
        clear(self._row)
        said = column(
            words(f"Next step: {_together(step.title)}", "h3", 700, wrap=True), words(step.sentence, wrap=True), gap=2
        )
        act = button(step.button, "next-step-go", lambda: self._take(step), kind="primary")
        put(self._row, Mark(state_of(step.mark.value), 30), (plain(said), 1), act)
        self._row.setAlignment(act, Qt.AlignmentFlag.AlignVCenter)

    def stand(self, *, narrow: bool) -> None:
        """With little width the button goes under the words."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _together(title: str) -> str:
    """A number stays in one line with the word before it."""
    return re.sub(r" (?=\d)", "\N{NO-BREAK SPACE}", title)
