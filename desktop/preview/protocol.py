# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the window and the child say to each other. The window believes nothing that it has not checked."""

import sys
from dataclasses import dataclass
from pathlib import Path

from desktop.preview.framing import Frame, FramingError
from desktop.preview.refusals import BY_CODE, NotShownError, StoppedError

MOST_PAGES = 2_000
MOST_SIDE = 16_000
MOST_TEXT = 250_000
KINDS = ("pdf", "picture", "text")
CUT_TEXT = "cut_text"
CUT_PAGES = "cut_pages"
NOTES = {
    "": "",
    CUT_TEXT: "This is a long file. Only its first 200,000 characters are shown.",
    CUT_PAGES: "This is a long file. Only its first 2,000 pages are shown.",
}


@dataclass(frozen=True)
class Opened:
    """The child has read the document: its kind, and the size of each page in the page's own unit."""

    kind: str
    sizes: tuple[tuple[float, float], ...]
    note: str = ""


@dataclass(frozen=True)
class PageShown:
    """One page: pixels in rows of red, green, blue (none for a text), and its words."""

    number: int
    width: int
    height: int
    stride: int
    text: str
    pixels: bytes


@dataclass(frozen=True)
class Refused:
    """Page ``number``, or with 0 the whole document, is not shown."""

    number: int
    reason: type[NotShownError]


Reply = Opened | PageShown | Refused


def child_command() -> list[str]:
    """How the child is started. A frozen build starts itself, by its hidden route."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--preview"]
    return [sys.executable, "-P", "-s", "-m", "desktop.preview"]


def document_head(name: str, size: int) -> dict[str, object]:
    """The first message to the child, before the bytes."""
    return {"name": name, "kind": Path(name).suffix.lower(), "size": size}


def page_request(number: int, width: int) -> dict[str, object]:
    """Ask for one page, about ``width`` pixels wide."""
    return {"page": number, "width": width}


def parse(frame: Frame) -> Reply:
    """A reply of the child, or FramingError when it says what it may not say."""
    match frame.head.get("reply"):
        case "opened":
            return _opened(frame.head)
        case "page":
            return _page(frame)
        case "refused":
            reason = BY_CODE.get(str(frame.head.get("code")), StoppedError)
            return Refused(_whole(frame.head, "number", MOST_PAGES, least=0), reason)
    raise FramingError("an unknown reply")


def _opened(head: dict[str, object]) -> Opened:
    kind, sizes, note = head.get("kind"), head.get("sizes"), head.get("note")
    if kind not in KINDS or note not in NOTES or not isinstance(sizes, list) or not 1 <= len(sizes) <= MOST_PAGES:
        raise FramingError("an opening that makes no sense")
    return Opened(str(kind), tuple(_size(size) for size in sizes), str(note))


def _size(size: object) -> tuple[float, float]:
    if isinstance(size, list) and len(size) == 2:
        width, height = size
        if isinstance(width, int | float) and isinstance(height, int | float):
            sides = (float(width), float(height))
            if all(0.01 <= side <= 1_000_000 for side in sides):
                return sides
    raise FramingError("a page of no size")


def _page(frame: Frame) -> PageShown:
    text = frame.head.get("text")
    if not isinstance(text, str) or len(text) > 20 * MOST_TEXT:
        raise FramingError("a page without words")
    number = _whole(frame.head, "number", MOST_PAGES)
    if not frame.body:
        return PageShown(number, 0, 0, 0, text, b"")
    width, height = (_whole(frame.head, side, MOST_SIDE) for side in ("width", "height"))
    stride = _whole(frame.head, "stride", 4 * MOST_SIDE)
    if stride < 3 * width or stride * height != len(frame.body):
        raise FramingError("pixels that do not fit their size")
    return PageShown(number, width, height, stride, text, frame.body)


def _whole(head: dict[str, object], name: str, most: int, least: int = 1) -> int:
    value = head.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise FramingError(f"no {name}")
    return value
