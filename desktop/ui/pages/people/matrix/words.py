# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The cells of the matrix as they are drawn and printed."""

from collections.abc import Sequence
from datetime import date

from desktop.models.prints import ListPrint
from desktop.services.workforce.matrix_cells import MatrixCell, MatrixRow, MatrixView, State
from desktop.ui.theme import state_of
from desktop.ui.widgets.heat_cell import HeatValue

_MOST_COLUMNS = 8  # of a list; a wider matrix is a line for each person
_LINES = (("Name", 2.0), ("In place", 1.0), ("To be done", 5.0), ("Soon", 3.0))
_SOON = {"due soon", "judge again", "booked"}


def state_name(state: State) -> str:
    """The name of a state as widgets know it."""
    return _NAMES.get(state.value) or state_of(state.mark)


def heat_of(cell: MatrixCell) -> HeatValue:
    """A cell as it is drawn."""
    return HeatValue(state_name(cell.state), cell.short or cell.word, cell.sentence, cell.word)


def printed(view: MatrixView, title: str, told: str, today: date) -> ListPrint:
    """The matrix as a list."""
    if len(view.columns) > _MOST_COLUMNS:
        names = {one.id: one.name for one in view.columns}
        return ListPrint(title, told, _LINES, tuple(_line(one, names) for one in view.rows), as_at=today)
    columns = (("Name", 1.6), *((one.name, 1.2) for one in view.columns))
    rows = tuple((one.name, *(_said(cell) for cell in one.cells)) for one in view.rows)
    figures = ("In place", *(one.figure for one in view.columns))
    return ListPrint(title, told, columns, (*rows, figures), as_at=today)


_NAMES = {"lapsed": "lapsed", "in date": "ok", "not needed": "not_needed", "missing": "missing", "booked": "booked"}


def _said(cell: MatrixCell) -> str:
    if not cell.short or cell.short.casefold() == cell.word.casefold():
        return cell.word
    return f"{cell.word}, {cell.short}"


def _line(row: MatrixRow, names: dict[str, str]) -> tuple[str, ...]:
    needed = [cell for cell in row.cells if cell.needed]
    soon = [cell for cell in needed if cell.state.value in _SOON]
    to_do = [cell for cell in needed if cell not in soon and cell.state.value not in _HELD]
    held = len(needed) - len(to_do) - sum(cell.state.value == "booked" for cell in soon)
    return row.name, f"{held} of {len(needed)}", _all(to_do, names), _all(soon, names)


_HELD = {"in date", "at the level"}


def _all(cells: Sequence[MatrixCell], names: dict[str, str]) -> str:
    return "; ".join(f"{names[cell.column_id]}: {_said(cell).lower()}" for cell in cells)
