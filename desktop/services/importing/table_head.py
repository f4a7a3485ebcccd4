# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Finds the row of headings of a table that stands anywhere in a sheet, and what each column under it holds."""

from dataclasses import dataclass

from desktop.services.importing import log_headings
from desktop.services.importing.cell_words import plain
from desktop.services.importing.grid import Grid
from desktop.services.importing.layout import Field, Kind, Place

_LAST_ROW = 60  # a table begins before it
_LONGEST = 80
_MANY = {Field.PRESENT, Field.LEFT_OUT, Field.NOTES}
_PERSON = {Field.PERSON, Field.FIRST_NAME, Field.SURNAME}
_OF_A_LOG = {Field.SUPERVISOR, Field.MINUTES, Field.STATUS, Field.SUPERVISION_KIND, Field.NEXT_DATE}
_OF_A_SHEET = {Field.PRESENT, Field.STATUS, Field.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of headings and the columns under them. ``fit`` tells how well they suit; more is better."""

    rows: tuple[int, ...]
    places: tuple[Place, ...]
    fit: int

    @property
    def fields(self) -> frozenset[Field]:
        """What the columns hold."""
        return frozenset(place.field for place in self.places)


def head_of(grid: Grid, kind: Kind) -> Head | None:
    """The headings of a supervision log or an attendance sheet, or None where the sheet has none."""
    best: Head | None = None
    for row in range(min(len(grid.rows), _LAST_ROW)):
        for rows in ((row,), (row, row + 1)):
            head = _head(grid, rows, kind)
            if head and _whole(head, kind) and (best is None or head.fit > best.fit):
                best = head
    return best


def _head(grid: Grid, rows: tuple[int, ...], kind: Kind) -> Head | None:
    if rows[-1] >= len(grid.rows) or any(cell.day for row in rows for cell in grid.rows[row]):
        return None
    exact, loose = (
        (log_headings.LOG, log_headings.LOG_LOOSE)
        if kind is Kind.SUPERVISION
        else (log_headings.SHEET, log_headings.SHEET_LOOSE)
    )
    headings = [_heading(grid, rows, column) for column in range(grid.width)]
    taken: dict[int, Field] = {}
    fit = 0
    for worth, words in ((3, exact), (1, loose)):
        for column, texts in enumerate(headings):
            field = None if column in taken else _field(texts, words, taken, whole=worth > 1)
            if field:
                taken[column] = field
                fit += worth
    shown = {column: texts[0] for column, texts in enumerate(headings) if texts}
    places = tuple(Place(column, taken.get(column, Field.LEFT_OUT), heading) for column, heading in shown.items())
    first = min((grid.spans.get((rows[0], column), (rows[0], 0))[0] for column in taken), default=rows[0])
    return Head((*range(first, rows[0]), *rows), places, fit * 2 - len(rows)) if taken else None


def _heading(grid: Grid, rows: tuple[int, ...], column: int) -> tuple[str, ...]:
    """The words over a column as they may be read: all together, the lower ones, the upper ones."""
    texts = [text for row in rows if 0 < len(text := grid.shown(row, column)) <= _LONGEST]
    texts = list(dict.fromkeys(texts))
    return (" ".join(texts), *reversed(texts)) if len(texts) > 1 else tuple(texts)


def _field(texts: tuple[str, ...], words: log_headings.Words, taken: dict[int, Field], *, whole: bool) -> Field | None:
    held = set(taken.values())
    for text in texts:
        heading = plain(text).strip(" :*?-").replace("_", " ")
        for field, pattern in words:
            if field in held and field not in _MANY:
                continue
            if pattern.fullmatch(heading) if whole else pattern.search(heading):
                return field
    return None


def _whole(head: Head, kind: Kind) -> bool:
    fields = head.fields
    if not fields & _PERSON:
        return False
    if kind is Kind.ATTENDANCE:
        return bool(fields & _OF_A_SHEET)
    return bool(fields & {Field.DATE, Field.COMPLETED}) and len(fields & _OF_A_LOG) > 1
