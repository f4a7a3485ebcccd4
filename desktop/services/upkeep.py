# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Looking after a workbook: check it, back it up, restore a backup, change the passphrase."""

from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import AppError, InputError
from desktop.models.records import FileState
from desktop.storage.backups import Backup, backups_in, unreadable_in
from desktop.storage.restore import Restored, restore
from desktop.storage.workbook import Workbook
from desktop.support.clock import SystemClock
from desktop.support.files import Files


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of a workbook found. The problems are sentences; empty when all is whole.

    ``problems`` are of the workbook itself, ``backup_problems`` of the backups beside it; ``backups`` are whole.
    """

    operations: int
    head: str
    evidence: int
    backups: tuple[Backup, ...]
    problems: tuple[str, ...]
    backup_problems: tuple[str, ...]


def check_workbook(folder: Path, passphrase: str, anchor: tuple[int, str] | None = None) -> Health:
    """Open a workbook and read all of it: history, records, every evidence file, every backup.

    ``anchor``: number and head of the history as a pack or a receipt prints them. No backup is made and none is
    thinned out: what is damaged must not push out what is whole.
    """
    workbook = Workbook.open(folder, passphrase, clock=SystemClock(), files=Files(), backup=False)
    try:
        history = workbook.db.verify_history(anchor)
        items = [item for item in workbook.db.evidence.list() if item.sha256]
        states = workbook.evidence.check(item.sha256 for item in items)
        bad = [
            f"The evidence file of '{item.title}' is {states[item.sha256].value}."
            for item in items
            if states[item.sha256] is not FileState.STORED
        ]
        whole, spoilt = _check_backups(workbook)
        return Health(history.number, history.head, len(items), whole, (*history.problems, *bad), spoilt)
    finally:
        workbook.close(backup=False)


def _check_backups(workbook: Workbook) -> tuple[tuple[Backup, ...], tuple[str, ...]]:
    """The whole backups beside a workbook, and what is wrong with the others."""
    whole = []
    problems = [
        f"The backup {path.name} has no list that can be read."
        for path in unreadable_in(workbook.backups.place, Files())
    ]
    for backup in workbook.backups.all():
        try:
            workbook.backups.check(backup)
        except (AppError, OSError) as error:
            said = error.happened.format(**error.facts) if isinstance(error, AppError) else f"{error}."
            problems.append(f"The backup {backup.folder.name} does not pass. {said}")
        else:
            whole.append(backup)
    return tuple(whole), tuple(problems)


def back_up(folder: Path, passphrase: str, place: Path | None) -> tuple[Backup, AppError | None]:
    """Make a proved backup now: beside the workbook, or in a second place such as a memory stick.

    With it, why the backup that closing makes beside the workbook failed, if it did.
    """
    if place is not None and not place.is_dir():
        raise InputError(what=f"There is no folder {place}.", to_do="Is the memory stick in? Name a folder on it.")
    with Workbook.open(folder, passphrase, clock=SystemClock(), files=Files()) as workbook:
        made = workbook.backup() if place is None else workbook.backups_at(place).make(workbook.db, "asked")
    return made, workbook.backup_problem


def restore_backup(backup: Path, new_folder: Path, passphrase: str, code: str) -> Restored:
    """Restore a backup into a new folder, by the passphrase of its day or by recovery code; the old workbook stays."""
    inside = [found.folder.name for found in backups_in(backup, Files())] if backup.is_dir() else []
    if inside:
        raise InputError(what=f"{backup} holds {len(inside)} backups.", to_do=f"Name one, like {backup / inside[-1]}.")
    if not backup.is_dir():
        raise InputError(what=f"{backup} is not the folder of a backup.", to_do="Name the folder of one backup.")
    return restore(backup, new_folder, passphrase=passphrase, code=code, files=Files(), clock=SystemClock())


def change_passphrase(folder: Path, old: str, new: str) -> AppError | None:
    """Change the passphrase. The signing key stays usable. Gives why the backup on closing failed, if it did."""
    with Workbook.open(folder, old, clock=SystemClock(), files=Files()) as workbook:
        workbook.change_passphrase(old, new)
    return workbook.backup_problem


def reset_passphrase(folder: Path, code: str, new: str) -> None:
    """Set a new passphrase with the recovery code. A signing key kept under the old one is lost."""
    Workbook.reset_passphrase(folder, code, new, clock=SystemClock(), files=Files())
