# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hours that count: supervised practice towards leading alone, and the learning of the last 12 months.

A dated training record of the log itself is proof too, see ``Workforce.holds``; so a log that was kept on paper counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.catalogue import Course
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.training import HoursEntry, TrainingRecord

PRACTICE_HOURS = "practice hours"
YEARLY_HOURS = "yearly hours"
LOGS = frozenset({PRACTICE_HOURS, YEARLY_HOURS})
YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes of one day that count."""

    day: date
    minutes: int


def practice_spent(entries: Iterable[HoursEntry], course: Course, as_at: date) -> tuple[Spent, ...]:
    """What was logged towards supervised practice up to a day."""
    return tuple(Spent(one.day, one.minutes) for one in entries if one.course_id == course.id and one.day <= as_at)


def learning_spent(
    entries: Iterable[HoursEntry], records: Iterable[TrainingRecord], course: Course, as_at: date
) -> tuple[Spent, ...]:
    """What counts as learning on a day: the entries of the log, and the time that each course took."""
    earliest = as_at - timedelta(days=366)  # what is older is over in any year, and need not be looked at closely
    spent = [Spent(one.day, one.minutes) for one in entries if one.course_id == course.id and one.day >= earliest]
    spent += [Spent(one.completed, one.minutes) for one in records if one.minutes and one.completed >= earliest]
    return tuple(one for one in spent if one.day <= as_at < add_months(one.day, YEAR_MONTHS))


def minutes_of(spent: Iterable[Spent]) -> int:
    """All minutes together."""
    return sum(one.minutes for one in spent)


def reached(spent: Iterable[Spent], course: Course) -> bool:
    """Whether the hours that the course asks for are there; a course that names no hours has none to reach."""
    return course.hours is not None and minutes_of(spent) >= course.hours * 60


def last_day_reached(spent: Iterable[Spent], course: Course) -> date | None:
    """The last day on which yearly hours are still reached if no more is learnt; None where they are not."""
    if course.hours is None:
        return None
    together = 0
    for one in sorted(spent, key=lambda each: each.day, reverse=True):
        together += one.minutes
        if together >= course.hours * 60:
            return add_months(one.day, YEAR_MONTHS) - timedelta(days=1)
    return None


def hours_words(minutes: int) -> str:
    """Minutes as people say them: '1 hour 30 minutes', '12 hours', '45 minutes'."""
    hours, rest = divmod(minutes, 60)
    parts = [
        f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (rest, "minute")) if count
    ]
    return " ".join(parts) or "0 hours"
