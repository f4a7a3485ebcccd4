# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How long training counts, over leap days and month ends: windows, last days of their own, and grace."""

from calendar import isleap, monthrange
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.models.catalogue import Course
from desktop.models.workforce.expiry import add_months, best_record, last_days
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.training import TrainingRecord, TrainingResult
from desktop.support.catalogue_file import load_catalogue

CATALOGUE = load_catalogue()
ONCE = replace(CATALOGUE.course("T09"), valid_months=None)
DAYS = st.dates(date(1995, 1, 1), date(2090, 12, 31))
LEAP_DAYS = st.integers(1996, 2088).filter(isleap).map(lambda year: date(year, 2, 29))
MONTH_ENDS = DAYS.map(lambda day: day.replace(day=monthrange(day.year, day.month)[1]))
ANY_DAY = DAYS | LEAP_DAYS | MONTH_ENDS
MONTHS = st.integers(1, 60)
ONE_DAY = timedelta(days=1)


def record(completed: date, expires: date | None = None, name: str = "r") -> TrainingRecord:
    return TrainingRecord(name, "p", "T09", completed, expires)


def course(months: int, window: int | None = None, grace: int = 0) -> Course:
    return replace(CATALOGUE.course("T09"), valid_months=months, window_days=window, grace_days=grace)


def holds(records: list[TrainingRecord], rule: Course, day: date) -> bool:
    catalogue = replace(CATALOGUE, courses=(rule,))
    someone = Person("p", "P01", "Ann Test")
    return Workforce(catalogue, [someone], records, [], day).holds(someone, catalogue.courses[0])


@given(ANY_DAY, MONTHS)
def test_a_record_counts_up_to_its_last_day_and_not_a_day_longer(completed: date, months: int) -> None:
    last = add_months(completed, months)
    assert last_days([record(completed)], course(months)) == {"r": last}
    assert holds([record(completed)], course(months), last)
    assert not holds([record(completed)], course(months), last + ONE_DAY)
    assert not holds([record(completed)], course(months), completed - ONE_DAY)


@given(LEAP_DAYS, st.integers(1, 12))
def test_a_leap_day_lapses_on_the_last_of_february(completed: date, years: int) -> None:
    last = last_days([record(completed)], course(12 * years))["r"]
    assert last is not None
    assert (last.year, last.month) == (completed.year + years, 2)
    assert (last + ONE_DAY).day == 1


@given(ANY_DAY, MONTHS, st.integers(0, 120), st.integers(0, 120))
def test_renewed_inside_the_window_keeps_the_old_last_day(completed: date, months: int, window: int, gap: int) -> None:
    assume(gap <= window)
    before = add_months(completed, months)
    again = before - timedelta(days=gap)
    assume(again > completed)
    found = last_days([record(completed), record(again, name="s")], course(months, window))
    assert found["s"] == add_months(before, months)


@given(ANY_DAY, MONTHS, st.integers(0, 120), st.integers(-400, 400))
def test_renewed_outside_the_window_counts_from_the_day_itself(
    completed: date, months: int, window: int, gap: int
) -> None:
    before = add_months(completed, months)
    again = before - timedelta(days=gap)
    assume(again > completed)
    assume(gap > window or gap < 0)
    found = last_days([record(completed), record(again, name="s")], course(months, window))
    assert found["s"] == add_months(again, months)


@given(ANY_DAY, MONTHS, st.integers(1, 400))
def test_without_a_window_a_renewal_counts_from_the_day_itself(completed: date, months: int, later: int) -> None:
    again = completed + timedelta(days=later)
    found = last_days([record(completed), record(again, name="s")], course(months))
    assert found["s"] == add_months(again, months)


@given(ANY_DAY, st.none() | MONTHS, st.integers(0, 3000))
def test_a_last_day_of_its_own_goes_before_the_rule(completed: date, months: int | None, later: int) -> None:
    own = completed + timedelta(days=later)
    rule = ONCE if months is None else course(months)
    assert last_days([record(completed, own)], rule) == {"r": own}
    assert not holds([record(completed, own)], rule, own + ONE_DAY)


@given(ANY_DAY, MONTHS, st.integers(1, 366))
def test_grace_does_not_count_as_in_date(completed: date, months: int, grace: int) -> None:
    last = add_months(completed, months)
    assert not holds([record(completed)], course(months, grace=grace), last + ONE_DAY)
    assert last_days([record(completed)], course(months, grace=grace)) == {"r": last}


@given(ANY_DAY, st.integers(0, 20000))
def test_once_is_enough(completed: date, later: int) -> None:
    assert holds([record(completed)], ONCE, min(completed + timedelta(days=later), date(2120, 1, 1)))


@given(st.lists(ANY_DAY, min_size=1, max_size=6, unique=True), MONTHS, st.none() | st.integers(0, 120), st.randoms())
def test_one_more_record_never_shortens_and_the_order_of_reading_does_not_matter(
    days: list[date], months: int, window: int | None, shuffled: Random
) -> None:
    records = [record(day, name=str(number)) for number, day in enumerate(sorted(days))]
    rule = course(months, window)
    assert best_record(records[:1], rule) == (records[0], last_days(records[:1], rule)["0"])
    whole, fewer = best_record(records, rule), best_record(records[:-1], rule)
    assert whole is not None
    assert fewer is None or (whole[1] or date.max) >= (fewer[1] or date.max)
    mixed = list(records)
    shuffled.shuffle(mixed)
    assert best_record(mixed, rule) == whole


@given(ANY_DAY, MONTHS, st.sampled_from([TrainingResult.PART, TrainingResult.NOT_PASSED]))
def test_what_was_not_completed_never_counts(completed: date, months: int, result: TrainingResult) -> None:
    assert not holds([replace(record(completed), result=result)], course(months), completed)
