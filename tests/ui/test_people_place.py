# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place People turns from tab to tab by keys, wherever the focus is in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.ui.pages.people.place import PeoplePlace
from desktop.ui.widgets.heat_table import HeatTable
from tests.storage.desks import desk_of, practice_workbook
from tests.ui.drivers.people_pages import PlaceDriver


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(practice_workbook(tmp_path / "workbook")) as desk:
        yield desk


def test_page_keys_turn_to_the_next_tab_and_back_from_within_a_table(qtbot: QtBot, desk: Desk) -> None:
    place = PlaceDriver(qtbot, desk)
    assert isinstance(place.page, PeoplePlace)
    titles = []
    for _turn in range(6):
        focused = QApplication.focusWidget() or place.page
        QTest.keyClick(focused, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        titles.append(place.page.shown.title)
        if titles[-1] == "Matrix":
            place.page.shown.findChildren(HeatTable)[0].setFocus()
    assert titles == ["Training days", "Matrix", "Training needs", "Courses", "Standard 6", "People"]
    QTest.keyClick(place.page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert place.page.shown.title == "Standard 6"
