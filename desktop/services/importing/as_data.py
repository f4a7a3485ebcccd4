# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A preview as plain data, for the command line: rows count from 1 and columns have letters, as in a spreadsheet."""

from desktop.models.catalogue import Catalogue
from desktop.models.sheet import cell_name
from desktop.services.importing.courses import likely_courses
from desktop.services.importing.layout import Field, Layout, Place, Way
from desktop.services.importing.preview import PersonLine, Preview, Problem, Question
from desktop.services.importing.training import courses_of


def preview_as_data(preview: Preview, catalogue: Catalogue | None = None) -> dict[str, object]:
    """All of a preview. For each course the ids of those in the catalogue that it may be."""
    courses = courses_of(preview.layout, preview.cells)
    return {
        "layout": layout_as_data(preview.layout),
        "people": len(preview.people),
        "records": len(preview.records),
        "problems": [_problem(each) for each in preview.problems],
        "questions": [_question(each) for each in preview.questions],
        "notes": list(preview.notes),
        "warnings": [{"person": each.person, "cell": each.cell, "message": each.message} for each in preview.warnings],
        "same_people": [
            [preview.people[pair.first].name, preview.people[pair.second].name] for pair in preview.same_people
        ],
        "leavers": [person.name for person in preview.people if person.left],
        "person_lines": [_person(person) for person in preview.people],
        "courses": [
            {
                "name": each.heading,
                "valid_months": each.valid_months,
                "likely": [course.id for course in likely_courses(each.heading, catalogue)] if catalogue else [],
            }
            for each in courses
        ],
        "figures": dict(preview.figures),
    }


def layout_as_data(layout: Layout) -> dict[str, object]:
    """A layout: which sheet, which way round, and what stands where."""
    turned = layout.way is Way.PEOPLE_ACROSS
    rows = [_line(at, letters=turned) for at in layout.rows]
    return {
        "kind": layout.kind.value,
        "sheet": layout.sheet,
        "orientation": layout.way.value,
        "header_rows": [_line(at, letters=turned) for at in layout.header_rows],
        "first_row": rows[0] if rows else None,
        "last_row": rows[-1] if rows else None,
        "rows_left_out": _left_out(layout),
        "columns": {
            place.field.value: _line(place.at, letters=not turned)
            for place in layout.places
            if place.field not in {Field.COURSE_CELLS, Field.COURSE_EXPIRES, Field.LEFT_OUT}
        },
        "courses": [_course(place, turned=turned) for place in layout.courses],
        "hidden_columns": [_line(at, letters=not turned) for at in layout.hidden_columns],
        "hidden_rows": [_line(at, letters=turned) for at in layout.hidden_rows],
        "sheets_left_alone": list(layout.sheets_left_alone),
    }


def _left_out(layout: Layout) -> list[object]:
    """The rows between the header and the last person that hold nobody."""
    if not layout.rows or not layout.header_rows:
        return []
    between = range(layout.header_rows[-1] + 1, layout.rows[-1] + 1)
    held = set(layout.rows)
    return [_line(at, letters=layout.way is Way.PEOPLE_ACROSS) for at in between if at not in held]


def _line(at: int, *, letters: bool) -> int | str:
    return cell_name(0, at)[:-1] if letters else at + 1


def _course(place: Place, *, turned: bool) -> dict[str, object]:
    at = _line(place.at, letters=not turned)
    return {"name": place.heading, "at": at, "valid_months": place.valid_months}


def _problem(problem: Problem) -> dict[str, object]:
    return {"sheet": problem.sheet, "cell": problem.cell, "message": problem.message, "text": problem.text}


def _question(question: Question) -> dict[str, object]:
    return {
        "sheet": question.sheet,
        "cell": question.cell,
        "message": question.message,
        "text": question.text,
        "about": question.about.value,
        "choices": list(question.choices),
        "likely": question.likely,
    }


def _person(person: PersonLine) -> dict[str, object]:
    return {"name": person.name, "cell": person.cell, "role": person.role, "left": person.left}
