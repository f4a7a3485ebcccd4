# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Files that were not added, each with the reason and what to do. It stays until it is closed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.services.evidence_intake import Refused
from desktop.ui.pages.evidence.words_shown import shown
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, words

_HIGH = 190


class RefusedCard(QFrame):
    """Tells of files that were not added."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("shape", "next")
        self.setObjectName("refused")
        self._all: list[Refused] = []
        self._heading = heading("", "h3")
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(8))
        self._close = button("Close this list", "refused-close", self.close_list)
        area = scrolling(plain(self._room))
        area.setMaximumHeight(sp(_HIGH))
        self._area = area
        head = row(Mark("missing", 18), (self._heading, 1), self._close, gap=10)
        self.setLayout(column(head, area, gap=6, margins=(16, 10, 16, 10)))
        self.hide()

    def show_refused(self, refused: Sequence[Refused]) -> None:
        """Add these to what is told."""
        self._all += refused
        count = len(self._all)
        self._heading.setText("1 file was not added" if count == 1 else f"{count} files were not added")
        clear(self._room)
        for one in self._all:
            happened, _safe, to_do = one.error.sentences
            self._room.addWidget(words(shown(f"{happened} {to_do}"), wrap=True))
        self._area.setFixedHeight(min(sp(_HIGH), sp(44) * count + sp(8)))
        self.setVisible(bool(self._all))
        self.setAccessibleName(self._heading.text())

    def close_list(self) -> None:
        """It was read."""
        self._all = []
        self.hide()
