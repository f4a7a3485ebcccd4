# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A file that takes up room, so that there is some to give back when the disk is full.

On a full disk even deleting a record needs room (the journal). Giving the ballast back lets people save what they
typed, remove what they can spare and make a backup elsewhere.
"""

import contextlib
import secrets
from pathlib import Path

from desktop.support.files import CHUNK, Files

SIZE = 16 * CHUNK
ONLY_WITH_ROOM_FOR = 12 * SIZE


class Ballast:
    """The ballast of one workbook."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path = path
        self._files = files

    def keep(self) -> None:
        """Make the file when it is not there and the disk has room to spare. Not worth an error when it fails."""
        with contextlib.suppress(OSError):
            if not self._path.exists() and self._files.free_space(self._path.parent) > ONLY_WITH_ROOM_FOR:
                # random, so that a disk that squeezes or shares blocks really sets the room aside
                self._files.write_chunks(self._path, (secrets.token_bytes(CHUNK) for _ in range(SIZE // CHUNK)))

    def release(self) -> bool:
        """Give the room back; whether there was any to give."""
        try:
            there = self._path.exists()
            self._files.remove(self._path)
        except OSError:
            return False
        return there
