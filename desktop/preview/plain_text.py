# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Text shown as it is: what would be unseen, or would turn the reading direction, is marked."""

import codecs
import unicodedata

from desktop.preview.page import Page
from desktop.preview.protocol import CUT_TEXT

MOST_CHARACTERS = 200_000
KEPT = "\n\t\u200c\u200d"
UNSEEN = ("Cc", "Cf", "Zl", "Zp")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def made_visible(text: str) -> str:
    """Control and direction characters as ``[U+202E]``; lines end in one way."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = (c for c in set(text) if unicodedata.category(c) in UNSEEN and c not in KEPT)
    return text.translate({ord(c): f"[U+{ord(c):04X}]" for c in unseen})


def decoded(data: bytes) -> str:
    """The first characters of a text file, one more than are shown."""
    most = MOST_CHARACTERS + 1
    head = data[: 4 * most]
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return codecs.getincrementaldecoder(encoding)("replace").decode(head[len(mark) :])[:most]
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) == len(data))[:most]
    except UnicodeDecodeError:
        return head[:most].decode("cp1252", "replace")


class PlainText:
    """A text, CSV or Markdown file: one page of words."""

    kind = "text"

    def __init__(self, data: bytes) -> None:
        text = decoded(data)
        self.note = CUT_TEXT if len(text) > MOST_CHARACTERS else ""
        self._text = made_visible(text[:MOST_CHARACTERS])
        self.sizes = [(1.0, 1.0)]

    def page(self, number: int, width: int) -> Page:
        """All of the words; a text has no picture."""
        del number, width
        return Page(0, 0, 0, b"", self._text)
