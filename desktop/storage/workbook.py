# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A workbook: one folder with its lock, keys, database, evidence and backups, opened and closed as one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage.backups import Backup, Backups, backups_in, unreadable_in
from desktop.storage.ballast import Ballast
from desktop.storage.database import Database
from desktop.storage.durability import SAFE, Durability
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.folder_errors import (
    DamagedWorkbookError,
    FolderNotEmptyError,
    MixedWorkbookError,
    NoWorkbookHereError,
)
from desktop.storage.instance_lock import InstanceLock
from desktop.storage.key_file import KeyFile
from desktop.storage.key_store import KeysHalfSavedError, KeyStore
from desktop.storage.keys import KdfParameters, WorkbookKeys, check_new_passphrase, derive
from desktop.storage.layout import BACKUPS, EVIDENCE, LOCK, MAKING, Layout
from desktop.storage.location import check_live_folder
from desktop.storage.opening import MissingDatabaseError
from desktop.storage.sqlcipher import DamagedDatabaseError
from desktop.support.clock import Clock
from desktop.support.disk_errors import DiskFullError, plain_disk_errors
from desktop.support.files import PART, Files
from desktop.support.privacy import no_memory_files

DEFAULT_KDF = KdfParameters()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a workbook needs from outside. Tests pass faulty files, a fixed clock and weaker settings."""

    files: Files
    clock: Clock
    kdf: KdfParameters = DEFAULT_KDF
    durability: Durability = SAFE
    check_place: Callable[[Path], None] = field(default=check_live_folder)


@dataclass(frozen=True, slots=True)
class Entered:
    """A passphrase that was right: the keys, and the workbook's lock, held from here on. See ``Workbook.enter``."""

    layout: Layout
    content: KeyFile = field(repr=False)
    working_keys: WorkbookKeys = field(repr=False)
    slot_id: str
    held: InstanceLock = field(repr=False)

    def release(self) -> None:
        """Give the lock back, when the workbook is not to be opened after all."""
        self.held.release()


