# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Getting back in: a backup restored into a folder of its own, or a new passphrase by the recovery sheet.

Everything here makes and closes its own files, so all of it may run whole in a thread. Nothing here changes which
workbook is in use: ``Doorway.use`` does, once the restored one is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.packs import Step, no_step
from desktop.storage.backups import Backup, backups_in, read_backup, unreadable_in
from desktop.storage.keys import KdfParameters
from desktop.storage.layout import BACKUPS
from desktop.storage.restore import restore
from desktop.storage.workbook import DEFAULT_KDF, Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files

SECOND_PLACE = "Sevenfold backups "


class NoBackupHereError(AppError):
    """There is no backup in the place chosen."""

    code = "no_backup_here"
    happened = "There is no Sevenfold backup in {place} that can be read.{unreadable}"
    safe = "Nothing was changed."
    to_do = "Choose the stick or folder where backups are kept, or the folder of one backup."


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup that can be chosen, as far as it can be told without a passphrase.

    ``workbook_number`` is that of ``KnownWorkbook.number``: it tells of which workbook this is a backup. What going
    back to it would lose is known only with the workbook open: see ``Keeping.lost_by``.
    """

    folder: Path
    made: datetime
    workbook_number: str
    is_practice: bool
    changes: int
    evidence_files: int

    @property
    def words(self) -> str:
        """What a person chooses by: when it was made, and how much is in it."""
        here = self.made.astimezone()
        files = "1 evidence file" if self.evidence_files == 1 else f"{self.evidence_files} evidence files"
        practice = "practice, " if self.is_practice else ""
        return f"{long_date(here.date())} at {here:%H:%M}, {practice}{files}"


@dataclass(frozen=True, slots=True)
class BackupsFound:
    """The backups in a place, newest first; and the names of those there whose list cannot be read."""

    place: Path
    backups: tuple[FoundBackup, ...]
    unreadable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestoredWorkbook:
    """A workbook made from a backup. ``missing`` are the titles of evidence whose files are not in it."""

    folder: Path
    words: str
    missing_files: int
    missing: tuple[str, ...]


class Restoring:
    """Backups and recovery sheets, used from outside a workbook."""

    def __init__(
        self, new_folder: Callable[[], Path], clock: Clock, files: Files, kdf: KdfParameters = DEFAULT_KDF
    ) -> None:
        self._new_folder = new_folder
        self._clock = clock
        self._files = files
        self._kdf = kdf

    def backups_found(self, place: Path) -> BackupsFound:
        """Every backup in a place: a stick, a folder of backups, a workbook's folder, or one backup itself."""
        try:
            found, unreadable = self._look(place)
        except OSError as error:
            raise NoBackupHereError(place=place, unreadable=" The place cannot be read.") from error
        if not found:
            names = ", ".join(unreadable)
            lists = f" Left out, because their lists cannot be read: {names}." if unreadable else ""
            raise NoBackupHereError(place=place, unreadable=lists)
        return BackupsFound(place, tuple(sorted(found, key=lambda each: each.made, reverse=True)), unreadable)

    def _look(self, place: Path) -> tuple[list[FoundBackup], tuple[str, ...]]:
        """The backups in a place, and the names of those there that cannot be told."""
        alone = read_backup(place, self._files)
        if alone is not None:
            return [_found(alone)], ()
        folders = [place, place / BACKUPS, *_second_places(place)]
        found = [_found(each) for folder in folders for each in backups_in(folder, self._files)]
        return found, tuple(_told(path.name) for folder in folders for path in unreadable_in(folder, self._files))

    def restore(self, backup: Path, *, passphrase: str = "", code: str = "", step: Step = no_step) -> RestoredWorkbook:
        """Restore one backup into a new folder, proved file by file, by the passphrase of its day or by code."""
        made = restore(
            backup,
            self._new_folder(),
            passphrase=passphrase,
            code=code,
            files=self._files,
            clock=self._clock,
            step=step,
        )
        return RestoredWorkbook(made.folder, _found(made.backup).words, len(made.missing), made.titles)

    def reset_passphrase(self, folder: Path, code: str, new: str) -> None:
        """Set a new passphrase by the recovery code. A signing certificate kept under the old one has to be renewed."""
        Workbook.reset_passphrase(folder, code, new, clock=self._clock, files=self._files, kdf=self._kdf)


def _found(backup: Backup) -> FoundBackup:
    manifest = backup.manifest
    return FoundBackup(
        folder=backup.folder,
        made=manifest.made_at,
        workbook_number=manifest.workbook_id[:8],
        is_practice=manifest.practice,
        changes=manifest.history_number,
        evidence_files=len(manifest.evidence),
    )


def _told(name: str) -> str:
    """The day that stands in the name of a backup, for people, and the name to find it by."""
    try:
        made = datetime.strptime(name.partition("-")[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone()
    except ValueError:
        return name
    return f"{long_date(made.date())} at {made:%H:%M} (folder {name})"


def _second_places(place: Path) -> list[Path]:
    if not place.is_dir():
        return []
    return sorted(each for each in place.iterdir() if each.is_dir() and each.name.startswith(SECOND_PLACE))
