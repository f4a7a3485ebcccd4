# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bringing in a sheet as a person does it: the only code that knows the names of its controls."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.importing.bringing_in import bring_in
from desktop.ui.importing.import_screen import ImportScreen
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.infra.screen import Screen
from desktop.ui.widgets.table import DataTable
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.listener import Listener

W = TypeVar("W", bound=QWidget)
_COLUMN_CELL = 0


class BringInDriver:
    """The screen in a window of its own, on a desk."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.person, self.gone_to, self.closed, self.saves = Listener(), list[Target](), 0, 0
        self.desk, self._qtbot = desk, qtbot
        self.jobs = Jobs(self.person.tell)
        tools = Tools(self.person, self.jobs, self.gone_to.append, CLOCK.today, drafts=desk)
        self.screen: ImportScreen = bring_in(desk, tools, self._show, self._close)
        desk.on_saved(lambda _changes: self._saved())

    def choose(self, path: Path) -> None:
        """Choose a file in the system's dialog."""
        self.person.path = path
        self.press("import-choose")
        self.until_idle()

    def until_idle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.jobs.busy, timeout=60_000)

    def press(self, name: str) -> None:
        button = self.find(QPushButton, name)
        assert button.isVisible(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def go_on(self) -> None:
        self.press("import-next")

    def back(self) -> None:
        self.press("import-back")

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)

    def pick(self, name: str, value: str) -> None:
        """Choose in a list, as a person does."""
        box = self.find(QComboBox, name)
        at = box.findData(value)
        assert at >= 0, [box.itemData(each) for each in range(box.count())]
        box.setFocus()
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def pick_first(self, name: str) -> None:
        """The first choice after 'not decided yet'."""
        self.pick(name, str(self.find(QComboBox, name).itemData(1)))

    def picked(self, name: str) -> str:
        return str(self.find(QComboBox, name).currentData())

    def type_day(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def tick(self, name: str) -> None:
        QTest.keyClick(self.find(QCheckBox, name), Qt.Key.Key_Space)

    def open_points(self) -> list[str]:
        """What is still to be decided, by the accessible names of its controls."""
        boxes = [box for box in self.screen.findChildren(QComboBox) if box.objectName().startswith("point-")]
        return [box.accessibleName() for box in boxes if box.isVisible() and not box.currentData()]

    def focused(self) -> str:
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def cells(self, name: str) -> list[str]:
        """The first column of a table."""
        return [row[_COLUMN_CELL] for row in self.find(DataTable, name).as_list().rows]

    def says(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def shows(self, name: str) -> bool:
        found = self.screen.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def words(self) -> str:
        """Every word that is on the screen."""
        return " | ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    def find(self, kind: type[W], name: str) -> W:
        QApplication.sendPostedEvents()
        found = [each for each in self.screen.findChildren(kind, name) if each.isVisibleTo(self.screen)]
        assert found, name
        return found[-1]

    def end(self) -> None:
        """No thread is left behind."""
        self.jobs.finish()

    def _show(self, screen: Screen) -> None:
        self._qtbot.addWidget(screen)
        screen.resize(1280, 1000)
        screen.show()
        with self._qtbot.waitActive(screen):
            screen.activateWindow()

    def _close(self) -> None:
        self.closed += 1

    def _saved(self) -> None:
        self.saves += 1
