# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is kept in order: core training, backups, evidence of critical indicators, packs. One link each."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.kept_in_order import KeptFact
from desktop.services.targets import Target
from desktop.ui.theme import state_of
from desktop.ui.widgets.boxes import clear, column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words


class KeptCard(QFrame):
    """``go`` is called with the target of the fact that is pressed."""

    def __init__(self, go: Callable[[Target], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("kept")
        self._go = go
        self._shown: Sequence[KeptFact] = ()
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self.setLayout(column(words("Kept in order", "h3", 700), self._room, None, gap=6, margins=(16, 10, 12, 8)))

    def show_facts(self, facts: Sequence[KeptFact]) -> None:
        """Show the facts, in the order given."""
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._room)
        for at, fact in enumerate(facts):
            self._room.addWidget(rule())
            self._room.addWidget(self._row(at, fact))

    def _row(self, at: int, fact: KeptFact) -> QWidget:
        said = column(
            words(fact.words, "body", 700, wrap=True), words(fact.detail, "small", tone="soft", wrap=True), gap=0
        )
        link = button(fact.link, f"kept-{at}", lambda: self._go(fact.target), kind="link")
        link.setAccessibleName(f"{fact.link}: {fact.words}")
        return plain(row(Mark(state_of(fact.mark.value), 18), (plain(said), 1), link, gap=10, margins=(0, 7, 0, 7)))
