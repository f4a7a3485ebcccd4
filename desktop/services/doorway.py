# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: which there are, unlocking one, and the way to the practice charity and to backups.

Unlocking comes in two halves. ``unlock`` is slow on purpose (it turns the passphrase into keys) and may run in a
thread; ``enter`` is quick and belongs on the thread that will use the workbook. No backup is made on the way in:
``Keeping`` makes an overdue one as a job, when the window is up.
"""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from desktop.services.desk import Desk
from desktop.services.known_workbooks import KnownWorkbook, KnownWorkbooks
from desktop.services.packs import Step, no_step
from desktop.services.practice import PracticeCharity
from desktop.services.restoring import Restoring
from desktop.storage.instance_lock import AlreadyOpenError, InstanceLock
from desktop.storage.key_store import WrongPassphraseError
from desktop.storage.keys import KdfParameters
from desktop.storage.location import default_folder
from desktop.storage.workbook import DEFAULT_KDF, Entered, Workbook
from desktop.support.clock import Clock, SystemClock
from desktop.support.files import Files

__all__ = ["Doorway", "Entered", "KnownWorkbook", "MadeWorkbook", "WindowOpenError"]

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
class MadeWorkbook:
    """A new workbook, unlocked; and its recovery code, shown now and kept nowhere."""

    entered: Entered
    code: str = field(repr=False)


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
        self._known = KnownWorkbooks(self.home, self.files, self.clock)
        self.restoring = Restoring(self._known.new_folder, self.clock, self.files, kdf)
        self._wrong: dict[Path, int] = {}
        self._window: InstanceLock | None = None

    def known(self) -> tuple[KnownWorkbook, ...]:
        """Every workbook of this device, the current one first; the practice charity is not among them."""
        return self._known.all()

    def current(self) -> KnownWorkbook | None:
        """The workbook to unlock, or None on a device where none was begun. It may have gone: see ``is_there``."""
        return self._known.current()

    def use(self, folder: Path) -> None:
        """Unlock this workbook from now on. The one used before stays, and stays known."""
        self._known.use(folder)

    def seconds_to_wait(self, folder: Path) -> int:
        """How long to wait before the next try: 0, or after five wrong ones 1, 2, 4 up to 30 seconds.

        It is a nuisance for someone guessing at this window, no more: who has the files guesses without it.
        """
        wrong = self._wrong.get(folder.absolute(), 0)
        return 0 if wrong < FREE_TRIES else int(min(LONGEST_WAIT, 2 ** (wrong - FREE_TRIES)))

    def make_workbook(self, passphrase: str, step: Step = no_step) -> MadeWorkbook:
        """A new workbook, unlocked: of a first run, or one more. Slow: for a thread. Then ``enter(made.entered)``."""
        step(1, 2, "Making the workbook")
        fresh = self.hold_window()
        try:
            folder = self._known.folder_to_make()
            workbook, code = Workbook.create(folder, passphrase, clock=self.clock, files=self.files, kdf=self.kdf)
            try:
                workbook.ballast.keep()
            finally:
                workbook.close(backup=False)
            step(2, 2, "Unlocking it")
            return MadeWorkbook(self.unlock(folder, passphrase), code)
        except BaseException:
            if fresh:
                self.leave()
            raise

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
        with ExitStack() as undoing:
            undoing.callback(self.leave)
            workbook = Workbook.open_entered(entered, clock=self.clock, files=self.files, backup=False)
            undoing.callback(workbook.close, backup=False)
            if entered.layout.folder != self.practice.folder:
                self.use(entered.layout.folder)
            desk = Desk(workbook, self.clock, self.files)
            undoing.pop_all()
        return desk

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
