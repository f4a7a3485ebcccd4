# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Getting back in: a backup that is restored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.models.errors import AppError
from desktop.ui.doorway.ink_screen import InkScreen
from desktop.ui.doorway.lent import View
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import heading, words

if TYPE_CHECKING:
    from desktop.services.restoring import BackupsFound

_NAMED = 3
_MOST_ROWS, _ROW = 4, 38  # the list is as high as its lines, and scrolls when there are many


@dataclass(frozen=True, slots=True)
class RestoreActs:
    """``look`` asks for backups in a place; ``restore`` gets a backup, a passphrase and a code, one of them empty."""

    look: Callable[[Path], object]
    restore: Callable[[Path, str, str], object]
    back: Callable[[], object]


class ChooseBackup(InkScreen):
    """Where the backups are, which one, and what opens it."""

    def __init__(self, view: View, acts: RestoreActs, choose: Callable[[Callable[[Path], object]], object]) -> None:
        super().__init__(view)
        self.setObjectName("restore")
        self._acts = acts
        self.found: BackupsFound | None = None
        self._list = QListWidget()
        self._list.setObjectName("backups-found")
        self._list.setAccessibleName("Backups that were found")
        self._found = words("", tone="soft", wrap=True)
        self._bad = words("", wrap=True)
        self._bad.setObjectName("backups-unreadable")
        self._bad_box = box(
            row((Mark("missing", 18, ground="sunken"), 0), (self._bad, 1), gap=10, margins=(12, 8, 12, 8)), "well"
        )
        self._bad_box.hide()
        self._secret = line("backup-passphrase", secret=True)
        self._code = line("backup-code")
        self._secret_field = Field(
            "The passphrase you had then", self._secret, "A backup opens with the passphrase it was made under."
        )
        code = Field("Or the recovery code", self._code, "From the recovery sheet. Capitals and dashes do not matter.")
        self._choose = button(
            "Choose the stick or folder",
            "choose-backups",
            lambda: choose(acts.look),
            kind="primary",
            icon_name="folder-open",
        )
        self._first: QWidget = self._choose
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
                    self._bad_box,
                    self._later,
                    gap=12,
                )
            )
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, acts.back)

    def begin(self) -> None:
        """First where they are; then which of them, or what opens the one that was chosen before."""
        self._first.setFocus()

    @property
    def chosen(self) -> Path | None:
        """The backup that is chosen in the list."""
        item = self._list.currentItem()
        return None if item is None else Path(item.data(Qt.ItemDataRole.UserRole))

    def show_found(self, found: "BackupsFound", chosen: Path | None = None) -> None:
        """The backups of a place, newest first; ``chosen`` or else the newest is chosen."""
        self.found = found
        self._list.clear()
        for backup in found.backups:
            item = QListWidgetItem(backup.words)
            item.setData(Qt.ItemDataRole.UserRole, backup.folder)
            self._list.addItem(item)
        folders = [backup.folder for backup in found.backups]
        count = len(folders)
        self._list.setFixedHeight(sp(_ROW * min(max(count, 1), _MOST_ROWS)))
        self._found.setText(f"{count} backups found." if count != 1 else "One backup found.")
        self._bad.setText(_unreadable(found.unreadable))
        self._bad_box.setVisible(bool(found.unreadable))
        self._list.setCurrentRow(folders.index(chosen) if chosen in folders else 0)
        self._choose.setVisible(not count)  # one filled button a screen; going back begins anew
        self._later.setVisible(bool(count))
        self._first = self._choose if not count else self._list if chosen is None else self._secret
        self.begin()

    def show_error(self, error: AppError) -> None:
        """It could not be restored."""
        self._go.setEnabled(True)
        self._secret_field.show_problem(error.brief)

    def _restore(self) -> None:
        backup = self.chosen
        if backup is None:
            return
        secret, code = self._secret.text(), self._code.text().strip()
        if not secret and not code:
            self._secret_field.show_problem("Type the passphrase you had then, or the recovery code.")
            return
        self._secret_field.clear_problem()
        self._go.setEnabled(False)
        self._acts.restore(backup, "" if code else secret, code)


def _unreadable(names: Sequence[str]) -> str:
    """Which backups cannot be restored, and what to do about it."""
    if not names:
        return ""
    told = f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more" if len(names) > _NAMED else ", ".join(names)
    one = len(names) == 1
    return (
        f"{'One backup here' if one else f'{len(names)} backups here'} cannot be read: {told}. "
        f"{'Its list is' if one else 'Their lists are'} missing or damaged. "
        f"Leave {'it' if one else 'them'} as {'it is' if one else 'they are'}, and choose another backup. "
        "If you need this very day, look on your stick or in your second place."
    )
