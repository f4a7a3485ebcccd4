# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Dates that cannot be right: days that have not come yet, and days long ago."""

from datetime import date

from desktop.models.dates import long_date
from desktop.models.errors import AppError

LONG_AGO = date(1990, 1, 1)


class DayError(AppError):
    """A day that cannot be right."""

    code = "day"
    happened = "That day cannot be right."
    safe = "Nothing was changed."
    to_do = "Look at it, then type it again."


class DayNotComeError(DayError):
    """A day of something done that lies ahead."""

    code = "day_not_come"
    happened = "{day} has not come yet."
    safe = "Nothing was changed."
    to_do = "{what} is a day that has passed: type that day, or wait until then."


class DayLongAgoError(DayError):
    """A day before anything that is kept here."""

    code = "day_long_ago"
    happened = "{day} is before 1990, which is longer ago than anything kept here."
    safe = "Nothing was changed."
    to_do = "Look at the year, then type the date again."


class DaysCrossedError(DayError):
    """Something ends before it begins."""

    code = "days_crossed"
    happened = "{first} is {first_day}, and {second} is {second_day}, which is before it."
    safe = "Nothing was changed."
    to_do = "Look at both dates and mend the one that is wrong."


def check_passed(day: date | None, today: date, what: str) -> None:
    """Refuse a day that lies ahead or long ago. ``what`` begins the advice: 'The day of the course'."""
    check_not_long_ago(day)
    if day is not None and day > today:
        raise DayNotComeError(day=long_date(day), what=what)


def check_not_long_ago(day: date | None) -> None:
    """Refuse a day before 1990."""
    if day is not None and day < LONG_AGO:
        raise DayLongAgoError(day=long_date(day))


def check_order(first: date | None, second: date | None, words: tuple[str, str]) -> None:
    """Refuse a second day before the first. ``words`` name them: ('The first day', 'the last day')."""
    if first is not None and second is not None and second < first:
        raise DaysCrossedError(
            first=words[0], first_day=long_date(first), second=words[1], second_day=long_date(second)
        )
