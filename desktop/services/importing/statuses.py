# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What became of a planned session, as people write it; and marks that say yes or no."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """What became of a session. ``NONE``: nothing is written; ``UNKNOWN``: it cannot be read."""

    HELD = "held"
    CANCELLED = "cancelled"
    NOT_ATTENDED = "not attended"
    MOVED = "moved"
    PLANNED = "planned"
    NONE = "no status"
    UNKNOWN = "not readable"


class Mark(StrEnum):
    """A mark in a box: yes, no, nothing there, or something that is neither."""

    YES = "yes"
    NO = "no"
    PART = "part"
    NONE = ""
    UNKNOWN = "unknown"


_TICKS = frozenset("✓✔☑√✅🗸🗹")
_X = frozenset(("x", "xx"))
_CROSSES = frozenset("✗✘×☒❌✖")
_NOT = r"(?:did ?n[o']?t|didnt|failed to|not|unable to)"
# Read in this order: what did not happen goes before the words of what did ("not held", "didn't attend").
_STATUSES: dict[Status, tuple[str, ...]] = {
    Status.NOT_ATTENDED: (
        rf"dna|fta|{_NOT} (?:attend|show|turn)\w*|no[ -]?show|absent|missed|forgot",
        "heb fynychu|ddim yn bresennol|absennol",
    ),
    Status.CANCELLED: (
        rf"{_NOT} (?:held|happen|take)\w*|canc\w*|cx\w*|c/x|called off|abandoned|n|no|na",
        r"sick\w*|ill|off|(?:annual |on )?leave|a/l|holiday",
        r"cans\w*|heb ei gynnal|gwyliau|naddo|nac? oedd",
    ),
    Status.MOVED: (
        r"mov\w+|re-?arr\w*|re-?sch?ed\w*|re-?book\w*|postpone\w*|put back|brought forward|deferred|r/a",
        r"symud\w*|aildrefn\w*|gohiri\w*",
    ),
    Status.PLANNED: (
        r"plan\w*|book\w*|due|sched\w*|tbc|tba|upcoming|to come|future",
        "wedi.i drefnu|trefnwyd",
    ),
    Status.HELD: (
        r"held|h|y|ye[sp]|done|complet\w*|attend\w*|took place|taken place|happened|ok|true|met|present",
        "ie|do|cynhaliwyd|wedi.i gynnal|mynychwyd|presennol",
    ),
}
_READ = tuple((status, re.compile(rf"(?:{'|'.join(words)})(?![^\W\d_'])")) for status, words in _STATUSES.items())
_YES_WORDS = (
    r"y|yes|yep|true|1|p|present|attended|here|in|done|ok|all day|full(?: day)?|both|signed|do|ie|oes|presennol"
)
_ABSENT_WORDS = (
    r"absent|apolog\w+|apols?|dna|no[ -]?show|absennol|ymddiheur\w+|(?:not|unable to) (?:attend|come|show)\w*"
    r"|(?:did ?n[o']?t|didnt) (?:attend|come|show)\w*"
)
_NO_WORDS = rf"n|no|none|nil|0|false|a|abs|sick|ill|leave|cancelled|withdrew|n/?a|na|nage|-|–|—|{_ABSENT_WORDS}"
_YES, _NO = (re.compile(rf"(?:{words})(?![^\W_])") for words in (_YES_WORDS, _NO_WORDS))
_ABSENT = re.compile(rf"\b(?:{_ABSENT_WORDS})(?![^\W_])")
_PART = re.compile(
    r"\b(?:left|leav\w+|gone|late|part(?:ial|ly)?|half|only|am|pm|a\.m\.?|p\.m\.?|morning|afternoon|bore|prynhawn"
    r"|until|till|from \d)\b"
)


def read_status(text: str) -> Status:
    """What became of a session. Words after the first that says it, such as a reason, do not count."""
    plain = _folded(text)
    if not plain:
        return Status.NONE
    if plain[0] in _TICKS:
        return Status.HELD
    if plain[0] in _CROSSES:
        return Status.CANCELLED
    plain = plain.lstrip("(-–. ")
    for status, words in _READ:
        if words.match(plain):
            return status
    later = [(found.start(), status) for status, words in _READ for found in _words_in(words, plain)]
    return min(later)[1] if later else Status.UNKNOWN


def read_mark(text: str) -> Mark:
    """What a box on a sheet says. 'x' is unknown: some mean a tick by it, some the opposite."""
    plain = _folded(text)
    if not plain:
        return Mark.NONE
    if says_part(plain):
        return Mark.PART
    if plain[0] in _TICKS or _YES.match(plain):
        return Mark.YES
    if plain[0] in _CROSSES or _NO.match(plain):
        return Mark.NO
    return Mark.NO if says_absent(plain) else Mark.UNKNOWN


def says_part(text: str) -> bool:
    """Whether words say that somebody was there for a part only, such as 'left at lunch'."""
    return _PART.search(_folded(text)) is not None


def says_absent(text: str) -> bool:
    """Whether words say that somebody was not there at all."""
    return _ABSENT.search(_folded(text)) is not None


def crosses_tick(texts: Iterable[str]) -> bool:
    """Whether an 'x' in this column means yes: nothing else in it says so, and most of it is 'x'."""
    filled = [_folded(text) for text in texts if text.strip()]
    others = {text for text in filled if text not in _X}
    return len(filled) - len(others) > len(others) and not any(
        read_status(text) is Status.HELD or read_mark(text) is Mark.YES for text in others
    )


def _words_in(words: re.Pattern[str], plain: str) -> list[re.Match[str]]:
    """Where the words stand whole in a longer text; a single letter there says nothing."""
    return [found for found in re.finditer(rf"\b{words.pattern}", plain) if len(found[0]) > 2]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("\ufe0f", "")
    return " ".join(plain.split())
