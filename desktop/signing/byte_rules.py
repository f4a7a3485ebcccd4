# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules that look at the file as bytes, before anything parses it (trust.md 2.6, rules 1-3 and 6-8)."""

import hashlib
import re
from dataclasses import dataclass

from desktop.signing.objections import Objection

MARK = b"/ByteRange"
_RANGE = re.compile(rb"/ByteRange \[0 ([1-9]\d{0,9}) ([1-9]\d{0,9}) ([1-9]\d{0,9})\]")
_UPPER_HEX = re.compile(rb"(?:[0-9A-F]{2})+")
_END = re.compile(rb"%%EOF[\r\n]{0,2}\Z")


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """Where the signature is: the file is covered but for ``gap_start:gap_end``; ``cms`` is what the gap holds."""

    gap_start: int
    gap_end: int
    cms: bytes

    def digest(self, data: bytes) -> bytes:
        """SHA-256 of all that is covered."""
        view = memoryview(data)
        sha = hashlib.sha256(view[: self.gap_start])
        sha.update(view[self.gap_end :])
        return sha.digest()


def find_signed_bytes(data: bytes) -> SignedBytes:
    """The one signature's place in the file, or an objection."""
    _require_header(data)
    gap_start, gap_end, total = _range_of(data)
    if total != len(data):
        raise Objection("cut_short" if total > len(data) else "added_after")
    if not _END.search(data, max(0, len(data) - 16)):
        raise Objection("end_wrong")
    return SignedBytes(gap_start, gap_end, _container(data, gap_start, gap_end))


def _require_header(data: bytes) -> None:
    if not data:
        raise Objection("empty")
    start = data.find(b"%PDF-", 0, 1029)
    if start < 0:
        raise Objection("not_a_pdf")
    if start > 0:
        raise Objection("bytes_before")


def _range_of(data: bytes) -> tuple[int, int, int]:
    mark = data.find(MARK)
    if mark < 0:
        raise Objection("no_signature")
    if data.find(MARK, mark + 1) >= 0:
        raise Objection("more_than_one_signature")
    found = _RANGE.match(data, mark)
    if not found:
        raise Objection("range_wrong")
    before, resume, after = (int(number) for number in found.groups())
    if not before < resume:
        raise Objection("range_wrong")
    return before, resume, resume + after


def _container(data: bytes, start: int, end: int) -> bytes:
    whole = (
        data[start - 10 : start] == b"/Contents " and data[start : start + 1] == b"<" and data[end - 1 : end] == b">"
    )
    digits = data[start + 1 : end - 1]
    if not whole or not _UPPER_HEX.fullmatch(digits):
        raise Objection("container_wrong")
    padded = bytes.fromhex(digits.decode("ascii"))
    length = _der_length(padded)
    if padded[length:].strip(b"\0"):
        raise Objection("container_wrong")
    return padded[:length]


def _der_length(der: bytes) -> int:
    """The length of a DER sequence of 256 bytes to 64 KB, which every CMS of ours is."""
    if der[:2] != b"\x30\x82" or len(der) < 4:
        raise Objection("container_wrong")
    length = 4 + int.from_bytes(der[2:4], "big")
    if length > len(der):
        raise Objection("container_wrong")
    return length
