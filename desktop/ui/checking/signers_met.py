# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The signers this computer knows: whom a check will name, and how each was compared. Each can be forgotten."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dates import long_date
from desktop.services.known_roots import KnownRoot
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.words_shown import shown

_ABOUT = "A pack of theirs is named at once. Any other signer has to be compared by telephone first."


class SignersMet(QWidget):
    """Not seen while there are none. ``forget`` is called with the one that is to be forgotten."""

    def __init__(self, forget: Callable[[KnownRoot], object]) -> None:
        super().__init__()
        self._forget = forget
        self.setObjectName("signers-met")
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        card = box(
            column(heading("Signers you have met", "h3"), hint(_ABOUT), 2, self._room, gap=4, margins=(16, 12, 16, 10))
        )
        card.setMaximumWidth(sp(440))
        self.setLayout(row(None, (card, 100), None, margins=(24, 16, 10, 24)))

    def show_signers(self, known: Sequence[KnownRoot]) -> None:
        """Show these, by name."""
        clear(self._room)
        for root in known:
            self._room.addWidget(rule())
            self._room.addWidget(self._line(root))
        self.setVisible(bool(known))

    def _line(self, root: KnownRoot) -> QWidget:
        how = f"Compared {root.how} on {long_date(root.compared)}"
        name = words(shown(root.name), "body", 600, wrap=True)
        said = plain(column(name, words(how, "small", tone="soft", wrap=True), gap=0))
        forget = button("Forget", f"forget-{root.fingerprint[:16]}", partial(self._forget, root), kind="link")
        forget.setAccessibleName(f"Forget {shown(root.name)}")
        return plain(row(column(2, Mark("done", 18), None, gap=0), (said, 1), forget, gap=10, margins=(0, 7, 0, 7)))
