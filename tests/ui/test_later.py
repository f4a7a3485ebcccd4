# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is put off to a later turn: its errors are told as its own, and it ends with the part it is for."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.later import later


class Sees(QObject):
    """An event filter, as the window has: the next to run after an error that was left standing."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Let all pass."""
        event.type()
        return False


class Fails(QObject):
    """Has a method that raises."""

    def act(self) -> None:
        """Raise."""
        raise ValueError("its own error")


def test_an_error_is_told_as_its_own(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(str(error)))
    sees, part = Sees(), Fails()
    application = QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(sees)
    later(part, part.act)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)
    application.removeEventFilter(sees)
    assert told == ["its own error"]


def test_nothing_is_done_for_a_part_that_is_gone(qtbot: QtBot) -> None:
    done: list[str] = []
    part, other = QObject(), QObject()
    later(part, lambda: done.append("for one that is gone"), 5)
    later(other, lambda: done.append("for one that is there"), 20)
    part.deleteLater()
    del part
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["for one that is there"]
