# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a group of someone's details can do: show what is recorded, and save of itself what is right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.workforce.people import Person


class DetailPart(QWidget):
    """A group of fields. ``typed`` tells that a person left a field, or chose something."""

    typed = Signal()

    def fill(self, person: Person) -> None:
        """Show what is recorded."""
        raise NotImplementedError

    def save(self, person: Person) -> None:
        """Save what is right; what is wrong is told under its field, without moving the focus."""
        raise NotImplementedError

    @property
    def waiting(self) -> tuple[str, ...]:
        """The controls that hold what is not saved yet, though nothing is wrong with them by themselves."""
        return ()
