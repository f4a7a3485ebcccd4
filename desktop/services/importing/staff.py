# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a staff list would bring: one person in each row, what cannot be read, and what the charity should look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.models.sheet import SheetCell, SheetFile
from desktop.services.importing.asking import date_order_question, day_question, same_people
from desktop.services.importing.cell_words import Says, alone, not_needed, plain, words_in
from desktop.services.importing.cells import CellClass, DateOrder, date_order, read_day
from desktop.services.importing.grid import Grid
from desktop.services.importing.guessing import Header, find_header, person_column, person_rows
from desktop.services.importing.headings import field_of
from desktop.services.importing.layout import Field, Guess, Kind, Layout, Place, Way
from desktop.services.importing.names import short_name, tidy_name
from desktop.services.importing.people_rows import notes_of, row_name, text_of, went
from desktop.services.importing.preview import PersonLine, Preview, Problem, Question
from desktop.services.importing.staff_warnings import staff_warnings
from desktop.services.importing.wide import first_of_each

_DATES = (Field.START, Field.END, Field.DBS_ISSUED)
_OF_STAFF = {
    Field.ROLE,
    Field.EMPLOYED_AS,
    Field.START,
    Field.END,
    Field.HOURS,
    Field.LINE_MANAGER,
    Field.PRACTICE_SUPERVISOR,
    Field.DBS_LEVEL,
    Field.DBS_ISSUED,
    Field.DBS_UPDATE,
    Field.WITH_USERS,
    Field.WITH_SURVIVORS,
    Field.EMAIL,
}
_KEPT = {*_OF_STAFF, Field.PERSON, Field.FIRST_NAME, Field.SURNAME, Field.NOTES}
_HOURS = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:h|hrs?|hours?|awr|p/?w|per week|a week|/ ?w(?:ee)?k|weekly|yr wythnos)\b)*\.?"
)
_MOST_HOURS = 60
_LEAST_WORTH = 0.1
_NO_LEVEL = {"", "none", "no", "n/a", "-", "not needed", "dim"}


