# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words for dates, sizes, lists and hashes, as every page writes them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[^a-z])")
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(value: date) -> str:
    """A date in text: 2 November 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """A date in a table: 18 Dec 2026."""
    return f"{value.day} {_MONTHS[value.month - 1][:3]} {value.year}"


def number_word(value: int) -> str:
    """Small numbers as words."""
    return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def sentence(text: str) -> str:
    """The text with a capital at the start and a full stop at the end, if it has words."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…:" else ".")


def listed(parts: Sequence[str]) -> str:
    """Parts joined as in speech: a, b and c."""
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def groups(digits: str, count: int = 0) -> list[str]:
    """A hash in groups of four capitals; the first ``count`` groups, or all."""
    found = [digits[at : at + 4].upper() for at in range(0, len(digits), 4)]
    return found[:count] if count else found


def size_words(size: int) -> str:
    """Bytes as people read them."""
    if size < 1_000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"


def own_number(indicator_number: str) -> str:
    """'6.3' of 'SA 6.3', where the column says SA."""
    return indicator_number.removeprefix("SA ")


def clipped(text: str, limit: int) -> str:
    """A text of at most about ``limit`` characters, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"


def whole_sentences(text: str, limit: int) -> str:
    """The first sentences of a text that fit into ``limit`` characters, never a part of one; '' where none fits."""
    taken = ""
    for part in _SENTENCE_ENDS.split(" ".join(text.split())):
        longer = f"{taken} {part}".strip()
        if len(longer) > limit:
            break
        taken = longer
    return sentence(taken)


def unique(parts: Iterable[str]) -> list[str]:
    """Each part once, in order, without empty ones."""
    return [part for part in dict.fromkeys(parts) if part]
