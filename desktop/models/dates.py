# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words for dates, one way everywhere on screen: in text, in lists, in cells."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """A date in text: 22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, today: date) -> str:
    """A date in a list: 18 Dec, with the year when it is another than today's."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def weekday(day: date) -> str:
    """The day of the week: Sunday."""
    return _WEEKDAYS[day.weekday()]


def short_month(day: date) -> str:
    """A month in a cell: Mar 28."""
    return f"{MONTHS[day.month - 1][:3]} {day.year % 100:02}"
