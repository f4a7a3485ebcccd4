# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the training says for Standard 6, live: n of N, with the way to who and why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton

from desktop.services.place_words import six_target
from desktop.services.targets import Target
from desktop.services.workforce_figures import WorkforceFigure
from desktop.ui.theme import picture
from desktop.ui.widgets.boxes import clear, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import hint, words


class FiguresCard(QFrame):
    """One line for each figure; ``filled`` is False while there is nobody to count."""

    def __init__(self, go: Callable[[Target], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("figures")
        self._go = go
        self._shown: tuple[WorkforceFigure, ...] | None = None
        self.filled = False
        self._lines = column(gap=4)
        self._hidden = hint("A pack hides a figure that counts so few people, because it could tell who they are.")
        self.setLayout(column(self._lines, self._hidden, gap=4, margins=(16, 8, 16, 8)))

    def show_figures(self, figures: Sequence[WorkforceFigure]) -> None:
        """Show these figures; lines that stay the same are left alone, and so is the focus on them."""
        self.filled = bool(figures)
        self._hidden.setVisible(any(figure.hidden_in_pack for figure in figures))
        if tuple(figures) == self._shown:
            return
        self._shown = tuple(figures)
        clear(self._lines)
        for figure in figures:
            said = words(figure.sentence, "body", 600, wrap=True)
            said.setObjectName(f"figure-{figure.number.replace(' ', '-').replace('.', '-').casefold()}")
            self._lines.addWidget(plain(row(picture("graduation-cap"), (said, 1), self._link(figure), gap=10)))

    def _link(self, figure: WorkforceFigure) -> QPushButton:
        name = f"why-{figure.number.replace(' ', '-').replace('.', '-').casefold()}"
        target = six_target(figure.indicator_id)
        return button(f"{figure.number}: who and why", name, lambda: self._go(target), kind="link")
