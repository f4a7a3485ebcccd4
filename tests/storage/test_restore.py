# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Restoring: a new folder, proved, all or nothing; the old folder stays byte for byte; then one switch."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from desktop.models.errors import AppError, CancelledError
from desktop.models.records import FileState
from desktop.storage.backup_list import DamagedBackupError
from desktop.storage.backups import Backup, pool_path
from desktop.storage.evidence_store import Stored
from desktop.storage.folder_errors import DamagedWorkbookError, FolderNotEmptyError
from desktop.storage.key_file import DamagedKeyFileError
from desktop.storage.key_store import WrongRecoveryCodeError
from desktop.storage.location import LiveFolderRefusedError
from desktop.storage.pointer import Pointer
from desktop.storage.recovery import new_code
from desktop.storage.restore import WrongBackupPassphraseError, restore
from desktop.storage.workbook import Workbook
from desktop.support.disk_errors import DiskFullError
from tests.storage.faulty_files import FastFiles, PulledPlugError, walk
from tests.storage.workbooks import (
    CLOCK,
    FAST,
    NEW,
    OLD,
    QUICK,
    add_evidence,
    charity,
    create,
    later,
    name_charity,
    reopen,
    restored,
)


class Scene:
    """A workbook with one backup and a later change."""

    def __init__(self, folder: Path) -> None:
        workbook, self.code = create(folder / "records")
        name_charity(workbook, "Hafan")
        self.stored: Stored = add_evidence(workbook, "e1", b"policy on risk")
        self.backup: Backup = workbook.backup()
        name_charity(workbook, "Later name")
        workbook.close(backup=False)
        self.live = folder / "records"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def state_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def check_as_backed_up(workbook: Workbook, scene: Scene) -> None:
    assert charity(workbook) == "Hafan"
    assert workbook.evidence.state(scene.stored.sha256) is FileState.STORED
    assert workbook.db.verify_history().whole


def test_a_backup_comes_back_by_passphrase_and_by_code(scene: Scene, tmp_path: Path) -> None:
    before = state_of(scene.live)
    by_phrase = restored(scene.backup.folder, tmp_path / "one")
    by_code = restored(scene.backup.folder, tmp_path / "two", code=scene.code.lower())
    assert by_phrase.missing == by_code.missing == ()
    for folder in (by_phrase.folder, by_code.folder):
        with reopen(folder) as workbook:
            check_as_backed_up(workbook, scene)
            assert workbook.db.history_head()[0] == scene.backup.manifest.history_number + 1
    assert state_of(scene.live) == before


def test_restoring_counts_its_files_and_can_be_stopped_at_each_step(scene: Scene, tmp_path: Path) -> None:
    steps: list[tuple[int, int, str]] = []

    def restored_until(stop: int) -> None:
        steps.clear()

        def step(done: int, total: int, label: str) -> None:
            steps.append((done, total, label))
            if len(steps) == stop:
                raise CancelledError

        restore(
            scene.backup.folder,
            tmp_path / f"again {stop}",
            passphrase=OLD,
            files=FastFiles(),
            clock=CLOCK,
            durability=FAST,
            step=step,
        )

    restored_until(0)
    done = [told[0] for told in steps]
    assert done == sorted(done)
    assert done[-1] < steps[0][1]
    assert {"Checking file 1 of 1", "Copying file 1 of 1"} <= {label for _, _, label in steps}
    for stop in range(1, len(steps) + 1):
        with pytest.raises(CancelledError):
            restored_until(stop)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("again")] == ["again 0"]


def test_the_history_of_the_backup_is_found_in_the_restored_workbook(scene: Scene, tmp_path: Path) -> None:
    manifest = scene.backup.manifest
    with reopen(restored(scene.backup.folder, tmp_path / "new").folder) as workbook:
        assert workbook.db.verify_history((manifest.history_number, manifest.history_head)).whole


