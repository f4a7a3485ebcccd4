# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Closing what was told leaves the person where they were."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.infra.banner import Banner
from desktop.ui.infra.messages import Notice


@pytest.mark.parametrize("by", ["click", "keys"])
def test_closing_the_banner_leaves_the_focus_where_it_was(qtbot: QtBot, by: str) -> None:
    page, banner, first, typed = QWidget(), Banner(), QLineEdit(), QLineEdit()
    layout = QVBoxLayout(page)
    for each in (banner, first, typed):
        layout.addWidget(each)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    typed.setFocus()
    qtbot.waitUntil(typed.hasFocus)
    banner.show_notice(Notice("A file was added."))
    close = banner.findChild(QPushButton, "close-banner")
    assert isinstance(close, QPushButton)
    if by == "click":
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    else:
        close.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(close, Qt.Key.Key_Space)
    assert banner.notice is None
    assert banner.isHidden()
    assert typed.hasFocus()
