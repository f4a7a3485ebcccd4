# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Type of the pack: the sizes of the look page, and the headings."""

from desktop.reports.text import Bookmark, Style, Text, Words

BODY = Style(10, 13.8)
QUIET = Style(10, 13.8, role="soft")
LEAD = Style(10.5, 14.5)
NARRATIVE = Style(9, 12.2, role="soft")
SMALL = Style(8.5, 11)
SMALL_BOLD = Style(8.5, 11, "semibold")
SMALL_QUIET = Style(8.5, 11, role="soft")
CELL = Style(9.5, 12.4)
CELL_RIGHT = Style(9.5, 12.4, right=True)
CELL_BOLD = Style(9.5, 12.4, "semibold")
NUMBER = Style(9.5, 12.4, "bold")
HASH = Style(9, 12, "semibold")


def page_title(words: str, anchor: str, depth: int = 0, entry: str = "") -> Text:
    """The title of a part, at the top of its page."""
    return _heading(words, 1, Style(22, 27, "bold"), Bookmark(depth, entry or words, anchor), after=10)


def standard_title(words: Words, anchor: str, entry: str) -> Text:
    """The title of a standard, as quoted."""
    return _heading(words, 1, Style(16, 19.8, "bold"), Bookmark(0, entry, anchor), after=6)


def title_in_the_flow(words: str, anchor: str) -> Text:
    """The title of a part that is too short for a page of its own."""
    return _heading(words, 1, Style(16, 19.8, "bold"), Bookmark(0, words, anchor), before=30, after=6)


def heading(words: Words) -> Text:
    """A heading inside a part."""
    return _heading(words, 2, Style(13, 17, "bold"), None, before=18, after=6)


def minor_heading(words: Words, role: str = "text") -> Text:
    """A heading inside a box or under a heading."""
    return _heading(words, 3, Style(10.5, 14, "bold", role), None, before=10, after=3)


def _heading(
    words: Words, level: int, style: Style, entry: Bookmark | None, *, before: float = 0, after: float = 0
) -> Text:
    return Text(words, style, f"H{level}", before, after, keep_with_next=True, entry=entry)


def body(words: Words, after: float = 8) -> Text:
    """Reading text."""
    return Text(words, BODY, after=after)


def quiet(words: Words, after: float = 8) -> Text:
    """Text that one may skip."""
    return Text(words, QUIET, after=after)
