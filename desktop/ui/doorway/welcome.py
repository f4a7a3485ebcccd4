# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first screen of all: how shall we begin? A few choices, each by its number too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.lent import View
from desktop.ui.theme import picture
from desktop.ui.widgets.boxes import box, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import heading, words


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to begin: its object name, icon, title, a line about it, the words of its button and what it does."""

    name: str
    icon: str
    title: str
    about: str
    verb: str
    act: Callable[[], object]


class Welcome(InkScreen):
    """Shows choices; the first is the filled one. ``back``, where there is one, is what Escape does."""

    def __init__(
        self,
        view: View,
        title: str,
        about: str,
        choices: Sequence[Choice],
        back: Callable[[], object] | None = None,
        *,
        name: str = "welcome",
    ) -> None:
        super().__init__(view)
        self.setObjectName(name)
        self._buttons: list[QPushButton] = []
        cards = [self._card(at, choice) for at, choice in enumerate(choices, 1)]
        above = [button("Go back", "welcome-back", back, kind="linkic", icon_name="arrow-left")] if back else []
        said = [heading(title, "h1"), words(about, tone="soft", wrap=True)]
        self.fill(plain(column(*above, *said, *cards, gap=10)))
        if back:
            QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back)

    def begin(self) -> None:
        """The first choice is at hand."""
        self._buttons[0].setFocus()

    def _card(self, at: int, choice: Choice) -> QWidget:
        act = button(choice.verb, choice.name, choice.act, kind="primary" if at == 1 else "")
        act.setAccessibleName(f"{choice.verb}: {choice.title}")
        act.setToolTip(f"Key {at}")
        self._buttons.append(act)
        QShortcut(QKeySequence(str(at)), self, choice.act)
        said = column(words(choice.title, "h3", 700, wrap=True), words(choice.about, tone="soft", wrap=True), gap=2)
        return box(row(picture(choice.icon, "action", 26), (plain(said), 1), act, gap=16, margins=(18, 10, 16, 10)))