@dataclass
class _Gathered:
    people: list[PersonLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def guess_staff(grid: Grid) -> Guess | None:
    """The likeliest layout of a staff list, or None when the sheet reads like none."""
    header = find_header(grid)
    if header is None:
        return None
    places = first_of_each(
        tuple(
            Place(column, _field(words) if column not in grid.hidden_columns else Field.LEFT_OUT, words)
            for column, words in enumerate(header.headings)
            if words
        )
    )
    held = {place.field for place in places}
    surname = next((place.at for place in places if place.field is Field.SURNAME), None)
    person = surname if surname is not None else person_column(header)
    if person is None or len(held & _OF_STAFF) < 2:
        return None
    others = [place.at for place in places if place.field is not Field.LEFT_OUT and place.at != person]
    rows = person_rows(header, person, others)
    if not rows:
        return None
    if surname is None:
        places = tuple(Place(at.at, Field.PERSON, at.heading) if at.at == person else at for at in places)
    layout = Layout(
        Kind.STAFF,
        grid.sheet.name,
        Way.PERSON_A_ROW,
        header.rows,
        rows,
        places,
        tuple(sorted(column for column in grid.hidden_columns if column < grid.width)),
        tuple(sorted(row for row in grid.hidden_rows if row < len(grid.rows) and grid.filled(row))),
    )
    return Guess(layout, max(len(held & _OF_STAFF) * len(rows) - 2 * _of_courses(header), _LEAST_WORTH))


def _of_courses(header: Header) -> int:
    """How many cells look like training, in columns that no field of a staff list explains."""
    columns = [column for column, words in enumerate(header.headings) if words and field_of(words) is None]
    return sum(header.grid.records_in(column, header.below) for column in columns)


def preview_staff(file: SheetFile, layout: Layout, today: date) -> Preview:
    """All that a staff list would bring. Nothing is stored."""
    sheet = next(sheet for sheet in file.sheets if sheet.name == layout.sheet)
    grid = Grid(sheet)
    columns = [place.at for place in layout.places if place.field in _DATES]
    shown = date_order(grid.cell(row, column) for row in layout.rows for column in columns)
    order = shown if layout.day_first is None else DateOrder(layout.day_first, settled=True)
    found = _Gathered()
    asked = _first_unclear(grid, layout, order, today)
    # One question settles the order for the file; until it is answered, the likely one is shown.
    reading = DateOrder(order.day_first, settled=order.day_first is not None)
    for row in layout.rows:
        found.people.append(_person(grid, layout, row, reading, today, found))
    pairs, joining = same_people(sheet.name, found.people)
    first = [date_order_question(asked, order)] if asked else []
    return Preview(
        layout,
        tuple(found.people),
        (),
        tuple(found.problems),
        (*first, *(found.questions if reading.settled else ()), *joining),
        warnings=staff_warnings(found.people, today),
        same_people=pairs,
    )


def hours_of(cell: SheetCell) -> float | None:
    """Hours in a week, when they are a plain number: 37, '22.5', '30 hrs'."""
    if cell.number is not None:
        return cell.number if 0 <= cell.number <= _MOST_HOURS else None
    match = _HOURS.fullmatch(plain(cell.text))
    hours = float(match[1].replace(",", ".")) if match else None
    return hours if hours is not None and hours <= _MOST_HOURS else None


def yes_or_no(text: str) -> bool | None:
    """True for yes, Y or a tick, False for no or N, None for blank or anything else."""
    low = plain(text)
    said = {alone(low)} if alone(low) else {says for _, _, says in words_in(low)}
    if Says.DONE in said:
        return True
    return False if said & {Says.NOT_DONE, Says.NOT_NEEDED} else None


def _field(words: str) -> Field:
    found = field_of(words)
    return found if found in _KEPT else Field.LEFT_OUT


def _first_unclear(grid: Grid, layout: Layout, order: DateOrder, today: date) -> Question | None:
    for row in layout.rows:
        for place in layout.places:
            if place.field not in _DATES:
                continue
            reading = read_day(grid.cell(row, place.at), order, today)
            if reading.cell_class is CellClass.QUESTION and len(reading.readings) > 1:
                return day_question(layout.sheet, grid.name(row, place.at), grid.text(row, place.at), reading)
    return None


def _person(grid: Grid, layout: Layout, row: int, order: DateOrder, today: date, found: _Gathered) -> PersonLine:
    typed = row_name(grid, layout, row)
    days = {each: _day(grid, layout, row, each, order, today, found) for each in _DATES}
    at = layout.column(Field.PERSON)
    at = at if at is not None else layout.column(Field.SURNAME) or 0
    found.problems.extend(_missing(grid, layout, row))
    notes = notes_of(grid, layout, row)
    left, end = went(grid, layout, row, notes, days[Field.END], today)
    return PersonLine(
        tidy_name(typed),
        grid.name(row, at),
        short_name(typed),
        text_of(grid, layout, row, Field.ROLE),
        text_of(grid, layout, row, Field.EMPLOYED_AS),
        days[Field.START],
        left,
        end,
        _hours(grid, layout, row, found),
        tidy_name(text_of(grid, layout, row, Field.LINE_MANAGER)),
        tidy_name(text_of(grid, layout, row, Field.PRACTICE_SUPERVISOR)),
        text_of(grid, layout, row, Field.DBS_LEVEL),
        days[Field.DBS_ISSUED],
        _said(grid, layout, row, Field.DBS_UPDATE, found),
        _said(grid, layout, row, Field.WITH_USERS, found),
        _said(grid, layout, row, Field.WITH_SURVIVORS, found),
        text_of(grid, layout, row, Field.EMAIL),
        notes,
    )


def _day(
    grid: Grid, layout: Layout, row: int, which: Field, order: DateOrder, today: date, found: _Gathered
) -> date | None:
    at = layout.column(which)
    if at is None:
        return None
    reading = read_day(grid.cell(row, at), order, today)
    cell, shown = grid.name(row, at), grid.text(row, at)
    if reading.cell_class is CellClass.PROBLEM and not not_needed(plain(shown)):
        found.problems.append(Problem(layout.sheet, cell, reading.message, shown))
    elif reading.cell_class is CellClass.QUESTION:
        found.questions.append(day_question(layout.sheet, cell, shown, reading))
    return reading.day


def _hours(grid: Grid, layout: Layout, row: int, found: _Gathered) -> float | None:
    at = layout.column(Field.HOURS)
    if at is None or grid.cell(row, at).blank or not_needed(plain(grid.text(row, at))):
        return None
    hours = hours_of(grid.cell(row, at))
    if hours is None:
        shown = grid.text(row, at)
        message = f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK} is not a number of hours."
        found.problems.append(Problem(layout.sheet, grid.name(row, at), message, shown))
    return hours


def _said(grid: Grid, layout: Layout, row: int, which: Field, found: _Gathered) -> bool | None:
    text = text_of(grid, layout, row, which)
    said = yes_or_no(text)
    at = layout.column(which)
    if text and said is None and at is not None:
        message = f"\N{LEFT DOUBLE QUOTATION MARK}{text[:40]}\N{RIGHT DOUBLE QUOTATION MARK} is neither yes nor no."
        found.problems.append(Problem(layout.sheet, grid.name(row, at), message, text))
    return said


def _missing(grid: Grid, layout: Layout, row: int) -> Iterator[Problem]:
    """A check of some level without the day it was issued."""
    at = layout.column(Field.DBS_ISSUED)
    level = plain(text_of(grid, layout, row, Field.DBS_LEVEL))
    if at is not None and level not in _NO_LEVEL and grid.cell(row, at).blank:
        yield Problem(layout.sheet, grid.name(row, at), "The day the DBS check was issued is missing.")
