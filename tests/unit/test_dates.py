# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Dates are read as people type them, and written one way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.dates import MONTHS, long_date, short_date, short_month, weekday
from desktop.models.day_checks import LONG_AGO
from desktop.models.typed_date import TypedDateError, typed_date, typed_date_or_none

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "22/11/2026",
        "22.11.2026",
        "22 Nov 2026",
        "22 November 2026",
        "2026-11-22",
        " 22  NOV.  2026 ",
        "22nd November, 2026",
        "22 Tachwedd 2026",
        "22 tach 2026",
        "22/11/26",
        "22 Nov 26",
    ],
)
def test_the_forms_people_type_are_read_day_first(text: str) -> None:
    assert typed_date(text, TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30 February 2025", "There is no 30 February."),
        ("29/2/2025", "There is no 29 February in 2025."),
        ("31.06.2026", "There is no 31 June."),
        ("0/6/2026", "There is no 0 June."),
        ("12/31/2026", "There is no month 31. The day comes first"),
        ("22 November", "The year is missing."),
        ("22/11", "The year is missing."),
        ("22 Novenber 2026", "There is no month called Novenber."),
        ("22 Ma 2026", "There is no month called Ma."),
        ("1 1 0026", "cannot be read as a date."),
        ("1/1/0026", "The year 0026 cannot be right."),
        ("1/1/" + "9" * 5000, "The year 99999 cannot be right."),
        ("soon", "\u201csoon\u201d cannot be read as a date."),
        ("  ", "There is no date yet."),
    ],
)
def test_what_is_no_date_is_said_in_words_with_an_example(text: str, why: str) -> None:
    with pytest.raises(TypedDateError) as told:
        typed_date(text, TODAY)
    assert str(told.value).startswith(why) or why in str(told.value)
    assert str(told.value).endswith("Type the date like this: 22 November 2026.")


def test_an_empty_field_may_stay_empty_where_that_is_allowed() -> None:
    assert typed_date_or_none("  ", TODAY) is None
    assert typed_date_or_none("1 Mai 2026", TODAY) == date(2026, 5, 1)


@given(st.dates(LONG_AGO, date(2089, 12, 31)))
def test_a_year_of_two_digits_is_the_one_that_a_day_of_work_can_have(day: date) -> None:
    assert typed_date(f"{day:%d/%m/%y}", TODAY) == typed_date(f"{day.day}.{day.month}.{day:%y}", TODAY) == day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_date_in_words_is_read_back(day: date) -> None:
    written = (long_date(day), day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", short_date(day, date(1, 1, 1)))
    assert {typed_date(text, TODAY) for text in written} == {day}


@given(st.text())
def test_anything_else_gives_only_our_own_words(text: str) -> None:
    try:
        typed_date(text, TODAY)
    except TypedDateError as told:
        assert told.facts["why"]  # noqa: PT017 - most texts raise, a few are dates


def test_the_first_three_letters_of_every_month_are_enough() -> None:
    assert [typed_date(f"1 {name[:3]} 2026", TODAY).month for name in MONTHS] == list(range(1, 13))
    welsh = "ion chw maw ebr mai meh gor aws med hyd tac rha".split()
    assert [typed_date(f"1 {name} 2026", TODAY).month for name in welsh] == list(range(1, 13))


def test_dates_are_written_one_way() -> None:
    assert long_date(TODAY) == "22 November 2026"
    assert short_date(date(2026, 12, 18), TODAY) == "18 Dec"
    assert short_date(date(2027, 3, 1), TODAY) == "1 Mar 2027"
    assert short_month(date(2028, 3, 31)) == "Mar 28"


def test_the_day_of_the_week_is_said_in_english() -> None:
    assert [weekday(date(2026, 11, day)) for day in (16, 22)] == ["Monday", "Sunday"]
