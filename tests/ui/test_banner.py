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
from desktop.ui.window.window_messages import WindowMessages
from tests.storage.workbooks import CLOCK


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


def test_an_error_that_was_not_read_stands_through_what_is_done_and_warned_of(qtbot: QtBot) -> None:
    window, banner = QWidget(), Banner()
    qtbot.addWidget(window)
    qtbot.addWidget(banner)
    messages = WindowMessages(window, CLOCK)
    messages.use(banner)
    error = Notice("The disk is full.", "What you saved is safe.", "Make room.", grave=True)
    messages.tell(error)
    messages.done("Backed up.")
    assert banner.notice == error
    messages.warn("Sevenfold locks in 20 seconds.")
    assert banner.notice == Notice("Sevenfold locks in 20 seconds.")
    messages.end_warning()
    assert banner.notice == error
    messages.clear()
    messages.warn("Sevenfold locks in 20 seconds.")
    messages.end_warning()
    assert banner.notice is None
    assert [told.sentence for told in messages.told][1] == "Backed up."
