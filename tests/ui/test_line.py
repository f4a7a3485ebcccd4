# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A field tells all that a person writes into it, by whatever means, and nothing that is only shown in it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.field import Line, date_line, line


def by_keys(field: Line) -> None:
    QTest.keyClicks(field, "Ann")


def by_input_method(field: Line) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString("Ann")
    QApplication.sendEvent(field, event)


def by_screen_reader(field: Line) -> None:
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, "Ann")


def by_dictation(field: Line) -> None:
    QAccessible.queryAccessibleInterface(field).editableTextInterface().insertText(0, "Ann")


@pytest.mark.parametrize("write", [by_keys, by_input_method, by_screen_reader, by_dictation])
def test_what_a_person_writes_is_told_however_it_is_written(qtbot: QtBot, write: Callable[[Line], None]) -> None:
    window, field, other = QWidget(), line("name"), line("other")
    window.setLayout(column(field, other))
    qtbot.addWidget(window)
    window.show()
    told, left = list[str](), list[str]()
    field.typed.connect(told.append)
    field.editingFinished.connect(lambda: left.append(field.text()))
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    write(field)
    assert (told[-1], left) == ("Ann", [])
    other.setFocus()
    assert left == ["Ann"]


def test_text_set_from_outside_while_the_focus_is_elsewhere_is_told_as_left(qtbot: QtBot) -> None:
    field, left = line("name"), list[str]()
    qtbot.addWidget(field)
    field.editingFinished.connect(lambda: left.append(field.text()))
    by_screen_reader(field)
    assert left == ["Ann"]


def test_what_is_only_shown_is_not_told(qtbot: QtBot) -> None:
    told = list[str]()
    for field in (line("name"), date_line("day")):
        qtbot.addWidget(field)
        field.typed.connect(told.append)
        field.editingFinished.connect(lambda: told.append("left"))
        field.setText("Ann")
        field.clear()
    assert told == []
