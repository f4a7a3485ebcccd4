# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A layout that was corrected, kept for the next sheet with such headings."""

import hashlib
import json
from dataclasses import replace

from desktop.models.sheet import SheetFile
from desktop.models.workforce.remembered import RememberedLayout
from desktop.services.importing.cell_words import plain
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Field, Layout, Place


def layout_id(file: SheetFile, layout: Layout) -> str:
    """One id for all sheets of a kind with the same headings in the same places, whoever stands in their rows."""
    sheet = next(sheet for sheet in file.sheets if sheet.name == layout.sheet)
    grid = Grid(sheet)
    last = max(layout.header_rows, default=0)
    heads = [[plain(grid.text(row, column)) for column in range(grid.width)] for row in range(last + 1)]
    told = json.dumps([layout.kind.value, layout.way.value, heads[-3:]])
    return hashlib.sha256(told.encode()).hexdigest()


def layout_text(remembered_id: str, layout: Layout) -> RememberedLayout:
    """What is remembered of a layout: what each column holds and which way dates go. Rows differ from file to file."""
    places = [[place.at, place.field.value, place.heading, place.valid_months] for place in layout.places]
    text = json.dumps({"places": places, "day_first": layout.day_first}, ensure_ascii=False)
    return RememberedLayout(remembered_id, layout.kind.value, text)


def layout_from(text: str, guessed: Layout) -> Layout:
    """The layout as it was corrected before, on the rows of this file."""
    kept = json.loads(text)
    places = tuple(Place(at, Field(field), heading, months) for at, field, heading, months in kept["places"])
    return replace(guessed, places=places, day_first=kept["day_first"])
