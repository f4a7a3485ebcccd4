# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the heading over a column says it holds, English or Welsh, and how long a course counts."""

import re
from functools import lru_cache

from desktop.services.importing.cell_words import plain
from desktop.services.importing.heading_words import HEADINGS, STAFF_WORDS
from desktop.services.importing.layout import Field

_COMPILED = tuple(
    (field, re.compile("|".join(words.split("\n        ")[1:-1]).replace("STAFF", STAFF_WORDS)))
    for field, words in HEADINGS
)
_UNDER_COURSE = {Field.COMPLETED, Field.EXPIRES, Field.LEFT_OUT, Field.HOURS, Field.NOTES}

_NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "dwy": 2,
    "tair": 3,
    "tri": 3,
    "pum": 5,
    "bob": 1,
}
_COUNT = r"(\d+|one|two|three|four|five|dwy|tair|tri|pum)"
_YEARS = re.compile(
    rf"\b{_COUNT}\s?-?(?:y(?:ea)?r(?:s)?(?:ly)?|yrly|y|years?|yearly|blynedd|mlynedd|flynedd)\b|every {_COUNT} years?"
)
_MONTHS = re.compile(rf"\b{_COUNT}\s?-?(?:m(?:on)?th(?:s|ly)?|mths?|mos?|mis)\b")
_YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|every year|each year|blynyddol|bob blwyddyn|p\.?a\.?)\b")
_EVERY_OTHER = re.compile(r"\b(?:bi-?ennial(?:ly)?|every other year|two-yearly)\b")
_OLD_WORDS = re.compile(
    r"\b(?:old|archived?|do not use|superseded|previous|past|hen|archif|backup|copy of|template|example)\b"
)

_KEPT = 2000
_FEW_WORDS = 3
_ONCE = re.compile(
    r"once(?: only)?|one[- ]?off|n/?a|-|none|no expiry|does not expire|for life|unwaith|mandatory|optional"
)
_EXPIRY_END = re.compile(
    r"[\s(:/–—-]+(?:exp|exp\.|expir(?:y|es|ed|ation)|renewal|renew by|valid until|due|next due)(?: date)?\)?\s*$",
    re.IGNORECASE,
)
_DONE_END = re.compile(
    r"[\s(:/–—-]+(?:date|completed|done|attended|taken)(?: on| date| completed)?\)?\s*$", re.IGNORECASE
)
_ALL_EXPIRE = re.compile(r"\bdates?\b([^.;✓]{0,40}?)\b(?:expir\w*|exp|renewal|due|runs? out)\b")
_COMPLETED_TOO = re.compile(r"complet|done|attend|unless|\band\b|\bor\b")


@lru_cache(maxsize=_KEPT)
def field_of(heading: str) -> Field | None:
    """What a column under that heading holds, or None when it may be a course or anything."""
    text = plain(heading).strip(" :*?-").replace("_", " ")
    if not text:
        return None
    without = re.sub(r"\s*\([^)]*\)$", "", text)
    asked = (text,) if without == text else (text, without)
    return next((field for field, words in _COMPILED if any(words.fullmatch(each) for each in asked)), None)


def part_of_course(heading: str) -> Field | None:
    """What a column holds when its own heading is only 'Date' or 'Expires' under the name of a course."""
    field = field_of(heading)
    return field if field in _UNDER_COURSE else None


def valid_months(heading: str) -> int | None:
    """For how many months a course counts, as far as its heading says so: 36 for '(3 yrly)', 12 for 'ANNUAL'."""
    text = plain(heading)
    if found := _YEARS.search(text):
        return 12 * _count(found[1] or found[2])
    if _EVERY_OTHER.search(text):
        return 24
    if found := _MONTHS.search(text):
        return _count(found[1])
    return 12 if _YEARLY.search(text) else None


def is_how_often(text: str) -> bool:
    """Whether the words say only how long a course counts: '3 yrs', 'annual', 'once', 'n/a'."""
    low = plain(text)
    return len(low.split()) <= _FEW_WORDS and (valid_months(text) is not None or bool(_ONCE.fullmatch(low)))


def expiry_of(heading: str) -> str | None:
    """'First aid' for the heading 'First aid - expiry', or None when it does not speak of an expiry."""
    found = _EXPIRY_END.search(heading)
    return heading[: found.start()].strip(" -–—:/(,") if found and found.start() else None


def completion_of(heading: str) -> str:
    """'First aid' for the heading 'First aid - date completed'; any other heading as it is."""
    return _DONE_END.sub("", heading).strip(" -–—:/(,")


def dates_are_expiries(words: str) -> bool:
    """Whether a title says that the dates below are those on which the training runs out."""
    found = _ALL_EXPIRE.search(plain(words))
    return bool(
        found and re.search(r"=|\b(?:are|is|shows?|means?)\b", found[1]) and not _COMPLETED_TOO.search(found[1])
    )


def put_away(words: str) -> bool:
    """Whether the name or title of a sheet says that it is an old one."""
    return bool(_OLD_WORDS.search(plain(words).replace("_", " ")))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER_WORDS[word]
