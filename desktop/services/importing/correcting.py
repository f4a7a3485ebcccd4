# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A layout corrected by a person: what a column holds, and in which row the headings stand."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from desktop.models.sheet import Sheet, SheetFile
from desktop.services.importing.grid import Grid
from desktop.services.importing.guessing import Header, person_rows
from desktop.services.importing.headings import field_of, valid_months
from desktop.services.importing.layout import Field, Kind, Layout, Place, Way
from desktop.services.importing.previewing import NoLayoutError
from desktop.services.importing.wide import guess_way

_MANY = {Field.COURSE_CELLS, Field.COURSE_EXPIRES, Field.LEFT_OUT, Field.NOTES, Field.PRESENT}
_NAME = (Field.PERSON, Field.FIRST_NAME, Field.SURNAME)
_WORK = (Field.ROLE, Field.EMPLOYED_AS, Field.START, Field.END)
_LAST = (Field.NOTES, Field.LEFT_OUT)
_STAFF = (
    *(Field.HOURS, Field.LINE_MANAGER, Field.PRACTICE_SUPERVISOR, Field.DBS_LEVEL, Field.DBS_ISSUED),
    *(Field.DBS_UPDATE, Field.WITH_USERS, Field.WITH_SURVIVORS, Field.EMAIL),
)
_LOG = (Field.SUPERVISOR, Field.SUPERVISION_KIND, Field.MINUTES, Field.STATUS, Field.NEXT_DATE)
_DAY = (Field.ORGANISATION, Field.PRESENT, Field.STATUS, Field.NUMBER)
_FIELDS: Mapping[Kind, tuple[Field, ...]] = MappingProxyType(
    {
        Kind.TRAINING: (*_NAME, *_WORK, Field.COURSE_CELLS, Field.COURSE_EXPIRES, *_LAST),
        Kind.STAFF: (*_NAME, *_WORK, *_STAFF, *_LAST),
        Kind.SUPERVISION: (*_NAME, Field.DATE, Field.COMPLETED, *_LOG, *_LAST),
        Kind.ATTENDANCE: (*_NAME, *_DAY, *_LAST),
    }
)
WAYS: Mapping[Kind, tuple[Way, ...]] = MappingProxyType({Kind.TRAINING: (Way.PEOPLE_DOWN, Way.PEOPLE_ACROSS, Way.LONG)})
_LIST = (Field.COURSE, Field.COMPLETED, Field.EXPIRES, Field.HOURS, Field.STATUS)


def fields_for(layout: Layout) -> tuple[Field, ...]:
    """What a column of such a sheet may hold."""
    if layout.kind is Kind.TRAINING and layout.way is Way.LONG:
        return (*_NAME, *_WORK, *_LIST, *_LAST)
    return _FIELDS[layout.kind]


def sheet_of(file: SheetFile, layout: Layout) -> Sheet:
    """The sheet that the layout is of."""
    return next(sheet for sheet in file.sheets if sheet.name == layout.sheet)


def grid_of(file: SheetFile, layout: Layout) -> Grid:
    """That sheet as the layout reads it: turned when people stand across."""
    return Grid(sheet_of(file, layout), turned=layout.way is Way.PEOPLE_ACROSS)


def with_field(file: SheetFile, layout: Layout, at: int, field: Field) -> Layout:
    """The layout with something else in one column. What there is only once is left out where it stood before."""
    places = tuple(_with_field(place, at, field) for place in layout.places)
    changed = replace(layout, places=places)
    return _with_rows(grid_of(file, layout), changed) if field in {Field.PERSON, Field.SURNAME} else changed


def with_header(file: SheetFile, layout: Layout, row: int) -> Layout:
    """The layout with the headings in another row. Columns keep what they hold where their heading says nothing."""
    grid = grid_of(file, layout)
    header = Header(grid, (row,))
    before = {place.at: place.field for place in layout.places}
    places = tuple(_headed(at, words, layout, before) for at, words in enumerate(header.headings) if words)
    return _with_rows(grid, replace(layout, header_rows=(row,), places=_once(places)))


def with_way(file: SheetFile, layout: Layout, way: Way) -> Layout:
    """The layout of a training sheet the other way round. Raises ``NoLayoutError``."""
    guess = guess_way(Grid(sheet_of(file, layout)), way)
    if guess is None:
        raise NoLayoutError(what=f"sheet with {way.value}", name=file.name)
    return replace(guess.layout, sheets_left_alone=layout.sheets_left_alone)


def _with_field(place: Place, at: int, field: Field) -> Place:
    if place.at == at:
        months = valid_months(place.heading) if field in {Field.COURSE_CELLS, Field.COURSE_EXPIRES} else None
        return Place(at, field, place.heading, months)
    return replace(place, field=Field.LEFT_OUT) if place.field is field and field not in _MANY else place


def _headed(at: int, words: str, layout: Layout, before: Mapping[int, Field]) -> Place:
    may_be = set(fields_for(layout))
    said = field_of(words)
    field = said if said in may_be else before.get(at, Field.LEFT_OUT)
    if at in layout.hidden_columns:
        field = Field.LEFT_OUT
    return Place(at, field, words, valid_months(words) if field is Field.COURSE_CELLS else None)


def _once(places: tuple[Place, ...]) -> tuple[Place, ...]:
    seen: set[Field] = set()
    kept = []
    for place in places:
        again = place.field in seen and place.field not in _MANY
        kept.append(replace(place, field=Field.LEFT_OUT) if again else place)
        seen.add(place.field)
    return tuple(kept)


def _with_rows(grid: Grid, layout: Layout) -> Layout:
    """The rows under the headings that hold a person, or in a list anything at all in the column that counts."""
    person = next((at for field in _NAME[::2] if (at := layout.column(field)) is not None), None)
    if person is None or not layout.header_rows:
        return layout
    header = Header(grid, layout.header_rows)
    if layout.way is Way.LONG:
        others = [place.at for place in layout.places if place.field is not Field.LEFT_OUT]
        rows = (row for row in header.below if any(not grid.cell(row, at).blank for at in others))
        return replace(layout, rows=tuple(row for row in rows if row not in grid.hidden_rows))
    others = [place.at for place in layout.places if place.field is not Field.LEFT_OUT and place.at != person]
    return replace(layout, rows=person_rows(header, person, others))
