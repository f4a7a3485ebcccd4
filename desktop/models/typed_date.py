# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads a date as people type it, day first; what cannot be read is said in plain words."""

import re
from calendar import monthrange
from datetime import date

from desktop.models.dates import MONTHS, long_date
from desktop.models.day_checks import LONG_AGO
from desktop.models.errors import AppError

WELSH_MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
_LEAST_LETTERS = 3  # enough to tell every month, English or Welsh, from the others
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SHORT_FROM = LONG_AGO.year  # a year of two digits is in the hundred years from here: days of work, not of birth
_DIGITS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d+))?")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([^\W\d_]+)\.?(?:[\s,-]+(\d+))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class TypedDateError(AppError):
    """What was typed is not a date that there is. The sentences stand under the field."""

    code = "typed_date"
    happened = "{why}"
    safe = "Nothing was changed."
    to_do = "Type the date like this: {example}."


def typed_date(text: str, today: date) -> date:
    """The date typed, in one of five forms: 22/11/2026, 22.11.2026, 22 Nov 2026, 22 November 2026, 2026-11-22.

    A year of two digits is one from 1990 to 2089, for nothing kept here is older: 26 is 2026, 95 is 1995.
    ``today`` is used for the example in the words when it cannot be read. Raises ``TypedDateError``.
    """
    try:
        return _read(" ".join(text.casefold().split()), text.strip())
    except ValueError as error:
        raise TypedDateError(why=str(error), example=long_date(today)) from None


def typed_date_or_none(text: str, today: date) -> date | None:
    """As ``typed_date``, for a field that may stay empty."""
    return typed_date(text, today) if text.strip() else None


def _read(plain: str, typed: str) -> date:
    if not plain:
        msg = "There is no date yet."
        raise ValueError(msg)
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, day = found.groups()
        return _date(int(day), int(month), _year(year))
    if found := _DIGITS.fullmatch(plain):
        day, month, year = found.groups()
        return _date(int(day), int(month), _year(year))
    if found := _WORDS.fullmatch(plain):
        day, month, year = found.groups()
        return _date(int(day), _month(month), _year(year))
    msg = f"\N{LEFT DOUBLE QUOTATION MARK}{typed[:30]}\N{RIGHT DOUBLE QUOTATION MARK} cannot be read as a date."
    raise ValueError(msg)


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month or its beginning, English or Welsh, or None when there is no such month."""
    wanted = "sep" if name.casefold() == "sept" else name.casefold()
    if len(wanted) >= _LEAST_LETTERS:
        for names in (MONTHS, WELSH_MONTHS):
            for number, month in enumerate(names, 1):
                if month.casefold().startswith(wanted):
                    return number
    return None


def _month(name: str) -> int:
    if number := month_number(name):
        return number
    msg = f"There is no month called {name[:20].capitalize()}."
    raise ValueError(msg)


def _year(digits: str | None) -> int:
    if digits is None:
        msg = "The year is missing."
        raise ValueError(msg)
    if len(digits) == 2:
        return _SHORT_FROM + (int(digits) - _SHORT_FROM) % 100
    if not _FIRST_YEAR <= int(digits[:5]) <= _LAST_YEAR:
        msg = f"The year {digits[:5]} cannot be right."
        raise ValueError(msg)
    return int(digits)


def _date(day: int, month: int, year: int) -> date:
    if not 1 <= month <= len(MONTHS):
        msg = f"There is no month {month}. The day comes first, then the month."
        raise ValueError(msg)
    if not 1 <= day <= monthrange(year, month)[1]:
        leap = f" in {year}" if (day, month) == (29, 2) else ""
        msg = f"There is no {day} {MONTHS[month - 1]}{leap}."
        raise ValueError(msg)
    return date(year, month, day)
