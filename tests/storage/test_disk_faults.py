# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Full disks, read-only places and rotten bytes: said plainly, and nothing saved before is lost."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.storage.opening import MissingDatabaseError
from desktop.storage.sqlcipher import DamagedDatabaseError
from desktop.support.disk_errors import DiskBarredError, DiskError, DiskFullError
from tests.storage.databases import content, fill, new_database, reopened

PAGE = 4096


def in_a_child(*arguments: str) -> dict[str, Any]:
    done = subprocess.run([*arguments], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def with_a_mount(command: str, *arguments: str) -> list[str]:
    """Run in a mount space of its own; needs no rights where the system allows such spaces."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system allows no mounts of one's own")
    return ["unshare", "-rm", "sh", "-ec", command, "sh", *arguments]


def check_after_refusal(found: dict[str, Any], codes: set[str]) -> None:
    assert set(found["refused"]) <= codes
    assert found["saved"] > 5
    assert found["after"] == ""
    assert found["answers"] == found["saved"] + 1
    assert found["operations"] == 2 + found["answers"]  # making the workbook, starting the assessment
    assert found["whole"]
    assert found["title"] == "Undo: judge after"


def test_a_disk_that_fills_up_loses_nothing_and_works_again_with_room(tmp_path: Path) -> None:
    command = 'mount -t tmpfs -o size=1500k tmpfs "$1"; "$2" -m tests.storage.small_disk "$1" full'
    found = in_a_child(*with_a_mount(command, str(tmp_path), sys.executable))
    check_after_refusal(found, {DiskFullError.code})


def test_a_file_that_may_not_grow_loses_nothing_and_works_again_with_room(tmp_path: Path) -> None:
    found = in_a_child(sys.executable, "-m", "tests.storage.small_disk", str(tmp_path), "limit")
    check_after_refusal(found, {DiskError.code, DiskFullError.code})


def test_in_a_read_only_place_a_workbook_can_be_read_and_a_write_is_refused(tmp_path: Path) -> None:
    with new_database(tmp_path / "workbook.db") as database:
        fill(database)
    before = (tmp_path / "workbook.db").read_bytes()
    command = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; "$2" -m tests.storage.read_only "$1"'
    found = in_a_child(*with_a_mount(command, str(tmp_path), sys.executable))
    refused = DiskBarredError.code
    assert found == {"people": ["Siân Example"], "judging": refused, "draft": refused, "new": refused, "undo": refused}
    assert (tmp_path / "workbook.db").read_bytes() == before


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "workbook.db"
    with new_database(path) as database:
        fill(database)
        database.drafts.keep("long", "word " * 10_000)
        database.drafts.drop("long")  # leaves free pages, which no index or table reads
        free = database._connection.one("PRAGMA freelist_count")
        assert free is not None
        assert free[0] > 5
    return path.read_bytes()


def is_refused(path: Path) -> bool:
    try:
        reopened(path).close()
    except DamagedDatabaseError:
        return True
    return False


def test_every_flipped_bit_is_noticed_and_the_file_left_alone(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "workbook.db"
    chance = random.Random(7)
    path.write_bytes(whole)
    unnoticed = []
    with path.open("r+b", buffering=0) as stream:
        for _ in range(1000):
            place, bit = chance.randrange(len(whole)), chance.randrange(8)
            flipped = bytes([whole[place] ^ 1 << bit])
            stream.seek(place)
            stream.write(flipped)
            if not is_refused(path):
                unnoticed.append((place, bit))
            stream.seek(place)
            assert stream.read(1) == flipped
            stream.seek(place)
            stream.write(whole[place : place + 1])
    assert unnoticed == []
    assert path.read_bytes() == whole
    assert not is_refused(path)


def test_a_fault_in_any_page_is_noticed_even_where_no_record_is(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "workbook.db"
    for place in range(PAGE // 2, len(whole), PAGE):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert is_refused(path), f"page {place // PAGE + 1}"


@pytest.mark.parametrize("size", [0, 1, 511, PAGE, "half", -PAGE, -1])
def test_a_cut_file_is_noticed_and_left_alone(tmp_path: Path, whole: bytes, size: int | str) -> None:
    path = tmp_path / "workbook.db"
    end = len(whole) // 2 if isinstance(size, str) else size
    path.write_bytes(whole[:end])
    assert is_refused(path)
    assert path.read_bytes() == whole[:end]


def test_swapped_and_emptied_pages_are_noticed(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "workbook.db"
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    for first, second in ((1, 2), (3, 9), (len(pages) - 1, 5)):
        changed = list(pages)
        changed[first], changed[second] = changed[second], changed[first]
        path.write_bytes(b"".join(changed))
        assert is_refused(path)
    for number in range(0, len(pages), 7):
        path.write_bytes(b"".join([*pages[:number], bytes(PAGE), *pages[number + 1 :]]))
        assert is_refused(path)


def test_a_page_of_an_older_copy_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "workbook.db"
    with new_database(path) as database:
        fill(database)
    old = path.read_bytes()
    with reopened(path) as database:
        for _ in range(20):
            database.undo()
            database.redo()
        before = content(database)
    new = path.read_bytes()
    changed = [at for at in range(0, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    assert changed
    refused = 0
    for at in changed:
        path.write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        if is_refused(path):
            refused += 1
            continue
        with reopened(path) as database:
            assert content(database) == before or not database.verify_history().whole
    assert refused


def test_a_folder_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(MissingDatabaseError):
        reopened(tmp_path / "gone" / "workbook.db")
