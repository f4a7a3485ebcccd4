# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one place that writes files. Tests inject faults by passing a subclass to constructors that take ``Files``."""

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

CHUNK = 1024 * 1024
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_HELD_BY_OTHERS = (5, 32)  # Windows: access denied, sharing violation (antivirus, sync tools)


class Files:
    """Reading and durable writing. ``write`` and ``write_chunks`` leave the old file or the whole new one."""

    def read(self, path: Path) -> bytes:
        """The whole content of a small file."""
        return path.read_bytes()

    def chunks(self, path: Path) -> Iterator[bytes]:
        """The content in pieces of up to 1 MiB."""
        with path.open("rb") as stream:
            while piece := stream.read(CHUNK):
                yield piece

    def write(self, path: Path, data: bytes) -> None:
        """Write a file durably: temporary file, sync, move into place, sync the folder."""
        self.write_chunks(path, (data,))

    def write_chunks(self, path: Path, pieces: Iterable[bytes]) -> None:
        """As ``write``, from pieces. Whatever fails, the final name holds the old content or all of the new."""
        part = path.with_name(path.name + ".part")
        try:
            with part.open("wb") as stream:
                for piece in pieces:
                    stream.write(piece)
                stream.flush()
                self.sync(stream.fileno())
            self.replace(part, path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise

    def replace(self, source: Path, target: Path) -> None:
        """Move over ``target`` and sync the folder, waiting out a virus scanner that holds the file."""
        self._patiently(lambda: source.replace(target))
        self.sync_folder(target.parent)

    def remove(self, path: Path) -> None:
        """Delete a file if it is there."""
        self._patiently(lambda: path.unlink(missing_ok=True))
        self.sync_folder(path.parent)

    def make_folder(self, path: Path) -> None:
        """Make a folder and its parents, durably."""
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            self.sync_folder(path.parent)

    def sync(self, descriptor: int) -> None:
        """Force a file's content to the disk."""
        os.fsync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Force a folder's entries to the disk, where the system can (not on Windows)."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    @staticmethod
    def _patiently(act: Callable[[], object]) -> None:
        for seconds in _RETRY_SECONDS:
            try:
                act()
            except OSError as error:
                if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                    raise
                time.sleep(seconds)
            else:
                return
        act()
