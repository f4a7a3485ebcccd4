# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a training sheet would bring: people, records, and what must be shown or asked first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.models.sheet import SheetCell, SheetFile
from desktop.services.importing.asking import date_order_question, day_question, no_name, same_people, struck_out
from desktop.services.importing.cells import (
    CellClass,
    CellReader,
    CellReading,
    DateOrder,
    is_ambiguous,
    read_cell,
    read_expiry,
)
from desktop.services.importing.cells import date_order as order_of
from desktop.services.importing.grid import Grid, is_record
from desktop.services.importing.headings import valid_months
from desktop.services.importing.layout import Field, Kind, Layout, Place, Way
from desktop.services.importing.names import tidy_name
from desktop.services.importing.people_rows import person_line, row_name, row_struck
from desktop.services.importing.preview import Ask, PersonLine, Preview, Problem, Question, RecordLine
from desktop.services.importing.record_status import status_class

_MANY = 4  # from so many dates on that could be read two ways, one question for the file comes first
_DATES = (Field.START, Field.END, Field.COMPLETED, Field.EXPIRES)


@dataclass
class _Gathered:
    """What has been found so far while the rows are walked."""

    people: list[PersonLine] = field(default_factory=list)
    cells: list[RecordLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def preview_training(file: SheetFile, layout: Layout, today: date) -> Preview:
    """All that the training sheet of the layout would bring. Nothing is stored."""
    sheet = next(sheet for sheet in file.sheets if sheet.name == layout.sheet)
    grid = Grid(sheet, turned=layout.way is Way.PEOPLE_ACROSS)
    order = _order(grid, layout)
    found = _Gathered()
    if layout.way is Way.LONG:
        _walk_list(grid, layout, order, today, found)
    else:
        _walk_matrix(grid, layout, order, today, found)
    pairs, asked = same_people(sheet.name, found.people)
    unclear = [question for question in found.questions if question.about is Ask.DATE and len(question.choices) > 1]
    first = [date_order_question(unclear[0], order)] if len(unclear) >= _MANY else []
    counts = Counter(line.cell_class.value for line in found.cells)
    return Preview(
        layout,
        tuple(found.people),
        tuple(found.cells),
        tuple(found.problems),
        (*first, *found.questions, *asked),
        same_people=pairs,
        figures=tuple(sorted(counts.items())),
    )


def _order(grid: Grid, layout: Layout) -> DateOrder:
    if layout.day_first is not None:
        return DateOrder(layout.day_first, settled=True)
    columns = [
        place.at for place in layout.places if place.field in {*_DATES, Field.COURSE_CELLS, Field.COURSE_EXPIRES}
    ]
    return order_of(grid.cell(row, column) for row in layout.rows for column in columns)


def _walk_matrix(grid: Grid, layout: Layout, order: DateOrder, today: date, found: _Gathered) -> None:
    courses = _course_columns(layout)
    reader = CellReader(order, today)
    nothing = CellReading(CellClass.BLANK)
    for row in layout.rows:
        person = len(found.people)
        found.people.append(_person(grid, layout, row, order, today, found))
        crossed_out = row_struck(grid, row, _name_column(layout))
        cells = grid.rows[row]
        for course, (done, last) in courses.items():
            reading = reader.read(cells[done]) if done is not None and done < len(cells) else nothing
            at = done
            if last is not None:
                reading = _with_expiry(reading, grid, layout, (row, last), order, today, found)
                at = last if at is None or reading.cell_class is CellClass.EXPIRY_ONLY else at
            if at is None or reading.cell_class is CellClass.BLANK:
                continue
            cell = grid.cell(row, at)
            record = _record(grid, (row, at), person, course, reading)
            if reading.message or cell.struck:
                _keep(record, reading, cell, layout.sheet, found, lone=cell.struck and not crossed_out)
            else:
                found.cells.append(record)
    found.problems.extend(_without_name(grid, layout))


def _course_columns(layout: Layout) -> dict[str, tuple[int | None, int | None]]:
    """For each course the column of completions and that of expiries. Two columns of one heading stay two courses."""
    columns: dict[str, tuple[int | None, int | None]] = {}
    for place in layout.places:
        done, last = columns.get(place.heading, (None, None))
        if place.field is Field.COURSE_CELLS:
            name = place.heading if done is None else f"{place.heading} ({place.at + 1})"
            columns[name] = (place.at, last if done is None else None)
        elif place.field is Field.COURSE_EXPIRES:
            columns[place.heading] = (done, place.at)
    return columns


def _person(grid: Grid, layout: Layout, row: int, order: DateOrder, today: date, found: _Gathered) -> PersonLine:
    line, problems, questions = person_line(grid, layout, row, order, today)
    found.problems.extend(problems)
    found.questions.extend(questions)
    return line


def _with_expiry(
    reading: CellReading,
    grid: Grid,
    layout: Layout,
    at: tuple[int, int],
    order: DateOrder,
    today: date,
    found: _Gathered,
) -> CellReading:
    """The reading with the last day that another column gives; what is wrong with that column is kept."""
    last = read_expiry(grid.cell(*at), order, today)
    cell, shown = grid.name(*at), grid.text(*at)
    if last.cell_class is CellClass.PROBLEM:
        found.problems.append(Problem(layout.sheet, cell, last.message, shown))
    elif last.cell_class is CellClass.QUESTION:
        found.questions.append(day_question(layout.sheet, cell, shown, last))
    if last.expires is None:
        return reading
    return last if reading.cell_class is CellClass.BLANK else replace(reading, expires=last.expires)


def _record(grid: Grid, at: tuple[int, int], person: int, course: str, reading: CellReading) -> RecordLine:
    cell = grid.cell(*at)
    typed = cell.day is None
    shown = " ".join(cell.text.split()) if typed else cell.text
    name = grid.name(*at)
    return RecordLine(
        person, course, name, reading.cell_class, reading.day, reading.expires, None, reading.note, shown, typed
    )


def _keep(
    record: RecordLine, reading: CellReading, cell: SheetCell, sheet: str, found: _Gathered, *, lone: bool
) -> None:
    """Keeps a record, with what must be shown or asked about it."""
    if lone and record.cell_class in {CellClass.DATED, CellClass.DONE_UNDATED}:
        found.questions.append(struck_out(sheet, record))
        record = replace(record, cell_class=CellClass.QUESTION)
    elif record.cell_class is CellClass.PROBLEM:
        found.problems.append(Problem(sheet, record.cell, reading.message, record.shown))
    elif record.cell_class is CellClass.QUESTION:
        days = tuple(day.isoformat() for day in reading.readings)
        likely = days[0] if days and (len(days) == 1 or is_ambiguous(cell)) else ""
        found.questions.append(Question(sheet, record.cell, reading.message, record.shown, Ask.DATE, days, likely))
    found.cells.append(record)


def _without_name(grid: Grid, layout: Layout) -> Iterator[Problem]:
    """Rows between the people that hold records, but no name."""
    at = layout.column(Field.PERSON)
    if at is None or not layout.rows:
        return
    for row in range(layout.rows[0], layout.rows[-1] + 2):
        if row in layout.rows or not grid.cell(row, at).blank or row in grid.hidden_rows:
            continue
        if any(is_record(grid.cell(row, place.at)) for place in layout.courses):
            yield no_name(layout.sheet, grid.name(row, at))


def _walk_list(grid: Grid, layout: Layout, order: DateOrder, today: date, found: _Gathered) -> None:
    known: dict[str, int] = {}
    seen: dict[tuple[int, str, date], int] = {}
    course_at = layout.column(Field.COURSE)
    before = ""
    for row in layout.rows:
        name = tidy_name(row_name(grid, layout, row))
        if not name and before and _carried(grid, layout):
            name = before
        if not name:
            found.problems.append(no_name(layout.sheet, grid.name(row, _name_column(layout))))
            continue
        before = name
        person = known.setdefault(name.casefold(), len(found.people))
        if person == len(found.people):
            line = _person(grid, layout, row, order, today, found)
            found.people.append(replace(line, name=name))
        course = grid.text(row, course_at) if course_at is not None else ""
        _keep_row(grid, layout, row, (person, course), order, today, found, seen)


def _keep_row(
    grid: Grid,
    layout: Layout,
    row: int,
    about: tuple[int, str],
    order: DateOrder,
    today: date,
    found: _Gathered,
    seen: dict[tuple[int, str, date], int],
) -> None:
    person, course = about
    column = _date_column(grid, layout, row)
    if column is None:
        return
    cell = grid.cell(row, column)
    reading = _row_reading(grid, layout, row, column, order, today, found)
    record = _record(grid, (row, column), person, course, reading)
    if record.cell_class is CellClass.DATED and record.day:
        first = seen.setdefault((person, course.casefold(), record.day), row)
        if first != row:
            why = f"The same person, course and date stand in {grid.row_name(first)}. It is taken once."
            found.problems.append(Problem(layout.sheet, record.cell, why, record.shown))
            return
    if record.cell_class is not CellClass.BLANK:
        _keep(record, reading, cell, layout.sheet, found, lone=_lone_strike(grid, layout, row, cell))


def _row_reading(
    grid: Grid, layout: Layout, row: int, column: int, order: DateOrder, today: date, found: _Gathered
) -> CellReading:
    """What the dates and the status of one row say together."""
    done, last = layout.column(Field.COMPLETED), layout.column(Field.EXPIRES)
    blank = CellReading(CellClass.BLANK)
    reading = read_cell(grid.cell(row, column), order, today) if column == done else blank
    if last is not None:
        reading = _with_expiry(reading, grid, layout, (row, last), order, today, found)
    status = layout.column(Field.STATUS)
    return status_class(reading, grid.text(row, status)) if status is not None else reading


def _date_column(grid: Grid, layout: Layout, row: int) -> int | None:
    """The first of the date columns of a row that holds anything."""
    columns = [layout.column(Field.COMPLETED), layout.column(Field.EXPIRES), layout.column(Field.STATUS)]
    there = [column for column in columns if column is not None]
    return next((column for column in there if not grid.cell(row, column).blank), there[0] if there else None)


def _lone_strike(grid: Grid, layout: Layout, row: int, cell: SheetCell) -> bool:
    return cell.struck and not row_struck(grid, row, _name_column(layout))


def _name_column(layout: Layout) -> int:
    for wanted in (Field.PERSON, Field.SURNAME):
        at = layout.column(wanted)
        if at is not None:
            return at
    return 0


def _carried(grid: Grid, layout: Layout) -> bool:
    """Whether the sheet names a person once and leaves the rows of the same person blank below."""
    at = _name_column(layout)
    blank = sum(_is_blank(grid, row, at) for row in layout.rows)
    return blank * 3 >= len(layout.rows)


def _is_blank(grid: Grid, row: int, column: int) -> bool:
    return grid.cell(row, column).blank


def courses_of(layout: Layout, cells: Iterable[RecordLine]) -> tuple[Place, ...]:
    """The courses of a sheet: its columns, or in a list each course once, in the order they come."""
    if layout.kind is not Kind.TRAINING:
        return ()
    if layout.way is not Way.LONG:
        return layout.courses
    names = dict.fromkeys(line.course for line in cells)
    return tuple(Place(-1, Field.COURSE, name, valid_months(name)) for name in names)
