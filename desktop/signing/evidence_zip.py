# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Writing the ZIP volumes that go with a pack: streamed, so that no evidence file is ever whole in memory.

The same files give the same bytes (with the same zlib): times and permissions are fixed, the order is given.
"""

import hashlib
import io
import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desktop.models.errors import AppError
from desktop.models.pack import VolumePart
from desktop.signing.zip_limits import MOST_BYTES, MOST_FILES, RATIO_MATTERS
from desktop.support.files import Files

LARGEST_VOLUME = 2_000_000_000
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_PACKED_ALREADY = {".pdf", ".jpg", ".jpeg", ".png", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".mp4", ".heic"}


class EvidenceTooLargeError(AppError):
    """A ZIP that no checker would open."""

    code = "evidence_too_large"
    happened = "{what} does not fit into a ZIP of at most 4 GB and 2,000 files, which is what the checker opens."
    safe = "No ZIP was written for it, and the records are unchanged."
    to_do = "Put a smaller file in its place, or keep it back and offer it on request."


@dataclass(frozen=True, slots=True)
class ZipSource:
    """A file to put in: its safe name, and a way to read it in pieces."""

    name: str
    size: int
    pieces: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class ZippedFile:
    """What went in: name, size in bytes, SHA-256, for the manifest."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WrittenVolume:
    """A finished volume, and what is in it."""

    part: VolumePart
    files: tuple[ZippedFile, ...]


def plan_volumes(sources: Sequence[ZipSource], largest: int = LARGEST_VOLUME) -> tuple[tuple[ZipSource, ...], ...]:
    """Share the files out in order over volumes of at most ``largest`` bytes of content; a larger file goes alone.

    Raises ``EvidenceTooLargeError``, naming the file, where one is too large even alone.
    """
    for source in sources:
        _require_to_fit([source])
    volumes: list[list[ZipSource]] = []
    room = 0
    for source in sources:
        if not volumes or source.size > room or len(volumes[-1]) == MOST_FILES:
            volumes.append([])
            room = largest
        volumes[-1].append(source)
        room -= source.size
    return tuple(tuple(volume) for volume in volumes)


def write_volume(
    files: Files, path: Path, sources: Sequence[ZipSource], step: Callable[[str], None] = lambda _name: None
) -> WrittenVolume:
    """Write one ZIP. ``step`` hears each name before it is read, and may raise to cancel: then nothing is left.

    Raises ``EvidenceTooLargeError`` before anything is written; share the files out with ``plan_volumes`` first.
    """
    return _volume(path.name, sources, step, lambda pieces: files.write_chunks(path, pieces))


def measure_volume(
    name: str, sources: Sequence[ZipSource], step: Callable[[str], None] = lambda _name: None
) -> WrittenVolume:
    """What ``write_volume`` would write, byte for byte, without writing it."""
    return _volume(name, sources, step, lambda pieces: deque(pieces, maxlen=0))


def _volume(
    name: str, sources: Sequence[ZipSource], step: Callable[[str], None], take: Callable[[Iterable[bytes]], object]
) -> WrittenVolume:
    _require_to_fit(sources)
    sink = _Sink()
    zipped: list[ZippedFile] = []
    take(sink.hashed(_stream(sink, sources, zipped, step)))
    return WrittenVolume(VolumePart(name, sink.size, sink.sums.hexdigest()), tuple(zipped))


def _require_to_fit(sources: Sequence[ZipSource]) -> None:
    if len(sources) > MOST_FILES or sum(source.size for source in sources) > MOST_BYTES:
        raise EvidenceTooLargeError(what=sources[0].name if len(sources) == 1 else f"All of {len(sources):,} files")


class _Sink(io.RawIOBase):
    """Where zipfile writes: keeps the pieces until they are fetched. Cannot seek, so zipfile streams."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self.size = 0
        self.sums = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        data = bytes(piece)  # type: ignore[call-overload]  # any buffer, as RawIOBase promises
        self._pieces.append(data)
        return len(data)

    def fetch(self) -> bytes:
        """All that was written since the last fetch."""
        data, self._pieces = b"".join(self._pieces), []
        return data

    def hashed(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Pass the pieces on, counting and hashing them."""
        for piece in pieces:
            self.size += len(piece)
            self.sums.update(piece)
            yield piece


def _stream(
    sink: _Sink, sources: Sequence[ZipSource], zipped: list[ZippedFile], step: Callable[[str], None]
) -> Iterator[bytes]:
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sources:
            step(source.name)
            sums, size = hashlib.sha256(), 0
            with archive.open(_entry(source), "w") as target:
                for piece in source.pieces():
                    sums.update(piece)
                    size += len(piece)
                    target.write(piece)
                    yield sink.fetch()
            zipped.append(ZippedFile(source.name, size, sums.hexdigest()))
            yield sink.fetch()
    yield sink.fetch()


def _entry(source: ZipSource) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(source.name, _FIXED_TIME)
    entry.create_system = 3
    entry.external_attr = _REGULAR_FILE
    entry.file_size = source.size  # tells zipfile whether the entry needs the 64-bit form
    entry.compress_type = zipfile.ZIP_DEFLATED
    as_it_is = PurePosixPath(source.name).suffix.lower() in _PACKED_ALREADY or source.size > RATIO_MATTERS
    entry._compresslevel = 0 if as_it_is else 6  # type: ignore[attr-defined]  # noqa: SLF001 - public only from 3.13
    return entry
