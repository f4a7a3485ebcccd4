# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups: a folder each for database, keys and list, and one shared pool of encrypted evidence files.

The pool holds copies, not hard links: a link shares its bytes, so one bad sector would spoil both. A backup gets
its name last, after its database copy was opened and every page, index and reference checked.
``begin`` runs where the database connection lives; ``finish`` may run in a job. A place that may be slow, or hang,
is touched by ``finish`` alone: ``begin`` copies the database to a folder on the workbook's own disk.
"""

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage import thinning
from desktop.storage.backup_list import MANIFEST, DamagedBackupError, HeldFile, Manifest
from desktop.storage.database import Database
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.key_store import KeyStore
from desktop.storage.keys import WorkbookKeys
from desktop.storage.layout import DATABASE, EVIDENCE, KEYS
from desktop.support.clock import Clock
from desktop.support.disk_errors import DiskFullError, plain_disk_errors
from desktop.support.files import Files

UNFINISHED = "making-"
DRAFT = UNFINISHED + "copy"
GOING = "removing-"
SPARE_ROOM = 16 * 1024 * 1024
PAUSE = timedelta(minutes=30)
DAY = timedelta(days=1)
_FOLDER = re.compile(r"\d{6}-\d{8}T\d{6}Z")


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished backup."""

    folder: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Draft:
    """A backup whose database is copied and closed, and whose evidence is not yet in."""

    folder: Path
    made: str
    reason: str
    history: tuple[int, str]
    names: frozenset[str]
    keys_change: int


