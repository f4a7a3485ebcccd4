# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How a result was worked out: a line for each gate, with its count and the indicators that decide, as links."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.models.catalogue import number_of
from desktop.models.results import WorkingLine
from desktop.services.assessment_views import StandardView
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import BAR_ROOM, box, clear, column, plain, row, rule, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, hint, words

_A_ROW = 5


class WorkingPanel(QFrame):
    """``open_indicator`` goes to an indicator; ``close`` goes back, as does Escape."""

    def __init__(self, open_indicator: Callable[[str], object], close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("working")
        self._open = open_indicator
        self._title = heading("", "h3")
        self._deciding = words("", wrap=True)
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(6))
        self._close = button("Close", "close-working", close)
        inside = plain(column(self._deciding, self._room, None, gap=8, margins=(0, 0, 4, 0)))
        head = row((self._title, 1), self._close, gap=8, margins=(0, 0, BAR_ROOM, 0))
        card = box(column(head, (scrolling(inside), 1), gap=8, margins=(16, 12, 2, 12)))
        self.setLayout(column(card, margins=(0, 0, BAR_ROOM + 4, 0)))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, close)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_standard(self, standard: StandardView) -> None:
        """Show the gates of one standard."""
        self._title.setText(f"How Standard {standard.number} was worked out")
        self._deciding.setText(standard.result.deciding)
        clear(self._room)
        for at, line in enumerate(standard.result.working):
            failed = "not_yet_met" if at else "safety_gap"  # the first gate is the one against a gap
            self._room.addWidget(rule())
            self._room.addWidget(self._gate(line, failed))
        if standard.by_service:
            told = "; ".join(f"{name}: {result.words}" for name, result in standard.by_service)
            self._room.addWidget(rule())
            self._room.addWidget(words(f"By service: {told}. The weakest decides for each indicator.", wrap=True))
        if standard.way_up is not None:
            self._room.addWidget(rule())
            self._room.addWidget(words(f"What would change it: {standard.way_up.words}", wrap=True))
        self._room.addWidget(hint("Judgements count as far as their evidence supports them. Nothing is averaged."))

    def begin(self) -> None:
        """Put the focus on the way back."""
        self._close.setFocus()

    def _gate(self, line: WorkingLine, failed: str) -> QWidget:
        mark = Mark("done" if line.holds else failed, 18, about="Holds" if line.holds else "Does not hold")
        said = [words(line.rule, "body", 600, wrap=True), words(line.count, tone="soft", wrap=True)]
        links = [
            button(number_of(each), f"working-{each}", partial(self._open, each), kind="link")
            for each in line.indicator_ids
        ]
        rows = [row(*links[at : at + _A_ROW], None, gap=6) for at in range(0, len(links), _A_ROW)]
        return plain(row(mark, (plain(column(*said, *rows, gap=2)), 1), gap=10))
