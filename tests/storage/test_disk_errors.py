# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the disk answers becomes plain words; a held file is waited for; a write is all or nothing."""

import errno
import os
import time
from pathlib import Path

import pytest

from desktop.support.disk_errors import (
    DiskBarredError,
    DiskError,
    DiskFullError,
    DiskHeldError,
    disk_error,
    plain_disk_errors,
)
from desktop.support.files import Files


def windows_error(number: int) -> OSError:
    error = OSError(errno.EINVAL, "from Windows")
    error.winerror = number  # type: ignore[attr-defined] # set by Windows only
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "x"), DiskFullError),
        (OSError(errno.EDQUOT, "x"), DiskFullError),
        (windows_error(112), DiskFullError),
        (OSError(errno.EROFS, "x"), DiskBarredError),
        (PermissionError(errno.EACCES, "x"), DiskBarredError),
        (windows_error(5), DiskBarredError),
        (windows_error(32), DiskHeldError),
        (OSError(errno.EIO, "Input/output error"), DiskError),
        (OSError(), DiskError),
    ],
)
def test_what_the_disk_says_is_said_for_people(error: OSError, kind: type[DiskError]) -> None:
    found = disk_error(error, "The backup")
    assert type(found) is kind
    assert str(found).startswith("The backup could not be written")
    with pytest.raises(kind), plain_disk_errors("The backup"):
        raise error


def test_errors_of_ours_and_bugs_pass_untouched() -> None:
    with pytest.raises(KeyError), plain_disk_errors("The backup"):
        raise KeyError


@pytest.mark.parametrize(("times", "recovers"), [(1, True), (6, True), (7, False), (20, False)])
@pytest.mark.parametrize("number", [5, 32])
def test_a_held_file_is_waited_for_then_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, recovers: bool, number: int
) -> None:
    waits: list[float] = []
    left = [times]
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise windows_error(number)
        return real(self, target)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(Path, "replace", held)
    path = tmp_path / "plan.txt"
    path.write_bytes(b"old")
    if recovers:
        Files().write(path, b"new")
        assert path.read_bytes() == b"new"
        assert waits == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6][:times]
    else:
        with pytest.raises(OSError, match="from Windows"):
            Files().write(path, b"new")
        assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.txt"]


def test_an_error_that_is_no_waiting_matter_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited"))
    with pytest.raises(IsADirectoryError):
        Files().replace(_file(tmp_path / "a"), _folder(tmp_path / "b"))


def _file(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_new_folders_are_forced_to_disk_from_the_top(tmp_path: Path) -> None:
    synced: list[str] = []

    class Watched(Files):
        def sync_folder(self, folder: Path) -> None:
            synced.append(folder.name)

    Watched().make_folder(tmp_path / "a" / "b" / "c")
    assert synced == [tmp_path.name, "a", "b"]
    Watched().make_folder(tmp_path / "a" / "b" / "c")
    assert len(synced) == 3


def test_a_move_between_folders_forces_both(tmp_path: Path) -> None:
    synced: list[str] = []

    class Watched(Files):
        def sync_folder(self, folder: Path) -> None:
            synced.append(folder.name)

    Watched().replace(_file(_folder(tmp_path / "one") / "x"), _folder(tmp_path / "two") / "x")
    assert synced == ["two", "one"]


def test_removing_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    Files().remove(tmp_path / "none")
    Files().remove_tree(tmp_path / "none")
    Files().discard(tmp_path / "none")
    Files().discard_tree(tmp_path / "none")
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - names only
