# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Restoring a backup: into a new folder, proved, named last. The folder in use is never touched.

So a damaged workbook stays byte for byte as it is, with its journal, and no journal ever meets another database.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.changes import Op
from desktop.storage import backups
from desktop.storage.backup_list import DamagedBackupError
from desktop.storage.backups import Backup
from desktop.storage.database import Database
from desktop.storage.durability import SAFE, Durability
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.folder_errors import FolderNotEmptyError
from desktop.storage.key_file import KeyFile
from desktop.storage.key_store import KeyStore, WrongPassphraseError
from desktop.storage.keys import WorkbookKeys
from desktop.storage.layout import DATABASE, KEYS, Layout
from desktop.storage.location import check_live_folder
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

RESTORING = ".restoring"
Step = Callable[[int, int, str], None]


class WrongBackupPassphraseError(WrongPassphraseError):
    """The passphrase is not the one of the day of the backup."""

    code = "wrong_backup_passphrase"
    happened = "This passphrase does not open the backup of {made}."
    safe = "Nothing was restored and nothing was changed."
    to_do = "A backup opens with the passphrase of its day: try the one used then, or the recovery sheet."


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored workbook. ``missing`` names the evidence files that are not in it; the rest is whole.

    They were lost before the backup was made, or the backup has lost them since. ``titles`` are those of their items.
    """

    folder: Path
    backup: Backup
    missing: tuple[str, ...]
    titles: tuple[str, ...]


def restore(
    folder: Path,
    new_folder: Path,
    *,
    passphrase: str = "",
    code: str = "",
    files: Files,
    clock: Clock,
    durability: Durability = SAFE,
    check_place: Callable[[Path], None] = check_live_folder,
    step: Step = lambda _done, _total, _label: None,
) -> Restored:
    """Restore the backup in ``folder`` to ``new_folder``, by passphrase or recovery code.

    ``step`` counts the files, which are each read and then copied; it may raise to cancel, and then nothing is left.
    """
    backup = backups.read_backup(folder, files)
    if backup is None:
        raise DamagedBackupError(what="its list is missing or cannot be read")
    check_place(new_folder)
    if new_folder.exists() and (not new_folder.is_dir() or any(new_folder.iterdir())):
        raise FolderNotEmptyError(folder=new_folder)
    count = len(backup.manifest.evidence)
    total = 2 * count + 3
    step(0, total, "Unlocking the backup")
    key_file, working_keys = _unlock(backup, passphrase, code, files)
    backups.check_list(backup, working_keys, files)  # the database itself is opened in the new folder only
    missing = backups.damaged_evidence(
        backup, files, lambda number: step(number, total, f"Checking file {number} of {count}")
    )
    making = new_folder.with_name(f"{new_folder.name}{RESTORING}-{secrets.token_hex(4)}")
    with plain_disk_errors("The restored workbook"):
        try:
            _copy(
                backup,
                Layout(making),
                missing,
                files,
                lambda number: step(count + number, total, f"Copying file {number} of {count}"),
            )
            step(total - 2, total, "Copying the records")
            _copy_records(backup, Layout(making), files)
            step(total - 1, total, "Opening the copy")
            missing += (*backup.manifest.absent, *backup.manifest.damaged)
            titles = _note(backup, Layout(making), (key_file, working_keys), missing, clock, files, durability)
            files.remove_tree(new_folder)  # empty, looked at above
            files.replace(making, new_folder)
        except BaseException:
            files.discard_tree(making)
            raise
    return Restored(new_folder, backup, missing, titles)


def _unlock(backup: Backup, passphrase: str, code: str, files: Files) -> tuple[KeyFile, WorkbookKeys]:
    key_store = KeyStore(Layout(backup.folder), files)
    if code:
        return key_store.unlock_with_code(code)
    try:
        return key_store.unlock(passphrase)
    except WrongPassphraseError as error:
        raise WrongBackupPassphraseError(made=backup.manifest.made[:10]) from error


def _copy(backup: Backup, layout: Layout, missing: tuple[str, ...], files: Files, told: Callable[[int], None]) -> None:
    files.make_folder(layout.folder)
    files.make_folder(layout.evidence)
    for number, held in enumerate(backup.manifest.evidence, start=1):
        told(number)
        if held.name not in missing:
            target = layout.evidence / held.name[:2] / held.name
            files.make_folder(target.parent)
            _copy_proved(backups.pool_path(backup.folder.parent, held.name), target, held.sha256, files)


def _copy_records(backup: Backup, layout: Layout, files: Files) -> None:
    manifest = backup.manifest
    for target in (layout.keys, layout.keys_copy):
        _copy_proved(backup.folder / KEYS, target, manifest.keys_sha256, files)
    _copy_proved(backup.folder / DATABASE, layout.database, manifest.database_sha256, files)


def _copy_proved(source: Path, target: Path, sha256: str, files: Files) -> None:
    files.write_chunks(target, files.chunks(source))
    if backups.sha256_of(target, files) != sha256:
        raise DamagedBackupError(what="what was written reads back differently; the disk may be failing")


def _note(
    backup: Backup,
    layout: Layout,
    opened: tuple[KeyFile, WorkbookKeys],
    missing: tuple[str, ...],
    clock: Clock,
    files: Files,
    durability: Durability,
) -> tuple[str, ...]:
    """Open the restored database, as the app will, and write the restoring into its history.

    Gives the titles of the items whose files are missing.
    """
    key_file, working_keys = opened
    db = Database.open(
        layout.database,
        working_keys.db,
        clock=clock,
        audit_key=working_keys.audit,
        files=files,
        durability=durability,
    )
    try:
        if db.meta.get("workbook_id") != key_file.workbook_id:
            raise DamagedBackupError(what="its keys and its records belong to different workbooks")
        with db.write(Op.RESTORE_BACKUP, backup.manifest.made[:10], about=backup.folder.name):
            pass
        name_for = EvidenceStore(layout.evidence, working_keys, files).name_for
        return tuple(item.title for item in db.evidence.list() if item.sha256 and name_for(item.sha256) in missing)
    finally:
        db.close()
