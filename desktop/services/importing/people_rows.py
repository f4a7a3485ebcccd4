# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The person of a row: name, role, dates, and whether the person has left."""

import re
from datetime import date

from desktop.services.importing.asking import day_question
from desktop.services.importing.cell_words import plain
from desktop.services.importing.cells import CellClass, DateOrder, read_day
from desktop.services.importing.days import found_days
from desktop.services.importing.grid import Grid
from desktop.services.importing.labels import says_left
from desktop.services.importing.layout import Field, Layout
from desktop.services.importing.names import short_name, tidy_name
from desktop.services.importing.preview import PersonLine, Problem, Question

_LEFT = re.compile(
    r"^(?:has )?left\b|\bleft (?:on |in |us )?\d|\bleaver\b|"
    r"\bleft (?:the )?(?:charity|organisation|post|us)\b|wedi gadael|gadawodd"
)


_LEFT_BESIDE = re.compile(r"[(\[–-].*\b(?:left|leaver|wedi gadael)\b(?! at)")


def row_name(grid: Grid, layout: Layout, row: int) -> str:
    """The name of the row's person as typed, surname behind when it stands in a column of its own."""
    at = layout.column(Field.PERSON)
    if at is not None:
        return grid.shown(row, at) if grid.cell(row, at).blank else grid.cell(row, at).text
    first, family = layout.column(Field.FIRST_NAME), layout.column(Field.SURNAME)
    return " ".join(grid.text(row, column) for column in (first, family) if column is not None).strip()


def row_struck(grid: Grid, row: int, name_at: int) -> bool:
    """Whether a line is drawn through the name, or through most of the row."""
    struck = sum(cell.struck for cell in grid.rows[row])
    return struck > 0 and (grid.cell(row, name_at).struck or struck * 2 > grid.filled(row))


def text_of(grid: Grid, layout: Layout, row: int, field: Field) -> str:
    """What the row says in the column of that field, or ''."""
    at = layout.column(field)
    return grid.text(row, at) if at is not None else ""


def date_of(
    grid: Grid, layout: Layout, row: int, field: Field, order: DateOrder, today: date
) -> tuple[date | None, Problem | None, Question | None]:
    """The date in the column of that field, with what must be shown or asked about it."""
    at = layout.column(field)
    if at is None:
        return None, None, None
    reading = read_day(grid.cell(row, at), order, today)
    cell, shown = grid.name(row, at), grid.text(row, at)
    if reading.cell_class is CellClass.PROBLEM:
        return None, Problem(layout.sheet, cell, reading.message, shown), None
    if reading.cell_class is CellClass.QUESTION:
        return None, None, day_question(layout.sheet, cell, shown, reading)
    return reading.day, None, None


def person_line(
    grid: Grid, layout: Layout, row: int, order: DateOrder, today: date
) -> tuple[PersonLine, list[Problem], list[Question]]:
    """The person of a row of a training sheet."""
    typed = row_name(grid, layout, row)
    start, *start_trouble = date_of(grid, layout, row, Field.START, order, today)
    end, *end_trouble = date_of(grid, layout, row, Field.END, order, today)
    notes = notes_of(grid, layout, row)
    left, end = went(grid, layout, row, notes, end, today)
    at = layout.column(Field.PERSON)
    at = at if at is not None else layout.column(Field.SURNAME) or 0
    line = PersonLine(
        tidy_name(typed),
        grid.name(row, at),
        short_name(typed),
        role=text_of(grid, layout, row, Field.ROLE),
        employed_as=text_of(grid, layout, row, Field.EMPLOYED_AS),
        start=start,
        left=left,
        end=end,
        notes=notes,
    )
    trouble = [each for each in (*start_trouble, *end_trouble) if each]
    problems = [each for each in trouble if isinstance(each, Problem)]
    return line, problems, [each for each in trouble if isinstance(each, Question)]


def notes_of(grid: Grid, layout: Layout, row: int) -> str:
    """What the columns of notes say about the row."""
    found = (grid.text(row, place.at) for place in layout.places if place.field is Field.NOTES)
    return "; ".join(words for words in found if words)


def went(grid: Grid, layout: Layout, row: int, notes: str, end: date | None, today: date) -> tuple[bool, date | None]:
    """Whether the person has left, and when: by the leaving date, a line through the name, a note, or the group."""
    end = end or _day_left(notes, today)
    at = layout.column(Field.PERSON)
    at = at if at is not None else layout.column(Field.SURNAME) or 0
    beside = f"{row_name(grid, layout, row)} {text_of(grid, layout, row, Field.ROLE)}"
    said = bool(_LEFT.search(plain(notes)) or _LEFT_BESIDE.search(plain(beside))) and not (end and end > today)
    left = row_struck(grid, row, at) or (end is not None and end <= today)
    return left or said or _under_leavers(grid, layout, row, at), end


def _day_left(notes: str, today: date) -> date | None:
    """The day in 'Left 28/02/2026', when it is clear."""
    text = plain(notes)
    said = _LEFT.search(text)
    if not said:
        return None
    days = [found.day for found in found_days(text[said.start() :], today, day_first=None, settled=False)]
    return days[0] if days and days[0] else None


def _under_leavers(grid: Grid, layout: Layout, row: int, column: int) -> bool:
    """Whether the nearest row of a group above says that those below have left."""
    first = layout.header_rows[-1] if layout.header_rows else 0
    between = sorted(set(range(first + 1, row)).difference(layout.rows), reverse=True)
    group = next((above for above in between if not grid.cell(above, column).blank), None)
    return group is not None and says_left(grid.text(group, column))
