# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""An attendance sheet as it is: one training day, who was there, and who of them is ours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.models.dates import long_date
from desktop.models.sheet import Sheet, SheetFile, cell_name
from desktop.services.importing.asking import day_question, same_people
from desktop.services.importing.attendees import AttendancePreview, Attended, Attendee
from desktop.services.importing.cells import CellClass
from desktop.services.importing.grid import Grid
from desktop.services.importing.headings import put_away
from desktop.services.importing.layout import Field, Guess, Kind, Layout, Way
from desktop.services.importing.preview import Ask, PersonLine, Problem, Question, RecordLine, SamePeople
from desktop.services.importing.sheet_facts import (
    Fact,
    Stated,
    base_organisation,
    course_in_title,
    day_of,
    facts_around,
    hours_of_day,
    titles_above,
)
from desktop.services.importing.sheet_reader import SheetReader
from desktop.services.importing.table_head import head_of
from desktop.services.importing.table_rows import people_rows, total_rows

_TITLE = re.compile(r"attend|register|sign[- ]?in|signing|presen|cofrestr")
_OLD_WORTH = 0.1
_UNLIKE_WORTH = 0.05  # no title and no line with course or date: it may be any list of people
_MARKS = (Field.PRESENT, Field.STATUS, Field.ORGANISATION)
_NEW, _OUTSIDE = "someone new", "from another organisation"
_COMPLETE, _NOT_COMPLETE = "count as complete", "do not count as complete"


def guess_attendance(sheet: Sheet) -> Guess | None:
    """The likeliest layout of an attendance sheet, or None where the sheet has no headings of one."""
    grid = Grid(sheet)
    head = head_of(grid, Kind.ATTENDANCE)
    if head is None:
        return None
    rows = people_rows(grid, head.rows[-1] + 1, head.places)
    if not rows:
        return None
    layout = Layout(
        Kind.ATTENDANCE,
        sheet.name,
        Way.PERSON_A_ROW,
        head.rows,
        rows,
        head.places,
        tuple(sorted(column for column in grid.hidden_columns if column < grid.width)),
        tuple(sorted(row for row in grid.hidden_rows if row < len(grid.rows) and grid.filled(row))),
    )
    marks = [place.at for place in head.places if place.field in _MARKS]
    filled = sum(not grid.cell(row, column).blank for row in rows for column in marks)
    return Guess(
        layout, (len(rows) + filled) * _likely(grid, head.rows[0]) * (_OLD_WORTH if put_away(sheet.name) else 1)
    )


def preview_attendance(
    file: SheetFile, layout: Layout, today: date, *, known: Sequence[str] = (), own: Sequence[str] = ()
) -> AttendancePreview:
    """All that an attendance sheet would bring. Nothing is stored.

    ``known`` are the names in the workbook, ``own`` the names of the charity, which tell its people from others.
    """
    sheet = next(sheet for sheet in file.sheets if sheet.name == layout.sheet)
    grid = Grid(sheet)
    first = layout.header_rows[0] if layout.header_rows else 0
    facts = facts_around(grid, first, layout.rows[-1] if layout.rows else len(grid.rows))
    titles = titles_above(grid, first)
    course = facts[Fact.COURSE].text if Fact.COURSE in facts else course_in_title(titles)
    reader = SheetReader(grid, layout, known, (own, titles))
    attendees = tuple(reader.attendee(row) for row in layout.rows)
    people = tuple(PersonLine(each.name, each.cell) for each in attendees)
    day, problems, asked = _day(layout, facts.get(Fact.DATE), today, first)
    if not course:
        problems.append(Problem(layout.sheet, grid.name(max(first - 1, 0), 0), "No course is named above the list."))
    pairs, joining = _same_people(layout.sheet, attendees, people)
    return AttendancePreview(
        layout,
        people,
        _records(attendees, course, day, hours_of_day(facts)),
        (*problems, *reader.problems),
        (
            *asked,
            *reader.questions,
            *_asked_of(attendees, layout.sheet, known),
            *joining,
            *_totals(grid, layout, attendees),
        ),
        notes=(*_the_day(course, day, hours_of_day(facts)), *_notes(attendees)),
        same_people=pairs,
        figures=_figures(attendees),
        course=course,
        day=day,
        hours=hours_of_day(facts),
        trainer=facts[Fact.TRAINER].text if Fact.TRAINER in facts else "",
        venue=facts[Fact.VENUE].text if Fact.VENUE in facts else "",
        attendees=attendees,
    )


def _likely(grid: Grid, first: int) -> float:
    above = " ".join((grid.sheet.name, *titles_above(grid, first))).casefold()
    if _TITLE.search(above):
        return 2
    return 1 if facts_around(grid, first, len(grid.rows)).keys() & {Fact.COURSE, Fact.DATE} else _UNLIKE_WORTH


