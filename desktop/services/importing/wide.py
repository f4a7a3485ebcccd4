# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Guesses the layout of a training sheet: a matrix, either way round, or a list with one record in each row."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from desktop.models.sheet import Sheet
from desktop.services.importing.grid import Grid, Tells
from desktop.services.importing.guessing import Header, find_header, person_column, person_rows
from desktop.services.importing.headings import (
    completion_of,
    dates_are_expiries,
    expiry_of,
    field_of,
    part_of_course,
    put_away,
    valid_months,
)
from desktop.services.importing.labels import course_likeness, is_remark, is_total, name_likeness
from desktop.services.importing.layout import Field, Guess, Kind, Layout, Place, Way

_PERSON_FIELDS = {
    Field.PERSON,
    Field.FIRST_NAME,
    Field.SURNAME,
    Field.ROLE,
    Field.EMPLOYED_AS,
    Field.START,
    Field.END,
    Field.NOTES,
    Field.VALIDITY,
    Field.LEFT_OUT,
}
_LONG_FIELDS = {*_PERSON_FIELDS, Field.COURSE, Field.COMPLETED, Field.EXPIRES, Field.HOURS, Field.STATUS}
_OLD_WORTH = 0.1  # of a sheet that says it is an old one
_TITLE_ROWS = 5


def guess_training(grid: Grid) -> Guess | None:
    """The likeliest layout of a training sheet, or None when it reads like none."""
    guesses = [_long(grid)]
    ways = [found for found in (_wide(grid), _wide(grid.turned_over)) if found]
    if ways:
        guesses.append(max(ways, key=lambda found: found[1])[0])
    found = [guess for guess in guesses if guess and guess.worth > 0]
    if not found:
        return None
    best = max(found, key=lambda guess: guess.worth)
    return Guess(best.layout, best.worth * (_OLD_WORTH if is_put_away(grid.sheet) else 1))


def guess_way(grid: Grid, way: Way) -> Guess | None:
    """The likeliest layout that is that way round, or None when the sheet cannot be read so."""
    if way is Way.LONG:
        return _long(grid)
    found = _wide(grid.turned_over if way is Way.PEOPLE_ACROSS else grid)
    return found[0] if found else None


def is_put_away(sheet: Sheet) -> bool:
    """Whether the sheet's name, or a title on it, says that it is an old one."""
    titles = [cell.text for row in sheet.rows[:_TITLE_ROWS] for cell in row[:1] if len(cell.text) > 0]
    return put_away(sheet.name) or any(put_away(words) for words in titles if name_likeness(words) < 1)


def _long(grid: Grid) -> Guess | None:
    header = find_header(grid)
    if header is None:
        return None
    fields = {
        column: field for column, words in enumerate(header.headings) if (field := field_of(words)) in _LONG_FIELDS
    }
    fields = _dates_of_courses(fields)
    held = set(fields.values())
    named = [column for column, field in fields.items() if field in {Field.PERSON, Field.SURNAME, Field.COURSE}]
    if not (held & {Field.PERSON, Field.SURNAME} and Field.COURSE in held and held & {Field.COMPLETED, Field.EXPIRES}):
        return None
    course = next(column for column, field in fields.items() if field is Field.COURSE)
    rows = tuple(
        row
        for row in header.below
        if grid.tells[row][course] is Tells.WORDS
        and row not in grid.hidden_rows
        and not any(is_total(grid.text(row, column)) for column in named)
        and field_of(grid.text(row, course)) is not Field.COURSE
    )
    dates = [column for column, field in fields.items() if field in {Field.COMPLETED, Field.EXPIRES}]
    worth = sum(any(grid.tells[row][column] is Tells.RECORD for column in dates) for row in rows)
    places = tuple(_place(header, column, fields.get(column, Field.LEFT_OUT)) for column in _headed(header))
    return Guess(_layout(header, Way.LONG, first_of_each(places), rows), worth)


def _dates_of_courses(fields: dict[int, Field]) -> dict[int, Field]:
    """In a list with no column of completions, the start and end are those of the course; the end counts."""
    held = set(fields.values())
    if Field.COURSE not in held or Field.COMPLETED in held or not held & {Field.START, Field.END}:
        return fields
    counts = Field.END if Field.END in held else Field.START
    means = {Field.START: Field.LEFT_OUT, counts: Field.COMPLETED}
    return {column: means.get(field, field) for column, field in fields.items()}


def _wide(grid: Grid) -> tuple[Guess, float] | None:
    header = find_header(grid)
    if header is None:
        return None
    first_names = [column for column, words in enumerate(header.headings) if field_of(words) is Field.SURNAME]
    person = person_column(header) if not first_names else first_names[0]
    if person is None:
        return None
    places = _wide_places(header, person)
    courses = [place for place in places if place.field in {Field.COURSE_CELLS, Field.COURSE_EXPIRES}]
    others = [place.at for place in places if place.field is not Field.LEFT_OUT and place.at != person]
    rows = person_rows(header, person, others)
    if not courses or not rows:
        return None
    worth = sum(grid.tells[row][place.at] is Tells.RECORD for row in rows for place in courses)
    way = Way.PEOPLE_ACROSS if grid.turned else Way.PEOPLE_DOWN
    guess = Guess(_layout(header, way, places, rows), worth)
    labels = [grid.text(row, person) for row in rows]
    sense = mean(name_likeness(label) - course_likeness(label) for label in labels)
    sense += mean(course_likeness(place.heading) - name_likeness(place.heading) for place in courses)
    return guess, sense + (0.5 if field_of(header.headings[person]) is Field.PERSON else 0)


