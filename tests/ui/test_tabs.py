# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Tabs: one stop for Tab, arrow keys in the order of reading, and each turn told once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.boxes import column, plain
from desktop.ui.widgets.tabs import Tabs

NAMES = {name: f"{name} in some words" for name in ("one", "two", "three", "four", "five")}


class Turned:
    """Tabs so narrow that they stand in several rows, with a field before and after them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.told: list[str] = []
        self.tabs, self.before, self.after = Tabs("tab-", NAMES), QLineEdit(), QLineEdit()
        self.tabs.turned.connect(self.told.append)
        self.window = plain(column(self.before, self.tabs, self.after))
        qtbot.addWidget(self.window)
        self.window.resize(330, 300)
        self.window.show()
        qtbot.waitExposed(self.window)

    def button(self, name: str) -> QPushButton:
        found = self.tabs.findChild(QPushButton, f"tab-{name}")
        assert found is not None
        return found

    def key(self, key: Qt.Key) -> str:
        """Press a key where the focus is; gives the name of the tab that has the focus then."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert now is not None
        return now.objectName().removeprefix("tab-")


@pytest.fixture
def turned(qtbot: QtBot) -> Turned:
    return Turned(qtbot)


def test_arrow_keys_go_over_the_end_of_a_row_and_each_turn_is_told_once(turned: Turned) -> None:
    assert turned.button("three").y() > turned.button("one").y(), "they stand in several rows"
    turned.before.setFocus()
    assert turned.key(Qt.Key.Key_Tab) == "one"
    for name in ("two", "three", "four", "five", "one"):
        assert turned.key(Qt.Key.Key_Right) == name
        assert turned.button(name).isChecked()
    assert turned.key(Qt.Key.Key_Left) == "five"
    assert turned.key(Qt.Key.Key_Up) == "four"
    assert turned.key(Qt.Key.Key_Home) == "one"
    assert turned.key(Qt.Key.Key_End) == "five"
    assert turned.told == ["two", "three", "four", "five", "one", "five", "four", "one", "five"]


def test_the_arrows_of_a_keypad_and_of_a_mac_go_over_the_end_of_a_row_too(turned: Turned) -> None:
    turned.button("one").setFocus()
    for name in ("two", "three", "four"):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right, Qt.KeyboardModifier.KeypadModifier)
        assert turned.button(name).hasFocus()


def test_tab_stops_once_at_the_one_that_is_on(turned: Turned) -> None:
    turned.tabs.show_tab("four")
    turned.before.setFocus()
    assert turned.key(Qt.Key.Key_Tab) == "four"
    turned.key(Qt.Key.Key_Tab)
    assert turned.after.hasFocus()
    assert turned.told == []


def test_the_focus_goes_along_with_a_tab_that_is_shown(turned: Turned) -> None:
    turned.button("one").setFocus()
    turned.tabs.show_tab("three")
    assert turned.button("three").hasFocus()
    turned.after.setFocus()
    turned.tabs.show_tab("two")
    assert turned.after.hasFocus()


def test_a_press_a_toggle_and_a_press_on_the_one_that_is_on_are_told(turned: Turned) -> None:
    turned.button("two").click()
    turned.button("two").click()
    turned.button("three").toggle()  # as a screen reader does
    turned.button("three").click()
    assert turned.told == ["two", "two", "three", "three"]
    assert [name for name in NAMES if turned.button(name).isChecked()] == ["three"]
