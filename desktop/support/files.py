# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one place that writes files. Tests inject faults by passing a subclass to constructors that take ``Files``."""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

CHUNK = 1024 * 1024
PART = ".part"  # ending of a file that is still being written
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_HELD_BY_OTHERS = (5, 32)  # Windows: access denied, sharing violation (antivirus, sync tools)


class Files:
    """Reading and durable writing. ``write`` and ``write_chunks`` leave the old file or the whole new one."""

    def read(self, path: Path) -> bytes:
        """The whole content of a small file."""
        return path.read_bytes()

    def read_part(self, path: Path, start: int, count: int) -> bytes:
        """Up to ``count`` bytes from ``start``."""
        with path.open("rb") as stream:
            stream.seek(start)
            return stream.read(count)

    def chunks(self, path: Path) -> Iterator[bytes]:
        """The content in pieces of up to 1 MiB."""
        with path.open("rb") as stream:
            while piece := stream.read(CHUNK):
                yield piece

    def write(self, path: Path, data: bytes) -> None:
        """Write a file durably: temporary file, sync, move into place, sync the folder."""
        self.write_chunks(path, (data,))

    def write_chunks(self, path: Path, pieces: Iterable[bytes]) -> None:
        """As ``write``, from pieces. Whatever fails, the final name holds the old content or all of the new.

        Only its owner can read the file: it may hold keys, a passphrase or records.
        """
        part = path.with_name(path.name + PART)
        try:
            with os.fdopen(os.open(part, _NEW, 0o600), "wb") as stream:
                for piece in pieces:
                    self.put(stream, piece)
                stream.flush()
                self.sync(stream.fileno())
            self.replace(part, path)
        except BaseException:
            self.discard(part)
            raise

    def put(self, stream: BinaryIO, piece: bytes) -> None:
        """Write one piece to an open file."""
        stream.write(piece)

    def replace(self, source: Path, target: Path) -> None:
        """Move a file over ``target``, or a folder to a free name, and sync. Waits out a virus scanner."""
        self._patiently(lambda: source.replace(target))
        self.sync_folder(target.parent)
        if source.parent != target.parent:
            self.sync_folder(source.parent)

    def remove(self, path: Path) -> None:
        """Delete a file if it is there."""
        self._patiently(lambda: path.unlink(missing_ok=True))
        self.sync_folder(path.parent)

    def discard(self, path: Path) -> None:
        """Delete a left-over file; no harm when it cannot be."""
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def remove_tree(self, folder: Path) -> None:
        """Delete a folder with all that is in it, if it is there."""
        if folder.is_dir():
            self._patiently(lambda: shutil.rmtree(folder))
            self.sync_folder(folder.parent)

    def discard_tree(self, folder: Path) -> None:
        """Delete a left-over folder; no harm when it cannot be."""
        shutil.rmtree(folder, ignore_errors=True)

    def make_folder(self, path: Path) -> None:
        """Make a folder and its parents, durably, for its owner alone."""
        if path.is_dir():
            return
        self.make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        self.sync_folder(path.parent)

    def sync(self, descriptor: int) -> None:
        """Force a file's content to the disk."""
        os.fsync(descriptor)

    def sync_file(self, path: Path) -> None:
        """Force the content of a file that something else wrote to the disk."""
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))  # Windows syncs writable files only
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def sync_folder(self, folder: Path) -> None:
        """Force a folder's entries to the disk, where the system can (not on Windows)."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def open_to_hold(self, path: Path) -> int:
        """A descriptor of a file that is held open (and locked) while the program runs; made when missing.

        Where nothing may be written, a file that is there can still be held.
        """
        binary = getattr(os, "O_BINARY", 0)
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | binary, 0o600)
        except OSError as error:
            try:
                return os.open(path, os.O_RDONLY | binary)
            except OSError:
                raise error from None

    def may_write(self, folder: Path) -> bool:
        """Whether the system lets us write in a folder, as far as it says."""
        return os.access(folder, os.W_OK)

    def rewrite_held(self, descriptor: int, data: bytes) -> None:
        """Replace the content of a held file. Not durable: a note for other processes, not a record."""
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, data)

    def free_space(self, folder: Path) -> int:
        """Free bytes on the disk that holds ``folder``."""
        return shutil.disk_usage(folder).free

    def wait_for_others(self, seconds: float) -> None:
        """Give another process a moment to finish what it is writing."""
        time.sleep(seconds)

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
