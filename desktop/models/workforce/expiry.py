# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How long training counts. The last day is counted in; "once" has none."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from desktop.models.catalogue import Course
from desktop.models.workforce.training import TrainingRecord

SHORTEST_MONTH = 28


def add_months(day: date, months: int) -> date:
    """The same day some calendar months on, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_days(records: Iterable[TrainingRecord], course: Course) -> Mapping[str, date | None]:
    """By record id, the last day on which each record of one person and one course is in date; None: once is enough.

    A record's own last day goes before the course's rule. Where the course has a window, a record completed within it,
    before the last day of the one before, counts on from that last day; else from its own completion.
    """
    found: dict[str, date | None] = {}
    before: date | None = None
    for record in sorted(records, key=lambda one: (one.completed, one.id)):
        before = found[record.id] = _last_day(record, course, before)
    return found


def _last_day(record: TrainingRecord, course: Course, before: date | None) -> date | None:
    if record.expires is not None:
        return record.expires
    if course.valid_months is None:
        return None
    return add_months(_counts_from(record.completed, course, before), course.valid_months)


def _counts_from(completed: date, course: Course, before: date | None) -> date:
    in_window = (
        course.window_days is not None
        and before is not None
        and before - timedelta(days=course.window_days) <= completed <= before
    )
    return before if in_window and before is not None else completed


def best_record(records: Sequence[TrainingRecord], course: Course) -> tuple[TrainingRecord, date | None] | None:
    """The record that keeps someone in date longest, with its last day; None where nothing counts."""
    counting = [record for record in records if record.counts]
    if not counting:
        return None
    if len(counting) == 1:
        return counting[0], _last_day(counting[0], course, None)
    last = last_days(counting, course)
    best = max(counting, key=lambda record: (last[record.id] or date.max, record.completed, record.id))
    return best, last[best.id]
