# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Writing volumes: the same bytes each time, readable by others, nothing left behind by a failure."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from desktop.models.errors import CancelledError
from desktop.signing.evidence_zip import EvidenceTooLargeError, ZipSource, plan_volumes, write_volume
from desktop.signing.zip_limits import MOST_BYTES, MOST_FILES, RATIO_MATTERS
from desktop.signing.zip_rules import Differences, SignedFile, compare
from desktop.support.files import Files
from tests.signing.volumes import FIRST, sources, written


def test_a_volume_reports_its_size_and_sums_and_those_of_its_files(tmp_path: Path) -> None:
    volume = written(tmp_path / "Evidence-1.zip", FIRST)
    data = (tmp_path / "Evidence-1.zip").read_bytes()
    assert (volume.part.name, volume.part.size) == ("Evidence-1.zip", len(data))
    assert volume.part.sha256 == hashlib.sha256(data).hexdigest()
    assert {one.name: one.sha256 for one in volume.files} == {
        name: hashlib.sha256(content).hexdigest() for name, content in FIRST.items()
    }


def test_the_contents_come_out_as_they_went_in(tmp_path: Path) -> None:
    written(tmp_path / "v.zip", FIRST)
    with zipfile.ZipFile(tmp_path / "v.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == FIRST


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a.zip", FIRST).part.sha256 == written(tmp_path / "b.zip", FIRST).part.sha256


def test_text_is_packed_and_pictures_are_not(tmp_path: Path) -> None:
    contents = {"001-a.txt": b"word " * 5000, "002-a.jpg": b"word " * 5000}
    written(tmp_path / "v.zip", contents)
    with zipfile.ZipFile(tmp_path / "v.zip") as archive:
        text, picture = archive.infolist()
    assert text.compress_size < 1000
    assert picture.compress_size >= 25_000


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not on this computer")
def test_unzip_tests_it_clean(tmp_path: Path) -> None:
    written(tmp_path / "v.zip", FIRST)
    done = subprocess.run(["unzip", "-t", tmp_path / "v.zip"], capture_output=True, text=True, check=False)
    assert "No errors detected" in done.stdout


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    def step(name: str) -> None:
        if name.startswith("002"):
            raise CancelledError

    with pytest.raises(CancelledError):
        write_volume(Files(), tmp_path / "v.zip", sources(FIRST), step)
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> list[bytes]:
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="stick"):
        write_volume(Files(), tmp_path / "v.zip", [*sources(FIRST), ZipSource("003-x", 5, pieces)])
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    class FullDisk(Files):
        def sync(self, descriptor: int) -> None:
            os.fstat(descriptor)
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="space"):
        write_volume(FullDisk(), tmp_path / "v.zip", sources(FIRST))
    assert list(tmp_path.iterdir()) == []


def _sized(*sizes: int) -> list[ZipSource]:
    return [ZipSource(f"{number}", size, tuple) for number, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "shares"),
    [((), ()), ((5, 5), (2,)), ((5, 6), (1, 1)), ((11,), (1,)), ((4, 4, 4, 11, 1), (2, 1, 1, 1))],
)
def test_files_are_shared_out_in_order_by_size(sizes: tuple[int, ...], shares: tuple[int, ...]) -> None:
    plan = plan_volumes(_sized(*sizes), largest=10)
    assert tuple(len(volume) for volume in plan) == shares
    assert [source.name for volume in plan for source in volume] == [str(at) for at in range(len(sizes))]


def test_a_file_that_no_checker_would_open_is_refused_by_name_before_writing(tmp_path: Path) -> None:
    too_large = ZipSource("007-film.mp4", MOST_BYTES + 1, _unread)
    with pytest.raises(EvidenceTooLargeError, match=r"^007-film\.mp4 does not fit"):
        plan_volumes([*_sized(1), too_large])
    with pytest.raises(EvidenceTooLargeError, match=r"^007-film\.mp4 does not fit"):
        write_volume(Files(), tmp_path / "v.zip", [too_large])
    assert list(tmp_path.iterdir()) == []
    assert len(plan_volumes(_sized(1, MOST_BYTES, 1))) == 3


def _unread() -> list[bytes]:
    raise AssertionError("read before it was refused")


@pytest.mark.parametrize("sizes", [(MOST_BYTES, 1), (1,) * (MOST_FILES + 1)])
def test_a_volume_is_refused_when_its_files_together_are_too_much(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    with pytest.raises(EvidenceTooLargeError, match=r"^All of"):
        write_volume(Files(), tmp_path / "v.zip", _sized(*sizes))
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_of_one_letter_is_written_so_that_the_checker_opens_it(tmp_path: Path) -> None:
    size = RATIO_MATTERS + 1_000_000
    source = ZipSource("001-log.txt", size, lambda: (b"a" * 1_000_000 for _ in range(size // 1_000_000)))
    (file,) = write_volume(Files(), tmp_path / "v.zip", [source]).files
    assert compare(tmp_path / "v.zip", {file.name: SignedFile(file.size, file.sha256)}) == Differences()


def test_as_many_files_as_a_volume_takes_are_opened_by_the_checker(tmp_path: Path) -> None:
    files = write_volume(Files(), tmp_path / "v.zip", _sized(*[0] * MOST_FILES)).files
    assert compare(tmp_path / "v.zip", {one.name: SignedFile(0, one.sha256) for one in files}) == Differences()


def test_a_volume_never_holds_more_files_than_the_checker_reads() -> None:
    assert [len(volume) for volume in plan_volumes(_sized(*[1] * 4500))] == [2000, 2000, 500]
