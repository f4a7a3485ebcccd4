# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Short readings of what may hang, as a network share does: aside from the jobs, in threads that nothing waits for."""

from collections.abc import Callable, Hashable
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Aside(QObject):
    """Asks in a thread, and tells the answer on the window's thread. The end of the process lets go what hangs."""

    _answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[Hashable, list[Callable[[Any], object]]] = {}
        self._answered.connect(self._tell)

    def ask(self, subject: Hashable, read: Callable[[], T], told: Callable[[T], object]) -> None:
        """Have ``told`` called with what ``read`` gives. One reading of a subject at a time answers all who ask."""
        waiting = self._asked.setdefault(subject, [])
        waiting.append(told)
        if len(waiting) == 1:
            Thread(target=self._read, args=(subject, read), name="aside", daemon=True).start()

    def _read(self, subject: Hashable, read: Callable[[], object]) -> None:
        self._answered.emit(subject, read())

    def _tell(self, subject: Hashable, answer: object) -> None:
        for told in self._asked.pop(subject):
            told(answer)
