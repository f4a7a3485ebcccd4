# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A disk that fails at its n-th act, so that a test can walk every n until nothing fails any more."""

import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO

from desktop.support.files import Files


class PulledPlugError(Exception):
    """The program is gone: nothing after this reaches the disk."""


class FaultyFiles(Files):
    """Fails at act number ``at``. ``dies``: everything after it fails too, clearing up included."""

    def __init__(self, at: int = 0, *, dies: bool = False, code: int = errno.ENOSPC) -> None:
        self.acts = 0
        self.fired = False
        self._at = at
        self._dies = dies
        self._code = code

    def put(self, stream: BinaryIO, piece: bytes) -> None:
        if self._fails():
            stream.write(piece[: len(piece) // 2])  # a torn write
            self._fail()
        super().put(stream, piece)

    def sync(self, descriptor: int) -> None:
        self._act()  # nothing here pulls a real plug: the real sync would only be slow

    def replace(self, source: Path, target: Path) -> None:
        self._act()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._act()
        super().remove(path)

    def remove_tree(self, folder: Path) -> None:
        self._act()
        super().remove_tree(folder)

    def make_folder(self, path: Path) -> None:
        if not path.is_dir():
            self._act()
        super().make_folder(path)

    def discard(self, path: Path) -> None:
        if not (self._dies and self.fired):
            super().discard(path)

    def discard_tree(self, folder: Path) -> None:
        if not (self._dies and self.fired):
            super().discard_tree(folder)

    def _act(self) -> None:
        if self._fails():
            self._fail()

    def _fails(self) -> bool:
        self.acts += 1
        return self.acts == self._at or (self._dies and self.fired)

    def _fail(self) -> None:
        self.fired = True
        if self._dies:
            raise PulledPlugError
        raise OSError(self._code, os.strerror(self._code))


def walk(dies: bool) -> Iterator[FaultyFiles]:
    """Disks that fail at act 1, 2, 3 ...; ends after the first that had no occasion to fail."""
    for at in count(1):
        files = FaultyFiles(at, dies=dies)
        yield files
        if not files.fired:
            assert at > 3, "the walk met no acts: the fault switch has gone blind"
            return


class FastFiles(Files):
    """The real thing without waiting for the disk."""

    def sync(self, descriptor: int) -> None:
        pass
