# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which backups stay: tables of dates, and clocks that go wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.storage.thinning import keep

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)  # a Sunday


def kept(*hours_before: float) -> list[float]:
    """Of backups this many hours before noon, which stay."""
    dates = [NOON - timedelta(hours=hours) for hours in hours_before]
    return [hours for hours, stays in zip(hours_before, keep(dates), strict=True) if stays]


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        ((), []),
        ((0,), [0]),
        ((5, 4, 3, 2, 1, 0), [5, 4, 3, 2, 1, 0]),
        ((48, 47.9, 0), [48, 47.9, 0]),
        ((61, 60.5, 0), [60.5, 0]),  # the day before yesterday, before the 48 hours: its last
        ((24 * 13 + 1, 24 * 13, 0), [24 * 13, 0]),  # 13 days back: the last of the day
        ((24 * 15, 24 * 14, 0), [24 * 14, 0]),  # past the daily ones, both in the week of 2 November: its last
        ((24 * 25, 24 * 24, 24 * 21, 0), [24 * 24, 24 * 21, 0]),  # last of October, and of its week (1 November)
        ((24 * 55, 24 * 54, 24 * 23, 0), [24 * 54, 24 * 23, 0]),  # last of two weeks and months
    ],
)
def test_what_stays(made: tuple[float, ...], stay: list[float]) -> None:
    assert kept(*made) == stay


def test_a_year_of_hourly_backups_thins_to_the_rule() -> None:
    dates = [NOON - timedelta(hours=hours) for hours in range(24 * 400, -1, -1)]
    stays = [made for made, flag in zip(dates, keep(dates), strict=True) if flag]
    recent = [made for made in stays if NOON - made <= timedelta(hours=48)]
    days = {made.date() for made in stays}
    assert len(recent) == 49
    assert {(NOON - timedelta(days=n)).date() for n in range(14)} <= days
    assert len({(made.year, made.month) for made in stays}) == 12
    assert len(stays) - len(recent) <= 14 + 8 + 12
    assert all(made in stays for made in dates if made.hour == 23 and (NOON - made).days < 13)


def test_thinning_day_by_day_ends_like_thinning_at_once() -> None:
    held: list[datetime] = []
    for day in range(500):
        held.append(NOON + timedelta(days=day))
        held = [made for made, flag in zip(held, keep(held), strict=True) if flag]
    assert len(held) in range(14 + 5 + 9, 14 + 8 + 12 + 1)
    assert held[-1] - held[0] > timedelta(days=300)


@pytest.mark.parametrize("jump", [timedelta(days=-3650), timedelta(days=3650), timedelta(days=-1), timedelta(days=100)])
def test_a_wrong_clock_thins_nothing_made_before_it(jump: timedelta) -> None:
    before = [NOON - timedelta(hours=hours) for hours in range(40, -1, -4)]
    wrong = [NOON + jump + timedelta(minutes=40 * n) for n in range(5)]
    right_again = [NOON + timedelta(hours=6)]
    dates = before + wrong + right_again
    assert keep(before) == [True] * len(before)
    assert keep(dates)[: len(before)] == [True] * len(before)
    assert keep(dates)[-1]


def test_a_clock_moved_back_never_thins_what_it_calls_the_future() -> None:
    older = [NOON - timedelta(days=days) for days in range(60, -1, -1)]
    assert keep([*older, NOON - timedelta(days=400)])[:-1] == keep(older)


@settings(deadline=None)
@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), min_size=1))  # noqa: DTZ001 - the bounds must be naive here
def test_the_newest_always_stays_and_thinning_twice_changes_nothing(dates: list[datetime]) -> None:
    flags = keep(dates)
    assert len(flags) == len(dates)
    assert flags[-1]
    in_order = sorted(dates)
    once = [made for made, flag in zip(in_order, keep(in_order), strict=True) if flag]
    assert len(once) > 0
    assert in_order[-1] in once