class Workbook:
    """An open workbook. Use it as a context manager, or call ``close``."""

    def __init__(
        self,
        layout: Layout,
        held: InstanceLock,
        opened: tuple[KeyFile, WorkbookKeys],
        db: Database,
        around: Surroundings,
    ) -> None:
        content, working_keys = opened
        self.backup_problem: AppError | None = None  # why the last backup made unasked, on opening or closing, failed
        self.layout = layout
        self.workbook_id = content.workbook_id
        self.practice = content.practice
        self.db = db
        self.keys = KeyStore(layout, around.files)
        self.evidence = EvidenceStore(layout.evidence, working_keys, around.files)
        self.ballast = Ballast(layout.ballast, around.files)
        self.read_only = not around.files.may_write(layout.folder)
        self.backups = self._backups_at(layout.backups, working_keys, around)
        self._around = around
        self._working_keys = working_keys
        self._held = held
        self.is_open = True

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        clock: Clock,
        files: Files,
        practice: bool = False,
        kdf: KdfParameters = DEFAULT_KDF,
        durability: Durability = SAFE,
        check_place: Callable[[Path], None] = check_live_folder,
    ) -> tuple["Workbook", str]:
        """A new workbook in an empty or new folder, and its recovery code (shown once, kept nowhere)."""
        around = Surroundings(files, clock, kdf, durability, check_place)
        check_place(folder)
        check_new_passphrase(passphrase)
        kdf.check()
        no_memory_files()
        layout = Layout(folder.absolute())
        with plain_disk_errors("The workbook folder"):
            files.make_folder(layout.folder)
        with _locked(layout, around) as held, plain_disk_errors("The workbook folder"):
            _make_empty(layout, files)
            files.write(layout.making, b"")
            key_store = KeyStore(layout, files)
            content, working_keys, code = key_store.create(passphrase, made=clock.now(), practice=practice, kdf=kdf)
            files.make_folder(layout.evidence)
            db = Database.create(
                layout.database,
                working_keys.db,
                clock=clock,
                audit_key=working_keys.audit,
                durability=durability,
                workbook_id=content.workbook_id,
                practice=practice,
                by=content.slots[0].id,
            )
            try:
                files.sync_folder(layout.folder)
                files.remove(layout.making)  # from here on it is a workbook
            except BaseException:
                db.close()
                raise
            return cls(layout, held, (content, working_keys), db, around), code

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: str,
        *,
        clock: Clock,
        files: Files,
        durability: Durability = SAFE,
        check_place: Callable[[Path], None] = check_live_folder,
        backup: bool = True,
    ) -> "Workbook":
        """Open the workbook in ``folder``; refused without a change when it is in use, damaged or misplaced.

        When work of a day or more is in no backup, one is made first; ``backup_problem`` says when it could not be.
        """
        entered = cls.enter(folder, passphrase, clock=clock, files=files, check_place=check_place)
        return cls.open_entered(entered, clock=clock, files=files, durability=durability, backup=backup)

    @staticmethod
    def enter(
        folder: Path,
        passphrase: str,
        *,
        clock: Clock,
        files: Files,
        check_place: Callable[[Path], None] = check_live_folder,
    ) -> Entered:
        """The slow first half of ``open``, which may run in a thread: the lock and the keys, and no database."""
        around = Surroundings(files, clock, check_place=check_place)
        layout = _existing(folder, around)
        no_memory_files()
        with _locked(layout, around) as held:
            _refuse_unfinished(layout)
            content, working_keys, who = KeyStore(layout, files).enter(passphrase)
            return Entered(layout, content, working_keys, who, held)

    @classmethod
    def open_entered(
        cls, entered: Entered, *, clock: Clock, files: Files, durability: Durability = SAFE, backup: bool = True
    ) -> "Workbook":
        """The quick second half of ``open``, on the thread that will use it. The lock is given back on failure."""
        around = Surroundings(files, clock, durability=durability)
        layout, content, working_keys = entered.layout, entered.content, entered.working_keys
        with _given_back(entered.held):
            db = _existing_database(layout, content, working_keys, around)
            try:
                db.by = entered.slot_id
                workbook = cls(layout, entered.held, (content, working_keys), db, around)
                if not workbook.read_only:
                    workbook.keys.repair(content)
                    workbook.evidence.remove_unfinished()
                    if backup:
                        with suppress(AppError):  # kept as backup_problem; opening goes on
                            workbook._back_up_when(workbook.backups.is_overdue, "daily")
            except BaseException:
                db.close()
                raise
            return workbook

    @staticmethod
    def reset_passphrase(
        folder: Path,
        code: str,
        new: str,
        *,
        clock: Clock,
        files: Files,
        kdf: KdfParameters = DEFAULT_KDF,
        check_place: Callable[[Path], None] = check_live_folder,
        slot_id: str = "",
    ) -> None:
        """Set a new passphrase with the recovery code. A signing key kept under the old one is lost.

        ``slot_id`` names whose passphrase is replaced, where several people have one.
        """
        around = Surroundings(files, clock, kdf, check_place=check_place)
        layout = _existing(folder, around)
        no_memory_files()
        with _locked(layout, around) as held:
            _refuse_unfinished(layout)
            KeyStore(layout, files).reset_passphrase(code, new, kdf, slot_id)
            held.release()

    def backup(self, reason: str = "asked") -> Backup:
        """Make a backup beside the workbook now."""
        return self.backups.make(self.db, reason)

    def backups_at(self, place: Path) -> Backups:
        """The backups of this workbook in a second place: a stick, or a synced or shared folder."""
        folder = place / f"Sevenfold backups {self.workbook_id[:8]}"
        return self._backups_at(folder, self._working_keys, self._around, self.layout.backups)

    def lost_by_restoring(self, backup: Backup) -> int:
        """How many saved operations a restored backup would not have."""
        return max(0, self.db.history_head()[0] - backup.manifest.history_number)

    def change_passphrase(self, old: str, new: str, kdf: KdfParameters = DEFAULT_KDF) -> None:
        """Change a passphrase and record that it was changed. The signing key stays usable."""
        half: KeysHalfSavedError | None = None
        with self.db.write(Op.CHANGE_KEYS, about=self.db.by):
            try:
                self.keys.change_passphrase(old, new, kdf)
            except KeysHalfSavedError as error:
                half = error  # the change holds, so it is recorded
        if half is not None:
            raise half

    def naming_key(self, use: str) -> bytes:
        """A secret of this workbook for names that leave it and tell nothing; the same whenever it is opened."""
        return derive(self._working_keys.evidence_name, f"names/{use}")

    def close(self, *, backup: bool = True) -> None:
        """Back up when something changed, then close. Closes even when the backup fails, and then says so.

        At the end of a ``with`` block it is not said by an error, because the work itself was done: look at
        ``backup_problem``.
        """
        if not self.is_open:
            return
        self.is_open = False
        with ExitStack() as closing:
            closing.callback(self._held.release)
            closing.callback(self.db.close)
            if backup and not self.read_only:
                self._back_up_when(self.backups.is_due, "closing")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, DiskFullError):
            self.ballast.release()  # so that there is room to save and to tidy up when it is opened next
        try:
            self.close(backup=kind is None)  # after an error, the error is what has to be told
        except AppError as problem:
            if problem is not self.backup_problem:
                raise

    def _back_up_when(self, due: Callable[[Database], bool], reason: str) -> None:
        self.backup_problem = None
        try:
            with plain_disk_errors("The backup"):
                if due(self.db):
                    self.backups.make(self.db, reason)
        except AppError as problem:
            self.backup_problem = problem
            raise

    def _backups_at(
        self, place: Path, working_keys: WorkbookKeys, around: Surroundings, draft_place: Path | None = None
    ) -> Backups:
        return Backups(
            place,
            workbook=(self.workbook_id, self.practice),
            store=self.evidence,
            key_store=self.keys,
            working_keys=working_keys,
            files=around.files,
            clock=around.clock,
            draft_place=draft_place,
        )


