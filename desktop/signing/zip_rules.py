# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading a ZIP that a stranger may have made: the table first, then only the files that were signed (trust.md F30)."""

import hashlib
import stat
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.models.errors import CancelledError
from desktop.signing.zip_limits import MOST_BYTES, MOST_FILES, MOST_RATIO, RATIO_MATTERS

_PIECE = 1024 * 1024
_ROOM_FOR_NAMES = 10_000_000


class UnsafeZipError(Exception):
    """The table of the ZIP breaks a limit. Nothing in it was read."""


@dataclass(frozen=True, slots=True)
class SignedFile:
    """What a file must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Names of files that are changed, missing or extra in a ZIP."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def compare(path: Path, signed: Mapping[str, SignedFile], beat: Callable[[], None] = lambda: None) -> Differences:
    """How the ZIP differs from what was signed. Raises ``UnsafeZipError``, or BadZipFile and its like for no ZIP.

    ``beat`` is called for every MiB, and may raise ``CancelledError``.
    """
    if path.stat().st_size > sum(one.size for one in signed.values()) + _ROOM_FOR_NAMES:
        raise UnsafeZipError
    with zipfile.ZipFile(path) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        _require_safe(archive.infolist())
        return Differences(
            changed=tuple(
                name for name in signed if name in entries and not _same(archive, entries[name], signed[name], beat)
            ),
            missing=tuple(name for name in signed if name not in entries),
            extra=tuple(name for name in entries if name not in signed),
        )


def _require_safe(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename.casefold() for entry in entries}
    crowded = len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES
    if crowded or len(names) != len(entries) or any(_is_unsafe(entry) for entry in entries):
        raise UnsafeZipError


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name, mode = entry.orig_filename, entry.external_attr >> 16
    inflated = entry.file_size > RATIO_MATTERS and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
    leads_out = name.startswith("/") or ".." in name.split("/") or any(one in name for one in "\\:\0")
    return leads_out or inflated or stat.S_ISLNK(mode) or bool(entry.flag_bits & 1)


def _same(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, signed: SignedFile, beat: Callable[[], None]) -> bool:
    """Whether an entry holds the signed bytes; inflates no more than the signed size and one piece."""
    if entry.file_size != signed.size:
        return False
    sums, left = hashlib.sha256(), signed.size
    try:
        with archive.open(entry) as stream:
            while left >= 0 and (piece := stream.read(_PIECE)):
                beat()
                left -= len(piece)
                sums.update(piece)
    except CancelledError:
        raise
    except Exception:  # hostile bytes: whatever zipfile and its decompressors raise, the file is not as signed
        return False
    return left == 0 and sums.hexdigest() == signed.sha256
