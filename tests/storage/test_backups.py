# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups: whole or not there, proved, thinned without a gap, told apart from altered ones."""

import errno
import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage import backups as backups_module
from desktop.storage.backup_list import MANIFEST, DamagedBackupError, Manifest
from desktop.storage.backups import Backup, backups_in, pool_path, read_backup, unreadable_in
from desktop.storage.sqlcipher import DamagedDatabaseError
from desktop.storage.workbook import Workbook
from desktop.support.clock import FixedClock
from desktop.support.disk_errors import DiskFullError
from tests.storage.faulty_files import FastFiles, PulledPlugError, walk
from tests.storage.workbooks import START, add_evidence, charity, create, later, name_charity, reopen, restored


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    made, _ = create(tmp_path / "records")
    name_charity(made, "Hafan")
    add_evidence(made, "e1", b"policy on risk")
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_database_keys_list_and_evidence(workbook: Workbook) -> None:
    backup = workbook.backup()
    assert backup.folder.name == "000001-20261122T100000Z"
    assert names(backup.folder) == ["keys.json", "manifest.json", "workbook.db"]
    manifest = backup.manifest
    assert (manifest.history_number, manifest.history_head) == workbook.db.history_head()
    assert [held.name for held in manifest.evidence] == sorted(workbook.evidence.names())
    assert (manifest.absent, manifest.damaged) == ((), ())
    workbook.backups.check(backup)
    assert workbook.backups.all() == (backup,)
    workbook.close(backup=False)


def test_only_new_evidence_is_copied(workbook: Workbook) -> None:
    first = workbook.backup()
    pooled = pool_path(first.folder.parent, first.manifest.evidence[0].name)
    before = pooled.stat().st_mtime_ns
    stored = add_evidence(workbook, "e2", b"minutes of the board")
    second = workbook.backup()
    assert pooled.stat().st_mtime_ns == before
    assert {held.name for held in second.manifest.evidence} == {first.manifest.evidence[0].name, stored.name}
    assert second.manifest.number == 2
    workbook.close(backup=False)


def test_a_copy_shares_no_bytes_with_the_live_file(workbook: Workbook) -> None:
    backup = workbook.backup()
    name = backup.manifest.evidence[0].name
    live = workbook.evidence.path_for(name)
    live.write_bytes(b"spoilt in place")
    workbook.backups.check(backup)
    workbook.close(backup=False)


def test_rot_in_the_pool_is_found_by_the_next_backup_and_healed_where_the_live_file_is_whole(
    workbook: Workbook,
) -> None:
    lost = add_evidence(workbook, "e2", b"lost on both sides")
    first = workbook.backup()
    for held in first.manifest.evidence:
        pooled = pool_path(workbook.layout.backups, held.name)
        pooled.write_bytes(pooled.read_bytes()[:-1] + b"?")  # the size stays
    workbook.evidence.path_for(lost.name).unlink()
    second = workbook.backup()
    assert second.manifest.absent == (lost.name,)
    assert len(second.manifest.evidence) == 1
    workbook.backups.check(second)
    workbook.close(backup=False)


def test_a_file_that_redo_needs_is_no_stray(workbook: Workbook) -> None:
    stored = add_evidence(workbook, "e2", b"minutes of the board")
    workbook.db.undo()
    assert workbook.evidence.strays(workbook.db.evidence.hashes()) == ()
    assert stored.name in {held.name for held in workbook.backup().manifest.evidence}
    workbook.db.redo()
    assert workbook.evidence.state(stored.sha256) is FileState.STORED
    workbook.close(backup=False)


def test_missing_and_damaged_evidence_is_said_and_the_pool_helps(workbook: Workbook) -> None:
    kept = add_evidence(workbook, "e2", b"kept in the pool")
    workbook.backup()
    gone, spoilt = add_evidence(workbook, "e3", b"gone"), add_evidence(workbook, "e4", b"spoilt")
    for stored in (kept, gone):
        workbook.evidence.path_for(stored.name).unlink()
    workbook.evidence.path_for(spoilt.name).write_bytes(b"noise")
    manifest = workbook.backup().manifest
    assert kept.name in {held.name for held in manifest.evidence}
    assert (manifest.absent, manifest.damaged) == ((gone.name,), (spoilt.name,))
    workbook.close(backup=False)