def _wide_places(header: Header, person: int) -> tuple[Place, ...]:
    grid = header.grid
    places = []
    headed = _headed(header)
    filled = [column for column in headed if _has_records(header, column)]
    last = _last_course(header, filled)
    for column in headed:
        field = field_of(header.headings[column])
        part = part_of_course(header.headings[column])
        over = header.group(column) if part else ""
        if column == person:
            places.append(_place(header, column, field if field is Field.SURNAME else Field.PERSON))
        elif column in grid.hidden_columns:
            places.append(_place(header, column, Field.LEFT_OUT))
        elif over and field_of(over) is None and over != header.headings[column]:
            places.append(_course_part(over, column, part))
        elif field in _PERSON_FIELDS:
            places.append(_place(header, column, field or Field.LEFT_OUT))
        elif field is None and (column in filled or (person < column <= last and _may_be_course(header, column))):
            places.append(_place(header, column, Field.COURSE_CELLS))
        else:
            places.append(_place(header, column, Field.LEFT_OUT))
    return _paired(first_of_each(places))


def _paired(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """'Fire date' and 'Fire expiry' are two columns of the course 'Fire'."""
    expiring = {place.heading.casefold() for place in places if place.field is Field.COURSE_EXPIRES}
    return tuple(
        replace(place, heading=course)
        if place.field is Field.COURSE_CELLS and (course := completion_of(place.heading)).casefold() in expiring
        else place
        for place in places
    )


def _course_part(course: str, column: int, part: Field | None) -> Place:
    kinds = {Field.COMPLETED: Field.COURSE_CELLS, Field.EXPIRES: Field.COURSE_EXPIRES}
    return Place(column, kinds.get(part or Field.LEFT_OUT, Field.LEFT_OUT), course, valid_months(course))


def _headed(header: Header) -> list[int]:
    names = person_column(header)
    return [column for column, words in enumerate(header.headings) if words or column == names]


def _has_records(header: Header, column: int) -> bool:
    """Whether most of what stands in the column reads like training records."""
    records = header.grid.records_in(column, header.below)
    return records > 0 and records >= header.grid.words_in(column, header.below)


def _may_be_course(header: Header, column: int) -> bool:
    """Whether a column that is almost blank is a course that nobody has done yet."""
    grid, words = header.grid, header.headings[column]
    if grid.merged_across(header.rows[-1], column) or is_remark(words) or is_total(words) or _is_band(header, column):
        return False
    return grid.words_in(column, header.below) <= 2 and not (words.isupper() and course_likeness(words) < 1)


def _is_band(header: Header, column: int) -> bool:
    """A heading joined over the whole of the column stands for a group, not for a course."""
    below = header.rows[-1] + 1
    span = header.grid.spans.get((below, column))
    return span is not None and span == header.grid.spans.get((header.rows[-1], column))


def _last_course(header: Header, filled: Sequence[int]) -> int:
    """The last column that can be a course: blank ones count while they follow the filled ones without a gap."""
    last = max(filled, default=-1)
    while last + 1 < len(header.headings) and header.headings[last + 1] and not field_of(header.headings[last + 1]):
        last += 1
    return last


def _place(header: Header, column: int, field: Field) -> Place:
    words = header.headings[column]
    if field is not Field.COURSE_CELLS:
        return Place(column, field, words)
    months = valid_months(words) or valid_months(header.how_often[column])
    course = expiry_of(words)
    if course:
        return Place(column, Field.COURSE_EXPIRES, course, months)
    return Place(column, Field.COURSE_EXPIRES if _all_expire(header) else field, words, months)


def _all_expire(header: Header) -> bool:
    """Whether a line above the header says that all dates are expiries."""
    above = (header.grid.text(row, column) for row in range(header.rows[0]) for column in range(header.grid.width))
    return any(dates_are_expiries(words) for words in above if words)


def first_of_each(places: Sequence[Place]) -> tuple[Place, ...]:
    """Only the first column of a field counts; courses may be many."""
    seen: set[Field] = set()
    kept = []
    for place in places:
        many = place.field in {Field.COURSE_CELLS, Field.COURSE_EXPIRES, Field.LEFT_OUT, Field.NOTES}
        kept.append(Place(place.at, Field.LEFT_OUT, place.heading) if place.field in seen and not many else place)
        seen.add(place.field)
    return tuple(kept)


def _layout(header: Header, way: Way, places: tuple[Place, ...], rows: tuple[int, ...]) -> Layout:
    grid = header.grid
    return Layout(
        kind=Kind.TRAINING,
        sheet=grid.sheet.name,
        way=way,
        header_rows=header.rows,
        rows=rows,
        places=places,
        hidden_columns=tuple(sorted(column for column in grid.hidden_columns if column < grid.width)),
        hidden_rows=tuple(sorted(row for row in grid.hidden_rows if row < len(grid.rows) and grid.filled(row))),
    )
