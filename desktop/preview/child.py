# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The child process: one document comes in by pipe, then pages go out as they are asked for."""

import codecs
import sys
from collections.abc import Callable
from typing import BinaryIO

from PIL import Image

from desktop.preview.framing import Frame, prefix, read_frame
from desktop.preview.kinds import open_document
from desktop.preview.limits import allow_seconds, apply_limits
from desktop.preview.page import Document
from desktop.preview.refusals import NotEnoughMemoryError, NotShownError

LATE_LOADED = ("cp1252", "utf-16-le", "utf-16-be", "latin-1", "ascii")


def main() -> int:
    """Serve one document until the window closes the pipe."""
    Image.init()
    for encoding in LATE_LOADED:  # after the limits are set no file can be opened, not even Python's own
        codecs.lookup(encoding)
    apply_limits()
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Open the document that comes first, then answer each request."""
    allow_seconds()
    first = read_frame(source)
    if first is None:
        return
    document: Document | None = None

    def opened() -> Frame:
        nonlocal document
        document = open_document(str(first.head.get("kind", "")), first.body)
        return Frame({"reply": "opened", "kind": document.kind, "sizes": document.sizes, "note": document.note})

    _say(sink, _tried(opened, 0))
    while document is not None and (asked := read_frame(source)) is not None:
        allow_seconds()
        _say(sink, _answer(document, asked))


def _answer(document: Document, asked: Frame) -> Frame:
    number, width = asked.head.get("page"), asked.head.get("width")
    if not isinstance(number, int) or not isinstance(width, int) or not 1 <= number <= len(document.sizes):
        return Frame({"reply": "refused", "number": 0, "code": NotShownError.code})
    return _tried(lambda: _page(document, number, width), number)


def _page(document: Document, number: int, width: int) -> Frame:
    page = document.page(number, max(1, width))
    head = {"reply": "page", "number": number, "width": page.width, "height": page.height}
    return Frame({**head, "stride": page.stride, "text": page.text}, page.pixels)


def _tried(work: Callable[[], Frame], number: int) -> Frame:
    """The frame of ``work``, or the refusal that came of it."""
    try:
        return work()
    except NotShownError as exc:
        code = exc.code
    except MemoryError:
        code = NotEnoughMemoryError.code
    except Exception:  # whatever a stranger's file sets off, the window gets a plain answer
        code = NotShownError.code
    return Frame({"reply": "refused", "number": number, "code": code})


def _say(sink: BinaryIO, frame: Frame) -> None:
    sink.write(prefix(frame.head, len(frame.body)))
    sink.write(frame.body)
    sink.flush()
