# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The unlock page while a passphrase is tried: what is typed ahead shows and changes nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.device_settings import DeviceSettings
from desktop.ui.doorway.unlock import Unlock, UnlockActs


class AsUsual:
    """The look of a device, which nobody changes here."""

    now = DeviceSettings()

    def change(self, **_settings: object) -> None:
        """Not asked for."""

    def larger(self) -> None:
        """Not asked for."""

    def smaller(self) -> None:
        """Not asked for."""

    def theme(self, _name: str) -> None:
        """Not asked for."""


def test_typing_ahead_while_the_workbook_opens_never_shows_the_passphrase(qtbot: QtBot) -> None:
    tried: list[str] = []
    page = Unlock(AsUsual(), "Harbour Example", UnlockActs(tried.append, lambda: None, lambda: None))
    qtbot.addWidget(page)
    page.show()
    page.begin()
    line = page.findChild(QLineEdit, "passphrase")
    assert line is not None
    QTest.keyClicks(line, "a passphrase")
    QTest.keyClick(line, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or page, key)
    assert tried == ["a passphrase"]
    assert (line.text(), line.echoMode()) == ("a passphrase", QLineEdit.EchoMode.Password)
    page.show_wrong("This passphrase does not open the workbook.", 0)
    QTest.keyClicks(line, "another")
    assert line.text() == "another"
