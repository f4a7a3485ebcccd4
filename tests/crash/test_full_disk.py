# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A full disk, a limit on file sizes and a read-only place: plain words, nothing lost, and work goes on (F03, F04)."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop.models.errors import AppError
from desktop.storage.keys import FLOOR
from tests.crash import subject
from tests.crash.jobs import SECOND_PASSPHRASE
from tests.crash.mounts import bound, read_only, resize, small_disk

MOST = 400


def fill(workbook: subject.Handle) -> tuple[str, AppError]:
    """Act until the disk refuses; gives the digest of what was acknowledged, and the refusal."""
    for _ in range(MOST):
        right = subject.digest(workbook)
        try:
            subject.act(workbook, subject.done(workbook))
        except AppError as error:
            return right, error
    pytest.fail("the disk never became full")


def refused(job: Callable[[], object]) -> AppError:
    """The plain error with which a job is refused. Any other exception fails the test."""
    with pytest.raises(AppError) as caught:
        job()
    return caught.value


@pytest.mark.parametrize("kib", [700, 1500, 3000])
def test_on_a_full_disk_nothing_is_lost_and_work_goes_on_with_room(swift: Path, kib: int) -> None:
    with small_disk(swift / "disk", kib) as disk:
        filler = disk / "holiday.mp4"
        filler.write_bytes(bytes((kib - 600) * 1024))
        workbook = subject.create(disk / "workbook")
        right, error = fill(workbook)
        done = subject.done(workbook)
        print(f"{kib} KiB: {done} actions, then {error.code}")
        assert error.code == "disk_full"
        assert refused(lambda: subject.act(workbook, done)).code == "disk_full"
        assert refused(workbook.backup).code == "disk_full"
        assert subject.digest(workbook) == right
        assert subject.evidence_problems(workbook) == []
        assert_same_after_reopening(workbook, disk, right)
        filler.unlink()
        workbook = subject.open_(disk / "workbook")
        assert subject.digest(workbook) == right
        subject.act(workbook, done)
        assert subject.done(workbook) == done + 1
        resize(disk, 40_000)
        workbook.backups.check(workbook.backup())
        subject.close(workbook)


def assert_same_after_reopening(workbook: subject.Handle, disk: Path, right: str) -> None:
    """On the full disk it opens and is whole, or says plainly that there is no room even to open."""
    subject.close(workbook)
    with contextlib.suppress(AppError):
        workbook = subject.open_(disk / "workbook")
        assert subject.digest(workbook) == right
        assert subject.evidence_problems(workbook) == []
        subject.close(workbook)


def test_a_write_works_in_the_same_session_once_there_is_room(swift: Path) -> None:
    with small_disk(swift / "disk", 700) as disk:
        workbook = subject.create(disk / "workbook")
        right, _ = fill(workbook)
        resize(disk, 2000)
        done = subject.done(workbook)
        assert subject.digest(workbook) == right
        subject.act(workbook, done)
        assert subject.done(workbook) == done + 1
        subject.close(workbook)


@pytest.mark.parametrize("kib", [16, 64, 200])
def test_a_workbook_that_has_no_room_to_be_made_is_refused_plainly(swift: Path, kib: int) -> None:
    with small_disk(swift / "disk", kib) as disk:
        assert refused(lambda: subject.create(disk / "workbook")).code == "disk_full"
        resize(disk, 3000)
        workbook = subject.create(disk / "workbook")
        subject.act(workbook, 0)
        subject.close(workbook)


@contextlib.contextmanager
def file_size_limit(limit: int) -> Iterator[None]:
    """No file of this process may grow beyond ``limit`` bytes."""
    if sys.platform == "win32":
        pytest.skip("FILE SIZE LIMIT NOT TESTED: Windows has none")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_limit_on_file_sizes_is_told_plainly_and_nothing_is_lost(swift: Path) -> None:
    workbook = subject.create(swift / "workbook")
    with file_size_limit(workbook.layout.database.stat().st_size + 60_000):
        right, error = fill(workbook)
    assert type(error).__module__.startswith("desktop.")
    assert subject.digest(workbook) == right
    done = subject.done(workbook)
    subject.act(workbook, done)
    subject.close(workbook)
    workbook = subject.open_(swift / "workbook")
    assert subject.done(workbook) == done + 1
    subject.close(workbook)


def test_in_a_read_only_place_every_write_is_refused_and_reading_goes_on(swift: Path) -> None:
    with bound(swift / "charity") as charity:
        workbook = subject.create(charity / "workbook")
        for number in range(10):
            subject.act(workbook, number)
        right = subject.digest(workbook)
        subject.close(workbook)
        with read_only(charity):
            workbook = subject.open_(charity / "workbook")
            for number in range(10, 18):
                refused(partial(subject.act, workbook, number))
            refused(lambda: workbook.evidence.add([b"content"]))
            refused(workbook.backup)
            refused(lambda: workbook.keys.change_passphrase(subject.PASSPHRASE, SECOND_PASSPHRASE, FLOOR))
            refused(lambda: workbook.db.drafts.keep("page", "words"))
            refused(lambda: subject.create(charity / "other"))
            assert subject.digest(workbook) == right
            assert subject.evidence_problems(workbook) == []
            subject.close(workbook)
        workbook = subject.open_(charity / "workbook")
        assert subject.digest(workbook) == right
        subject.act(workbook, 10)
        subject.close(workbook)


def test_a_place_that_turns_read_only_never_gets_a_false_saved(swift: Path) -> None:
    workbook = subject.create(swift / "workbook")
    subject.act(workbook, 0)
    with bound(swift / "workbook") as folder, read_only(folder):
        refused(lambda: workbook.evidence.add([b"content"]))
        refused(workbook.backup)
        saved = []
        for number in range(1, 9):
            with contextlib.suppress(AppError):  # the open database file may still take writes; then they count
                subject.act(workbook, number)
                saved.append(subject.digest(workbook))
    right = subject.digest(workbook)
    assert not saved or saved[-1] == right
    subject.close(workbook)
    workbook = subject.open_(swift / "workbook")
    assert subject.digest(workbook) == right
    subject.act(workbook, subject.done(workbook))
    subject.close(workbook)
