# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A page in a window of its own, and its controls by name, as a person uses them."""

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.infra.page import Page
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.table import DataTable

W = TypeVar("W", bound=QWidget)
WIDE_EM, NARROW_EM = 72.0, 40.0


class Controls:
    """Clicks and types in a page that is shown."""

    def __init__(self, qtbot: QtBot, page: Page, em: float = WIDE_EM) -> None:
        self.page, self._qtbot = page, qtbot
        qtbot.addWidget(page)
        page.arrange(em)
        page.refresh()
        page.resize(1084 if em >= WIDE_EM else 600, 680)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()

    def one(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        button = self.one(QPushButton, name)
        assert button.isVisible(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tick(self, name: str) -> None:
        box = self.one(QCheckBox, name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)

    def type_in(self, name: str, text: str) -> None:
        """Type over what a field holds, and leave it by Tab."""
        field = self.one(QLineEdit, name)
        assert field.isVisible(), name
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def pick(self, name: str, data: str) -> None:
        box = self.one(QComboBox, name)
        at = box.findData(data)
        assert at >= 0, data
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def picked(self, name: str) -> str:
        return str(self.one(QComboBox, name).currentData())

    def ticked(self, name: str) -> bool:
        return self.one(QCheckBox, name).isChecked()

    def let_drafts_be_kept(self) -> None:
        """As if two seconds had passed since the first letter."""
        waiting = [timer for timer in self.page.findChildren(QTimer) if timer.isActive() and timer.isSingleShot()]
        assert waiting
        for timer in waiting:
            timer.setInterval(0)
        self._qtbot.waitUntil(lambda: not any(timer.isActive() for timer in waiting))

    def press(self, key: str) -> None:
        QTest.keySequence(self.page, key)

    def problem(self, name: str) -> str:
        """What is said under the field with this control."""
        field = self.one(QWidget, name).parentWidget()
        assert isinstance(field, Field)
        return field.problem

    def shows(self, name: str) -> bool:
        return self.one(QWidget, name).isVisible()

    def seen(self, name: str) -> None:
        """Wait until something that was just shown is there to be pressed."""
        self._qtbot.waitUntil(lambda: self.shows(name))

    def enabled(self, name: str) -> bool:
        return self.one(QWidget, name).isEnabled()

    def text(self, name: str) -> str:
        return self.one(QLabel, name).text()

    def value(self, name: str) -> str:
        return self.one(QLineEdit, name).text()

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """The rows of a table, as words."""
        return list(self.one(DataTable, name).as_list().rows)

    def stand_on(self, name: str, words: str) -> None:
        """Select the row whose first cell begins so."""
        table = self.one(DataTable, name)
        at = next(at for at, row in enumerate(table.shown.rows) if row.cells[0].words.startswith(words))
        table.setFocus()
        table.selectRow(at)

    def enter(self, name: str) -> None:
        """Press Enter in a field."""
        QTest.keyClick(self.one(QLineEdit, name), Qt.Key.Key_Return)

    def open_row(self, name: str, words: str) -> None:
        self.stand_on(name, words)
        QTest.keyClick(self.one(DataTable, name), Qt.Key.Key_Return)
