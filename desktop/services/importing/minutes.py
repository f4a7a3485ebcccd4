# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How long something took, as people type it: 60, 90 mins, 1hr 15, 1.5h, an hour, 1:15, 10:00-11:15."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.sheet import SheetCell

SHORTEST, LONGEST = 10, 300  # a session that is shorter or longer is asked about
_MOST_HOURS = 8  # a bare number above it cannot be hours of one session
_DAY = 24 * 60
_ABOUT = re.compile(
    r"^(?:approx(?:imately|\.)?|about|around|circa|ca?\.?|tua|~|±)\s*|\s*(?:approx\.?|\(est\.?\)|est\.?|\+)$"
)
_HOUR = r"(?:hours?|hrs?|h|awr|oriau)\b\.?"
_MINUTE = r"(?:minutes?|mins?|m|munud(?:au)?|mun)\b\.?"
_WORDS = {
    "half": 0.5, "hanner": 0.5, "a": 1.0, "an": 1.0, "one": 1.0, "un": 1.0, "two": 2.0, "dwy": 2.0, "three": 3.0,
}  # fmt: skip
_PARTS = {"½": ".5", "¼": ".25", "¾": ".75"}
_NUMBER = r"(\d+(?:[.,]\d+)?|\.\d+)"
_HOURS_MINUTES = re.compile(
    rf"{_NUMBER}\s*{_HOUR.replace(chr(92) + 'b', '')}\s*(?:and|,|a)?\s*(\d{{1,2}})\s*(?:{_MINUTE})?"
)
_HOURS = re.compile(rf"{_NUMBER}\s*{_HOUR}")
_MINUTES = re.compile(rf"{_NUMBER}\s*{_MINUTE}")
_UNITS = ((_HOURS_MINUTES, 60), (_HOURS, 60), (_MINUTES, 1))
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?(?:\s*(?:hours?|hrs?|h))?")
_TIME = r"(\d{1,2})(?:[:.](\d\d))?\s*(?:am|pm|yb|yh)?"
_CLOCK_SIGN = re.compile(r"[:.]\d\d|\d\s*(?:am|pm|yb|yh)")  # '45-60' is no time of day
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|to|until|till|i|hyd)\s*{_TIME}")


class Unit(StrEnum):
    """What a bare number in a column means."""

    MINUTES = "minutes"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time. ``minutes`` is None when there is none to be had; ``wrong`` says why, or what is doubtful."""

    minutes: int | None = None
    wrong: str = ""
    likely: int | None = None


def read_minutes(cell: SheetCell, unit: Unit = Unit.MINUTES) -> Length:
    """The length in a cell. An empty cell gives neither minutes nor anything wrong."""
    if cell.blank:
        return Length()
    found = minutes_of(cell.text, unit)
    if found is None and cell.number is not None:
        found = _bare(cell.number, unit)
    if found is None:
        return Length(wrong=f"“{cell.text.strip()[:30]}” cannot be read as a length of time.")
    return Length(found)


def checked(length: Length) -> Length:
    """The length of one session, doubted when it is hardly one."""
    minutes = length.minutes
    if minutes is None or SHORTEST <= minutes <= LONGEST:
        return length
    tenth = minutes // 10
    if minutes > LONGEST and minutes % 10 == 0 and SHORTEST <= tenth <= LONGEST:
        return Length(minutes, f"{_said(minutes)} is very long for one session. Is {tenth} minutes meant?", tenth)
    if 0 < minutes <= _MOST_HOURS:
        return Length(minutes, f"{_said(minutes)} is very short for one session. Are hours meant?", minutes * 60)
    size = "long" if minutes > LONGEST else "short"
    return Length(minutes, f"{_said(minutes)} is very {size} for one session. How long was it?")


def minutes_of(text: str, unit: Unit = Unit.MINUTES) -> int | None:
    """The minutes that a text says, or None."""
    plain = _plain(text)
    if (found := _SPAN.fullmatch(plain)) and _CLOCK_SIGN.search(plain):
        return _between(*(int(part or 0) for part in found.groups()))
    if found := _CLOCK.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2])
    for words, minutes_each in _UNITS:
        if found := words.fullmatch(plain):
            more = int(found[2]) if words.groups > 1 else 0
            return round(_float(found[1]) * minutes_each) + more
    found = re.fullmatch(_NUMBER, plain)
    return _bare(_float(found[1]), unit) if found else None


def column_unit(heading: str, cells: Iterable[SheetCell]) -> Unit:
    """What bare numbers in a column mean: by its heading, else by their size."""
    plain = heading.casefold()
    if re.search(r"\b(?:mins?|minutes?|munud(?:au)?)\b", plain):
        return Unit.MINUTES
    if re.search(r"\b(?:hours?|hrs?|oriau|awr)\b", plain):
        return Unit.HOURS
    numbers = [cell.number for cell in cells if cell.number]
    small = [number for number in numbers if number <= _MOST_HOURS]
    return Unit.HOURS if numbers and len(small) * 2 > len(numbers) else Unit.MINUTES


def _plain(text: str) -> str:
    plain = " ".join(text.casefold().replace("\N{NO-BREAK SPACE}", " ").split())
    for sign, part in _PARTS.items():
        plain = re.sub(rf"(\d?)\s*{sign}", rf"\g<1>{part}", plain)
    plain = _ABOUT.sub("", plain)
    plain = re.sub(r"^(?:an?|one)?\s*hour and a half$", "90 min", plain)
    plain = re.sub(r"^(?:awr a hanner)$", "90 min", plain)
    plain = re.sub(r"^half (?:an? )?(?:hour|hr)$|^hanner awr$", "30 min", plain)
    plain = re.sub(r"^(?:1 )?hour$|^awr$", "1 hour", plain)
    first, _, rest = plain.partition(" ")
    return f"{_WORDS[first]} {rest}" if first in _WORDS and rest else plain


def _bare(number: float, unit: Unit) -> int | None:
    if number < 0:
        return None
    if unit is Unit.HOURS:
        return round(number * 60) if number <= _MOST_HOURS else round(number)
    if 0 < number < 1:  # a time of day in a spreadsheet is a part of a day
        return round(number * _DAY)
    if number <= _MOST_HOURS and number != round(number):  # nobody counts half minutes
        return round(number * 60)
    return round(number)


def _between(hour: int, minute: int, end_hour: int, end_minute: int) -> int | None:
    length = end_hour * 60 + end_minute - hour * 60 - minute
    if length < 0:
        length += 12 * 60
    return length if length > 0 else None


def _float(text: str) -> float:
    return float(text.replace(",", "."))


def _said(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} minutes"
    whole = f"{hours} hour{'s' * (hours != 1)}"
    return f"{minutes} minutes ({whole})" if not rest else f"{minutes} minutes ({whole} {rest})"
