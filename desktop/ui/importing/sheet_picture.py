# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The first rows of the sheet as they stand in the file, without what is hidden there."""

from desktop.models.sheet import SheetFile
from desktop.services.importing.correcting import grid_of
from desktop.services.importing.layout import Layout
from desktop.ui.importing.field_words import column_words, row_words
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.words_shown import shown

_ROWS, _LONGEST = 4, 60


def picture_of(file: SheetFile, layout: Layout) -> DataTable:
    """A table of the headings and the first people or records."""
    grid = grid_of(file, layout)
    columns = [place.at for place in layout.places if place.at not in layout.hidden_columns]
    headings = [Column("", 96), *(Column(column_words(layout, at), 150) for at in columns)]
    table = DataTable(headings, "The first rows of the sheet", whole=True)
    table.setObjectName("sheet-picture")
    rows = (*layout.header_rows, *layout.rows[:_ROWS])
    table.show_rows([Row(str(at), (_name(layout, at), *(_cell(grid.text(at, c)) for c in columns))) for at in rows])
    return table


def values_of(file: SheetFile, layout: Layout, at: int) -> str:
    """The first values of a column, in a line."""
    grid = grid_of(file, layout)
    found = (grid.text(row, at) for row in layout.rows)
    first = list(dict.fromkeys(text for text in found if text))[:3]
    return shown(", ".join(text[:_LONGEST] for text in first)) if first else "Nothing stands in it."


def _name(layout: Layout, at: int) -> Cell:
    return Cell(row_words(layout, at), bold=at in layout.header_rows)


def _cell(text: str) -> Cell:
    return Cell(shown(text[:_LONGEST]))