def test_a_wrong_passphrase_or_code_restores_nothing(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(WrongBackupPassphraseError, match="passphrase of its day"):
        restored(scene.backup.folder, tmp_path / "new", passphrase=NEW)
    with pytest.raises(WrongRecoveryCodeError):
        restored(scene.backup.folder, tmp_path / "new", code=new_code())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records"]


def test_a_backup_opens_with_the_passphrase_of_its_day(scene: Scene, tmp_path: Path) -> None:
    with reopen(scene.live) as workbook:
        workbook.keys.change_passphrase(OLD, NEW, QUICK)
    with reopen(restored(scene.backup.folder, tmp_path / "new").folder) as workbook:
        check_as_backed_up(workbook, scene)


def test_a_backup_never_brings_an_old_passphrase_back_unasked(scene: Scene, tmp_path: Path) -> None:
    """Both key files of the live folder are gone: only restoring, asked for, uses the key file of a backup."""
    with reopen(scene.live) as workbook:
        workbook.keys.change_passphrase(OLD, NEW, QUICK)
    for name in ("keys.json", "keys.copy.json"):
        (scene.live / name).unlink()
    before = state_of(scene.live)
    for passphrase in (OLD, NEW):
        with pytest.raises(DamagedKeyFileError, match="Restore the newest backup into a new folder"):
            reopen(scene.live, passphrase)
    with pytest.raises(DamagedKeyFileError):
        Workbook.reset_passphrase(scene.live, scene.code, NEW, clock=CLOCK, files=FastFiles(), kdf=QUICK)
    after = state_of(scene.live)
    assert {name for name in after if after[name] != before.get(name)} <= {"lock"}
    with reopen(restored(scene.backup.folder, tmp_path / "new").folder) as workbook:
        check_as_backed_up(workbook, scene)


def test_a_folder_with_something_in_it_is_refused(scene: Scene, tmp_path: Path) -> None:
    before = state_of(scene.live)
    for folder in (scene.live, tmp_path):
        with pytest.raises(FolderNotEmptyError):
            restored(scene.backup.folder, folder)
    assert state_of(scene.live) == before
    (tmp_path / "empty").mkdir()
    assert restored(scene.backup.folder, tmp_path / "empty").folder.is_dir()


def test_a_synced_folder_is_refused(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(LiveFolderRefusedError):
        restored(scene.backup.folder, tmp_path / "Dropbox" / "records")


@pytest.mark.parametrize("name", ["workbook.db", "keys.json", "manifest.json"])
def test_a_backup_that_is_not_whole_restores_nothing(scene: Scene, tmp_path: Path, name: str) -> None:
    path = scene.backup.folder / name
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(AppError):
        restored(scene.backup.folder, tmp_path / "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["records"]


def test_a_backup_put_together_from_others_restores_nothing(scene: Scene, tmp_path: Path) -> None:
    with reopen(scene.live, clock=later(hours=1)) as workbook:
        newer = workbook.backup()
    pieces = {name: (newer.folder / name).read_bytes() for name in ("workbook.db", "manifest.json")}
    for name, content in pieces.items():
        right = (scene.backup.folder / name).read_bytes()
        (scene.backup.folder / name).write_bytes(content)
        with pytest.raises(DamagedBackupError, match=r"workbook\.db is missing or differs"):
            restored(scene.backup.folder, tmp_path / "new")
        (scene.backup.folder / name).write_bytes(right)
    facts = json.loads((scene.backup.folder / "manifest.json").read_bytes())
    (scene.backup.folder / "manifest.json").write_text(json.dumps(facts | {"evidence": []}))
    with pytest.raises(DamagedBackupError, match="its list was altered"):
        restored(scene.backup.folder, tmp_path / "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["records"]


def test_a_folder_that_is_no_backup_is_refused(scene: Scene, tmp_path: Path) -> None:
    with pytest.raises(DamagedBackupError):
        restored(scene.live, tmp_path / "new")


def test_lost_evidence_is_told_and_the_rest_comes_back(scene: Scene, tmp_path: Path) -> None:
    pool_path(scene.backup.folder.parent, scene.stored.name).write_bytes(b"rotten")
    found = restored(scene.backup.folder, tmp_path / "new")
    assert found.missing == (scene.stored.name,)
    with reopen(found.folder) as workbook:
        assert charity(workbook) == "Hafan"
        assert workbook.evidence.state(scene.stored.sha256) is FileState.MISSING


def test_evidence_that_was_lost_before_the_backup_is_told_too(scene: Scene, tmp_path: Path) -> None:
    with reopen(scene.live) as workbook:
        gone, spoilt = add_evidence(workbook, "e2", b"gone"), add_evidence(workbook, "e3", b"spoilt")
        workbook.evidence.path_for(gone.name).unlink()
        workbook.evidence.path_for(spoilt.name).write_bytes(b"noise")
        backup = workbook.backup()
    pool_path(backup.folder.parent, scene.stored.name).write_bytes(b"rotten")
    found = restored(backup.folder, tmp_path / "new")
    assert set(found.missing) == {gone.name, spoilt.name, scene.stored.name}
    assert sorted(found.titles) == ["Paper e1", "Paper e2", "Paper e3"]


@pytest.mark.parametrize("name", ["keys.json", "keys.copy.json", "workbook.db"])
def test_what_is_copied_back_is_read_again(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = FastFiles.replace

    def lying(self: FastFiles, source: Path, target: Path) -> None:
        if target.name == name:
            source.write_bytes(source.read_bytes()[:-1] + b" ")
        real(self, source, target)

    monkeypatch.setattr(FastFiles, "replace", lying)
    with pytest.raises(DamagedBackupError, match="reads back differently"):
        restored(scene.backup.folder, tmp_path / "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["records"]


def test_a_folder_of_another_restore_is_left_alone(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "new.restoring").mkdir()
    (tmp_path / "new.restoring" / "letter.docx").write_bytes(b"mine")
    restored(scene.backup.folder, tmp_path / "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["new", "new.restoring", "records"]
    assert (tmp_path / "new.restoring" / "letter.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("journal", ["workbook.db-journal", "workbook.db-wal", "workbook.db-shm"])
def test_no_stale_journal_meets_a_restored_database(scene: Scene, tmp_path: Path, journal: str) -> None:
    (scene.backup.folder / journal).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    with reopen(restored(scene.backup.folder, tmp_path / "new").folder) as workbook:
        check_as_backed_up(workbook, scene)


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_anywhere_leaves_no_folder_or_a_whole_one(scene: Scene, tmp_path: Path, dies: bool) -> None:
    before = state_of(scene.live)
    expected: type[Exception] = PulledPlugError if dies else DiskFullError
    for files in walk(dies):
        target = tmp_path / f"new {files._at}"
        told = False
        try:
            restored(scene.backup.folder, target, files=files)
        except expected:
            told = True
        assert told is files.fired
        if target.exists():
            with reopen(target) as workbook:
                check_as_backed_up(workbook, scene)
        else:
            assert told
    assert state_of(scene.live) == before
    with reopen(restored(scene.backup.folder, tmp_path / "new 5 again").folder) as workbook:
        check_as_backed_up(workbook, scene)


def test_a_damaged_workbook_says_which_backup_there_is_and_stays_as_it_is(scene: Scene, tmp_path: Path) -> None:
    database = scene.live / "workbook.db"
    altered = bytearray(database.read_bytes())
    altered[9000] ^= 4
    database.write_bytes(altered)
    before = state_of(scene.live)
    with pytest.raises(DamagedWorkbookError, match="newest backup is of 2026-11-22 10:00 UTC") as caught:
        reopen(scene.live)
    after = state_of(scene.live)
    assert {name for name in after if after[name] != before.get(name)} <= {"lock"}
    assert caught.value.facts["backup"] == scene.backup.folder
    found = restored(scene.backup.folder, tmp_path / "new")
    pointer = Pointer(tmp_path / "app", FastFiles(), CLOCK)
    pointer.switch(scene.live)
    pointer.switch(found.folder)
    current = pointer.current()
    assert current is not None
    with reopen(current) as workbook:
        check_as_backed_up(workbook, scene)


def test_a_missing_database_says_so_and_names_the_backup(scene: Scene) -> None:
    (scene.live / "workbook.db").unlink()
    with pytest.raises(DamagedWorkbookError, match="2026-11-22"):
        reopen(scene.live)
    assert not (scene.live / "workbook.db").exists()


def test_a_backup_whose_list_cannot_be_read_is_named_beside_the_one_to_restore(scene: Scene) -> None:
    with reopen(scene.live, clock=later(hours=1)) as workbook:
        spoilt = workbook.backup().folder
    (spoilt / "manifest.json").unlink()
    (scene.live / "workbook.db").unlink()
    words = f"of 2026-11-22 10:00 UTC. The list of the backup {spoilt.name} cannot be read."
    with pytest.raises(DamagedWorkbookError, match=re.escape(words)):
        reopen(scene.live)


def test_a_damaged_workbook_without_a_backup_says_where_to_look(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    workbook.close(backup=False)
    (tmp_path / "records" / "workbook.db").write_bytes(b"")
    with pytest.raises(DamagedWorkbookError, match="look on your stick"):
        reopen(tmp_path / "records")


def test_the_pointer_switches_and_remembers(tmp_path: Path) -> None:
    pointer = Pointer(tmp_path / "app", FastFiles(), CLOCK)
    assert pointer.current() is None
    assert pointer.previous() == ()
    pointer.switch(tmp_path / "one")
    pointer.switch(tmp_path / "one")
    Pointer(tmp_path / "app", FastFiles(), later(days=1)).switch(tmp_path / "two")
    assert pointer.current() == tmp_path / "two"
    assert [(each.folder, each.until[:10]) for each in pointer.previous()] == [(tmp_path / "one", "2026-11-23")]


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_while_switching_leaves_one_or_the_other(tmp_path: Path, dies: bool) -> None:
    Pointer(tmp_path, FastFiles(), CLOCK).switch(tmp_path / "one")
    start = (tmp_path / "current.json").read_bytes()
    for files in walk(dies):
        (tmp_path / "current.json").write_bytes(start)
        try:
            Pointer(tmp_path, files, CLOCK).switch(tmp_path / "two")
        except (AppError, PulledPlugError):
            assert files.fired
        assert Pointer(tmp_path, FastFiles(), CLOCK).current() in (tmp_path / "one", tmp_path / "two")


def test_a_pointer_that_cannot_be_read_points_nowhere(tmp_path: Path) -> None:
    for data in (b"", b"[]", b"{", b'{"current": 5, "previous": 7}'):
        (tmp_path / "current.json").write_bytes(data)
        pointer = Pointer(tmp_path, FastFiles(), CLOCK)
        assert pointer.current() is None
        assert pointer.previous() == ()


def test_a_restore_is_checked_against_the_place_rules_given(scene: Scene, tmp_path: Path) -> None:
    seen: list[Path] = []
    restore(
        scene.backup.folder,
        tmp_path / "new",
        passphrase=OLD,
        files=FastFiles(),
        clock=CLOCK,
        durability=FAST,
        check_place=seen.append,
    )
    assert seen == [tmp_path / "new"]
