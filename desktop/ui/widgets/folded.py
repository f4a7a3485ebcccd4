# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Fields that are rarely filled in, folded away under a button that says what they are about."""

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import icon
from desktop.ui.widgets.boxes import Item, column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import hint


class Folded(QWidget):
    """Opens and closes by its button. ``tell`` says under it what stands in the fields while they are not seen."""

    def __init__(self, name: str, words: str, *parts: Item, when_open: str = "", gap: int = 10) -> None:
        super().__init__()
        self._words, self._when_open = words, when_open or words
        self._button = button(words, name, self._turn, kind="linkic", icon_name="chevron-right")
        self._told = hint("")
        self.fields = plain(column(*parts, gap=gap))
        self.fields.hide()
        self.setLayout(column(row(self._button, None), self._told, self.fields, gap=4))
        self.tell("")

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.fields.isHidden()

    def open(self) -> None:
        """Show the fields."""
        self._show(shown=True)

    def tell(self, told: str) -> None:
        """What stands in the fields, in a few words."""
        self._told.setText(told)
        self._told.setVisible(bool(told) and not self.is_open)
        self._button.setAccessibleDescription(("Opened. " if self.is_open else "Closed. ") + told)

    def _turn(self) -> None:
        self._show(shown=not self.is_open)

    def _show(self, *, shown: bool) -> None:
        self.fields.setVisible(shown)
        self._button.setIcon(icon("chevron-down" if shown else "chevron-right", "action"))
        say(self._button, self._when_open if shown else self._words)
        self.tell(self._told.text())
