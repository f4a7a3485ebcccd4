# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: which there are, unlocking one, and the way to the practice charity and to backups.

Unlocking comes in two halves. ``unlock`` is slow on purpose (it turns the passphrase into keys) and may run in a
thread; ``enter`` is quick and belongs on the thread that will use the workbook. No backup is made on the way in:
``Keeping`` makes an overdue one as a job, when the window is up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.packs import Step, no_step
from desktop.services.practice import PracticeCharity
from desktop.services.restoring import Restoring
from desktop.storage.instance_lock import AlreadyOpenError, InstanceLock
from desktop.storage.key_file import KeyFile
from desktop.storage.key_store import KeyStore, WrongPassphraseError
from desktop.storage.keys import KdfParameters
from desktop.storage.layout import LOCK, MAKING, Layout
from desktop.storage.location import default_folder
from desktop.storage.pointer import Pointer
from desktop.storage.workbook import DEFAULT_KDF, Entered, Workbook
from desktop.support.clock import Clock, SystemClock
from desktop.support.files import PART, Files

__all__ = ["Doorway", "Entered", "KnownWorkbook", "WindowOpenError"]

WORKBOOKS = "workbooks"
WINDOW_LOCK = "window.lock"
FREE_TRIES = 5
LONGEST_WAIT = 30


class WindowOpenError(AlreadyOpenError):
    """Another window has a workbook open; so practice and real records are never open side by side."""

    code = "window_open"
    happened = "Another Sevenfold window has a workbook open{who}."
    safe = "Nothing was opened and nothing was changed."
    to_do = "Use that window, or close it first. One workbook is open at a time."


@dataclass(frozen=True, slots=True)
class KnownWorkbook:
    """One workbook of this device, as it can be told without a passphrase: neutral, never the charity's name.

    ``number`` is how its recovery sheet and its backups name it, or '' when its key file cannot be read.
    """

    folder: Path
    name: str
    number: str
    last_used: date | None
    is_current: bool
    is_practice: bool
    is_there: bool


