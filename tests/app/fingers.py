# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A person without a mouse at the real window: key events only. After each it is noted whether the focus is seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.ui.widgets.focus_ring import RING, FocusRing
from tests.app.hands import wait
from tests.app.stage import Stage, breathe

_FAR = 80  # no control should be this many Tabs away
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


class Fingers:
    """``pressed`` counts keys. ``lost`` names where the focus was nowhere or without a ring."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.pressed = 0
        self.lost: list[str] = []
        self.farthest: tuple[int, str] = (0, "")
        self._was = self.at

    @property
    def at(self) -> str:
        """The name of the control that has the focus."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and what it begins."""
        QTest.keyClick(self._focus(), key, modifier)
        self.pressed += 1
        self.settle()
        self._look(f"after {key.name}")

    def keys(self, words: str) -> None:
        """A key with others held down, such as Ctrl+Z."""
        QTest.keySequence(self._focus(), words)
        self.pressed += 1
        self.settle()
        self._look(f"after {words}")

    def type(self, text: str) -> None:
        """Letters, wherever the focus is."""
        QTest.keyClicks(self._focus(), text)
        self.pressed += len(text)
        breathe()

    def over(self, text: str) -> None:
        """Letters in place of those that are there."""
        self.keys("Ctrl+A")
        self.type(text)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab, or Shift+Tab, until the control of that name has the focus."""
        begun, count = self.at, 0
        while self.at != name:
            assert count < _FAR, f"{name} is not reached by Tab from {begun}"
            self.press(Key.Key_Backtab if back else Key.Key_Tab, *((Shift,) if back else ()))
            count += 1
        self.farthest = max(self.farthest, (count, f"{begun} to {name}"))

    def push(self, name: str, *, back: bool = False) -> None:
        """Go to a button by Tab, and press Space."""
        self.tab_to(name, back=back)
        self.press(Key.Key_Space)

    def choose(self, *paths: Path) -> None:
        """What is chosen when the system next asks for files."""
        self.stage.choices.answer(*paths)

    def says(self, name: str) -> str:
        """The words of a label that is seen."""
        label = self.stage.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def words(self) -> str:
        """All words that are seen."""
        labels = self.stage.shown().findChildren(QLabel)
        return " | ".join(each.text() for each in labels if each.isVisible() and each.text())

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds."""
        wait(holds, what)
        self.settle()

    def until_at(self, name: str) -> None:
        """Wait until the focus came there by itself."""
        self.until(lambda: self.at == name, f"the focus came to {name}; it is at {self.at}")
        self._look("coming by itself")

    def settle(self) -> None:
        """Wait until no job runs, and the window that is on top has the keys."""
        breathe()
        while self.stage._at_work():
            wait(lambda: not self.stage._at_work(), "the jobs ended")
            breathe()
        if not self.stage.shown().isActiveWindow():  # without a screen nobody gives the keys back after a dialog
            self.stage.shown().activateWindow()
            wait(self.stage.shown().isActiveWindow, "the window became active")

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.stage.shown()

    def _look(self, when: str) -> None:
        focus = QApplication.focusWidget()
        where = f"{when}, which was on {self._was or 'nothing'}"
        self._was = self.at
        if focus is None:
            self.lost.append(f"no focus {where}")
        elif not self._ringed(focus):
            self.lost.append(f"no ring on {type(focus).__name__} {focus.objectName()} {where}")

    def _ringed(self, focus: QWidget) -> bool:
        if focus.property(RING) == "own":
            return True
        rings = focus.window().findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return any(ring.isVisible() and ring.target is focus for ring in rings)
