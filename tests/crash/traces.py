# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Looks for words in every byte of every file: as text, two-byte text, base 64 or hex, and inside what is packed."""

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LONGEST_INFLATED = 4 * 1024 * 1024
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_ZIP_MEMBER = re.compile(rb"PK\x03\x04")


@dataclass(frozen=True, slots=True)
class Trace:
    """One word found where it should not be."""

    file: str
    word: str
    how: str


def traces(places: Iterable[Path], words: Iterable[str]) -> list[Trace]:
    """Every word found in any file (or file name) below the places."""
    spellings = [(word, how, spelling) for word in words for how, spelling in _spellings(word)]
    found = []
    for path in sorted(path for place in places for path in place.rglob("*")):
        raw = path.read_bytes() if path.is_file() else b""
        for where, content in (("name", path.name.encode()), ("content", raw), *_inflated(raw)):
            found += [
                Trace(str(path), word, f"{where}, {how}") for word, how, spelling in spellings if spelling in content
            ]
    return found


def _spellings(word: str) -> Iterator[tuple[str, bytes]]:
    plain = word.encode()
    yield "UTF-8", plain
    yield "UTF-16", word.encode("utf-16-le")
    yield "hex", plain.hex().encode()
    for shift in range(3):  # base 64 in each of its three positions, without the characters that neighbours touch
        encoded = base64.b64encode(b"\0" * shift + plain)
        yield "base 64", encoded[4 if shift else 0 : len(encoded) // 4 * 4 - 4]
    yield "JSON", word.encode("ascii", "backslashreplace")


def _inflated(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for name, pattern, window in (("zlib", _ZLIB, 15), ("gzip", _GZIP, 31)):
        for match in pattern.finditer(raw):
            yield from _inflate(name, raw[match.start() :], window)
    for match in _ZIP_MEMBER.finditer(raw):
        at = match.start()
        name_length, extra_length = (int.from_bytes(raw[at + i : at + i + 2], "little") for i in (26, 28))
        yield from _inflate("zip member", raw[at + 30 + name_length + extra_length :], -15)


def _inflate(name: str, packed: bytes, window: int) -> Iterator[tuple[str, bytes]]:
    unpacking = zlib.decompressobj(window)
    out = bytearray()
    for at in range(0, len(packed), 4096):  # in pieces, so that what precedes a fault is kept
        try:
            out += unpacking.decompress(packed[at : at + 4096], LONGEST_INFLATED - len(out))
        except zlib.error:
            break
        if unpacking.eof or len(out) >= LONGEST_INFLATED:
            break
    if out:
        yield name, bytes(out)