def test_closing_makes_a_backup_only_after_a_change_and_not_twice_in_half_an_hour(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    workbook, _ = create(folder)
    workbook.close()
    steps: list[tuple[FixedClock, str, int]] = [
        (later(hours=5), "", 1),  # nothing changed
        (later(minutes=29), "A", 1),  # changed, too soon
        (later(minutes=31), "", 2),  # that change, now due
        (later(minutes=45), "B", 2),
        (later(hours=1, minutes=1), "", 3),
        (later(days=-400), "C", 4),  # a clock gone back does not stop backups
    ]
    for clock, name, expected in steps:
        again = reopen(folder, clock=clock)
        if name:
            name_charity(again, name)
        again.close()
        assert len(backups_in(folder / "backups", FastFiles())) == expected, (clock, name)


def test_opening_backs_up_what_lies_in_no_backup_for_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    create(folder)[0].close()
    for clock, name, expected in (
        (later(hours=25), "", 1),  # nothing changed
        (later(hours=26), "A", 1),
        (later(hours=26, minutes=1), "", 2),
        (later(hours=70), "B", 2),
        (later(hours=80), "", 3),
    ):
        again = reopen(folder, clock=clock)
        assert len(again.backups.all()) == expected, clock
        assert again.backup_problem is None
        if name:
            name_charity(again, name)
        again.close(backup=False)
    newest = backups_in(folder / "backups", FastFiles())[-1]
    assert newest.manifest.reason == "daily"


def test_a_daily_backup_that_fails_does_not_keep_the_workbook_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "records"
    workbook, _ = create(folder)
    workbook.backup()
    name_charity(workbook, "A")
    workbook.close(backup=False)
    monkeypatch.setattr(FastFiles, "free_space", lambda _self, _folder: 0)
    again = reopen(folder, clock=later(days=2))
    assert charity(again) == "A"
    assert isinstance(again.backup_problem, DiskFullError)
    monkeypatch.undo()
    again.close()
    assert again.backup_problem is None
    assert len(backups_in(folder / "backups", FastFiles())) == 2


def test_a_failing_closing_backup_is_no_error_of_the_work(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FastFiles, "free_space", lambda _self, _folder: 0)
    with workbook:
        name_charity(workbook, "A")
    assert isinstance(workbook.backup_problem, DiskFullError)
    monkeypatch.undo()
    with reopen(workbook.layout.folder) as again:
        assert charity(again) == "A"
    assert again.backup_problem is None


def test_a_changed_passphrase_is_backed_up_too(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    workbook.close()
    again = reopen(tmp_path / "records", clock=later(hours=1))
    again.keys.new_recovery_code("purple lantern orchard")
    again.close()
    assert len(backups_in(tmp_path / "records" / "backups", FastFiles())) == 2


def test_an_error_inside_the_block_closes_without_a_backup(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    name_charity(workbook, "A")
    with pytest.raises(FileNotFoundError), workbook:
        (tmp_path / "none").read_bytes()
    with reopen(tmp_path / "records") as again:
        assert charity(again) == "A"
        assert again.backups.all() == ()


def test_a_second_place_holds_its_own_copies(workbook: Workbook, tmp_path: Path) -> None:
    place = workbook.backups_at(tmp_path / "stick")
    backup = place.make(workbook.db)
    assert backup.folder.parent.name == f"Sevenfold backups {workbook.workbook_id[:8]}"
    assert workbook.backups.all() == ()
    workbook.close(backup=False)
    back = restored(backup.folder, tmp_path / "back")
    with reopen(back.folder) as again:
        assert charity(again) == "Hafan"


def test_old_backups_are_thinned_with_their_evidence(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    workbook, _ = create(folder)
    early = workbook.evidence.add([b"an early file that no row names"])
    workbook.close()
    workbook = reopen(folder)
    workbook.evidence.path_for(early.name).unlink()
    workbook.close(backup=False)
    for day in range(1, 40):
        again = reopen(folder, clock=later(days=day))
        name_charity(again, f"name {day}")
        again.close()
    left = backups_in(folder / "backups", FastFiles())
    assert 14 <= len(left) <= 34
    assert left[-1].manifest.made_at == START + timedelta(days=39)
    assert not any(path.name.startswith(("making-", "removing-")) for path in (folder / "backups").iterdir())
    needed = {held.name for backup in left for held in backup.manifest.evidence}
    pooled = {path.name for path in (folder / "backups" / "evidence").rglob("*") if path.is_file()}
    assert pooled == needed
    with reopen(folder, clock=later(days=40)) as again:
        for backup in again.backups.all():
            again.backups.check(backup)


def rewrite_list(backup: Backup, change: Callable[[dict[str, object]], object]) -> None:
    facts = json.loads((backup.folder / MANIFEST).read_bytes())
    change(facts)
    (backup.folder / MANIFEST).write_text(json.dumps(facts))


DAMAGES: dict[str, Callable[[Backup], object]] = {
    "database gone": lambda backup: (backup.folder / "workbook.db").unlink(),
    "database cut": lambda backup: (backup.folder / "workbook.db").write_bytes(
        (backup.folder / "workbook.db").read_bytes()[:-1]
    ),
    "keys gone": lambda backup: (backup.folder / "keys.json").unlink(),
    "keys differ": lambda backup: (backup.folder / "keys.json").write_bytes(b"{}"),
    "evidence gone": lambda backup: pool_path(backup.folder.parent, backup.manifest.evidence[0].name).unlink(),
    "evidence differs": lambda backup: pool_path(backup.folder.parent, backup.manifest.evidence[0].name).write_bytes(
        b""
    ),
    "journal beside it": lambda backup: (backup.folder / "workbook.db-journal").write_bytes(bytes(600)),
    "history altered": lambda backup: rewrite_list(backup, lambda facts: facts.update(history_number=1)),
    "date altered": lambda backup: rewrite_list(backup, lambda facts: facts.update(made="2020-01-01T00:00:00+00:00")),
    "evidence struck": lambda backup: rewrite_list(backup, lambda facts: facts.update(evidence=[])),
    "name of another folder": lambda backup: rewrite_list(
        backup, lambda facts: facts.update(evidence=[{"name": "../../keys", "size": 1, "sha256": ""}])
    ),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_or_altered_backup_does_not_pass(workbook: Workbook, kind: str) -> None:
    backup = workbook.backup()
    DAMAGES[kind](backup)
    found = read_backup(backup.folder, FastFiles())
    assert found is not None
    with pytest.raises(DamagedBackupError):
        workbook.backups.check(found)
    workbook.close(backup=False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "sevenfold-backup", "version": 2}',
        b'{"format": "sevenfold-backup", "version": 1}',
    ],
)
def test_a_list_that_cannot_be_read_is_no_backup(workbook: Workbook, data: bytes) -> None:
    backup = workbook.backup()
    (backup.folder / MANIFEST).write_bytes(data)
    with pytest.raises(DamagedBackupError):
        Manifest.from_bytes(data)
    assert workbook.backups.all() == ()
    assert backups_in(workbook.layout.backups, FastFiles()) == ()
    assert unreadable_in(workbook.layout.backups, FastFiles()) == (backup.folder,)
    assert workbook.backup().manifest.number == 2
    workbook.close(backup=False)


def test_a_bad_database_copy_never_becomes_a_backup(workbook: Workbook) -> None:
    draft = workbook.backups.begin(workbook.db, "asked", lambda _done, _total: None)
    copy = draft.folder / "workbook.db"
    altered = bytearray(copy.read_bytes())
    altered[5000] ^= 1
    copy.write_bytes(altered)
    with pytest.raises(DamagedDatabaseError):
        workbook.backups.finish(draft)
    assert workbook.backups.all() == ()
    assert not draft.folder.exists()
    workbook.close(backup=False)


def test_a_stick_that_writes_something_else_is_caught(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    real = FastFiles.replace

    def lying(self: FastFiles, source: Path, target: Path) -> None:
        if source.is_file() and len(target.name) == 64:
            source.write_bytes(source.read_bytes()[:-1] + b"?")
        real(self, source, target)

    monkeypatch.setattr(FastFiles, "replace", lying)
    with pytest.raises(DamagedBackupError, match="reads back differently"):
        workbook.backup()
    workbook.close(backup=False)


def test_cancelling_leaves_no_half_backup(workbook: Workbook) -> None:
    class CancelError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise CancelError

    with pytest.raises(CancelError):
        workbook.backups.make(workbook.db, "asked", stop)
    draft = workbook.backups.begin(workbook.db, "asked", lambda _done, _total: None)
    with pytest.raises(CancelError):
        workbook.backups.finish(draft, stop)
    assert names(workbook.layout.backups) in ([], ["evidence"])
    workbook.close(backup=False)


def test_too_little_room_is_said_before_anything_is_written(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FastFiles, "free_space", lambda _self, _folder: 10_000_000)
    with pytest.raises(DiskFullError, match="The backup could not be written because the disk is full"):
        workbook.backup()
    assert names(workbook.layout.backups) == []
    workbook.close(backup=False)


def test_a_failing_backup_still_closes_the_workbook(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FastFiles, "free_space", lambda _self, _folder: 0)
    with pytest.raises(DiskFullError):
        workbook.close()
    monkeypatch.undo()
    with reopen(workbook.layout.folder) as again:
        assert charity(again) == "Hafan"


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_anywhere_leaves_every_earlier_backup_and_the_live_data_whole(tmp_path: Path, dies: bool) -> None:
    base = tmp_path / "base"
    workbook, _ = create(base)
    add_evidence(workbook, "e0", b"first")
    workbook.close()
    workbook = reopen(base, clock=later(hours=1))
    add_evidence(workbook, "e1", b"second")
    workbook.close(backup=False)
    for files in walk(dies):
        folder = tmp_path / f"turn {files._at}"
        shutil.copytree(base, folder)
        workbook = reopen(folder, clock=later(hours=1))
        workbook.backups._files = files
        told = False
        try:
            workbook.backups.make(workbook.db)
        except (AppError, PulledPlugError):
            told = True
        assert files.fired or not told
        workbook.backups._files = FastFiles()
        found = workbook.backups.all()
        assert len(found) in ((1, 2) if told else (2,))
        for backup in (*found, workbook.backup()):
            workbook.backups.check(backup)
        workbook.close(backup=False)


def test_a_full_disk_is_told_in_plain_words(workbook: Workbook) -> None:
    files = next(iter(walk(dies=False)))
    assert files._code == errno.ENOSPC
    workbook.backups._files = files
    with pytest.raises(DiskFullError, match=r"What was saved before is whole\. Free some space"):
        workbook.backup()
    workbook.close(backup=False)


def test_what_a_restore_would_lose_is_counted(workbook: Workbook) -> None:
    backup = workbook.backup()
    assert workbook.lost_by_restoring(backup) == 0
    name_charity(workbook, "A")
    name_charity(workbook, "B")
    assert workbook.lost_by_restoring(backup) == 2
    workbook.close(backup=False)


def test_backups_of_another_workbook_are_left_alone(workbook: Workbook, tmp_path: Path) -> None:
    other, _ = create(tmp_path / "other")
    foreign = other.backup()
    other.close(backup=False)
    workbook.layout.backups.mkdir()
    foreign.folder.rename(workbook.layout.backups / foreign.folder.name)
    (workbook.layout.backups / "before-m2.db").write_bytes(b"of an upgrade")
    assert workbook.backups.newest() is None
    assert workbook.backup().manifest.number == 2
    assert len(backups_module.backups_in(workbook.layout.backups, FastFiles())) == 2
    workbook.close(backup=False)
