# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Watches that the window never keeps a person waiting: how much work its thread did between two turns of its loop.

A timer ticks every 5 ms. What counts is the processor time of the window's own thread since the tick before, not the
time on the wall: on a busy machine a thread may wait long for its turn, and that is no fault of the window. Work that
a thread of jobs does is not counted, nor is waiting for a disk. The wall's time is kept too, to be read, not judged.

A test's own work would be counted as the window's. So heavy work of a test goes into ``aside``, and what a test does to
the window (a key, a click) goes into ``act``, which measures that alone.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

T = TypeVar("T")
LIMIT = 0.100
_TICK_MS = 5
_NAMED = 0.050


class BlockWatch(QObject):
    """``longest`` is the longest the window's thread worked without a turn of its loop, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.longest_on_the_wall = 0.0
        self.slow: list[tuple[float, str]] = []  # what took over 50 ms, by the name given to ``act``
        self.turns: dict[str, float] = {}  # the longest of each name
        self._doing = "the loop"
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._begin()
        self._timer.start(_TICK_MS)

    def act(self, what: str, do: Callable[[], T]) -> T:
        """Do one thing that a person does, measured by itself."""
        self._begin()
        self._doing = what
        try:
            return do()
        finally:
            self._note()
            self._doing = "after " + what

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Work of the test itself, which is not measured."""
        self._note()
        self._timer.stop()
        try:
            yield
        finally:
            self._begin()
            self._timer.start(_TICK_MS)

    def report(self) -> str:
        """What was found, in words."""
        slow = "; ".join(f"{1000 * seconds:.0f} ms {what}" for seconds, what in sorted(self.slow, reverse=True)[:8])
        return f"{1000 * self.longest:.0f} ms of work, {1000 * self.longest_on_the_wall:.0f} ms on the wall; {slow}"

    def _tick(self) -> None:
        self._note()

    def _begin(self) -> None:
        self._work, self._wall = time.thread_time(), time.perf_counter()

    def _note(self) -> None:
        worked = time.thread_time() - self._work
        self.longest = max(self.longest, worked)
        self.longest_on_the_wall = max(self.longest_on_the_wall, time.perf_counter() - self._wall)
        self.turns[self._doing] = max(worked, self.turns.get(self._doing, 0.0))
        if worked > _NAMED:
            self.slow.append((worked, self._doing))
        self._begin()
