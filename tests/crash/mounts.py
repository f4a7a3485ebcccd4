# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Small disks and read-only places, by mounting. Skips loudly where mounting is not allowed."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


def _mount(*arguments: str | Path) -> bool:
    command = ["mount", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _need(*arguments: str | Path) -> None:
    if not sys.platform.startswith("linux") or not _mount(*arguments):
        reason = "SMALL AND READ-ONLY DISKS NOT TESTED: they need Linux and the right to mount"
        print(reason)
        pytest.skip(reason)


@contextlib.contextmanager
def small_disk(place: Path, kib: int) -> Iterator[Path]:
    """A disk of ``kib`` KiB in memory."""
    place.mkdir()
    _need("-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", place)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def resize(place: Path, kib: int) -> None:
    """Give a small disk another size."""
    subprocess.run(["mount", "-o", f"remount,size={kib}k", place], check=True)


@contextlib.contextmanager
def bound(place: Path) -> Iterator[Path]:
    """A folder under a mount of its own, so that it can be made read-only."""
    place.mkdir(exist_ok=True)
    _need("--bind", place, place)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@contextlib.contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Nothing below can be opened for writing meanwhile."""
    subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw,bind", place], check=True)
