# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Files that were not added, each with the reason and what to do. It stays until it is read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.evidence_intake import Refused
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain, row, rule, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, words
from desktop.ui.widgets.words_shown import shown


class RefusedSheet(QWidget):
    """Tells of files that were not added. ``read`` tells that the person goes on."""

    read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("refused-sheet")
        self._all: list[Refused] = []
        self._heading = heading("", "h2")
        self._rest = words("", wrap=True)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(sp(8))
        self._on = button("Carry on", "refused-read", self._go_on, kind="primary")
        head = row(Mark("missing", 22), (self._heading, 1), gap=10)
        inside = column(head, self._rest, self._room, 4, row(self._on, None), gap=10, margins=(16, 12, 16, 16))
        card = box(inside)
        card.setMaximumWidth(sp(720))
        self.setLayout(column(scrolling(plain(column(row((card, 100), None), None, margins=(5, 5, 5, 5))))))

    @property
    def open(self) -> bool:
        """Whether there is anything not read yet."""
        return bool(self._all)

    def show_refused(self, refused: Sequence[Refused], ready: int) -> None:
        """Add these to what is told. ``ready``: how many others can be added."""
        self._all += refused
        count = len(self._all)
        self._heading.setText("1 file was not added" if count == 1 else f"{count} files were not added")
        self._rest.setText(_ready_words(ready))
        clear(self._room)
        for one in self._all:
            happened, _safe, to_do = one.error.sentences
            self._room.addWidget(rule())
            self._room.addWidget(words(shown(happened), "body", 600, wrap=True))
            self._room.addWidget(words(shown(to_do), wrap=True))
        self._on.setFocus()

    def _go_on(self) -> None:
        self._all = []
        self.read.emit()


def _ready_words(ready: int) -> str:
    if not ready:
        return "Nothing else changed."
    return (
        "The other file is ready. You say next what it is."
        if ready == 1
        else f"{ready} others are ready. You say next what they are."
    )
