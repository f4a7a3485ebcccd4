# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which rows under the headings hold something to read: no totals, dividers, repeated headings, notes at the foot."""

import re
from collections.abc import Sequence

from desktop.models.sheet import SheetCell
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Field, Layout, Place

_TOTAL = re.compile(
    r"(?:grand |sub-?|overall )?totals?\b.*|average\b.*|sum\b.*|count\b.*|% .*|percent\w*\b.*|cyfanswm\b.*|number of .*"
)
_PERSON = (Field.PERSON, Field.SURNAME, Field.FIRST_NAME)
_DATES = (Field.DATE, Field.COMPLETED)
_OTHERS = (Field.SUPERVISOR, Field.SUPERVISION_KIND, Field.MINUTES, Field.STATUS, Field.NEXT_DATE)


def table_rows(grid: Grid, first: int, places: Sequence[Place]) -> tuple[int, ...]:
    """The rows of a log from ``first`` on that hold a session."""
    at = columns(places)
    return tuple(row for row in _candidates(grid, first, places) if _is_session(grid, row, at))


def people_rows(grid: Grid, first: int, places: Sequence[Place]) -> tuple[int, ...]:
    """The rows of an attendance sheet from ``first`` on that name a person."""
    at = columns(places)
    named = [at[each] for each in _PERSON if each in at]
    return tuple(
        row
        for row in _candidates(grid, first, places)
        if any(letter.isalpha() for column in named for letter in grid.text(row, column))
    )


def total_rows(grid: Grid, first: int) -> tuple[int, ...]:
    """The rows that hold a total."""
    return tuple(row for row in range(first, len(grid.rows)) if is_total(grid, row))


def is_total(grid: Grid, row: int) -> bool:
    """Whether the first words of a row say that it counts the others."""
    words = next((cell.text.strip().casefold() for cell in grid.rows[row] if cell.text.strip()), "")
    return _TOTAL.fullmatch(words) is not None


def columns(places: Sequence[Place]) -> dict[Field, int]:
    """The first column of each field."""
    found: dict[Field, int] = {}
    for place in places:
        found.setdefault(place.field, place.at)
    return found


def value(grid: Grid, row: int, column: int | None) -> SheetCell:
    """The cell there, or the one that it is merged with."""
    return SheetCell() if column is None else grid.cell(*grid.spans.get((row, column), (row, column)))


def person_text(grid: Grid, row: int, layout: Layout) -> str:
    """The name in a row; first name and surname put together when they stand apart."""
    at = columns(layout.places)
    if Field.PERSON in at:
        return value(grid, row, at[Field.PERSON]).text.strip()
    parts = (value(grid, row, at.get(each)).text.strip() for each in (Field.FIRST_NAME, Field.SURNAME))
    return " ".join(part for part in parts if part)


def person_column(layout: Layout) -> int:
    """The column where the name stands, or begins."""
    at = columns(layout.places)
    return next((at[each] for each in _PERSON if each in at), 0)


def _candidates(grid: Grid, first: int, places: Sequence[Place]) -> list[int]:
    headings = {place.at: " ".join(place.heading.split()).casefold() for place in places if place.heading}
    return [
        row
        for row in range(first, len(grid.rows))
        if row not in grid.hidden_rows
        and grid.filled(row)
        and not is_total(grid, row)
        and not _repeats(grid, row, headings)
    ]


def _repeats(grid: Grid, row: int, headings: dict[int, str]) -> bool:
    same = sum(grid.text(row, column).casefold() == heading for column, heading in headings.items())
    return same > 1


def _is_session(grid: Grid, row: int, at: dict[Field, int]) -> bool:
    def there(fields: Sequence[Field]) -> bool:
        return any(not value(grid, row, at[each]).blank for each in fields if each in at)

    if grid.filled(row) < 2:
        return False
    return (there(_PERSON) and (there(_OTHERS) or there(_DATES))) or (there(_DATES) and there(_OTHERS))
