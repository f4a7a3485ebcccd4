# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out of an open workbook: lock, hide at once, close. Typed text is kept first; keys go with the process."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer

from desktop.models.errors import AppError
from desktop.services.keeping import Finished, Keeping, Started
from desktop.services.leaving import Leaving
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import Notice
from desktop.ui.window.around import Around


class WaysOut:
    """Each way ends in ``end``, once; ``Around.relaunch`` then starts a clean process at the unlock page."""

    def __init__(
        self,
        leaving: Leaving,
        keeping: Keeping,
        around: Around,
        keep_typed: Callable[[], object],
        keep_spot: Callable[[], object],
        stop: Callable[[], object],
    ) -> None:
        self._leaving = leaving
        self._keeping = keeping
        self._around = around
        self._keep_typed, self._keep_spot = keep_typed, keep_spot
        self._stop = stop
        self._ended = False
        self._backing_up = False
        self._locking = False

    def lock(self) -> None:
        """Keep what is typed, close, and start anew at the unlock page. A running job is waited for."""
        if self._ended:
            return
        self._keep_typed()
        self._lock()

    def lock_unattended(self) -> None:
        """As ``lock``, but words that the disk does not take must not keep the records open."""
        try:
            self.lock()
        except AppError:
            self._lock()

    def _remember(self) -> None:
        """Where one is, so that whoever unlocks goes on there; it is no reason to stay open."""
        with suppress(AppError):
            self._keep_spot()

    def _lock(self) -> None:
        if not self._around.jobs.busy:
            self._remember()
            self._go(["--locked"])
        elif not self._locking:
            self._locking = True
            self._around.messages.tell(Notice("Sevenfold locks as soon as the work in progress is done."))
            self._around.jobs.idle.connect(self.lock)

    def lock_at_once(self) -> None:
        """As ``lock_unattended``, but without waiting for a job, as the computer goes to sleep: it is stopped."""
        self._remember()
        self._around.jobs.cancel()
        with suppress(AppError):
            self._keep_typed()
        self._go(["--locked"])

    def hide(self) -> None:
        """Show nothing at once; then keep what is typed, stop any job, and lock."""
        self._remember()
        self._around.window.blank()
        try:
            self._keep_typed()
        finally:  # words that a full disk does not take must not keep the records open
            self._around.jobs.cancel()
            QTimer.singleShot(0, lambda: self._go(["--locked", "--minimised"]))

    def close(self) -> bool:
        """Whether the window may close now. A backup that is owed is made first; then the window closes itself."""
        if self._ended:
            return True
        self._keep_typed()
        if self._around.jobs.busy and not self._backing_up:
            self._around.messages.tell(
                Notice(
                    "Sevenfold is still at work.",
                    "What you saved is safe.",
                    "Wait until it is done, or press Cancel below and close again.",
                )
            )
            return False
        started = None if self._backing_up else self._begin_backup()
        if started is None:
            self.end()
            return True
        self._backing_up = True
        self._around.messages.tell(Notice("Making the closing backup. Sevenfold closes by itself when it is done."))
        self._finish_backup(started)
        return False

    def end(self, finished: Finished | None = None) -> None:
        """Stop what runs and close the workbook."""
        if not self._ended:
            self._ended = True
            self._stop()
            self._around.jobs.finish()
            self._leaving.end(finished)

    def _begin_backup(self) -> Started | None:
        try:
            return self._leaving.begin()
        except AppError:
            return None  # the next opening says how the backups stand

    def _finish_backup(self, started: Started) -> None:
        def work(step: Step) -> Finished:
            return self._keeping.finish(started, step)

        def close(finished: Finished | None = None) -> None:
            QTimer.singleShot(0, lambda: self._close_after(finished))

        self._around.jobs.start(Job("Backup", work, close, lambda _error: close(), close))

    def _close_after(self, finished: Finished | None) -> None:
        self.end(finished)
        self._around.window.close()

    def _go(self, arguments: list[str]) -> None:
        self.end()
        self._around.relaunch(arguments)