def _existing(folder: Path, around: Surroundings) -> Layout:
    layout = Layout(folder.absolute())
    if not layout.is_workbook:
        raise NoWorkbookHereError(folder=folder)
    around.check_place(folder)
    return layout


@contextmanager
def _locked(layout: Layout, around: Surroundings) -> Iterator[InstanceLock]:
    """The lock, given back when the block fails."""
    with _given_back(InstanceLock.take(layout.lock, around.files, around.clock)) as held:
        yield held


@contextmanager
def _given_back(held: InstanceLock) -> Iterator[InstanceLock]:
    try:
        yield held
    except BaseException:
        held.release()
        raise


def _make_empty(layout: Layout, files: Files) -> None:
    """Refuse a folder with something in it, unless it is a workbook that was never finished: that is cleared."""
    if layout.making.exists():
        for name in (EVIDENCE, BACKUPS):
            files.remove_tree(layout.folder / name)
        for path in sorted(layout.folder.iterdir()):
            if path.name not in (LOCK, MAKING):
                files.remove(path)
    elif any(path.name not in (LOCK, MAKING + PART) for path in layout.folder.iterdir()):
        raise FolderNotEmptyError(folder=layout.folder)


def _refuse_unfinished(layout: Layout) -> None:
    if layout.making.exists():
        raise NoWorkbookHereError(folder=layout.folder)


def _existing_database(layout: Layout, content: KeyFile, working_keys: WorkbookKeys, around: Surroundings) -> Database:
    try:
        db = Database.open(
            layout.database,
            working_keys.db,
            clock=around.clock,
            audit_key=working_keys.audit,
            files=around.files,
            durability=around.durability,
        )
    except (DamagedDatabaseError, MissingDatabaseError) as error:
        newest = next(reversed(backups_in(layout.backups, around.files)), None)
        words = f"The newest backup is of {newest.manifest.made[:16].replace('T', ' ')} UTC." if newest else _NO_BACKUP
        if unreadable := unreadable_in(layout.backups, around.files):
            words += f" The list of the backup {unreadable[-1].name} cannot be read."
        raise DamagedWorkbookError(backup_words=words, backup=newest and newest.folder) from error
    if (db.meta.get("workbook_id"), db.meta.get("practice") == "yes") != (content.workbook_id, content.practice):
        db.close()
        raise MixedWorkbookError
    return db


_NO_BACKUP = "There is no backup in it: look on your stick or in your second place."
