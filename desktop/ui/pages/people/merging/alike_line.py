# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A quiet line over the people: some entries may be one person. Nothing while there are none."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.workforce.merging import Merging
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words


class AlikeLine(QWidget):
    """``look`` leads to the entries."""

    def __init__(self, merging: Merging, look: Callable[[], object]) -> None:
        super().__init__()
        self._merging, self._any = merging, False
        self._told = words("", "small", tone="soft")
        self._told.setObjectName("alike-told")
        see = button("Look at them", "alike-look", look, kind="link")
        see.setAccessibleName("Look at the entries that may be one person")
        self.setLayout(row(self._told, see, None, gap=10, margins=(24, 0, 24, 0)))
        self.hide()

    def read(self) -> None:
        """See whether there are any now."""
        pairs = len(self._merging.offered())
        self._any = bool(pairs)
        self._told.setText(
            "2 entries may be one person." if pairs == 1 else f"{pairs} pairs of entries may be one person each."
        )

    def stand(self, *, over_people: bool) -> None:
        """Be seen over the people alone, and only when there are any."""
        self.setVisible(over_people and self._any)
