# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Roles, as boxes to tick: someone's, or those that a course is for."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.models.choices import Choice
from desktop.ui.widgets.boxes import column, put
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.text import hint, words


class RolesPicker(QWidget):
    """A box for each role. ``changed`` tells that a person ticked or unticked one."""

    changed = Signal()

    def __init__(
        self, prefix: str, title: str = "Roles", about: str = "They decide which courses are asked for."
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._prefix = prefix
        self._boxes: dict[str, QCheckBox] = {}
        self._ticks = column(gap=2)
        self.setLayout(column(words(title, "body", 600), hint(about), self._ticks, gap=4))

    def offer(self, roles: Iterable[Choice]) -> None:
        """Make a box for each role that there is, once."""
        if self._boxes:
            return
        for role in roles:
            self._boxes[role.code] = tick(f"{self._prefix}-{role.code}", role.name, lambda _on: self.changed.emit())
        put(self._ticks, *self._boxes.values())

    def show_codes(self, codes: Iterable[str]) -> None:
        """Tick these."""
        held = set(codes)
        for code, box in self._boxes.items():
            box.setChecked(code in held)

    @property
    def codes(self) -> tuple[str, ...]:
        """What is ticked, in the order of the catalogue."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())
