# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The way out: a backup when one is owed, none when there is no time, and the keys' files let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.doorway import Doorway
from desktop.services.leaving import Leaving
from desktop.storage.backups import backups_in
from desktop.storage.layout import BACKUPS
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD, QUICK, name_charity


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Doorway]:
    made = Doorway(tmp_path / "home", CLOCK, FastFiles(), kdf=QUICK)
    yield made
    made.leave()


def entered(door: Doorway) -> tuple[Leaving, Path]:
    """A desk with a change that is in no backup."""
    desk = door.enter(door.make_workbook(OLD).entered)
    name_charity(desk.set_up._workbook, "Kindly Bridge")
    desk.keep_draft("note", "half a sentence")
    return Leaving(door, desk), desk.set_up.folder


def come_back(door: Doorway, folder: Path) -> str:
    other = Doorway(door.home, CLOCK, FastFiles(), kdf=QUICK)  # as another process: every lock was let go
    desk = other.open(folder, OLD)
    draft = desk.draft("note")
    Leaving(other, desk).end()
    return draft


def test_closing_makes_the_backup_that_is_owed(door: Doorway) -> None:
    leaving, folder = entered(door)
    started = leaving.begin()
    assert started is not None
    leaving.end(leaving._desk.keeping.finish(started))
    leaving.end()  # a second time does no harm
    assert len(backups_in(folder / BACKUPS, FastFiles())) == 1
    assert come_back(door, folder) == "half a sentence"


def test_hiding_waits_for_no_backup_and_loses_no_text(door: Doorway) -> None:
    leaving, folder = entered(door)
    leaving.end()
    assert backups_in(folder / BACKUPS, FastFiles()) == ()
    assert come_back(door, folder) == "half a sentence"
