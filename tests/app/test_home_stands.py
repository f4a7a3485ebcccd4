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


class Midnight:
    """A clock shortly before midnight, or shortly after: so near that nobody takes it for a computer that slept."""

    def __init__(self) -> None:
        self.passed = False

    def now(self) -> datetime:
        before = CLOCK.now().replace(hour=23, minute=59, second=40)
        return before + timedelta(seconds=40) if self.passed else before

    def today(self) -> date:
        return self.now().date()


def test_over_midnight_home_reads_again(qapp: QApplication, practice_home: Path) -> None:
    clock = Midnight()
    stage = Stage(practice_home, clock=clock).start(practice=True)
    before = said(stage)
    assert "Sunday 22 November 2026" in stage.working.frame.page.subtitle()
    clock.passed = True
    stage.go(Place.EVIDENCE)
    stage.go(Place.HOME)
    assert said(stage) != before
    assert "Monday 23 November 2026" in stage.working.frame.page.subtitle()
    stage.end()
