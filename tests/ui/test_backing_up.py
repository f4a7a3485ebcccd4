# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups from the window, where they are stopped or fail; and what jobs do when their page is gone."""

import shutil
import threading
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.services.keeping import Level
from desktop.ui.infra.backing_up import BackingUp
from desktop.ui.infra.jobs import Job, Jobs, while_there
from tests.storage.desks import desk_of, named_workbook
from tests.ui.drivers.listener import Listener


def test_a_backup_stopped_before_it_began_leaves_nothing_and_the_next_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        person, changes, other = Listener(), list[bool](), threading.Event()
        jobs = Jobs(person.tell)
        backing_up = BackingUp(desk.keeping, jobs, person, lambda: changes.append(True))
        jobs.start(Job("Other work", lambda _step: other.wait(60), lambda _done: None))
        backing_up.now()
        jobs.cancel()
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
        desk.keeping.set_second_place(stick)
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