def _day(
    layout: Layout, stated: Stated | None, today: date, first: int
) -> tuple[date | None, list[Problem], list[Question]]:
    if stated is None:
        above = cell_name(max(first - 1, 0), 0)
        return None, [Problem(layout.sheet, above, "No date is given above the list.")], []
    reading = day_of(stated, today, layout.day_first)
    cell = cell_name(stated.row, stated.column)
    if reading.cell_class is CellClass.DATED:
        return reading.day, [], []
    if reading.cell_class is CellClass.QUESTION:
        return None, [], [day_question(layout.sheet, cell, stated.text, reading)]
    return None, [Problem(layout.sheet, cell, reading.message or "There is no date.", stated.text)], []


def _records(
    attendees: Sequence[Attendee], course: str, day: date | None, hours: float | None
) -> tuple[RecordLine, ...]:
    """One line for each person of the charity. Only who was there all day, on a known day, has completed the course."""
    classes = {
        Attended.ALL: CellClass.DATED if day and course else CellClass.QUESTION,
        Attended.PART: CellClass.QUESTION,
        Attended.UNCLEAR: CellClass.QUESTION,
        Attended.NOT: CellClass.NOT_DONE,
    }
    return tuple(
        RecordLine(place, course, each.cell, classes[each.attended], day, hours=hours)
        for place, each in enumerate(attendees)
        if each.own
    )


def _asked_of(attendees: Sequence[Attendee], sheet: str, known: Sequence[str]) -> tuple[Question, ...]:
    """Who a person of the charity is, where the workbook has a near name or none; and who was there for a part."""
    asked = []
    met: set[str] = set()
    for each in attendees:
        if each.attended is Attended.PART:
            message = f"{each.name} was there for a part only. Does it count as complete?"
            choices = (_COMPLETE, _NOT_COMPLETE)
            asked.append(Question(sheet, each.cell, message, each.name, Ask.OTHER, choices, _NOT_COMPLETE))
        if not each.own or each.known_as or not known or each.name in met:
            continue
        met.add(each.name)
        if each.near:
            message = f"Is {each.name} one of the people in the workbook?"
            asked.append(
                Question(sheet, each.cell, message, each.name, Ask.SAME_PERSON, (*each.near, _NEW), each.near[0])
            )
        else:
            message = f"{each.name} is not in the workbook. Who is this?"
            asked.append(Question(sheet, each.cell, message, each.name, Ask.SAME_PERSON, (_NEW, _OUTSIDE)))
    return tuple(asked)


def _same_people(
    sheet: str, attendees: Sequence[Attendee], people: Sequence[PersonLine]
) -> tuple[tuple[SamePeople, ...], tuple[Question, ...]]:
    """Two lines of one person, looked for inside each organisation only."""
    pairs: list[SamePeople] = []
    asked: list[Question] = []
    groups: dict[str, list[int]] = {}
    for place, each in enumerate(attendees):
        groups.setdefault("" if each.own else base_organisation(each.organisation), []).append(place)
    for places in groups.values():
        found, questions = same_people(sheet, [people[place] for place in places])
        pairs += [replace(pair, first=places[pair.first], second=places[pair.second]) for pair in found]
        asked += questions
    return tuple(pairs), tuple(asked)


def _totals(grid: Grid, layout: Layout, attendees: Sequence[Attendee]) -> tuple[Question, ...]:
    """A total on the sheet that is another than the marks give."""
    there = sum(each.attended in {Attended.ALL, Attended.PART} for each in attendees)
    after = layout.rows[-1] + 1 if layout.rows else 0
    for row in total_rows(grid, after):
        for column in range(grid.width):
            digits = re.fullmatch(r"\D{0,40}?(\d{1,4})(?:\.0)?", grid.text(row, column))
            if digits and int(digits[1]) != there:
                message = f"The sheet says {digits[1]} attended, but {there} are marked. Which is right?"
                choices = (str(there), digits[1])
                name = grid.name(row, column)
                return (Question(layout.sheet, name, message, digits[1], Ask.AMOUNT, choices, choices[0]),)
    return ()


def _the_day(course: str, day: date | None, hours: float | None) -> tuple[str, ...]:
    """What was found above the list, in a line."""
    said = [course, long_date(day) if day else "", f"{hours:g} hours" if hours else ""]
    return (f"{', '.join(each for each in said if each)}.",) if any(said) else ()


def _notes(attendees: Sequence[Attendee]) -> tuple[str, ...]:
    outside = sum(not each.own for each in attendees)
    if not outside:
        return ()
    people = "1 person is" if outside == 1 else f"{outside} people are"
    return (f"{people} from another organisation. They are kept apart and have no training record here.",)


def _figures(attendees: Sequence[Attendee]) -> tuple[tuple[str, int], ...]:
    there = {Attended.ALL, Attended.PART}
    own = [each for each in attendees if each.own]
    return (
        ("people", len(attendees)),
        ("attended", sum(each.attended in there for each in attendees)),
        ("own_people_attended", sum(each.attended in there for each in own)),
        ("own_people_absent", sum(each.attended is Attended.NOT for each in own)),
        ("outside_people", len(attendees) - len(own)),
        ("attended_in_part", sum(each.attended is Attended.PART for each in attendees)),
        ("unclear", sum(each.attended is Attended.UNCLEAR for each in attendees)),
    )
