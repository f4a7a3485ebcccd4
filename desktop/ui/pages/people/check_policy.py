# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""After how long a DBS check is looked at again: the charity's own policy, for everyone."""

from PySide6.QtWidgets import QWidget

from desktop.services.workforce.checks import Checks
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Field, chooser

_OFFERED = (12, 24, 36, 48, 60)


class CheckPolicy(QWidget):
    """One choice, saved when it is made."""

    def __init__(self, checks: Checks, tools: Tools) -> None:
        super().__init__()
        self._checks, self._tools = checks, tools
        self._months = chooser("dbs-policy", [(str(months), f"After {told(months)}") for months in _OFFERED])
        self._months.setEnabled(not tools.drafts.read_only)
        self._months.activated.connect(self._change)
        hint = "Your own policy for everyone, not a rule of the DBS. Days that are recorded stay as they are."
        self.setLayout(column(Field("Look at a DBS check again", self._months, hint, width=200)))

    def refresh(self) -> None:
        """Show what is set, whatever it is."""
        months = self._checks.recheck_months()
        if self._months.findData(str(months)) < 0:
            self._months.addItem(f"After {told(months)}", str(months))
        self._months.setCurrentIndex(self._months.findData(str(months)))

    def _change(self, at: int) -> None:
        months = int(self._months.itemData(at))
        if months != self._checks.recheck_months():
            self._checks.set_recheck_months(months)
            self._tools.messages.done(f"A DBS check is looked at again after {told(months)}.")


def told(months: int) -> str:
    """Like '3 years' or '18 months'."""
    if months % 12:
        return f"{months} month{'s' * (months != 1)}"
    years = months // 12
    return f"{years} year{'s' * (years != 1)}"
