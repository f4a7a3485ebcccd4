# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Finds the dates in what a person typed into a cell, with every day that each of them may mean."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from desktop.models.dates import MONTHS, long_date
from desktop.models.typed_date import WELSH_MONTHS, month_number

_MUTATED = {"fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "fedi": 9, "dachwedd": 11, "ragfyr": 12}
_YEARS_AHEAD = 20  # of two digits: 45 is 2045 in 2026, 47 is 1947
_FIRST_YEAR, _LAST_YEAR = 1950, 2099
_ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|ed|eg|ain)?"
_TIME = r"(?:[t\s]+\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)?"
_NEAR = 0.75


def _month_words() -> str:
    words: set[str] = {"sept", *_MUTATED}
    for name in (*MONTHS, *WELSH_MONTHS):
        low = name.casefold()
        words |= {low[:length] for length in range(3, len(low) + 1)}
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = rf"(?:{_month_words()})(?![^\W\d_])\.?"
_PATTERN = re.compile(
    rf"""
      (?<!\d)(?P<iy>\d{{4}})\s?[-/.]\s?(?P<im>\d{{1,2}})\s?[-/.]\s?(?P<id>\d{{1,2}})(?!\d){_TIME}
    | (?<!\d)(?P<a>\d{{1,2}})\s?(?P<s>[-/.\\])\s?(?P<b>\d{{1,2}})\s?(?P=s)\s?(?P<y>\d{{4}}|\d\d)(?!\d){_TIME}
    | (?<![\d/.-])(?P<sa>\d{{1,2}})\s(?P<sb>\d{{1,2}})\s(?P<sy>\d{{4}})(?!\d)
    | (?<!\d)(?P<d>\d{{1,2}})\s?{_ORDINAL}\s?(?:of\s|o\s)?[\s/.,-]*(?P<m>{_MONTH})[\s/.,'-]*(?P<dy>\d{{4}}|\d\d)(?!\d)
    | (?<![^\W_])(?P<um>{_MONTH})\s*(?P<ud>\d{{1,2}})\s?{_ORDINAL},?\s+(?P<uy>\d{{4}})(?!\d)
    | (?<![^\W_])(?P<pm>{_MONTH})[\s/.,'-]*(?P<py>\d{{4}}|\d\d)(?![\d/])
    | (?<!\d)(?P<nd>\d{{1,2}})\s?{_ORDINAL}\s?(?:of\s|o\s)?[\s-]*(?P<nm>{_MONTH})(?!\w)
    | (?<![\d/.])(?P<qm>\d{{1,2}})\s?[/.-]\s?(?P<qy>\d{{4}}|\d\d)(?![\d/])
    | (?<![\d/.-])(?P<ly>(?:19|20)\d\d)(?![\d/.:])
    """,
    re.VERBOSE,
)
_MISSPELT = re.compile(rf"(?<!\d)(\d{{1,2}})\s?{_ORDINAL}\s?[\s/.-]*([^\W\d_]{{3,}})\.?[\s/.,-]*(\d{{4}}|\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """One date in a text, between ``start`` and ``end``.

    ``readings`` are the days it may mean, the likely one first: one when it is clear, none when ``wrong`` says why.
    ``month_end`` is the last day of its month when only month and year are typed. ``shows`` is what it shows about the
    order of day and month: True for day first, False for month first, None for neither.
    """

    start: int
    end: int
    readings: tuple[date, ...] = ()
    wrong: str = ""
    month_end: date | None = None
    shows: bool | None = None
    small: bool = False
    year_only: bool = False

    @property
    def day(self) -> date | None:
        """The day, when it is clear."""
        return self.readings[0] if len(self.readings) == 1 else None


def found_days(plain: str, today: date, *, day_first: bool | None, settled: bool) -> tuple[Found, ...]:
    """The dates in a text (lower case, single spaces). Two small numbers are clear only when the order is settled."""
    found = tuple(_found(match, today, day_first=day_first, settled=settled) for match in _PATTERN.finditer(plain))
    if any(each.readings or each.month_end for each in found):
        return found
    return tuple(_misspelt(plain, today)) or found


def found_numbers(
    span: tuple[int, int], typed: tuple[int, int, int], *, day_first: bool | None, settled: bool
) -> Found:
    """Two small numbers and a year of four figures, as ``found_days`` would find them."""
    first, second, year = typed
    if first > 12 or (settled and day_first):
        return _shown(_one(span, year, second, first), shows=True if first > 12 >= second else None)
    if second > 12 or (settled and day_first is False):
        return _shown(_american(_one(span, year, first, second), day_first), shows=False if second > 12 else None)
    if first == second or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _one(span, year, second, first)
    readings = (date(year, second, first), date(year, first, second))
    return Found(*span, readings=readings[::-1] if day_first is False else readings, small=True)


def whole_year(digits: str, today: date) -> int:
    """2024 for '24'; of two centuries the one nearer, but not over twenty years ahead."""
    if len(digits) == 4:
        return int(digits)
    near = today.year // 100 * 100 + int(digits)
    return near - 100 if near > today.year + _YEARS_AHEAD else near


def day_or_none(year: int, month: int, day: int) -> date | None:
    """That day, or None when there is none."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


@cache
def _number(word: str) -> int:
    plain = word.rstrip(".")
    return _MUTATED.get(plain) or month_number(plain) or 0


def _found(match: re.Match[str], today: date, *, day_first: bool | None, settled: bool) -> Found:
    part = match.groupdict()
    span = match.span()
    if part["iy"]:
        return _one(span, int(part["iy"]), int(part["im"]), int(part["id"]))
    if part["a"] or part["sa"]:
        first, second = int(part["a"] or part["sa"]), int(part["b"] or part["sb"])
        year = whole_year(part["y"] or part["sy"], today)
        return found_numbers(span, (first, second, year), day_first=day_first, settled=settled)
    if part["d"]:
        return _one(span, whole_year(part["dy"], today), _number(part["m"]), int(part["d"]))
    if part["um"]:
        return _one(span, int(part["uy"]), _number(part["um"]), int(part["ud"]))
    if part["nd"]:
        return Found(*span, wrong="The year is missing.")
    return _part(span, part, today)


def _part(span: tuple[int, int], part: dict[str, str], today: date) -> Found:
    if part["ly"]:
        return Found(*span, wrong="Only the year is there. The day and month are missing.", year_only=True)
    year = whole_year(part["py"] or part["qy"], today)
    month = _number(part["pm"]) if part["pm"] else int(part["qm"])
    if not 1 <= month <= 12:
        return Found(*span, wrong="The year is missing, or it is no date.")
    end = date(year, month, monthrange(year, month)[1])
    return Found(*span, wrong="The day is missing.", month_end=end)


def _one(span: tuple[int, int], year: int, month: int, day: int) -> Found:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Found(*span, wrong=f"The year {year} cannot be right.")
    when = day_or_none(year, month, day)
    return Found(*span, readings=(when,)) if when else Found(*span, wrong=_no_such(year, month, day))


def _american(found: Found, day_first: bool | None) -> Found:
    """The month first in a sheet that does not write so: there is one day it may mean, but it may be a slip."""
    if day_first is False or not found.readings:
        return found
    why = f"The month would come first: {long_date(found.readings[0])}?"
    return Found(found.start, found.end, readings=found.readings, wrong=why)


def _shown(found: Found, *, shows: bool | None) -> Found:
    return Found(found.start, found.end, found.readings, found.wrong, shows=shows if found.readings else None)


def _misspelt(plain: str, today: date) -> Iterator[Found]:
    for match in _MISSPELT.finditer(plain):
        names = [name.casefold() for name in (*MONTHS, *WELSH_MONTHS)]
        near = get_close_matches(match[2], names, 1, _NEAR)
        when = day_or_none(whole_year(match[3], today), _number(near[0]), int(match[1])) if near else None
        if when:
            why = f"There is no month called {match[2].capitalize()}. Is it {long_date(when)}?"
            yield Found(*match.span(), readings=(when,), wrong=why)


def _no_such(year: int, month: int, day: int) -> str:
    if 1 <= month <= 12 and 1 <= day <= 31:
        return f"There is no {day} {MONTHS[month - 1]} {year}."
    return "There is no such date."