class Backups:
    """The backups of one workbook in one place: beside it, or on a stick or synced folder."""

    def __init__(
        self,
        place: Path,
        *,
        workbook: tuple[str, bool],
        store: EvidenceStore,
        key_store: KeyStore,
        working_keys: WorkbookKeys,
        files: Files,
        clock: Clock,
        draft_place: Path | None = None,
    ) -> None:
        """``workbook`` is its id and whether it is for practice. ``draft_place``: where a backup begins, else here."""
        self.place = place
        self._draft_place = draft_place or place
        self._workbook = workbook
        self._store = store
        self._key_store = key_store
        self._keys = working_keys
        self._files = files
        self._clock = clock

    def make(
        self, db: Database, reason: str = "asked", step: Callable[[int, int], None] = lambda _done, _total: None
    ) -> Backup:
        """Make, prove and name a backup, then thin the older ones. ``step`` (done, total pages) may raise to cancel."""
        return self.finish(self.begin(db, reason, step))

    def begin(self, db: Database, reason: str, step: Callable[[int, int], None]) -> Draft:
        """Copy the database, on the thread that owns its connection."""
        folder = self._draft_place / DRAFT
        with plain_disk_errors("The backup"):
            self._files.make_folder(self._draft_place)
            self._clear_left_overs(self._draft_place)
            self._check_room(self._draft_place, self._database_size())
            try:
                self._files.make_folder(folder)
                db.backup_to(folder / DATABASE, step)
                key_bytes, change = self._key_store.current()
                self._files.write(folder / KEYS, key_bytes)
            except BaseException:
                self._files.discard_tree(folder)
                raise
        names = self._store.names() | frozenset(map(self._store.name_for, db.evidence.hashes()))
        made = self._clock.now().isoformat()
        return Draft(folder, made, reason, db.history_head(), names, change)

    def finish(self, draft: Draft, progress: Callable[[int, int], None] = lambda _done, _total: None) -> Backup:
        """Prove the copy, add the evidence, name the backup. ``progress`` counts evidence files and may raise.

        It is called for every MiB.
        """
        with plain_disk_errors("The backup"):
            here = replace(draft, folder=self.place / DRAFT)
            try:
                if here != draft:
                    self._bring(draft, here, partial(progress, 0, len(draft.names)))
                self._check_room(self.place, self._new_evidence())
                made = self._named(here, self._listed(here, progress))
            except BaseException:
                self._files.discard_tree(here.folder)
                raise
            finally:
                self._files.discard_tree(draft.folder)
        with contextlib.suppress(OSError):  # the backup is made; what was not thinned now is thinned next time
            self.thin()
        return made

    def all(self) -> tuple[Backup, ...]:
        """The finished backups with a readable list, in the order they were made."""
        found = []
        for folder in _finished(self.place):
            backup = read_backup(folder, self._files)
            if backup is not None and backup.manifest.workbook_id == self._workbook[0]:
                found.append(backup)
        return tuple(found)

    def newest(self) -> Backup | None:
        """The newest finished backup."""
        for folder in reversed(_finished(self.place)):
            backup = read_backup(folder, self._files)
            if backup is not None and backup.manifest.workbook_id == self._workbook[0]:
                return backup
        return None

    def is_due(self, db: Database) -> bool:
        """Whether something changed since the newest backup, and that is half an hour old or the clock went back."""
        newest = self.newest()
        return newest is None or self._is_behind(newest.manifest, db, PAUSE)

    def is_overdue(self, db: Database) -> bool:
        """Whether something changed since the newest backup, and that is a day old: closing has not made one."""
        newest = self.newest()
        return newest is not None and self._is_behind(newest.manifest, db, DAY)

    def check(self, backup: Backup, told: Callable[[int], None] = lambda _done: None) -> None:
        """Prove a finished backup by opening and reading all of it; raises an ``AppError``. ``told`` counts files."""
        check_backup(backup, self._keys, self._files, told)

    def thin(self) -> int:
        """Remove the backups that the rule does not keep, then evidence that no backup lists. Gives how many."""
        backups = self.all()
        kept = thinning.keep([backup.manifest.made_at for backup in backups])
        going = [backup for backup, stays in zip(backups, kept, strict=True) if not stays]
        for backup in going:
            moved = backup.folder.with_name(GOING + backup.folder.name)
            self._files.replace(backup.folder, moved)
            self._files.remove_tree(moved)
        if going:
            self._sweep_pool()
        return len(going)

    def _is_behind(self, manifest: Manifest, db: Database, pause: timedelta) -> bool:
        then = (manifest.history_number, manifest.history_head, manifest.keys_change)
        changed = then != (*db.history_head(), self._key_store.current()[1])
        return changed and not timedelta(0) <= self._clock.now() - manifest.made_at < pause

    def _listed(self, draft: Draft, progress: Callable[[int, int], None]) -> Manifest:
        copy = draft.folder / DATABASE
        Database.verify(copy, self._keys.db)
        self._files.sync_file(copy)
        evidence: list[HeldFile] = []
        lost: dict[FileState, list[str]] = {FileState.MISSING: [], FileState.DAMAGED: []}
        known = self._known_hashes()
        for done, name in enumerate(sorted(draft.names), start=1):
            held = self._pooled(name, known, partial(progress, done - 1, len(draft.names)))
            if isinstance(held, HeldFile):
                evidence.append(held)
            else:
                lost[held].append(name)
            progress(done, len(draft.names))
        return Manifest(
            max((_number(folder) for folder in _finished(self.place)), default=0) + 1,
            draft.made,
            draft.reason,
            *self._workbook,
            sha256_of(copy, self._files),
            sha256_of(draft.folder / KEYS, self._files),
            draft.keys_change,
            *draft.history,
            tuple(evidence),
            tuple(lost[FileState.MISSING]),
            tuple(lost[FileState.DAMAGED]),
        )

    def _named(self, draft: Draft, manifest: Manifest) -> Backup:
        data = manifest.to_bytes(self._keys.backup)
        self._files.write(draft.folder / MANIFEST, data)
        stamp = manifest.made_at.strftime("%Y%m%dT%H%M%SZ")
        target = self.place / f"{manifest.number:06}-{stamp}"
        self._files.replace(draft.folder, target)
        return Backup(target, Manifest.from_bytes(data))

    def _pooled(self, name: str, known: dict[str, HeldFile], beat: Callable[[], None]) -> HeldFile | FileState:
        """The pool's copy of an evidence file, read again now; made when it is not whole; or why there is none."""
        target = pool_path(self.place, name)
        there = known.get(name)
        if there is not None and _hash_or_none(target, self._files, beat) == there.sha256:
            return there
        state = self._store.state_of_name(name, beat)
        if state is not FileState.STORED:
            return state
        running = hashlib.sha256()
        source = self._store.path_for(name)
        self._files.make_folder(target.parent)
        self._files.write_chunks(target, _counted(self._files.chunks(source), running.update, beat))
        if sha256_of(target, self._files, beat) != running.hexdigest():
            raise DamagedBackupError(what="what was written reads back differently; the disk or stick may be failing")
        return HeldFile(name, target.stat().st_size, running.hexdigest())

    def _known_hashes(self) -> dict[str, HeldFile]:
        proved = (backup.manifest for backup in self.all() if backup.manifest.is_authentic(self._keys.backup))
        return {held.name: held for manifest in proved for held in manifest.evidence}

    def _bring(self, draft: Draft, here: Draft, beat: Callable[[], None]) -> None:
        """Copy a draft that was made elsewhere."""
        self._files.make_folder(self.place)
        self._clear_left_overs(self.place)
        self._check_room(self.place, self._database_size() + self._new_evidence())
        self._files.make_folder(here.folder)
        for name in (DATABASE, KEYS):
            pieces = self._files.chunks(draft.folder / name)
            self._files.write_chunks(here.folder / name, _counted(pieces, lambda _piece: None, beat))

    def _check_room(self, folder: Path, size: int) -> None:
        if self._files.free_space(folder) < size + SPARE_ROOM:
            raise DiskFullError(what="The backup")

    def _database_size(self) -> int:
        return (self._store.folder.parent / DATABASE).stat().st_size

    def _new_evidence(self) -> int:
        """The bytes of evidence that the pool does not hold."""
        pooled = {path.name for path in (self.place / EVIDENCE).rglob("*") if path.is_file()}
        return sum(self._store.path_for(name).stat().st_size for name in self._store.names() - pooled)

    def _clear_left_overs(self, place: Path) -> None:
        for folder in place.iterdir():
            if folder.is_dir() and folder.name.startswith((UNFINISHED, GOING)):
                self._files.remove_tree(folder)

    def _sweep_pool(self) -> None:
        backups = self.all()
        if len(backups) != len(_finished(self.place)):
            return  # one list cannot be read: what it needs is not known
        needed = {held.name for backup in backups for held in backup.manifest.evidence}
        for path in (self.place / EVIDENCE).rglob("*"):
            if path.is_file() and path.name not in needed:
                self._files.remove(path)


