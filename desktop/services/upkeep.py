# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Looking after a workbook: check it, back it up, restore a backup, change the passphrase."""

from dataclasses import dataclass
from pathlib import Path

from desktop.models.records import FileState
from desktop.storage.backups import Backup
from desktop.storage.restore import Restored, restore
from desktop.storage.workbook import DEFAULT_KDF, Workbook
from desktop.support.clock import SystemClock
from desktop.support.files import Files


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of a workbook found. ``problems`` are sentences; empty when all is whole."""

    operations: int
    head: str
    evidence: int
    backups: tuple[Backup, ...]
    problems: tuple[str, ...]


def check_workbook(folder: Path, passphrase: str, anchor: tuple[int, str] | None = None) -> Health:
    """Open a workbook and read all of it: history, every evidence file, every backup's list.

    ``anchor``: number and head of the history as a pack or a receipt prints them.
    """
    with Workbook.open(folder, passphrase, clock=SystemClock(), files=Files()) as workbook:
        history = workbook.db.verify_history(anchor)
        items = [item for item in workbook.db.evidence.list() if item.sha256]
        states = workbook.evidence.check(item.sha256 for item in items)
        bad = [
            f"The evidence file of '{item.title}' is {states[item.sha256].value}."
            for item in items
            if states[item.sha256] is not FileState.STORED
        ]
        return Health(history.number, history.head, len(items), workbook.backups.all(), (*history.problems, *bad))


def back_up(folder: Path, passphrase: str, place: Path | None) -> Backup:
    """Make a proved backup now: beside the workbook, or in a second place such as a memory stick."""
    with Workbook.open(folder, passphrase, clock=SystemClock(), files=Files()) as workbook:
        if place is None:
            return workbook.backup()
        return workbook.backups_at(place).make(workbook.db, "asked")


def restore_backup(backup: Path, new_folder: Path, passphrase: str, code: str) -> Restored:
    """Restore a backup into a new folder, by the passphrase of its day or by recovery code; the old workbook stays."""
    return restore(backup, new_folder, passphrase=passphrase, code=code, files=Files(), clock=SystemClock())


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Change the passphrase. The signing key stays usable."""
    with Workbook.open(folder, old, clock=SystemClock(), files=Files()) as workbook:
        workbook.keys.change_passphrase(old, new, DEFAULT_KDF)


def reset_passphrase(folder: Path, code: str, new: str) -> None:
    """Set a new passphrase with the recovery code. A signing key kept under the old one is lost."""
    Workbook.reset_passphrase(folder, code, new, clock=SystemClock(), files=Files())
