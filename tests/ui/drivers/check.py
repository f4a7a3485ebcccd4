# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Check a pack as a person uses it: the only code that knows the names of its controls."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.doorway import Doorway
from desktop.ui.checking.check_screen import CheckScreen
from desktop.ui.infra.jobs import Jobs
from desktop.ui.widgets.marks import Mark
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.packs import Person

W = TypeVar("W", bound=QWidget)


class CheckDriver:
    """The checker in a window of its own, on a device where no workbook was ever made."""

    def __init__(self, qtbot: QtBot, home: Path, own_root: str = "", paths: Sequence[Path] = ()) -> None:
        self.person = Person()
        self.closed = 0
        self.qtbot = qtbot
        self.jobs = Jobs(self.person.tell)
        doorway = Doorway(home, CLOCK, FastFiles())
        self.screen = CheckScreen(doorway, self.person, self.jobs, self._close, own_root, paths)
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 1200)
        self.screen.show()
        self.screen.begin()
        self.until_idle()

    def drop(self, *paths: Path) -> None:
        """Drop files from a file manager."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        self.screen.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, left, nothing))
        self.until_idle()

    def paste(self, text: str) -> None:
        """Copy names elsewhere, and press Ctrl+V here."""
        QGuiApplication.clipboard().setText(text)
        self.screen.paste()
        self.until_idle()

    def key(self, key: Qt.Key) -> None:
        self.screen.activateWindow()
        QTest.keyClick(self.screen, key)

    def press(self, name: str) -> None:
        control = self.find(QPushButton, name)
        assert control.isVisible(), name
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)

    def hear(self, text: str) -> None:
        """Type what was read out."""
        field = self.find(QLineEdit, "compare-typed")
        field.clear()
        QTest.keyClicks(field, text)

    def say_how(self, how: str) -> None:
        box = self.find(QComboBox, "compare-how")
        box.setCurrentIndex(box.findData(how))

    def remember(self) -> None:
        self.press("compare-match")
        self.until_idle()

    def find(self, kind: type[W], name: str) -> W:
        QApplication.sendPostedEvents()  # what was just shown stands where it belongs
        found = self.screen.findChild(kind, name)
        assert found is not None, name
        return found

    def sees(self, name: str) -> bool:
        found = self.screen.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def says(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def answers(self) -> list[str]:
        return [self.says(f"answer-{number}") for number in (1, 2, 3)]

    def words(self) -> str:
        """Every word that is on the screen."""
        QApplication.sendPostedEvents()
        return " | ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    def marks(self) -> list[str]:
        """The states of the marks that are shown, the answer's own first."""
        return [mark.state_name for mark in self.screen.findChildren(Mark) if mark.isVisible()]

    def until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)

    def end(self) -> None:
        """No thread is left behind."""
        self.jobs.finish()

    def _close(self) -> None:
        self.closed += 1
