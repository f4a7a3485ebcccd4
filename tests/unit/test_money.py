# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Pounds and pence: every way of typing them that is clear is read, and shown so that it is read as the same."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from desktop.models.money import TypedCostError, cost_sum, pounds, typed_cost


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£1,200.50", 120_050),
        ("1200", 120_000),
        (" £ 1200 ", 120_000),
        ("0.07", 7),
        ("0", 0),
        ("£99,999,999.99", 9_999_999_999),
        ("  ", None),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, pence: int | None) -> None:
    assert typed_cost(typed) == pence


@pytest.mark.parametrize("typed", ["1,20", "1.5", "12.345", "-5", "about 50", "1200p", "£", "٣", "1,2000", "100000000"])
def test_what_is_not_clear_is_asked_about(typed: str) -> None:
    with pytest.raises(TypedCostError, match="Type it like this"):
        typed_cost(typed)


@given(integers(0, 9_999_999_999))
def test_what_is_shown_is_read_as_the_same(pence: int) -> None:
    assert typed_cost(pounds(pence)) == pence


def test_a_sum_says_what_it_is_of() -> None:
    said = [cost_sum(costs).words for costs in ([], [None], [0, None], [420_000, 50, None], [5], [100, 200])]
    assert said == [
        "",
        "",
        "£0 for the 1 of 2 actions with a cost",
        "£4,200.50 for the 2 of 3 actions with a cost",
        "£0.05 for 1 action",
        "£3 for 2 actions",
    ]