def read_backup(folder: Path, files: Files) -> Backup | None:
    """A finished backup with its list (not yet proved), or None."""
    try:
        return Backup(folder, Manifest.from_bytes(files.read(folder / MANIFEST)))
    except (OSError, AppError):
        return None


def backups_in(place: Path, files: Files) -> tuple[Backup, ...]:
    """The backups in a place, before any passphrase: for choosing one to restore. See also ``unreadable_in``."""
    return tuple(backup for folder in _finished(place) if (backup := read_backup(folder, files)) is not None)


def unreadable_in(place: Path, files: Files) -> tuple[Path, ...]:
    """The folders named like a finished backup without a list that can be read: ``backups_in`` leaves them out."""
    return tuple(folder for folder in _finished(place) if read_backup(folder, files) is None)


def check_backup(
    backup: Backup, working_keys: WorkbookKeys, files: Files, told: Callable[[int], None] = lambda _done: None
) -> None:
    """Prove a backup: its list, its key file, its database by opening it, and every evidence file."""
    check_list(backup, working_keys, files)
    strange = sorted(path.name for path in backup.folder.iterdir() if path.name not in (DATABASE, KEYS, MANIFEST))
    if strange:
        raise DamagedBackupError(what=f"{strange[0]} does not belong in its folder")  # a journal would be applied
    Database.verify(backup.folder / DATABASE, working_keys.db)
    bad = damaged_evidence(backup, files, told)
    if bad:
        raise DamagedBackupError(what=f"{len(bad)} of its evidence files are missing or differ")


def check_list(backup: Backup, working_keys: WorkbookKeys, files: Files) -> None:
    """Prove the list of a backup, and that database and key file are those that were proved when it was made."""
    manifest = backup.manifest
    if not manifest.is_authentic(working_keys.backup):
        raise DamagedBackupError(what="its list was altered")
    for name, wanted in ((KEYS, manifest.keys_sha256), (DATABASE, manifest.database_sha256)):
        if _hash_or_none(backup.folder / name, files) != wanted:
            raise DamagedBackupError(what=f"{name} is missing or differs")


def damaged_evidence(backup: Backup, files: Files, told: Callable[[int], None] = lambda _done: None) -> tuple[str, ...]:
    """The names of evidence files that a backup lists and no longer holds whole.

    ``told`` is given the number of the file, for every MiB of it, and may raise to cancel.
    """
    place = backup.folder.parent
    return tuple(
        held.name
        for number, held in enumerate(backup.manifest.evidence, start=1)
        if _hash_or_none(pool_path(place, held.name), files, partial(told, number)) != held.sha256
    )


def pool_path(place: Path, name: str) -> Path:
    """Where a place of backups keeps an evidence file."""
    return place / EVIDENCE / name[:2] / name


def sha256_of(path: Path, files: Files, beat: Callable[[], None] = lambda: None) -> str:
    """SHA-256 of a file. ``beat`` is called for every MiB, and may raise to cancel."""
    running = hashlib.sha256()
    for piece in files.chunks(path):
        beat()
        running.update(piece)
    return running.hexdigest()


def _hash_or_none(path: Path, files: Files, beat: Callable[[], None] = lambda: None) -> str | None:
    try:
        return sha256_of(path, files, beat)
    except OSError:
        return None


def _counted(pieces: Iterator[bytes], tell: Callable[[bytes], object], beat: Callable[[], None]) -> Iterator[bytes]:
    for piece in pieces:
        beat()
        tell(piece)
        yield piece


def _finished(place: Path) -> list[Path]:
    if not place.is_dir():
        return []
    return sorted(folder for folder in place.iterdir() if folder.is_dir() and _FOLDER.fullmatch(folder.name))


def _number(folder: Path) -> int:
    return int(folder.name[:6])
