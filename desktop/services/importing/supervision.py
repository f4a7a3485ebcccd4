# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A supervision log as it is: where things stand in it, and what it would bring."""

from collections.abc import Sequence
from datetime import date

from desktop.models.sheet import Sheet, SheetFile
from desktop.services.importing.asking import date_order_question, same_people
from desktop.services.importing.cells import CellClass
from desktop.services.importing.grid import Grid
from desktop.services.importing.headings import field_of, put_away
from desktop.services.importing.layout import Field, Guess, Kind, Layout, Way
from desktop.services.importing.log_reader import LogReader
from desktop.services.importing.names import Likeness, likeness
from desktop.services.importing.preview import Ask, PersonLine, Question, RecordLine, Warned
from desktop.services.importing.sessions import SessionLine, SupervisionPreview
from desktop.services.importing.statuses import Status
from desktop.services.importing.table_head import Head, head_of
from desktop.services.importing.table_rows import table_rows

_NOT_KEPT = "Notes were looked at and are not kept: a supervision record has dates, minutes and people only."
_ALL_HELD, _NOT_KNOWN = "all were held", "it is not known"
_OLD_WORTH = 0.1
_UNLIKE_WORTH = 0.2  # nothing speaks of supervision: it may be a list of training


def guess_supervision(sheet: Sheet) -> Guess | None:
    """The likeliest layout of a supervision log, or None where the sheet has no headings of one."""
    grid = Grid(sheet)
    head = head_of(grid, Kind.SUPERVISION)
    if head is None:
        return None
    rows = table_rows(grid, head.rows[-1] + 1, head.places)
    if not rows:
        return None
    layout = Layout(
        Kind.SUPERVISION,
        sheet.name,
        Way.LONG,
        head.rows,
        rows,
        head.places,
        tuple(sorted(column for column in grid.hidden_columns if column < grid.width)),
        tuple(sorted(row for row in grid.hidden_rows if row < len(grid.rows) and grid.filled(row))),
    )
    worth = len(head.fields - {Field.LEFT_OUT, Field.NOTES}) * len(rows)
    return Guess(layout, worth * _likely(grid, head) * (_OLD_WORTH if put_away(sheet.name) else 1))


def preview_supervision(
    file: SheetFile, layout: Layout, today: date, *, known: Sequence[str] = ()
) -> SupervisionPreview:
    """All that a supervision log would bring. ``known`` are the names in the workbook. Nothing is stored."""
    sheet = next(sheet for sheet in file.sheets if sheet.name == layout.sheet)
    reader = LogReader(sheet, layout, today, known)
    sessions = tuple(reader.session(row) for row in layout.rows)
    people = reader.people
    pairs, joining = same_people(layout.sheet, people.whole)
    return SupervisionPreview(
        layout,
        people.lines,
        _records(sessions),
        tuple(reader.problems),
        (*_about_the_file(reader, layout), *reader.questions, *people.questions, *people.against(known), *joining),
        notes=(_NOT_KEPT,) if _has_notes(layout) else (),
        warnings=_warnings(people.lines, sessions),
        same_people=pairs,
        figures=_figures(reader, layout, sessions),
        sessions=sessions,
    )


def _likely(grid: Grid, head: Head) -> float:
    """How much speaks for supervision: a supervisor, or the word itself in a title; a course speaks against it."""
    if any(field_of(place.heading) is Field.COURSE for place in head.places):
        return _UNLIKE_WORTH / 10
    above = " ".join(cell.text for row in grid.rows[: head.rows[-1] + 1] for cell in row)
    words = f"{grid.sheet.name} {above}".casefold()
    said = any(word in words for word in ("supervis", "goruchwyl"))
    return 1.0 if said or Field.SUPERVISOR in head.fields else _UNLIKE_WORTH


def _about_the_file(reader: LogReader, layout: Layout) -> tuple[Question, ...]:
    """What must be asked once for the whole log."""
    asked = []
    if reader.first_unclear:
        asked.append(date_order_question(reader.first_unclear, reader.order))
    if Field.STATUS not in reader.at and reader.date_field in reader.at and Field.COMPLETED not in reader.at:
        row = layout.header_rows[-1] if layout.header_rows else 0
        cell = reader.name(row, reader.at[reader.date_field])
        message = "No column says which sessions were held. Were all of them?"
        asked.append(Question(layout.sheet, cell, message, "", Ask.OTHER, (_ALL_HELD, _NOT_KNOWN), _ALL_HELD))
    return tuple(asked)


def _has_notes(layout: Layout) -> bool:
    return any(place.field in {Field.NOTES, Field.LEFT_OUT} for place in layout.places)


def _records(sessions: Sequence[SessionLine]) -> tuple[RecordLine, ...]:
    """The sessions that were held and have no problem; of a group, the first person stands for all."""
    return tuple(
        RecordLine(
            person=session.people[0],
            course=session.kind.value,
            cell=session.cell,
            cell_class=CellClass.DATED,
            day=session.day,
            hours=None if session.minutes is None else session.minutes / 60,
        )
        for session in sessions
        if session.good and session.status is Status.HELD and session.people
    )


def _warnings(people: Sequence[PersonLine], sessions: Sequence[SessionLine]) -> tuple[Warned, ...]:
    """Who is written as their own supervisor, each once."""
    pairs = {(place, each.supervisor): each.cell for each in sessions if each.supervisor for place in each.people}
    found = {}
    for (place, supervisor), cell in pairs.items():
        name = people[place].name
        if likeness(name, supervisor) is Likeness.SAME:
            found[name] = Warned(name, "This person is written as their own supervisor.", cell)
    return tuple(found.values())


def _figures(reader: LogReader, layout: Layout, sessions: Sequence[SessionLine]) -> tuple[tuple[str, int], ...]:
    dates = [reader.value(row, reader.date_field) for row in layout.rows]
    typed = sum(cell.day is None and session.day is not None for cell, session in zip(dates, sessions, strict=True))
    statuses = (
        ("held", Status.HELD),
        ("cancelled", Status.CANCELLED),
        ("did_not_attend", Status.NOT_ATTENDED),
        ("moved", Status.MOVED),
        ("planned", Status.PLANNED),
        ("no_status", Status.NONE),
    )
    return (
        ("rows", len(sessions)),
        *((name, sum(session.status is status for session in sessions)) for name, status in statuses),
        ("minutes_held", sum(session.minutes or 0 for session in sessions)),
        ("owed", sum(session.owed for session in sessions)),
        ("group_rows", sum(len(session.people) > 1 for session in sessions)),
        ("person_sessions", sum(len(session.people) for session in sessions)),
        ("text_dates", typed),
    )
