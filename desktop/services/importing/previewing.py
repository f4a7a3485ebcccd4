# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From a file that was read to its preview: which kind it is, which sheet, which layout, and what it would bring."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from desktop.models.errors import AppError
from desktop.models.sheet import SheetFile, cell_name
from desktop.services.importing.attendance import guess_attendance, preview_attendance
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Guess, Kind, Layout, Way
from desktop.services.importing.preview import Preview
from desktop.services.importing.staff import guess_staff, preview_staff
from desktop.services.importing.supervision import guess_supervision, preview_supervision
from desktop.services.importing.training import preview_training
from desktop.services.importing.wide import guess_training

_GUESSES: Mapping[Kind, Callable[[Grid], Guess | None]] = MappingProxyType(
    {
        Kind.TRAINING: guess_training,
        Kind.STAFF: guess_staff,
        Kind.SUPERVISION: lambda grid: guess_supervision(grid.sheet),
        Kind.ATTENDANCE: lambda grid: guess_attendance(grid.sheet),
    }
)
_PREVIEWS: Mapping[Kind, Callable[[SheetFile, Layout, date], Preview]] = MappingProxyType(
    {
        Kind.TRAINING: preview_training,
        Kind.STAFF: preview_staff,
        Kind.SUPERVISION: preview_supervision,
        Kind.ATTENDANCE: preview_attendance,
    }
)


class NoLayoutError(AppError):
    """No sheet of the file reads like what was looked for."""

    code = "no_layout"
    happened = "No {what} was found in {name}."
    safe = "Nothing was stored."
    to_do = "Check that the names and the headings stand in the sheet, or say what kind of file it is."


_WHAT = {
    None: "training, staff, supervision or attendance sheet",
    Kind.TRAINING: "training sheet",
    Kind.STAFF: "staff list",
    Kind.SUPERVISION: "supervision log",
    Kind.ATTENDANCE: "attendance sheet",
}


def guess_layout(file: SheetFile, kind: Kind | None = None, sheet: str | None = None) -> Layout:
    """The likeliest layout of a file, of that kind and on that sheet when they are given. Hidden sheets are left alone.

    Raises ``NoLayoutError``.
    """
    kinds = [kind] if kind else list(_GUESSES)
    sheets = [each for each in file.sheets if (each.name == sheet if sheet else not each.hidden)]
    grids = [Grid(each) for each in sheets]
    guesses = [found for grid in grids for of_kind in kinds if (found := _GUESSES[of_kind](grid))]
    if not guesses:
        raise NoLayoutError(what=_WHAT[kind], name=file.name)
    best = max(guesses, key=lambda guess: guess.worth).layout
    others = tuple(each.name for each in file.sheets if each.name != best.sheet and each.rows)
    return replace(best, sheets_left_alone=others)


def preview(file: SheetFile, layout: Layout, today: date) -> Preview:
    """What the file would bring with that layout. Nothing is stored."""
    found = _PREVIEWS[layout.kind](file, layout, today)
    return replace(found, notes=(*_left_alone(layout), *found.notes))


def _left_alone(layout: Layout) -> list[str]:
    """What was not read, and why, in sentences."""
    turned = layout.way is Way.PEOPLE_ACROSS
    columns = [_row(at) if turned else _column(at) for at in layout.hidden_columns]
    rows = [_column(at) if turned else _row(at) for at in layout.hidden_rows]
    notes = []
    if columns or rows:
        notes.append(f"Left alone because hidden: {', '.join((*columns, *rows))}.")
    if layout.sheets_left_alone:
        sheets = "sheet" if len(layout.sheets_left_alone) == 1 else "sheets"
        notes.append(f"Left alone: {sheets} {', '.join(layout.sheets_left_alone)}.")
    return notes


def _column(at: int) -> str:
    return f"column {cell_name(0, at)[:-1]}"


def _row(at: int) -> str:
    return f"row {at + 1}"