class Doorway:
    """The way in. ``home`` is the folder where Sevenfold keeps its own things on this device."""

    def __init__(
        self,
        home: Path | None = None,
        clock: Clock | None = None,
        files: Files | None = None,
        *,
        kdf: KdfParameters = DEFAULT_KDF,
    ) -> None:
        self.home = (home or default_folder()).absolute()
        self.clock = clock or SystemClock()
        self.files = files or Files()
        self.kdf = kdf
        self.practice = PracticeCharity(self.home, self.clock, self.files)
        self.restoring = Restoring(self.new_folder, self.clock, self.files, kdf)
        self._pointer = Pointer(self.home, self.files, self.clock)
        self._wrong: dict[Path, int] = {}
        self._window: InstanceLock | None = None

    def known(self) -> tuple[KnownWorkbook, ...]:
        """Every workbook of this device, the current one first; the practice charity is not among them."""
        current = self._current_folder()
        earlier = [each.folder for each in self._pointer.previous()]
        folders = dict.fromkeys([*([current] if current else []), *earlier, *self._made_here()])
        return tuple(self._about(folder, current) for folder in folders)

    def current(self) -> KnownWorkbook | None:
        """The workbook to unlock, or None on a device where none was begun. It may have gone: see ``is_there``."""
        folder = self._current_folder()
        return self._about(folder, folder) if folder else None

    def new_folder(self) -> Path:
        """Where a new workbook goes: a folder that is not there yet."""
        return next(folder for folder in self._numbered() if not folder.exists())

    def folder_to_make(self) -> Path:
        """As ``new_folder``, or one in which a workbook was begun and never finished: making it again clears it."""
        return next(each for each in self._numbered() if not each.exists() or _is_unfinished(each))

    def use(self, folder: Path) -> None:
        """Unlock this workbook from now on. The one used before stays, and stays known."""
        if folder.absolute() != self._pointer.current():
            self._pointer.switch(folder)

    def seconds_to_wait(self, folder: Path) -> int:
        """How long to wait before the next try: 0, or after five wrong ones 1, 2, 4 up to 30 seconds.

        It is a nuisance for someone guessing at this window, no more: who has the files guesses without it.
        """
        wrong = self._wrong.get(folder.absolute(), 0)
        return 0 if wrong < FREE_TRIES else int(min(LONGEST_WAIT, 2 ** (wrong - FREE_TRIES)))

    def unlock(self, folder: Path, passphrase: str) -> Entered:
        """Prove the passphrase and take the locks. Slow: for a thread. Then ``enter``, or ``give_back``."""
        fresh = self.hold_window()
        try:
            entered = Workbook.enter(folder, passphrase, clock=self.clock, files=self.files)
        except BaseException as error:
            if isinstance(error, WrongPassphraseError):
                self._wrong[folder.absolute()] = self._wrong.get(folder.absolute(), 0) + 1
            if fresh:
                self.leave()
            raise
        self._wrong.pop(folder.absolute(), None)
        return entered

    def enter(self, entered: Entered) -> Desk:
        """Open what was unlocked, on the thread that will use it, and remember it as the one in use."""
        try:
            workbook = Workbook.open_entered(entered, clock=self.clock, files=self.files, backup=False)
        except BaseException:
            self.leave()
            raise
        if entered.layout.folder != self.practice.folder:
            self.use(entered.layout.folder)
        return Desk(workbook, self.clock, self.files)

    def open(self, folder: Path, passphrase: str) -> Desk:
        """``unlock`` and ``enter`` in one, for tests and measurements."""
        return self.enter(self.unlock(folder, passphrase))

    def give_back(self, entered: Entered) -> None:
        """Let go of what was unlocked and is not to be opened after all."""
        entered.release()
        self.leave()

    def make_practice(self, step: Step = no_step) -> None:
        """Make the practice charity when it is not there. Slow: for a thread. Then ``unlock_practice``."""
        fresh = self.hold_window()
        try:
            self.practice.make(step)
        except BaseException:
            if fresh:
                self.leave()
            raise

    def unlock_practice(self) -> Entered:
        """As ``unlock``, for the practice charity, whose passphrase lies beside it."""
        return self.unlock(self.practice.folder, self.practice.passphrase())

    def open_practice(self) -> Desk:
        """``unlock_practice`` and ``enter`` in one."""
        return self.enter(self.unlock_practice())

    def hold_window(self) -> bool:
        """Be the one window of this device. Gives whether that was settled just now; what is held stays held."""
        if self._window is not None:
            return False
        self.files.make_folder(self.home)
        try:
            self._window = InstanceLock.take(self.home / WINDOW_LOCK, self.files, self.clock)
        except AlreadyOpenError as error:
            raise WindowOpenError(**error.facts) from error
        return True

    def leave(self) -> None:
        """After a desk was closed without ending the process: another window may open a workbook now."""
        if self._window is not None:
            self._window.release()
            self._window = None

    def _numbered(self) -> Iterator[Path]:
        return (self.home / WORKBOOKS / str(number) for number in count(1))

    def _current_folder(self) -> Path | None:
        """The one in use; a first workbook that was made just before a kill counts as such."""
        return self._pointer.current() or next(iter(self._made_here()), None)

    def _made_here(self) -> list[Path]:
        folder = self.home / WORKBOOKS
        found = folder.iterdir() if folder.is_dir() else ()
        return sorted((each for each in found if _is_there(each)), key=lambda each: (len(each.name), each.name))

    def _about(self, folder: Path, current: Path | None) -> KnownWorkbook:
        ours = folder.parent == self.home / WORKBOOKS and folder.name.isdecimal()
        keys = self._key_file(folder)
        return KnownWorkbook(
            folder=folder,
            name=f"Workbook {folder.name}" if ours else folder.name,
            number=keys.workbook_id[:8] if keys else "",
            last_used=_last_used(Layout(folder)),
            is_current=folder == current,
            is_practice=keys is not None and keys.practice,
            is_there=_is_there(folder),
        )

    def _key_file(self, folder: Path) -> KeyFile | None:
        try:
            return KeyFile.from_bytes(KeyStore(Layout(folder), self.files).current()[0])
        except AppError:
            return None  # unlocking it says what is wrong


def _is_there(folder: Path) -> bool:
    return Layout(folder).is_workbook and not Layout(folder).making.exists()


def _is_unfinished(folder: Path) -> bool:
    return Layout(folder).making.exists() or all(each.name in (LOCK, MAKING + PART) for each in folder.iterdir())


def _last_used(layout: Layout) -> date | None:
    """When its lock was last taken or given back."""
    try:
        return datetime.fromtimestamp(layout.lock.stat().st_mtime, UTC).astimezone().date()
    except OSError:
        return None
