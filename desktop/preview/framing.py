# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Messages on a pipe: two lengths, a small JSON head and a body of bytes. Both sides hold each other to the limits."""

import json
import struct
from dataclasses import dataclass
from typing import BinaryIO

LENGTHS = struct.Struct(">II")
MOST_HEAD = 4_000_000
MOST_DOCUMENT = 200_000_000
MOST_PICTURE = 60_000_000


class FramingError(ValueError):
    """The other side broke the rules of the pipe."""


@dataclass(frozen=True)
class Frame:
    """One message."""

    head: dict[str, object]
    body: bytes = b""


def prefix(head: dict[str, object], body_size: int) -> bytes:
    """What goes before a body on the pipe."""
    written = json.dumps(head).encode()
    return LENGTHS.pack(len(written), body_size) + written


def sizes_of(lengths: bytes, most_body: int) -> tuple[int, int]:
    """The sizes of head and body, if both are allowed."""
    head, body = LENGTHS.unpack(lengths)
    if head > MOST_HEAD or body > most_body:
        raise FramingError("a message is longer than allowed")
    return head, body


def head_of(written: bytes) -> dict[str, object]:
    """The head as a dictionary."""
    try:
        head = json.loads(written)
    except (ValueError, RecursionError) as exc:
        raise FramingError("a head is not JSON") from exc
    if not isinstance(head, dict):
        raise FramingError("a head is not an object")
    return head


def read_frame(source: BinaryIO) -> Frame | None:
    """The next message of a blocking pipe, or None at its end."""
    lengths = source.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head_size, body_size = sizes_of(lengths, MOST_DOCUMENT)
    head = head_of(source.read(head_size))
    body = source.read(body_size)
    return Frame(head, body) if len(body) == body_size else None


class FrameReader:
    """Puts messages together from pieces, as they come out of a pipe that does not block."""

    def __init__(self, most_body: int = MOST_PICTURE) -> None:
        self._most_body = most_body
        self._held = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take what came."""
        self._held += piece

    def take(self) -> Frame | None:
        """The next whole message, or None until more has come."""
        if len(self._held) < LENGTHS.size:
            return None
        head_size, body_size = sizes_of(bytes(self._held[: LENGTHS.size]), self._most_body)
        start = LENGTHS.size + head_size
        end = start + body_size
        if len(self._held) < end:
            return None
        frame = Frame(head_of(bytes(self._held[LENGTHS.size : start])), bytes(self._held[start:end]))
        del self._held[:end]
        return frame
