# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The real window process, driven by its own controls: unlock, type a draft, say so, wait for a line, then lock.

``memory_child.py HOME WAY``; the first line of stdin is the passphrase, so that it stands in no argument. WAY is
'lock', 'hide', 'idle', or 'sleep', which comes from outside. The process then starts anew in place, as the product
does.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.bootstrap import run_window
from desktop.ui.window.sleep_watch import SleepWatch
from desktop.ui.window.watch import IdleWatch

DRAFT = "The typed words stay, also when the window is locked at once."


class Drive:
    """Takes one step after another, each as soon as what it needs is on the screen."""

    def __init__(self, way: str, passphrase: str) -> None:
        self._passphrase = passphrase
        self._steps: list[Callable[[], bool]] = [self._unlock, self._go, self._type, self._wait]
        ways: dict[str, Callable[[], None]] = {
            "lock": partial(choose, "menu-lock"),
            "hide": partial(choose, "menu-hide"),
            "idle": self._idle,
            "sleep": lambda: None,
        }
        self._leave = ways[way]
        self._line = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._line.setEnabled(False)
        self._line.activated.connect(self._go_out)
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._timer.start(20)

    def _step(self) -> None:
        if self._steps and self._steps[0]():
            self._steps.pop(0)
        if not self._steps:
            self._timer.stop()

    def _unlock(self) -> bool:
        field = seen(QLineEdit, "passphrase")
        if field is None:
            return False
        QTest.keyClicks(field, self._passphrase)
        self._passphrase = ""
        QTest.keyClick(field, Qt.Key.Key_Return)
        return True

    @staticmethod
    def _go() -> bool:
        if seen(QWidget, "work-frame") is None:
            return False
        choose("go-standards")
        return True

    @staticmethod
    def _type() -> bool:
        text = seen(QPlainTextEdit, "narrative")
        if text is None:
            return False
        text.setFocus()
        QTest.keyClicks(text, DRAFT)
        return True

    def _wait(self) -> bool:
        sys.stdout.write("open\n")
        sys.stdout.flush()
        self._line.setEnabled(True)
        return True

    def _go_out(self) -> None:
        self._line.setEnabled(False)
        self._leave()

    @staticmethod
    def _idle() -> None:
        watch = next(each for each in gc.get_objects() if isinstance(each, IdleWatch))
        watch._pass()  # the twenty seconds of warning begin
        watch._pass()


def choose(name: str) -> None:
    """Choose from the menus."""
    actions = [each for top in QApplication.topLevelWidgets() for each in top.findChildren(QAction, name)]
    actions[0].trigger()


def seen(kind: type[QWidget], name: str) -> QWidget | None:
    """The widget of that name, when it is shown."""
    found = [each for top in QApplication.topLevelWidgets() for each in top.findChildren(kind, name)]
    return next((each for each in found if each.isVisible() and each.isEnabled()), None)


def main() -> int:
    """Run the window with a hand on it."""
    home, way = sys.argv[1:]
    passphrase = sys.stdin.readline().rstrip("\n")
    _application = QApplication(sys.argv[:1])
    SleepWatch.look = lambda _watch: None  # type: ignore[assignment]  # the machine of the tests may itself be paused
    _drive = Drive(way, passphrase)
    return run_window(["--home", home])


if __name__ == "__main__":
    raise SystemExit(main())
