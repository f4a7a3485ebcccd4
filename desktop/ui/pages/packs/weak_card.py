# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What to know of one's own pack before it is sent, each with the way to the place that mends it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.ready_check import WeakPoint
from desktop.services.targets import Place, Target
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, words

_NOTHING = "Nothing weak was found. Read the pages all the same."
_ADVICE = "A pack with weak points may still go out. It is better when you know them first."


class WeakCard(QFrame):
    """``go`` is called with the target of the point that is pressed."""

    def __init__(self, go: Callable[[Target], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("weak-points")
        self._go = go
        self._shown: tuple[WeakPoint, ...] | None = None
        self._advice = words("", tone="soft", wrap=True)
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self.setLayout(column(heading("Weak points", "h3"), self._advice, self._room, gap=4, margins=(16, 12, 16, 10)))

    def show_points(self, points: Sequence[WeakPoint]) -> None:
        """Show them; the same ones are left alone, so that the focus stays."""
        if self._shown == tuple(points):
            return
        self._shown = tuple(points)
        self._advice.setText(_ADVICE if points else _NOTHING)
        clear(self._room)
        for at, point in enumerate(points):
            self._room.addWidget(rule())
            self._room.addWidget(self._row(at, point))

    def _row(self, at: int, point: WeakPoint) -> QWidget:
        said = column(words(point.words, wrap=True), gap=2)
        if point.place is not Place.PACKS:
            link = button(f"Go to {point.place.words}", f"weak-{at}", lambda: self._go(point.target), kind="link")
            link.setAccessibleDescription(point.words)
            said.addWidget(link)
        mark = column(2, Mark("due", 18), None, gap=0)
        return plain(row(mark, (plain(said), 1), gap=10, margins=(0, 7, 0, 7)))
