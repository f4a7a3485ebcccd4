# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook as one: made whole or not at all, refused where it must not be, read where it cannot be written."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage.ballast import SIZE, Ballast
from desktop.storage.folder_errors import FolderNotEmptyError, MixedWorkbookError, NoWorkbookHereError
from desktop.storage.instance_lock import AlreadyOpenError
from desktop.storage.key_store import KeysHalfSavedError, NoSigningKeyError, WrongPassphraseError
from desktop.storage.keys import FLOOR, KdfParameters, KeySettingsRefusedError, PassphraseTooEasyError
from desktop.storage.location import LiveFolderRefusedError
from desktop.storage.recovery import check_code
from desktop.storage.workbook import DEFAULT_KDF, Workbook
from desktop.support.disk_errors import DiskFullError
from desktop.support.files import Files
from tests.storage.faulty_files import FastFiles, PulledPlugError, walk
from tests.storage.workbooks import (
    CLOCK,
    NEW,
    OLD,
    QUICK,
    add_evidence,
    charity,
    create,
    later,
    name_charity,
    reopen,
)


def test_a_new_workbook_opens_again_with_all_that_was_saved(tmp_path: Path) -> None:
    workbook, code = create(tmp_path / "deep" / "records")
    check_code(code)
    name_charity(workbook, "Hafan")
    stored = add_evidence(workbook, "e1", b"policy")
    workbook.close()
    workbook.close()
    with reopen(tmp_path / "deep" / "records") as again:
        assert charity(again) == "Hafan"
        assert b"".join(again.evidence.read_chunks(stored.sha256)) == b"policy"
        assert not again.practice
        assert not again.read_only


def test_the_settings_people_get_are_the_strong_ones() -> None:
    assert KdfParameters(65536, 3, 4) == DEFAULT_KDF


def test_a_folder_with_something_in_it_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"mine")
    with pytest.raises(FolderNotEmptyError, match="already something"):
        create(tmp_path)
    assert (tmp_path / "letter.docx").read_bytes() == b"mine"
    assert {path.name for path in tmp_path.iterdir()} <= {"letter.docx", "lock"}


