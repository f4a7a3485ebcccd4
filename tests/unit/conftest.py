# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules need no window, no database and no PDF library: held whenever tests/unit runs on its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a property: no deadline, and slow drawing is no fault.
settings.register_profile("sevenfold", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sevenfold")

HEAVY = ("PySide6", "sqlite3", "sqlcipher3", "sqlite_utils", "reportlab", "pyhanko", "pikepdf", "cryptography")


@pytest.fixture(scope="session", autouse=True)
def nothing_heavy_imported(request: pytest.FixtureRequest) -> Iterator[None]:
    here = Path(__file__).parent
    alone = all(item.path.is_relative_to(here) for item in request.session.items)
    yield
    brought_in = {"PySide6"} if request.config.pluginmanager.hasplugin("pytest-qt") else set()
    if alone:
        assert [name for name in HEAVY if name in sys.modules and name not in brought_in] == []
