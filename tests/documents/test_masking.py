# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Small counts cannot be read, and cannot be worked out from those beside them."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.records import ServiceFigures
from desktop.reports.masking import chain

COUNTS = st.tuples(*[st.one_of(st.none(), st.integers(0, 60))] * 4)


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        (ServiceFigures("", 118, 92, 61, 38), ["118", "92", "61", "38"]),
        (ServiceFigures("", 12, 9, 6, 3), ["12", "-", "6", "under 5"]),
        (ServiceFigures("", 4, 4, 0, 0), ["under 5"] * 4),
        (ServiceFigures("", 40, 38, 36, 34), ["40", "-", "-", "34"]),
        (ServiceFigures("", None, 30, None, 20), ["not recorded", "30", "not recorded", "20"]),
    ],
)
def test_a_chain_is_masked(figures: ServiceFigures, shown: list[str]) -> None:
    words = ["-" if step.shown.startswith("not shown") else step.shown for step in chain(figures)]
    assert words == shown


@given(COUNTS)
def test_shown_counts_are_five_or_more_and_five_apart(counts: tuple[int | None, ...]) -> None:
    steps = chain(ServiceFigures("", *counts))
    shown = [int(step.shown) for step in steps if step.shown.isdigit()]
    assert all(count >= 5 for count in shown)
    assert all(abs(one - other) >= 5 for one, other in combinations(shown, 2))


@given(COUNTS)
def test_a_share_names_only_counts_that_are_shown(counts: tuple[int | None, ...]) -> None:
    steps = chain(ServiceFigures("", *counts))
    shown = {step.shown for step in steps}
    for step in steps:
        if match := re.match(r"(\d+) of (\d+) ", step.share):
            assert set(match.groups()) <= shown
            assert step.shown.isdigit()
