# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Getting back in: a new passphrase by the recovery sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.models.errors import AppError
from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.lent import View
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import heading, words


@dataclass(frozen=True, slots=True)
class ByCodeActs:
    """``reset`` gets the code and the new passphrase."""

    reset: Callable[[str, str], object]
    back: Callable[[], object]


class ByCode(InkScreen):
    """A new passphrase by the recovery sheet."""

    def __init__(self, view: View, acts: ByCodeActs) -> None:
        super().__init__(view)
        self.setObjectName("by-code")
        self._acts = acts
        self._code = line("recovery-code")
        self._new = line("new-passphrase")
        self._code_field = Field(
            "Recovery code", self._code, "From the sheet, group by group. Capitals and dashes do not matter."
        )
        self._new_field = Field(
            "New passphrase", self._new, "At least 12 characters. Several words are easiest to keep."
        )
        self._go = button("Set the new passphrase", "set-passphrase", self._reset, kind="primary")
        back = button("Go back", "by-code-back", acts.back, kind="linkic", icon_name="arrow-left")
        said = words(
            "The sheet goes on working. A signing certificate has to be renewed afterwards.", tone="soft", wrap=True
        )
        self.fill(
            plain(
                column(
                    back,
                    heading("Use a recovery sheet", "h1"),
                    said,
                    self._code_field,
                    self._new_field,
                    row(self._go, None),
                    gap=14,
                )
            ),
            width=560,
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, acts.back)

    def begin(self) -> None:
        """One types the code."""
        self._code.setFocus()

    def show_error(self, error: AppError) -> None:
        """The code or the passphrase was not taken."""
        self._go.setEnabled(True)
        field = self._new_field if error.code == "passphrase_too_easy" else self._code_field
        field.show_problem(error.brief)

    def _reset(self) -> None:
        if not self._code.text().strip():
            self._code_field.show_problem("Type the code from the sheet first.")
            return
        if not self._new.text():
            self._new_field.show_problem("Type the new passphrase first.")
            return
        self._code_field.clear_problem()
        self._new_field.clear_problem()
        self._go.setEnabled(False)
        self._acts.reset(self._code.text(), self._new.text())
