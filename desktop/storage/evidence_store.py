# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence files: encrypted, named by a keyed hash of their content, never changed once stored.

A stored file is ``magic | chunks | wrapped file key``. Each chunk (1 MiB of content and 16 bytes of tag) is
AES-256-GCM under a key of its own file; its number and whether it is the last are in nonce and associated data.
The file key is wrapped last, bound to the file's name and size. The name stands for the content, the row for the
item and the content, so a file cut, reordered or put under another name is noticed before a byte is used.
The row keeps SHA-256 and size only; equal content is stored once, however many items use it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.models.records import FileState
from desktop.storage import keys
from desktop.storage.evidence_errors import (
    DamagedEvidenceError,
    EmptyEvidenceError,
    EvidenceChangedError,
    MissingEvidenceError,
    unreadable,
)
from desktop.storage.keys import UnwrapError, WorkbookKeys
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import CHUNK, Files

MAGIC = b"SEVENEV1"
TAG = 16
TRAILER = keys.NONCE_BYTES + keys.KEY_BYTES + TAG
INCOMING = "incoming-"


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: SHA-256 (lower-case hex) and size of the content, and the file's name in the store.

    ``fresh``: no file of that name was there before.
    """

    sha256: str
    size: int
    name: str
    fresh: bool = field(default=False, compare=False)


class EvidenceStore:
    """The evidence folder of one workbook. Holds no connection, so jobs may use it on their own thread."""

    def __init__(self, folder: Path, working_keys: WorkbookKeys, files: Files) -> None:
        self.folder = folder
        self._wrap_key = working_keys.evidence_wrap
        self._name_key = working_keys.evidence_name
        self._files = files

    def add(self, source: Path | Iterable[bytes], tell: Callable[[int], None] = lambda _: None) -> Stored:
        """Store the content of a file (or pieces of bytes), durably, before the caller writes the row.

        ``tell`` hears how many bytes each piece has, and may raise to give up.
        """
        incoming = self.folder / (INCOMING + secrets.token_hex(8))
        with plain_disk_errors("The evidence file"):
            self._files.make_folder(self.folder)
            try:
                sealing = _Sealing(self._wrap_key, self.name_for)
                self._files.write_chunks(incoming, sealing.run(_told(self._pieces(source), tell)))
                stored = Stored(sealing.sha256, sealing.size, self.name_for(sealing.sha256))
                return replace(stored, fresh=self._settle(incoming, stored))
            finally:
                self._files.discard(incoming)

    def withdraw(self, stored: Stored) -> None:
        """Take back what ``add`` stored, before any row names it. A file that was there before stays."""
        if stored.fresh:
            self._files.discard(self.path_for(stored.name))

    def name_for(self, sha256: str) -> str:
        """The name in the store of the content with this hash."""
        return hmac.digest(self._name_key, bytes.fromhex(sha256), "sha256").hex()

    def path_for(self, name: str) -> Path:
        """Where the file of that name is, or would be."""
        return self.folder / name[:2] / name

    def read_chunks(self, sha256: str) -> Iterator[bytes]:
        """The content in pieces, each proved before it is given. ``MissingEvidenceError``, ``DamagedEvidenceError``."""
        running = hashlib.sha256()
        for piece in self._opened(self.name_for(sha256)):
            running.update(piece)
            yield piece
        if running.hexdigest() != sha256:
            raise DamagedEvidenceError

    def copy_out(self, sha256: str, target: Path) -> None:
        """Write the content to a file outside the workbook."""
        with plain_disk_errors("The copy of the evidence file"):
            self._files.write_chunks(target, self.read_chunks(sha256))

    def state(self, sha256: str) -> FileState:
        """STORED, MISSING or DAMAGED, after reading all of it."""
        return self.state_of_name(self.name_for(sha256))

    def state_of_name(self, name: str, beat: Callable[[], None] = lambda: None) -> FileState:
        """As ``state``, by the name in the store. ``beat`` is called for every MiB, and may raise to cancel."""
        try:
            for _ in self._opened(name):
                beat()
        except MissingEvidenceError:
            return FileState.MISSING
        except DamagedEvidenceError:
            return FileState.DAMAGED
        return FileState.STORED

    def check(self, hashes: Iterable[str], progress: Callable[[int], None] = lambda _: None) -> dict[str, FileState]:
        """The state of every content named, telling how many are done."""
        found: dict[str, FileState] = {}
        for done, sha256 in enumerate(dict.fromkeys(hashes), start=1):
            found[sha256] = self.state(sha256)
            progress(done)
        return found

    def names(self) -> frozenset[str]:
        """The names of all stored files."""
        return frozenset(path.name for path in self._all_files() if _is_name(path))

    def strays(self, known: Collection[str]) -> tuple[Path, ...]:
        """Files that no hash in ``known`` stands for: left-overs of a crash, or put there by someone."""
        expected = {self.path_for(self.name_for(sha256)) for sha256 in known}
        return tuple(sorted(path for path in self._all_files() if path not in expected))

    def remove_unfinished(self) -> None:
        """Delete what a crash left half written. Safe at any start: no row names such a file."""
        with plain_disk_errors("The evidence folder"):
            for path in self.folder.glob(INCOMING + "*"):
                self._files.remove(path)

    def _all_files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.is_file())

    def _pieces(self, source: Path | Iterable[bytes]) -> Iterator[bytes]:
        if not isinstance(source, Path):
            yield from source
            return
        try:
            before = source.stat()
            yield from self._files.chunks(source)
            after = source.stat()
        except OSError as error:
            raise unreadable(error, source.name) from error
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise EvidenceChangedError(name=source.name)

    def _settle(self, incoming: Path, stored: Stored) -> bool:
        """Move into place, unless a whole file with this content is there: a damaged one is healed. Gives if fresh."""
        target = self.path_for(stored.name)
        before = self.state_of_name(stored.name)
        if before is FileState.STORED:
            self._files.sync_folder(target.parent)  # it may be there from a run that died before this
            return False
        self._files.make_folder(target.parent)
        self._files.replace(incoming, target)
        return before is FileState.MISSING

    def _opened(self, name: str) -> Iterator[bytes]:
        path = self.path_for(name)
        try:
            total = path.stat().st_size
            yield from _unseal(self._wrap_key, name, total, lambda at, count: self._files.read_part(path, at, count))
        except FileNotFoundError as error:
            raise MissingEvidenceError from error
        except (OSError, UnwrapError, InvalidTag) as error:
            raise DamagedEvidenceError from error


class _Sealing:
    """One pass over a content: encrypts, hashes and counts it."""

    def __init__(self, wrap_key: bytes, name_for: Callable[[str], str]) -> None:
        self._wrap_key = wrap_key
        self._name_for = name_for
        self.sha256 = ""
        self.size = 0

    def run(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes to write."""
        running, file_key = hashlib.sha256(), keys.new_key()
        cipher = AESGCM(file_key)
        yield MAGIC
        waiting: bytes | None = None  # a chunk is written when it is known whether it is the last
        number = 0
        for chunk in _of_full_size(pieces):
            running.update(chunk)
            self.size += len(chunk)
            if waiting is not None:
                yield _sealed_chunk(cipher, waiting, number, last=False)
                number += 1
            waiting = chunk
        if waiting is None:
            raise EmptyEvidenceError
        yield _sealed_chunk(cipher, waiting, number, last=True)
        self.sha256 = running.hexdigest()
        yield keys.wrap(self._wrap_key, file_key, _bound(self._name_for(self.sha256), self.size))


