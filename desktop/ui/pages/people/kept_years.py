# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How many years the records of those who left are kept: the charity's own rule, for everyone."""

from PySide6.QtWidgets import QWidget

from desktop.services.workforce.person_details import PersonDetails
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, chooser

_OFFERED = (1, 2, 3, 6, 7, 10)


class KeptYears(QWidget):
    """One choice, saved when it is made."""

    def __init__(self, details: PersonDetails, tools: Tools) -> None:
        super().__init__()
        self._details, self._tools = details, tools
        self._years = chooser("kept-years", [(str(years), _told(years)) for years in _OFFERED])
        self._years.setEnabled(not tools.drafts.read_only)
        self._years.activated.connect(self._change)
        hint = "Your own rule for everyone. Sevenfold says when it is over, and erases nothing by itself."
        self.setLayout(column(Field("Keep the records of those who left", self._years, hint, width=200)))

    def refresh(self) -> None:
        """Show what is set, whatever it is."""
        years = self._details.kept_years()
        if self._years.findData(str(years)) < 0:
            self._years.addItem(_told(years), str(years))
        self._years.setCurrentIndex(self._years.findData(str(years)))

    def _change(self, at: int) -> None:
        years = int(self._years.itemData(at))
        if years != self._details.kept_years():
            self._details.set_kept_years(years)
            self._tools.messages.done(f"The records of those who left are kept for {_told(years)}.")


def _told(years: int) -> str:
    return f"{years} year{'s' * (years != 1)}"
