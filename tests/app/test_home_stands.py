# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What Home says stays true: after a backup that failed, and over midnight."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.services.targets import Place
from desktop.support.disk_errors import DiskFullError
from tests.app.stage import Stage
from tests.storage.workbooks import CLOCK


def said(stage: Stage) -> str:
    return " ".join(each.text() for each in stage.working.frame.page.findChildren(QLabel) if each.isVisible())


def test_a_backup_that_failed_is_said_on_home_at_once(practice_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    practice_stage.go(Place.HOME)
    assert "Backup checked today" in said(practice_stage)
    keeping = practice_stage.working.desk.keeping

    def full(*_args: object, **_more: object) -> None:
        raise DiskFullError(what="The backup")

    monkeypatch.setattr(keeping, "begin", full)
    practice_stage.working._backing_up.now()
    keeping.failed(DiskFullError(what="The backup"))
    practice_stage.working._show_backup()
    practice_stage.settle()
    assert "Backup checked today" not in said(practice_stage)
    assert "could not be made" in said(practice_stage)


class Walking:
    """A clock that is moved on by hand."""

    def __init__(self) -> None:
        self.days = 0

    def now(self) -> datetime:
        return CLOCK.now() + timedelta(days=self.days)

    def today(self) -> date:
        return self.now().date()


def test_over_midnight_home_reads_again(qapp: QApplication, practice_home: Path) -> None:
    clock = Walking()
    stage = Stage(practice_home, clock=clock).start(practice=True)
    before = said(stage)
    assert "Sunday 22 November 2026" in stage.working.frame.page.subtitle()
    clock.days = 20
    stage.go(Place.EVIDENCE)
    stage.go(Place.HOME)
    assert said(stage) != before
    assert "Saturday 12 December 2026" in stage.working.frame.page.subtitle()
    stage.end()