def _told(pieces: Iterable[bytes], tell: Callable[[int], None]) -> Iterator[bytes]:
    for piece in pieces:
        tell(len(piece))
        yield piece


def _of_full_size(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    if held:
        yield bytes(held)


def _unseal(wrap_key: bytes, name: str, total: int, read: Callable[[int, int], bytes]) -> Iterator[bytes]:
    body = total - len(MAGIC) - TRAILER
    count = -(-body // (CHUNK + TAG))
    size = body - count * TAG
    if size <= 0 or read(0, len(MAGIC)) != MAGIC:
        raise UnwrapError
    cipher = AESGCM(keys.unwrap(wrap_key, read(total - TRAILER, TRAILER), _bound(name, size)))
    for number in range(count):
        at = len(MAGIC) + number * (CHUNK + TAG)
        sealed = read(at, min(CHUNK + TAG, total - TRAILER - at))
        yield cipher.decrypt(_nonce(number), sealed, _chunk_label(number, last=number == count - 1))


def _sealed_chunk(cipher: AESGCM, chunk: bytes, number: int, *, last: bool) -> bytes:
    return cipher.encrypt(_nonce(number), chunk, _chunk_label(number, last=last))


def _nonce(number: int) -> bytes:
    return number.to_bytes(keys.NONCE_BYTES, "big")


def _chunk_label(number: int, *, last: bool) -> bytes:
    return b"chunk" + number.to_bytes(8, "big") + (b"last" if last else b"more")


def _bound(name: str, size: int) -> bytes:
    return f"evidence/{name}/{size}".encode()


def _is_name(path: Path) -> bool:
    return len(path.name) == 64 and path.parent.name == path.name[:2] and path.suffix == ""
