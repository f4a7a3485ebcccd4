# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One program at a time, whoever races, and nothing to clear away after a kill."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from desktop.storage.instance_lock import AlreadyOpenError, InstanceLock
from desktop.support.clock import SystemClock
from desktop.support.files import Files
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, charity, create, name_charity, reopen

ROOT = Path(__file__).parents[2]


@contextmanager
def racer(what: str, place: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.lock_racer", what, str(place)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def test_the_second_is_told_who_and_since_when(tmp_path: Path) -> None:
    held = InstanceLock.take(tmp_path / "lock", Files(), CLOCK)
    with pytest.raises(AlreadyOpenError, match=rf"since 2026-11-22 10:00 UTC \(process {os.getpid()}\)"):
        InstanceLock.take(tmp_path / "lock", Files(), CLOCK)
    held.release()
    held.release()
    InstanceLock.take(tmp_path / "lock", Files(), CLOCK).release()


def test_a_note_that_cannot_be_read_still_refuses(tmp_path: Path) -> None:
    held = InstanceLock.take(tmp_path / "lock", Files(), CLOCK)
    for note in (b"", b"{", b"[]", b"\xff"):
        (tmp_path / "lock").write_bytes(note)
        with pytest.raises(AlreadyOpenError, match="already open"):
            InstanceLock.take(tmp_path / "lock", Files(), CLOCK)
    held.release()


def test_a_full_disk_spoils_the_note_but_not_the_lock(tmp_path: Path) -> None:
    class Full(FastFiles):
        def rewrite_held(self, descriptor: int, data: bytes) -> None:
            raise OSError(28, "No space left on device")

    held = InstanceLock.take(tmp_path / "lock", Full(), CLOCK)
    with pytest.raises(AlreadyOpenError):
        InstanceLock.take(tmp_path / "lock", Full(), CLOCK)
    held.release()


def test_of_twenty_openers_exactly_one_gets_in(tmp_path: Path) -> None:
    with ExitStack() as running:
        racers = [running.enter_context(racer("lock", tmp_path / "lock")) for _ in range(20)]
        assert {hear(each) for each in racers} == {"ready"}
        for each in racers:
            tell(each)
        answers = [hear(each).split(" ")[0] for each in racers]
    assert sorted(answers) == ["held"] + ["refused"] * 19


def test_after_a_kill_the_workbook_opens_without_a_question(tmp_path: Path) -> None:
    workbook, _ = create(tmp_path / "records")
    name_charity(workbook, "Hafan")
    workbook.close(backup=False)
    with racer("workbook", tmp_path / "records") as holder:
        assert hear(holder) == "ready"
        tell(holder)
        assert hear(holder) == "held"
        with pytest.raises(AlreadyOpenError, match=f"process {holder.pid}"):
            reopen(tmp_path / "records")
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with reopen(tmp_path / "records") as again:
            assert charity(again) == "Hafan"


def test_the_real_clock_fits_the_note(tmp_path: Path) -> None:
    held = InstanceLock.take(tmp_path / "lock", Files(), SystemClock())
    with pytest.raises(AlreadyOpenError, match="UTC"):
        InstanceLock.take(tmp_path / "lock", Files(), SystemClock())
    held.release()
