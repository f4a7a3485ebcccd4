# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out of an open workbook: lock, hide at once, close. Typed text is kept first; keys go with the process."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.ui.infra.jobs import Job, Jobs
from desktop.ui.infra.messages import Messages, Notice
from desktop.ui.window.main_window import MainWindow

Relaunch = Callable[[list[str]], object]


class Leaving:
    """``relaunch`` ends this process, and the keys in its memory, and starts a clean one at the unlock page."""

    def __init__(
        self, desk: Desk, window: MainWindow, messages: Messages, jobs: Jobs, keep_typed: Callable[[], object]
    ) -> None:
        self._desk = desk
        self._window = window
        self._messages = messages
        self._jobs = jobs
        self._keep_typed = keep_typed
        self._left = False
        self._backing_up = False

    def lock(self, relaunch: Relaunch) -> None:
        """Keep what is typed, close, and start anew at the unlock page. A running job is waited for."""
        self._keep_typed()
        if self._jobs.busy:
            self._messages.tell(Notice("This locks as soon as the work in progress is done."))
            self._jobs.idle.connect(lambda: self.lock(relaunch))
            return
        self._go(relaunch, ["--locked"])

    def hide(self, relaunch: Relaunch) -> None:
        """Show nothing at once; then keep what is typed, stop any job, and lock."""
        self._window.blank()
        self._keep_typed()
        self._jobs.cancel()
        QTimer.singleShot(0, lambda: self._go(relaunch, ["--locked", "--minimised"]))

    def close(self) -> bool:
        """Whether the window may close now. A backup that is due is made first, and then the window closes itself."""
        if self._left or self._backing_up:
            self.end()
            return True
        self._keep_typed()
        if self._jobs.busy:
            self._messages.tell(
                Notice(
                    "Sevenfold is still at work.",
                    "What you saved is safe.",
                    "Wait until it is done, or press Cancel below and close again.",
                )
            )
            return False
        started = self._begin_backup()
        if started is None:
            self.end()
            return True
        self._backing_up = True
        self._messages.tell(Notice("Making the closing backup. Sevenfold closes by itself when it is done."))
        self._jobs.start(started)
        return False

    def _begin_backup(self) -> Job[object] | None:
        keeping = self._desk.keeping
        try:
            started = keeping.begin_closing()
        except AppError:
            return None  # the next opening says how the backups stand
        if started is None:
            return None

        def work(step: Callable[[int, int, str], None]) -> object:
            return keeping.finish(started, step)

        return Job("Backup", work, lambda _made: self._window.close(), lambda _error: self._window.close())

    def _go(self, relaunch: Relaunch, arguments: list[str]) -> None:
        self.end()
        relaunch(arguments)

    def end(self) -> None:
        """Stop what runs and close the workbook, without another backup."""
        if not self._left:
            self._left = True
            self._jobs.finish()
            self._desk.close(backup=False)
