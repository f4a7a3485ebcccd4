# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out: when the disk takes nothing more, before the computer sleeps, and in the middle of a job."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.services.targets import Place
from desktop.support.disk_errors import DiskFullError
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.window.sleep_watch import SleepWatch
from desktop.ui.window.watch import IdleWatch
from tests.app.door_scenes import sheet
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


def woken(sleep: SleepWatch) -> None:
    """The clock jumps by five minutes between two looks."""
    times = [CLOCK.now(), CLOCK.now() + timedelta(minutes=5)]
    sleep._now = lambda: times.pop(0)
    sleep.look()
    sleep.look()


def test_a_clock_that_jumped_locks_the_workbook(practice_stage: Stage) -> None:
    woken(practice_stage.working.sleep)
    assert practice_stage.relaunched == [["--locked"]]


def test_before_sleep_a_job_is_stopped_and_typed_words_are_kept(practice_stage: Stage) -> None:
    practice_stage.go(Place.STANDARDS, "2.2")
    field = practice_stage.find("narrative")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Every call is answered by two people.")
    begun, on_its_way = threading.Event(), threading.Event()

    def work(step: Step) -> None:
        begun.set()
        while not on_its_way.wait(0.01):
            step(0, 1, "Long work")

    practice_stage.steering.jobs.start(Job("Long work", work, done=lambda _result: None))
    begun.wait()
    practice_stage.working.sleep.slept.emit()
    assert practice_stage.relaunched == [["--locked"]]


def test_before_sleep_a_full_disk_does_not_keep_the_records_open(full_disk: Stage) -> None:
    full_disk.working.sleep.slept.emit()
    assert full_disk.relaunched == [["--locked"]]


def test_before_sleep_an_unfinished_first_run_is_locked(empty_stage: Stage) -> None:
    empty_stage.press("make-workbook")
    sheet(empty_stage)
    held = empty_stage.steering._held
    assert held is not None
    held.sleep.slept.emit()
    assert empty_stage.relaunched == [["--locked"]]
    held.sleep.slept.emit()
    assert len(empty_stage.relaunched) == 1, "a watch that was stopped is not heard"
