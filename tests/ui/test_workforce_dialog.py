# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as a spreadsheet: nothing goes out unasked, and DBS facts only after the passphrase again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.ui.infra.jobs import Jobs
from desktop.ui.widgets.field import Field
from desktop.ui.window.workforce_dialog import WorkforceDialog
from tests.storage.desks import desk_of
from tests.storage.workbooks import OLD, create
from tests.ui.drivers.listener import Listener


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workbook, _code = create(tmp_path / "workbook")
    with desk_of(workbook) as desk:
        yield desk


class Asked:
    """The dialog over a window, and what it was answered."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.window, self.answers, person = QWidget(), list[tuple[bool, str]](), Listener()
        qtbot.addWidget(self.window)
        self.window.show()
        self.qtbot, self.jobs = qtbot, Jobs(person.tell)
        self.dialog = WorkforceDialog(self.window, desk, self.jobs, person, self._answer)
        self.dialog.open()

    def _answer(self, with_dbs: bool, ending: str) -> None:
        self.answers.append((with_dbs, ending))

    def key(self, key: Qt.Key) -> None:
        focused = self.dialog.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        self.qtbot.waitUntil(lambda: not self.jobs.busy)

    def tick(self) -> None:
        box = self.dialog.findChild(QCheckBox, "workforce-with-dbs")
        assert box is not None
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)

    def type(self, text: str) -> QLineEdit:
        field = self.dialog.findChild(QLineEdit, "workforce-passphrase")
        assert field is not None
        field.setText(text)
        field.setFocus()
        return field


@pytest.fixture
def asked(qtbot: QtBot, desk: Desk) -> Asked:
    return Asked(qtbot, desk)


def test_enter_is_the_safe_answer_and_the_other_saves_without_dbs_facts(qtbot: QtBot, desk: Desk) -> None:
    first = Asked(qtbot, desk)
    first.key(Qt.Key.Key_Return)
    assert (first.answers, first.dialog.isVisible()) == ([], False)
    second = Asked(qtbot, desk)
    save = second.dialog.findChild(QPushButton, "act-choice")
    assert save is not None
    save.click()
    assert (second.answers, second.dialog.isVisible()) == ([(False, "xlsx")], False)


def test_dbs_facts_go_along_after_the_right_passphrase_alone(asked: Asked) -> None:
    form = asked.dialog.findChild(QComboBox, "workforce-form")
    assert form is not None
    form.setFocus()
    QTest.keyClicks(form, "csv")
    asked.tick()
    asked.key(Qt.Key.Key_Return)
    assert asked.answers == []
    field = asked.type("not that one at all")
    asked.key(Qt.Key.Key_Return)
    row = field.parentWidget()
    assert isinstance(row, Field)
    assert row.problem
    assert (asked.answers, asked.dialog.isVisible()) == ([], True)
    asked.type(OLD)
    asked.key(Qt.Key.Key_Return)
    assert (asked.answers, asked.dialog.isVisible(), field.text()) == ([(True, "zip")], False, "")
