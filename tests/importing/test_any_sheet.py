# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whatever stands in a sheet, it is previewed or refused in plain words, and looking twice sees the same."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.models.sheet import Sheet, SheetFile
from desktop.services.importing.as_data import preview_as_data
from desktop.services.importing.cells import CellClass
from desktop.services.importing.layout import Kind
from desktop.services.importing.previewing import NoLayoutError, guess_layout, preview
from tests.importing.any_sheets import SHEETS

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("kind", [None, *Kind])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=SHEETS)
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