def test_a_workbook_is_never_made_over_another(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    with pytest.raises(AlreadyOpenError):
        create(tmp_path / "records")
    workbook.close()
    with pytest.raises(FolderNotEmptyError):
        create(tmp_path / "records")
    reopen(tmp_path / "records").close()


@pytest.mark.parametrize("passphrase", ["short", "aaaaaaaaaaaaaaaa"])
def test_an_easy_passphrase_makes_nothing(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(PassphraseTooEasyError):
        Workbook.create(tmp_path / "records", passphrase, clock=CLOCK, files=FastFiles(), kdf=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_weak_key_settings_make_nothing(tmp_path: Path) -> None:
    weak = KdfParameters(FLOOR.memory_kib, 1, 1)
    with pytest.raises(KeySettingsRefusedError):
        Workbook.create(tmp_path / "records", OLD, clock=CLOCK, files=FastFiles(), kdf=weak)
    assert list(tmp_path.iterdir()) == []


def test_a_synced_folder_is_refused_for_making_opening_and_resetting(tmp_path: Path) -> None:
    with pytest.raises(LiveFolderRefusedError):
        create(tmp_path / "Dropbox" / "records")
    assert not (tmp_path / "Dropbox").exists()
    workbook, code = create(tmp_path / "records")
    workbook.close()
    shutil.move(tmp_path / "records", tmp_path / "Nextcloud")
    with pytest.raises(LiveFolderRefusedError):
        reopen(tmp_path / "Nextcloud")
    with pytest.raises(LiveFolderRefusedError):
        Workbook.reset_passphrase(tmp_path / "Nextcloud", code, NEW, clock=CLOCK, files=FastFiles(), kdf=QUICK)


@pytest.mark.parametrize("name", ["none", "empty", "photos"])
def test_a_folder_without_a_workbook_says_so_and_stays_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NoWorkbookHereError):
        reopen(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_wrong_passphrase_gives_the_lock_back(tmp_path: Path) -> None:
    create(tmp_path / "records")[0].close()
    with pytest.raises(WrongPassphraseError):
        reopen(tmp_path / "records", NEW)
    reopen(tmp_path / "records").close()


def test_an_open_workbook_is_held(tmp_path: Path) -> None:
    workbook, code = create(tmp_path / "records")
    refused: list[Callable[[], object]] = [
        lambda: reopen(tmp_path / "records"),
        lambda: Workbook.reset_passphrase(tmp_path / "records", code, NEW, clock=CLOCK, files=FastFiles(), kdf=QUICK),
    ]
    for act in refused:
        with pytest.raises(AlreadyOpenError):
            act()
    workbook.close()


def test_a_lost_passphrase_is_replaced_with_the_code(tmp_path: Path) -> None:
    workbook, code = create(tmp_path / "records")
    name_charity(workbook, "Hafan")
    workbook.keys.put_signing_key(OLD, b"leaf")
    workbook.close()
    Workbook.reset_passphrase(tmp_path / "records", code.lower(), NEW, clock=CLOCK, files=FastFiles(), kdf=QUICK)
    with pytest.raises(WrongPassphraseError):
        reopen(tmp_path / "records", OLD)
    with reopen(tmp_path / "records", NEW) as again:
        assert charity(again) == "Hafan"
        with pytest.raises(NoSigningKeyError):
            again.keys.signing_key(NEW)


def by_and_op(workbook: Workbook) -> list[tuple[str, str]]:
    return workbook.db._connection.tuples("SELECT by, op FROM history ORDER BY number")


def test_the_history_says_whose_passphrase_opened_the_workbook(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    second = workbook.keys.add_person(OLD, NEW, "Second person", QUICK)
    first = workbook.keys.people()[0].id
    assert by_and_op(workbook) == [(first, "create_workbook")]
    workbook.close(backup=False)
    for passphrase in (NEW, OLD):
        with reopen(tmp_path / "records", passphrase) as workbook:
            name_charity(workbook, passphrase)
            found = by_and_op(workbook)
    assert found[1:] == [(second, "edit_organisation"), (first, "edit_organisation")]


def test_a_change_of_passphrase_is_in_the_history_and_backed_up_once(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    workbook.close()
    with reopen(tmp_path / "records", clock=later(hours=1)) as workbook:
        head = workbook.db.history_head()
        with pytest.raises(WrongPassphraseError):
            workbook.change_passphrase(NEW, "another good passphrase", QUICK)
        assert workbook.db.history_head() == head
        workbook.change_passphrase(OLD, NEW, QUICK)
        who = workbook.keys.people()[0].id
        assert by_and_op(workbook)[-1] == (who, "change_keys")
    for hours in (2, 3):
        with reopen(tmp_path / "records", NEW, clock=later(hours=hours)) as workbook:
            assert [backup.manifest.reason for backup in workbook.backups.all()] == ["closing", "closing"]
            assert not workbook.backups.is_due(workbook.db)


def test_a_change_of_passphrase_that_is_half_saved_holds_and_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook, _ = create(tmp_path / "records")
    real = FastFiles.replace

    def failing(self: FastFiles, source: Path, target: Path) -> None:
        if target.name == "keys.copy.json":
            raise OSError(5, "a bad sector")
        real(self, source, target)

    monkeypatch.setattr(FastFiles, "replace", failing)
    with pytest.raises(KeysHalfSavedError):
        workbook.change_passphrase(OLD, NEW, QUICK)
    assert by_and_op(workbook)[-1][1] == "change_keys"
    workbook.close(backup=False)
    monkeypatch.undo()
    reopen(tmp_path / "records", NEW).close(backup=False)


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_anywhere_in_making_leaves_a_folder_that_can_be_tried_again(tmp_path: Path, dies: bool) -> None:
    for files in walk(dies):
        folder = tmp_path / f"turn {files._at}"
        told = False
        try:
            create(folder, files=files)[0].close(backup=False)
        except (AppError, PulledPlugError):
            told = True
            assert files.fired
        if told and (folder / "unfinished").exists():
            with pytest.raises(NoWorkbookHereError):
                reopen(folder)
        if told:
            try:
                workbook, _ = create(folder)
            except FolderNotEmptyError:
                workbook = reopen(folder)  # the fault came after the last step: it is whole
        else:
            workbook = reopen(folder)
        name_charity(workbook, "Hafan")
        workbook.close(backup=False)
        again = reopen(folder)
        assert charity(again) == "Hafan"
        again.close(backup=False)
        assert not (folder / "unfinished").exists()


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_anywhere_in_opening_and_closing_loses_nothing(tmp_path: Path, dies: bool) -> None:
    workbook, _ = create(tmp_path / "base")
    name_charity(workbook, "Hafan")
    add_evidence(workbook, "e1", b"paper")
    workbook.close(backup=False)
    (tmp_path / "base" / "keys.copy.json").unlink()
    (tmp_path / "base" / "evidence" / "incoming-0").write_bytes(b"left by a crash")
    for files in walk(dies):
        folder = tmp_path / f"turn {files._at}"
        shutil.copytree(tmp_path / "base", folder)
        try:
            reopen(folder, files=files).close()
        except (AppError, PulledPlugError):
            assert files.fired
        again = reopen(folder)
        try:
            assert charity(again) == "Hafan"
            assert {again.evidence.state_of_name(name) for name in again.evidence.names()} == {FileState.STORED}
        finally:
            again.close(backup=False)
        assert (folder / "keys.copy.json").read_bytes() == (folder / "keys.json").read_bytes()
        assert not (folder / "evidence" / "incoming-0").exists()


def test_parts_of_different_workbooks_do_not_open_together(tmp_path: Path) -> None:
    for name in ("one", "two"):
        create(tmp_path / name)[0].close(backup=False)
    shutil.copy(tmp_path / "one" / "workbook.db", tmp_path / "two" / "workbook.db")
    with pytest.raises(AppError, match="The folder was left exactly as it is"):
        reopen(tmp_path / "two")
    reopen(tmp_path / "one").close()


def test_a_practice_workbook_says_so_and_cannot_be_passed_off(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "practice", practice=True)
    assert workbook.practice
    with workbook.db.write(Op.CHANGE_SETTING):
        workbook.db.meta.set("practice", "no")
    workbook.close(backup=False)
    with pytest.raises(MixedWorkbookError):
        reopen(tmp_path / "practice")


def test_the_ballast_takes_room_once_and_gives_it_back(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", FastFiles())
    assert not ballast.release()
    ballast.keep()
    first = (tmp_path / "ballast").stat()
    ballast.keep()
    assert (first.st_size, (tmp_path / "ballast").stat().st_mtime_ns) == (SIZE, first.st_mtime_ns)
    assert ballast.release()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_gives_the_ballast_back_and_another_error_does_not(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    workbook.ballast.keep()
    workbook.close()
    held = tmp_path / "records" / "ballast"
    with pytest.raises(ValueError, match="unlike"), reopen(tmp_path / "records"):
        raise ValueError("something unlike a full disk")
    assert held.is_file()
    with pytest.raises(DiskFullError), reopen(tmp_path / "records"):
        raise DiskFullError(what="The evidence file")
    assert not held.exists()


def test_no_ballast_where_room_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FastFiles, "free_space", lambda _self, _folder: SIZE * 2)
    Ballast(tmp_path / "ballast", FastFiles()).keep()
    assert list(tmp_path.iterdir()) == []


def in_a_mount(command: str, folder: Path, kind: str) -> dict[str, object]:
    """Run the child in a mount space of its own."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system allows no mounts of one's own")
    child = f'{command}; exec "$2" -m tests.storage.workbook_child "$1" {kind}'
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-ec", child, "sh", str(folder), sys.executable],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_in_a_read_only_place_everything_is_read_and_every_write_refused(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    name_charity(workbook, "Hafan")
    add_evidence(workbook, "e1", b"paper")
    workbook.close(backup=False)
    found = in_a_mount('mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"', tmp_path, "read_only")
    assert found == {
        "read_only": True,
        "charity": "Hafan",
        "evidence": ["stored"],
        "second": "already_open",
        "record": "write_barred",
        "add": "write_barred",
        "backup": "write_barred",
        "passphrase": "write_barred",
        "new": "write_barred",
    }


def test_on_a_full_disk_nothing_is_lost_and_the_ballast_lets_work_go_on(tmp_path: Path) -> None:
    found = in_a_mount('mount -t tmpfs -o size=210m tmpfs "$1"', tmp_path, "small")
    assert found["held"] == SIZE
    assert "disk_full" in found["said"]  # type: ignore[operator]
    assert set(found["said"]) <= {"disk_full", "done"}  # type: ignore[call-overload]
    assert found["released"] is True
    assert found["after"] == "done"
    assert found["now"] == "Hafan again"
    assert found["whole"] is True


def test_opening_writes_no_memory_files(tmp_path: Path) -> None:
    script = (
        "import resource, ctypes; from pathlib import Path; from tests.storage.workbooks import create; import sys;"
        "create(Path(sys.argv[1]) / 'r')[0].close(backup=False);"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["0", "0"]


def test_the_real_files_and_settings_work_together(tmp_path: Path) -> None:
    workbook, _ = Workbook.create(tmp_path / "records", OLD, clock=CLOCK, files=Files())
    name_charity(workbook, "Hafan")
    workbook.close()
    with Workbook.open(tmp_path / "records", OLD, clock=CLOCK, files=Files()) as again:
        assert charity(again) == "Hafan"
