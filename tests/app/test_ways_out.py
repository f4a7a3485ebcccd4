# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways out: when the disk takes nothing more, before the computer sleeps, and in the middle of a job."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

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


class Hanging:
    """A job that comes to no next step until it is let go."""

    def __init__(self, stage: Stage) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.done = list[bool]()
        stage.steering.jobs.start(Job("Hanging", self._work, self._done))
        self.begun.wait()

    def _work(self, _step: Step) -> None:
        self.begun.set()
        self.let_go.wait(60)

    def _done(self, _result: None) -> None:
        self.done.append(True)


@pytest.mark.parametrize("way", ["hide", "sleep"])
def test_a_job_that_hangs_does_not_keep_the_records_open(practice_stage: Stage, way: str) -> None:
    hanging = Hanging(practice_stage)
    working = practice_stage.working
    working.hide() if way == "hide" else working.sleep.slept.emit()
    until(lambda: len(practice_stage.relaunched) == 1)
    assert not hanging.let_go.is_set()
    hanging.let_go.set()
    breathe()
    assert hanging.done == [], "nobody is told of a job once the workbook is closed"


def test_nobody_at_work_and_a_full_disk_lock_when_the_job_is_done(full_disk: Stage) -> None:
    hanging = Hanging(full_disk)
    full_disk.working.idle.reached.emit()
    assert full_disk.relaunched == []
    hanging.let_go.set()
    until(lambda: full_disk.relaunched == [["--locked"]])


def test_a_lock_that_could_not_be_done_after_a_job_does_not_come_later_by_surprise(
    practice_stage: Stage, qtbot: QtBot
) -> None:
    practice_stage.go(Place.STANDARDS, "2.2")
    hanging = Hanging(practice_stage)
    practice_stage.working.lock()
    practice_stage.working.desk._workbook.db._connection.run("PRAGMA max_page_count = 1")
    field = practice_stage.find("narrative")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Every call is answered by two people. " * 4_000)
    with qtbot.capture_exceptions() as raised:
        hanging.let_go.set()
        until(lambda: not practice_stage.steering.jobs.busy)
        breathe()
    assert [type(error) for _, error, _ in raised] == [DiskFullError]
    practice_stage.working.desk._workbook.db._connection.run("PRAGMA max_page_count = 1000000")
    practice_stage.steering.jobs.start(Job("Another", lambda _step: None, lambda _none: None))
    until(lambda: not practice_stage.steering.jobs.busy)
    breathe()
    assert practice_stage.relaunched == []


def test_hiding_hides_and_locks_whatever_goes_wrong_in_a_page(practice_stage: Stage) -> None:
    practice_stage.go(Place.STANDARDS, "2.2")
    page = practice_stage.working.frame.page

    def wrong() -> None:
        msg = "a fault of ours"
        raise ValueError(msg)

    page.where = page.leave = wrong  # type: ignore[method-assign,assignment]
    with pytest.raises(ValueError, match="a fault of ours"):
        practice_stage.working.hide()
    assert not practice_stage.window.menuBar().isVisible(), "nothing is shown"
    until(lambda: practice_stage.relaunched == [["--locked", "--minimised"]])


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
