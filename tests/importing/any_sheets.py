# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Any sheet at all, for properties: words that sheets of charities have, dates, numbers and nonsense."""

from datetime import date

from hypothesis import strategies as st

from desktop.models.sheet import Merged, Sheet
from tests.importing.sheets_made import cell

_WORDS = (
    "",
    "Name",
    "Surname",
    "First name",
    "Course",
    "Date",
    "Expiry",
    "Role",
    "Start date",
    "Hours",
    "DBS date",
    "First aid",
    "Lone working (2 yrly)",
    "Tamsin Penrose",
    "Obi, Chidi",
    "STAFF",
    "Total",
    "14/02/2025",
    "03/04/2025",
    "31/02/2024",
    "n/a",
    "✓",
    "booked",
    "exp 03/25",
    "see cert",
    "Present",
    "Supervisor",
    "Minutes",
    "60",
    "=SUM(A1:A2)",
)
_CELLS = st.one_of(
    st.sampled_from(_WORDS),
    st.dates(date(2015, 1, 1), date(2027, 12, 31)),
    st.integers(0, 50_000),
    st.text(max_size=12),
).map(cell)
_HEADINGS = _WORDS[1:13] + _WORDS[-5:-1]
_HEADS = st.lists(st.sampled_from(_HEADINGS), min_size=2, max_size=6, unique=True).map(
    lambda row: tuple(map(cell, row))
)
_BODY = st.lists(st.lists(_CELLS, max_size=7).map(tuple), min_size=1, max_size=9).map(tuple)
_ROWS = st.one_of(_BODY, st.builds(lambda head, body: (head, *body), _HEADS, _BODY))
_MERGED = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)).map(
        lambda at: Merged(at[0], at[1], at[0] + at[2], at[1] + at[3])
    ),
    max_size=2,
).map(tuple)
SHEETS = st.builds(Sheet, st.just("Sheet1"), _ROWS, st.just(frozenset({1})) | st.just(frozenset()), merged=_MERGED)
