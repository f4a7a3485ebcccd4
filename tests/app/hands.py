# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A person with a mouse at the real window: clicks, types and pastes, each of it timed by the watch."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from desktop.ui.widgets.table import DataTable
from tests.app.block_watch import BlockWatch
from tests.app.stage import PATIENCE, Stage, breathe

W = TypeVar("W", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton


def wait(holds: Callable[[], bool], what: str) -> None:
    """Let the window live until something held once; what ends the wait may begin the next job."""
    loop, timer, held = QEventLoop(), QTimer(), list[bool]()

    def look() -> None:
        if holds():
            held.append(True)
            loop.quit()

    timer.timeout.connect(look)
    timer.start(5)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    look()
    if not held:
        loop.exec()
    assert held, f"never: {what}"


class Hands:
    """What a hand does on a stage. Names are those of the controls that are seen now."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.watch = BlockWatch()

    def see(self, kind: type[W], name: str) -> W:
        """The control of that name that is seen."""
        found = self.stage.find(name)
        assert isinstance(found, kind), found
        return found

    def sees(self, name: str) -> bool:
        """Whether one of that name is seen."""
        return any(each.isVisible() for each in self.stage.shown().findChildren(QWidget, name))

    def says(self, name: str) -> str:
        """The words of a label."""
        return self.see(QLabel, name).text()

    def words(self) -> str:
        """All words that are seen."""
        labels = self.stage.shown().findChildren(QLabel)
        return " | ".join(each.text() for each in labels if each.isVisible() and each.text())

    def click(self, name: str) -> None:
        """Click a button, and wait until what it began is done."""
        with self.watch.aside():
            button = self.see(QAbstractButton, name)
            assert button.isEnabled(), f"{name} cannot be pressed"
        place = button.rect().center()
        if isinstance(button, QCheckBox):  # a wide row of which only the box and its words are the button
            place.setX(10)
        self.watch.act(f"pressing {name}", lambda: QTest.mousePress(button, _LEFT, pos=place))
        breathe()  # a finger is slower than the window
        self.watch.act(f"clicking {name}", lambda: QTest.mouseRelease(button, _LEFT, pos=place))
        self.settle()

    def type(self, name: str, text: str) -> None:
        """Type over what a field holds, and leave it by Tab."""
        with self.watch.aside():
            field = self.see(QLineEdit, name)
        QTest.mouseClick(field, _LEFT)
        field.selectAll()
        QTest.keyClicks(field, text)
        self.watch.act(f"leaving {name}", lambda: QTest.keyClick(field, Qt.Key.Key_Tab))

    def enter(self, name: str, text: str) -> None:
        """Type over what a field holds, and press Enter."""
        with self.watch.aside():
            field = self.see(QLineEdit, name)
        QTest.mouseClick(field, _LEFT)
        field.selectAll()
        QTest.keyClicks(field, text)
        self.watch.act(f"Enter in {name}", lambda: QTest.keyClick(field, Qt.Key.Key_Return))
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Write a long text, letter by letter."""
        field = self.see(QPlainTextEdit, name)
        QTest.mouseClick(field.viewport(), _LEFT)
        for letter in text:
            self.watch.act(f"typing in {name}", partial(QTest.keyClicks, field, letter))

    def paste(self, name: str, text: str) -> None:
        """Paste a long text that was copied elsewhere."""
        with self.watch.aside():
            QGuiApplication.clipboard().setText(text)
            field = self.see(QPlainTextEdit, name)
        QTest.mouseClick(field.viewport(), _LEFT)
        control = Qt.KeyboardModifier.ControlModifier
        self.watch.act(f"pasting in {name}", lambda: QTest.keyClick(field, Qt.Key.Key_V, control))

    def pick(self, name: str, words: str) -> None:
        """Choose one of a list that opens, by its words."""
        with self.watch.aside():
            box = self.see(QComboBox, name)
            at = next(at for at in range(box.count()) if box.itemText(at).startswith(words))

        def choose() -> None:  # a list that has opened is a window of its own; what follows from choosing is the same
            box.setCurrentIndex(at)
            box.activated.emit(at)

        self.watch.act(f"choosing in {name}", choose)
        breathe()

    def pick_listed(self, name: str, words: str) -> None:
        """Click a line of a list."""
        shown = self.see(QListWidget, name)
        line = next(shown.item(at) for at in range(shown.count()) if words in shown.item(at).text())
        QTest.mouseClick(shown.viewport(), _LEFT, pos=shown.visualItemRect(line).center())

    def click_row(self, name: str, at: int) -> str:
        """Click a row of a table; gives the words of its first cell."""
        with self.watch.aside():
            table = self.see(DataTable, name)
            place = table.visualRect(table.model().index(at, 0)).center()
        self.watch.act(f"a row of {name}", lambda: QTest.mouseClick(table.viewport(), _LEFT, pos=place))
        self.settle()
        return table.shown.rows[at].cells[0].words

    def rows(self, name: str) -> list[str]:
        """The words of the first cells of a table."""
        return [row.cells[0].words for row in self.see(DataTable, name).shown.rows]

    def button_words(self) -> str:
        """What the buttons that are seen say."""
        buttons = self.stage.shown().findChildren(QAbstractButton)
        return " | ".join(each.accessibleName() or each.text() for each in buttons if each.isVisible())

    def keys(self, words: str) -> None:
        """Press keys such as Ctrl+Z."""
        self.watch.act(words, lambda: QTest.keySequence(self.stage.window, words))
        breathe()

    def choose(self, *paths: Path) -> None:
        """What is chosen when the system next asks for files."""
        self.stage.choices.answer(*paths)

    def until(self, name: str) -> None:
        """Wait until one of that name is seen."""
        wait(lambda: self.sees(name), f"{name} is seen")
        self.settle()

    def settle(self) -> None:
        """Wait until no job runs and all is laid out."""
        breathe()  # a file chosen, or a click, may only begin now
        while self.stage._at_work():
            wait(lambda: not self.stage._at_work(), "the jobs ended")
            breathe()

    def ticked(self, names: Sequence[str]) -> list[bool]:
        """Which boxes are ticked."""
        return [self.see(QCheckBox, name).isChecked() for name in names]
