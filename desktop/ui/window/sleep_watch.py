# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Watches for the computer going to sleep: whoever wakes it may be someone else."""

import sys
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.widgets.later import later
from desktop.ui.window.sleep_linux import LoginManager
from desktop.ui.window.sleep_windows import PowerMessages

_LOOK_MS = 5_000
_SLEPT = timedelta(seconds=60)


class SleepWatch(QObject):
    """Tells ``slept`` as the computer goes to sleep.

    Linux and Windows say so beforehand. Where no one says it, a clock that has jumped shows it after waking.
    """

    slept = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._last = now()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._system: QObject | None = None
        later(self, self._hear_the_system)  # asking for it must not hold the first screen up

    def look(self) -> None:
        """Compare the clock with the last look."""
        last, self._last = self._last, self._now()
        if self._last - last > _SLEPT:
            self.slept.emit()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self.blockSignals(True)

    def _hear_the_system(self) -> None:
        heard = {"linux": LoginManager, "win32": PowerMessages}.get(sys.platform)
        if heard is not None:
            self._system = heard(self, self.slept.emit)
