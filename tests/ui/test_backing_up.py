# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups from the window, where they are stopped or fail; and what jobs do when their page is gone."""

import shutil
import threading
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.backup_state import Level
from desktop.services.keeping import Where
from desktop.ui.infra.backing_up import BackingUp
from desktop.ui.infra.jobs import Job, Jobs, while_there
from tests.storage.desks import desk_of, named_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import reopen
from tests.ui.drivers.charity import CharityDriver
from tests.ui.drivers.listener import Listener


class HangingShare(FastFiles):
    """A disk where nothing is read from one folder before it is let go."""

    def __init__(self, share: Path) -> None:
        self._share = share
        self.answers = threading.Event()

    def read(self, path: Path) -> bytes:
        if path.is_relative_to(self._share):
            self.answers.wait(60)
        return super().read(path)


def test_a_second_place_that_hangs_holds_up_neither_the_page_nor_a_job(qtbot: QtBot, tmp_path: Path) -> None:
    folder, share = tmp_path / "workbook", tmp_path / "share"
    share.mkdir()
    with desk_of(named_workbook(folder)) as desk:
        desk.keeping.second_place.choose(share)
        desk.keeping.record(desk.keeping.finish(desk.keeping.begin(Where.SECOND)))
    files = HangingShare(share)
    with desk_of(reopen(folder, files=files)) as desk:
        charity = CharityDriver(qtbot, desk)
        charity.section("backups")
        assert f"{share}. Looking for it." in charity.everything_said()
        assert "22 November 2026" in charity.everything_said()  # as it was noted when that backup was made
        charity.click("back-up-now")
        charity.finish_jobs()
        assert charity.person.told == ["Backed up beside the workbook, and checked."]
        assert [row[1] for row in charity.rows("backups")] == ["Beside the workbook"]
        desk.charity.set_at_work("Owain Example")
        assert charity.saves == 1
        files.answers.set()
        qtbot.waitUntil(lambda: len(charity.person.told) == 2, timeout=60_000)
        assert charity.person.told[1] == "Backed up here and in the second place, and checked."
        assert f"{share}. Found at " in charity.everything_said()
        assert {row[1] for row in charity.rows("backups")} == {"Beside the workbook", "Second place"}
        charity.jobs.finish()


def test_a_backup_stopped_before_it_began_leaves_nothing_and_the_next_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        person, changes, other = Listener(), list[bool](), threading.Event()
        jobs = Jobs(person.tell)
        backing_up = BackingUp(desk.keeping, jobs, person, lambda: changes.append(True))
        jobs.start(Job("Other work", lambda _step: other.wait(60), lambda _done: None))
        backing_up.now()
        jobs.cancel_all()
        other.set()
        qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)
        assert list((tmp_path / "workbook" / "backups").iterdir()) == []
        backing_up.now()
        qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)
        assert len(desk.keeping.all()) == len(changes) == 1
        assert person.told == ["Backed up beside the workbook, and checked."]
        jobs.finish()


def test_a_second_place_that_goes_away_is_told_and_the_first_backup_stands(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        (stick := tmp_path / "stick").mkdir()
        desk.keeping.second_place.choose(stick)
        person = Listener()
        jobs = Jobs(person.tell)
        BackingUp(desk.keeping, jobs, person, lambda: shutil.rmtree(stick, ignore_errors=True)).now()
        qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)
        assert person.told == ["Backed up beside the workbook, and checked."]
        assert desk.keeping.state().level is Level.AMBER
        jobs.finish()


def test_what_a_job_has_for_a_page_that_is_gone_is_let_go(qtbot: QtBot) -> None:
    page, told = QWidget(), list[int]()
    tell = while_there(page, told.append)
    tell(1)
    shiboken6.delete(page)
    tell(2)
    assert told == [1]
