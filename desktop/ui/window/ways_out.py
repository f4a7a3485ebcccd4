# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out of an open workbook: lock, hide at once, close. Typed text is kept first; keys go with the process."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress

from PySide6.QtCore import Qt, QTimer

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
        take_spot: Callable[[], Callable[[], object]],
        stop: Callable[[], object],
    ) -> None:
        self._leaving = leaving
        self._keeping = keeping
        self._around = around
        self._keep_typed, self._take_spot = keep_typed, take_spot
        self._stop = stop
        self._ended = False
        self._backing_up = False
        self._locking: Callable[[], object] | None = None

    def lock(self) -> None:
        """Keep what is typed, close, and start anew at the unlock page. A running job is waited for."""
        if not self._ended:
            self._keep_typed()
            self._lock_when_idle(self._locking or self.lock)

    def lock_unattended(self) -> None:
        """As ``lock``, but words that the disk does not take must not keep the records open."""
        if not self._ended:
            with suppress(AppError):
                self._keep_typed()
            self._lock_when_idle(self.lock_unattended)

    def lock_at_once(self) -> None:
        """As ``lock_unattended``, but without waiting for a job, as the computer goes to sleep: it is stopped."""
        if not self._ended:
            self._around.jobs.cancel_all()
            try:
                with suppress(AppError):
                    self._keep_typed()
            finally:  # whatever goes wrong, no key stays
                self._go(["--locked"])

    def hide(self) -> None:
        """Show nothing at once; then keep what is typed, stop any job, and lock."""
        if self._ended:
            return
        spots: list[Callable[[], object]] = []
        with ExitStack() as steps:  # the last comes first, and none is held up by what goes wrong in another
            steps.callback(QTimer.singleShot, 0, lambda: self._go(["--locked", "--minimised"], spots))
            steps.callback(self._around.jobs.cancel_all)
            steps.callback(self._keep_typed)
            steps.callback(self._around.window.blank)
            spots.append(self._take_spot())

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

    def _lock_when_idle(self, lock: Callable[[], object]) -> None:
        if not self._around.jobs.busy:
            self._go(["--locked"])
            return
        if self._locking is None:
            self._around.messages.tell(Notice("Sevenfold locks as soon as the work in progress is done."))
            self._around.jobs.idle.connect(self._lock_now_idle, Qt.ConnectionType.SingleShotConnection)
        self._locking = lock

    def _lock_now_idle(self) -> None:
        """In the way that was asked for; when it cannot, nothing locks by surprise later."""
        lock, self._locking = self._locking, None
        if lock is not None:
            lock()

    def _go(self, arguments: list[str], spots: Sequence[Callable[[], object]] | None = None) -> None:
        """Close, and start anew. Where one is goes along; it is no reason to stay open."""
        if self._ended:
            return
        try:
            with suppress(AppError):
                for keep in [self._take_spot()] if spots is None else spots:
                    keep()
        finally:
            self.end()
            self._around.relaunch(arguments)
