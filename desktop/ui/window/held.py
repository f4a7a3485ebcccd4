# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A workbook that is open while its first run goes on: leaving it alone, and sleep, lock it too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ui.window.watch import IdleWatch

if TYPE_CHECKING:
    from desktop.services.leaving import Leaving
    from desktop.ui.window.sleep_watch import SleepWatch


class Held:
    """Watches until it is let go. ``lock`` is called when nobody touches the window, or the computer slept."""

    def __init__(self, leaving: "Leaving", sleep: "SleepWatch", minutes: int, lock: Callable[[], object]) -> None:
        self._leaving, self.sleep = leaving, sleep
        self.idle = IdleWatch(minutes)
        for left_alone in (self.idle.reached, sleep.slept):
            left_alone.connect(lock)

    def let_go(self) -> "Leaving":
        """Watch no more; gives the way out, for whoever has the workbook from now on."""
        self.idle.stop()
        self.sleep.stop()
        return self._leaving
