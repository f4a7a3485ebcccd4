# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What falls due: ninety days as a picture, then the first few lines, late ones first."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.due import DueLine, DueView
from desktop.services.targets import Place, Target
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words
from desktop.ui.widgets.time_line import TimeLine

_SHOWN = 7


class DueCard(QFrame):
    """``go`` is called with the target of the line that is pressed."""

    def __init__(self, go: Callable[[Target], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("due")
        self._go = go
        self._counts = words("", tone="soft", wrap=True)
        self._line = TimeLine(date.min, ())
        self._low, self._dated = False, False
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        see_all = button("See all", "due-see-all", lambda: go(Target(Place.DUE)), kind="link")
        see_all.setAccessibleName("See all that is due")
        head = row(words("Due", "h3", 700), (self._counts, 1), see_all, gap=16)
        self.setLayout(column(head, self._line, self._room, None, gap=4, margins=(16, 10, 16, 8)))

    def show_due(self, due: DueView, today: date) -> None:
        """Show what falls due."""
        self._counts.setText(due.words)
        days = [line.due for line in due.lines if line.days <= 90]
        self._line.show_days(today, days)
        self._dated = bool(days)
        self._show_line()
        clear(self._room)
        if not due.lines:
            self._room.addWidget(
                words("Actions, reviews and training show here with their dates.", tone="soft", wrap=True)
            )
        for at, line in enumerate(due.lines[:_SHOWN]):
            self._room.addWidget(rule())
            self._room.addWidget(self._row(at, line))

    def stand(self, *, low: bool) -> None:
        """In a low window the picture goes: the lines say the same."""
        self._low = low
        self._show_line()

    def _show_line(self) -> None:
        self._line.setVisible(self._dated and not self._low)

    def _row(self, at: int, line: DueLine) -> QWidget:
        when = words(line.when, "body", 700 if line.late else 600, "gap" if line.late else "")
        when.setMinimumWidth(sp(116))
        spoken = " ".join(filter(None, (line.when, line.number, line.words)))
        link = LineButton(
            f"{line.number}  {line.words}".strip(), f"due-{at}", lambda: self._go(line.target), spoken=spoken
        )
        return plain(row(Mark(state_of(line.mark.value), 16), when, (link, 1), gap=10, margins=(0, 2, 0, 2)))
