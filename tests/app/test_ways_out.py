# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out when the disk takes nothing more: hiding locks all the same, and locking by hand says why it waits."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.services.targets import Place
from desktop.support.disk_errors import DiskFullError
from desktop.ui.window.watch import IdleWatch
from tests.app.stage import Stage, breathe, until
from tests.storage.workbooks import CLOCK


@pytest.fixture
def full_disk(practice_stage: Stage) -> Stage:
    """Words are typed, and the disk has no room for them."""
    practice_stage.go(Place.STANDARDS, "2.2")
    practice_stage.working.desk._workbook.db._connection.run("PRAGMA max_page_count = 1")
    field = practice_stage.find("narrative")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Every call is answered by two people. " * 4_000)
    return practice_stage


def test_hiding_locks_when_the_last_words_cannot_be_saved(full_disk: Stage) -> None:
    with pytest.raises(DiskFullError):
        full_disk.steering.hide()
    until(lambda: full_disk.relaunched == [["--locked", "--minimised"]])
    full_disk.working.lock()
    breathe()
    assert len(full_disk.relaunched) == 1


def test_a_lock_by_hand_waits_until_the_words_are_saved(full_disk: Stage) -> None:
    with pytest.raises(DiskFullError):
        full_disk.working.lock()
    assert full_disk.relaunched == []
    full_disk.working.desk._workbook.db._connection.run("PRAGMA max_page_count = 1000000")
    full_disk.working.lock()
    assert full_disk.relaunched == [["--locked"]]


def test_a_watch_that_was_stopped_is_not_woken_by_a_touch(qapp: QApplication) -> None:
    watch = IdleWatch(10)
    watch.stop()
    watch.eventFilter(watch, QEvent(QEvent.Type.Wheel))
    assert not watch._timer.isActive()


def test_after_the_computer_slept_the_workbook_is_locked(practice_stage: Stage) -> None:
    sleep, times = practice_stage.working.sleep, [CLOCK.now(), CLOCK.now() + timedelta(minutes=5)]
    sleep._now = lambda: times.pop(0)
    sleep.look()
    assert practice_stage.relaunched == []
    sleep.look()
    assert practice_stage.relaunched == [["--locked"]]
