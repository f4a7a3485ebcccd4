# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A lock, an idle lock, a sleep and Hide now leave no key in the process's memory, and lose no word (trust.md R22)."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.services.at_work import AT_WORK
from desktop.services.doorway import Doorway
from desktop.storage.key_store import KeyStore
from desktop.storage.keys import WorkbookKeys
from desktop.storage.layout import Layout
from tests.app.memory_child import DRAFT
from tests.storage.desks import practice_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD, QUICK

ROOT = Path(__file__).resolve().parents[2]
CHUNK = 16 * 1024 * 1024
SYSTEM_PYTHON = "/usr/bin/python3"
GLIB = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
PATIENCE = 300  # looks, a tenth of a second apart


def may_look() -> bool:
    """Whether we may read the memory of a process that refuses it to others of its user."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return False
    return bool(int(re.findall(r"CapEff:\s+(\w+)", status)[0], 16) >> 19 & 1)


pytestmark = pytest.mark.skipif(not may_look(), reason="reading another process's memory needs Linux and ptrace rights")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one workbook of a known passphrase that holds an assessment and has gone through its first run."""
    home = tmp_path / "home"
    folder = home / "workbooks" / "1"
    folder.parent.mkdir(parents=True)
    with practice_workbook(folder) as workbook, workbook.db.write(Op.SET_UP_WORKBOOK):
        workbook.db.meta.set(AT_WORK, "A. Manager")
    return home


def secrets_of(folder: Path) -> dict[str, bytes]:
    """Everything that opens the workbook, by name."""
    store = KeyStore(Layout(folder), FastFiles())
    _file, opened = store._open_with(OLD)
    found = {"data key": opened.data_key, "key of the passphrase": opened.slot_key}
    found |= {f"working key {at}": key for at, key in enumerate(astuple(WorkbookKeys.from_data_key(opened.data_key)))}
    found |= {"passphrase": OLD.encode(), "passphrase in the window": OLD.encode("utf-16-le")}
    return found


def copies(process: int, wanted: dict[str, bytes]) -> dict[str, int]:
    """How often each stands in the memory of a process."""
    found = dict.fromkeys(wanted, 0)
    overlap = max(len(each) for each in wanted.values())
    areas = re.findall(r"^(\w+)-(\w+) r", Path(f"/proc/{process}/maps").read_text(), re.MULTILINE)
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for first, last in ((int(a, 16), int(b, 16)) for a, b in areas):
            kept = b""
            for at in range(first, last, CHUNK):
                try:
                    memory.seek(at)
                    piece = kept + memory.read(min(CHUNK, last - at))
                except (OSError, ValueError, OverflowError):
                    break  # not ours to read, such as the kernel's own page
                for name, secret in wanted.items():
                    found[name] += piece.count(secret)
                kept = piece[1 - overlap :] if overlap > 1 else b""
    return {name: count for name, count in found.items() if count}


def until(holds: Callable[[], bool], what: str) -> None:
    """Look now and then."""
    waiting = threading.Event()
    for _ in range(PATIENCE):
        if holds():
            return
        waiting.wait(0.1)
    pytest.fail(f"never: {what}")


def is_locked_again(process: int) -> bool:
    """Whether the process started anew, and has loaded all that it ever loads while locked."""
    arguments = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    return b"--locked" in arguments and "sqlcipher" in Path(f"/proc/{process}/maps").read_text()


@contextmanager
def unlocked(home: Path, way: str, **around: str) -> Iterator[subprocess.Popen[str]]:
    """The window, unlocked, with words typed and not saved by leaving the field."""
    command = [sys.executable, "-m", "tests.app.memory_child", str(home), way]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **around},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            say(process, OLD)
            assert heard(process) == "open"
            yield process
        finally:
            process.kill()


def say(process: subprocess.Popen[str], line: str) -> None:
    """Write a line to it."""
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line it writes."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


@pytest.mark.parametrize("way", ["lock", "hide", "idle"])
def test_a_lock_leaves_no_key_in_memory_and_loses_no_word(home: Path, way: str) -> None:
    wanted = secrets_of(home / "workbooks" / "1")
    with unlocked(home, way) as child:
        assert copies(child.pid, wanted), "the search has gone blind: an open workbook has its keys in memory"
        say(child, "now")
        until(lambda: is_locked_again(child.pid), "the process started anew")
        assert copies(child.pid, wanted) == {}
    assert DRAFT in words_of(home)


@pytest.fixture
def login_manager() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """What tells of sleep and waits for us, and the address of its bus."""
    if shutil.which("dbus-daemon") is None or subprocess.run(GLIB, capture_output=True, check=False).returncode:
        pytest.skip("hearing of sleep as from systemd needs dbus and gir1.2-atspi-2.0")
    manager = [SYSTEM_PYTHON, str(Path(__file__).with_name("login_manager.py"))]
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        address = heard(daemon)
        with subprocess.Popen([*manager, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert heard(process) == "here"
            yield process, address
            process.kill()
        daemon.kill()


def test_the_computer_sleeps_only_after_no_key_is_in_memory(
    home: Path, login_manager: tuple[subprocess.Popen[str], str]
) -> None:
    manager, address = login_manager
    wanted = secrets_of(home / "workbooks" / "1")
    with unlocked(home, "sleep", DBUS_SYSTEM_BUS_ADDRESS=address) as child:
        assert heard(manager) == "held"
        assert copies(child.pid, wanted)
        say(manager, "the computer goes to sleep")
        assert heard(manager) == "released"
        assert copies(child.pid, wanted) == {}
        until(lambda: is_locked_again(child.pid), "the process started anew")
    assert DRAFT in words_of(home)


def words_of(home: Path) -> str:
    """All that was typed into the workbook, saved or kept as a draft."""
    door = Doorway(home, CLOCK, FastFiles(), kdf=QUICK)
    desk = door.open(home / "workbooks" / "1", OLD)
    try:
        database = desk._workbook.db
        return " ".join([*(answer.narrative for answer in database.answers.list()), str(database.drafts)])
    finally:
        desk.close(backup=False)
        door.leave()
