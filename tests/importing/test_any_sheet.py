# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whatever stands in a sheet, it is previewed or refused in plain words, and looking twice sees the same."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.sheet import Merged, Sheet, SheetFile
from desktop.services.importing.as_data import preview_as_data
from desktop.services.importing.cells import CellClass
from desktop.services.importing.layout import Kind
from desktop.services.importing.previewing import NoLayoutError, guess_layout, preview
from tests.importing.sheets_made import cell

TODAY = date(2026, 11, 20)
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
_SHEETS = st.builds(Sheet, st.just("Sheet1"), _ROWS, st.just(frozenset({1})) | st.just(frozenset()), merged=_MERGED)


@pytest.mark.parametrize("kind", [None, *Kind])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=_SHEETS)
def test_any_sheet_is_previewed_or_refused(kind: Kind | None, sheet: Sheet) -> None:
    file = SheetFile("any.xlsx", "xlsx", (sheet,))
    try:
        layout = guess_layout(file, kind)
    except NoLayoutError:
        return
    shown = preview(file, layout, TODAY)
    assert shown == preview(file, layout, TODAY)
    assert preview_as_data(shown)["people"] == len(shown.people)
    assert all(line.day for line in shown.cells if line.cell_class is CellClass.DATED)
    assert not any(line.day and line.day > TODAY for line in shown.records)
