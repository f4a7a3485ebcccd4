# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Getting back in: a backup that is restored, or a new passphrase by the recovery sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.models.errors import AppError
from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.lent import View
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import heading, words

if TYPE_CHECKING:
    from desktop.services.restoring import BackupsFound


@dataclass(frozen=True, slots=True)
class RestoreActs:
    """``choose`` asks for backups in a place; ``restore`` gets a backup, a passphrase and a code, one of them empty."""

    look: Callable[[Path], object]
    restore: Callable[[Path, str, str], object]
    back: Callable[[], object]


class ChooseBackup(InkScreen):
    """Where the backups are, which one, and what opens it."""

    def __init__(self, view: View, acts: RestoreActs, choose: Callable[[Callable[[Path], object]], object]) -> None:
        super().__init__(view)
        self.setObjectName("restore")
        self._acts = acts
        self._list = QListWidget()
        self._list.setObjectName("backups-found")
        self._list.setAccessibleName("Backups that were found")
        self._list.setMinimumHeight(sp(150))
        self._found = words("", tone="soft", wrap=True)
        self._secret = line("backup-passphrase", secret=True)
        self._code = line("backup-code")
        self._secret_field = Field(
            "Passphrase of that day", self._secret, "A backup opens with the passphrase it was made under."
        )
        code = Field("Or the recovery code", self._code, "From the recovery sheet. Capitals and dashes do not matter.")
        self._choose = button(
            "Choose the stick or folder",
            "choose-backups",
            lambda: choose(acts.look),
            kind="primary",
            icon_name="folder-open",
        )
        self._go = button("Restore this backup", "restore-chosen", self._restore, kind="primary")
        back = button("Go back", "restore-back", acts.back, kind="linkic", icon_name="arrow-left")
        self._later = plain(column(self._list, self._secret_field, code, row(self._go, None), gap=12))
        self._later.hide()
        said = words(
            "It goes into a folder of its own. What is on this computer now stays as it is.", tone="soft", wrap=True
        )
        self.fill(
            plain(
                column(
                    back,
                    heading("Restore a backup", "h1"),
                    said,
                    row(self._choose, None),
                    self._found,
                    self._later,
                    gap=12,
                )
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, acts.back)

    def begin(self) -> None:
        """First where they are."""
        self._choose.setFocus()

    def show_found(self, found: "BackupsFound") -> None:
        """The backups of a place, newest first."""
        self._list.clear()
        for backup in found.backups:
            item = QListWidgetItem(backup.words)
            item.setData(Qt.ItemDataRole.UserRole, backup.folder)
            self._list.addItem(item)
        count = len(found.backups)
        self._found.setText(f"{count} backups found." if count != 1 else "One backup found.")
        self._list.setCurrentRow(0)
        self._choose.setVisible(not count)  # one filled button a screen; going back begins anew
        self._later.setVisible(bool(count))
        (self._list if count else self._choose).setFocus()

    def show_error(self, error: AppError) -> None:
        """It could not be restored."""
        self._go.setEnabled(True)
        self._secret_field.show_problem(" ".join(error.sentences[::2]))

    def _restore(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        secret, code = self._secret.text(), self._code.text().strip()
        if not secret and not code:
            self._secret_field.show_problem("Type the passphrase of that day, or the recovery code.")
            return
        self._secret_field.clear_problem()
        self._go.setEnabled(False)
        self._acts.restore(item.data(Qt.ItemDataRole.UserRole), "" if code else secret, code)


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
        field.show_problem(" ".join(error.sentences[::2]))

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
