# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What stays down or is ticked: a screen reader toggles it and does not click. That does the same as a click, once."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.services.targets import Place
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.picker import Picker
from desktop.ui.window.sidebar import Sidebar

Made = tuple[QAbstractButton, list[object]]


def toggle(made: QAbstractButton) -> None:
    """Do what a screen reader does: the first act that the control offers."""
    acts = QAccessible.queryAccessibleInterface(made).actionInterface()
    assert acts.actionNames()[0] == "Toggle"
    acts.doAction("Toggle")


def a_tab(qtbot: QtBot) -> Made:
    told: list[object] = []
    made = button("Preview", "tab", lambda: told.append("pressed"), kind="tab")
    made.setCheckable(True)
    qtbot.addWidget(made)
    return made, told


def a_tick(qtbot: QtBot) -> Made:
    told: list[object] = []
    made = tick("tick", "Show what I type", told.append)
    qtbot.addWidget(made)
    return made, told


def a_choice(qtbot: QtBot) -> Made:
    told: list[object] = []
    picker = Picker()
    qtbot.addWidget(picker)
    picker.picked.connect(told.append)
    made = picker.choices[2]
    made.setProperty("kept", picker)
    return made, told


KINDS = pytest.mark.parametrize(
    ("make", "said"), [(a_tab, "pressed"), (a_tick, True), (a_choice, 2)], ids=["tab", "tick", "judgement"]
)


@KINDS
@pytest.mark.parametrize("act", [toggle, QAbstractButton.click], ids=["screen reader", "click"])
def test_a_screen_reader_and_a_click_do_the_same_once(
    qtbot: QtBot, make: Callable[[QtBot], Made], said: object, act: Callable[[QAbstractButton], None]
) -> None:
    made, told = make(qtbot)
    act(made)
    assert made.isChecked()
    assert told == [said]


@KINDS
def test_showing_what_is_down_tells_nothing(qtbot: QtBot, make: Callable[[QtBot], Made], said: object) -> None:
    made, told = make(qtbot)
    if made.property("kept") is not None:
        made.property("kept").show_choice(said)
    else:
        made.setChecked(True)
    assert made.isChecked()
    assert told == []


def test_a_screen_reader_goes_to_a_place(qtbot: QtBot) -> None:
    sidebar = Sidebar("Siân", lambda: None)
    qtbot.addWidget(sidebar)
    asked: list[object] = []
    sidebar.chosen.connect(asked.append)
    sidebar.show_place(Place.HOME)
    standards = sidebar.findChild(QAbstractButton, "place-standards")
    assert isinstance(standards, QAbstractButton)
    toggle(standards)
    sidebar.show_place(Place.STANDARDS)
    standards.click()
    assert asked == [Place.STANDARDS, Place.STANDARDS]
