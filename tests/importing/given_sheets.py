# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The practice spreadsheets beside the checkout, and what is expected of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.models.sheet import SheetFile
from desktop.sheets.reading import read_sheets
from desktop.support.files import Files

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
AS_AT = date(2026, 11, 20)
needs_inputs = pytest.mark.skipif(
    not (SHARED / "expected.json").is_file(), reason="the practice inputs are not beside this checkout (shared/inputs)"
)


def expected(part: str) -> Any:
    """One part of what is expected."""
    return json.loads((SHARED / "expected.json").read_text(encoding="utf-8"))[part]


def given(name: str) -> SheetFile:
    """A practice file as the app reads it."""
    return read_sheets(SHARED / name, Files())
