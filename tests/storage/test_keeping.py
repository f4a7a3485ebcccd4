# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups in the window: how they stand in words, made in two halves, in two places."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.models.errors import CancelledError
from desktop.services.backup_state import Level
from desktop.services.keeping import BackupRunningError, Keeping, Where
from desktop.services.second_place import SecondPlaceAwayError, SecondPlaceError, look
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import DiskFullError
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, add_evidence, create, later, name_charity


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    opened, _ = create(tmp_path / "workbook")
    name_charity(opened, "Harbour")
    add_evidence(opened, "ev-1", b"minutes")
    yield opened
    opened.close(backup=False)


def keeping(workbook: Workbook, clock: Clock = CLOCK) -> Keeping:
    return Keeping(workbook, clock, FastFiles())


def look_at_second(kept: Keeping) -> Keeping:
    at = kept.second_place.to_look_at()
    assert at is not None
    with ThreadPoolExecutor(1) as thread:
        kept.second_place.saw(thread.submit(look, at).result())
    return kept


def back_up(kept: Keeping, where: Where) -> None:
    started = kept.begin(where)
    with ThreadPoolExecutor(1) as thread:
        finished = thread.submit(kept.finish, started).result()
    kept.record(finished)


def test_the_status_bar_goes_from_no_backup_to_fine_to_amber_to_red(tmp_path: Path, workbook: Workbook) -> None:
    kept = keeping(workbook)
    assert (kept.state().level, kept.state().sentence) == (Level.AMBER, "No backup yet")
    back_up(kept, Where.BESIDE)
    assert kept.state().sentence == "No second place for backups yet"
    stick = tmp_path / "stick"
    stick.mkdir()
    kept.second_place.choose(stick)
    assert kept.state().sentence == "No backup off this computer yet"
    back_up(kept, Where.SECOND)
    state = kept.state()
    assert state.level is Level.FINE
    assert state.sentence.startswith("Backup checked today ")
    assert (state.second_place, state.away, state.days_ago) == (stick, False, 0)
    stick.rename(tmp_path / "in a drawer")
    unseen = keeping(workbook, later(days=15))
    assert (unseen.state().level, unseen.state().seen) == (Level.AMBER, None)
    amber, red = look_at_second(unseen).state(), keeping(workbook, later(days=31)).state()
    assert (amber.level, amber.days_ago, amber.away) == (Level.AMBER, 15, True)
    assert red.level is Level.RED
    assert red.sentence == "Last backup off this computer 31 days ago"


def test_opening_backs_up_a_workbook_that_was_only_ever_locked_in_both_places(
    tmp_path: Path, workbook: Workbook
) -> None:
    kept = keeping(workbook)
    (tmp_path / "stick").mkdir()
    kept.second_place.choose(tmp_path / "stick")
    made = []
    while (started := kept.begin_opening()) is not None:
        made.append(started.where)
        kept.record(kept.finish(started))
    assert made == [Where.BESIDE, Where.SECOND]
    assert (kept.state().beside is None, kept.state().second is None) == (False, False)


def test_a_backup_is_due_after_changes_and_once_a_day_in_the_second_place(tmp_path: Path, workbook: Workbook) -> None:
    kept = keeping(workbook)
    assert kept.due() == (Where.BESIDE,)
    (tmp_path / "stick").mkdir()
    kept.second_place.choose(tmp_path / "stick")
    back_up(kept, Where.SECOND)
    back_up(kept, Where.BESIDE)
    assert kept.due() == ()
    tomorrow = keeping(workbook, later(days=1))
    assert tomorrow.due() == ()
    assert tomorrow.begin_closing() is None
    name_charity(workbook, "Harbour Two")
    assert look_at_second(keeping(workbook, later(hours=20))).due() == ()
    assert tomorrow.due() == ()  # nothing is known of the second place yet
    assert look_at_second(tomorrow).due() == (Where.SECOND,)


def test_a_second_place_that_goes_away_as_a_backup_begins_is_not_made_anew(tmp_path: Path, workbook: Workbook) -> None:
    kept = keeping(workbook)
    (stick := tmp_path / "stick").mkdir()
    kept.second_place.choose(stick)
    started = kept.begin(Where.SECOND)
    assert list(stick.iterdir()) == []  # it begins on the disk of the workbook
    stick.rmdir()
    with pytest.raises(SecondPlaceAwayError):
        kept.finish(started)
    assert not stick.exists()
    assert not started.draft.folder.exists()


def test_the_list_says_what_going_back_would_lose(workbook: Workbook) -> None:
    kept = keeping(workbook)
    back_up(kept, Where.BESIDE)
    name_charity(workbook, "Harbour Two")
    back_up(kept, Where.BESIDE)
    newest, older = kept.all()
    assert (newest.lost, older.lost, older.evidence, older.reason) == (0, 1, 1, "You asked for it")
    assert kept.lost_by(newest) == "Nothing was changed since this backup."
    assert "without the last 1 change." in kept.lost_by(older)
    kept.check(older)


def test_a_backup_given_up_leaves_nothing_and_the_next_one_can_begin(workbook: Workbook) -> None:
    kept = keeping(workbook)
    started = kept.begin()
    with pytest.raises(BackupRunningError):
        kept.begin()

    def cancel(_done: int, _total: int, label: str) -> None:
        if label.startswith("Evidence"):
            raise CancelledError

    with pytest.raises(CancelledError):
        kept.finish(started, cancel)
    assert kept.failed(DiskFullError(what="The backup")).level is Level.RED
    assert kept.state().sentence == "The last backup could not be made"
    assert kept.all() == ()
    assert not started.draft.folder.exists()
    back_up(kept, Where.BESIDE)
    assert len(kept.all()) == 1
    assert kept.state().problem is None


def test_the_second_place_is_a_folder_outside_the_workbook(tmp_path: Path, workbook: Workbook) -> None:
    kept = keeping(workbook)
    for place in (tmp_path / "nowhere", workbook.layout.folder):
        with pytest.raises(SecondPlaceError):
            kept.second_place.choose(place)
    assert kept.second_place.path() is None
    kept.second_place.choose(tmp_path)
    seen = kept.state().seen
    assert seen is not None
    assert seen.same_disk
    assert list(tmp_path.glob("*.tmp")) == []
    workbook.db.undo()
    assert kept.second_place.path() is None
