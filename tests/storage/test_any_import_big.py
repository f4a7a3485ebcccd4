# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whatever stands in a sheet: brought in twice it is there once, and undone all is as it was."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings

from desktop.models.sheet import Sheet
from desktop.services.importing.layout import Kind
from desktop.services.importing.previewing import NoLayoutError
from desktop.services.workforce.imports import Imports, NothingToImportError
from desktop.storage.workbook import Workbook
from tests.importing import sheets_made
from tests.importing.any_sheets import SHEETS
from tests.storage.databases import content
from tests.storage.test_imports import everything_decided
from tests.storage.workbooks import CLOCK, create


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path_factory.mktemp("any") / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.mark.parametrize("kind", [None, *Kind])
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(sheet=SHEETS)
def test_twice_is_once_and_undo_takes_all_of_it_back(workbook: Workbook, kind: Kind | None, sheet: Sheet) -> None:
    imports, file, before = Imports(workbook, CLOCK), sheets_made.file(sheet), content(workbook.db)
    try:
        shown = imports.preview(file, imports.layout(file, kind))
        imports.store(file, shown, everything_decided(shown, imports.propose(shown)))
    except (NoLayoutError, NothingToImportError):
        assume(False)
    try:
        once = content(workbook.db)
        again = everything_decided(shown, imports.propose(shown))
        assert imports.bringing(shown, again).nothing
        assert content(workbook.db) == once
    finally:
        workbook.db.undo()
    assert content(workbook.db) == before
