# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A number that the charity sets for everyone: how long, or how often. One choice, saved when it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, chooser


@dataclass(frozen=True, slots=True)
class Policy:
    """What is set: how it is read and saved, the numbers offered, and a number in the words of a choice.

    ``done`` is the sentence once a number is saved.
    """

    read: Callable[[], int]
    save: Callable[[int], object]
    offered: Sequence[int]
    words: Callable[[int], str]
    done: Callable[[int], str]


class OwnPolicy(QWidget):
    """The choice with its label. A number that is set and not offered is offered too."""

    def __init__(self, label: str, name: str, policy: Policy, tools: Tools, hint: str = "") -> None:
        super().__init__()
        self._policy, self._tools = policy, tools
        self._numbers = chooser(name, [(str(number), policy.words(number)) for number in policy.offered])
        self._numbers.setEnabled(not tools.drafts.read_only)
        self._numbers.activated.connect(self._change)
        self.setLayout(column(Field(label, self._numbers, hint, width=260)))

    def refresh(self) -> None:
        """Show what is set, whatever it is."""
        number = self._policy.read()
        if self._numbers.findData(str(number)) < 0:
            self._numbers.addItem(self._policy.words(number), str(number))
        self._numbers.setCurrentIndex(self._numbers.findData(str(number)))

    def _change(self, at: int) -> None:
        number = int(self._numbers.itemData(at))
        if number != self._policy.read():
            try:
                self._policy.save(number)
            finally:
                self.refresh()  # what could not be saved is not shown as set
            self._tools.messages.done(self._policy.done(number))


def months_words(months: int) -> str:
    """Like '3 years' or '18 months'."""
    if months % 12:
        return f"{months} month{'s' * (months != 1)}"
    return years_words(months // 12)


def years_words(years: int) -> str:
    """Like '3 years'."""
    return f"{years} year{'s' * (years != 1)}"
