# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The matrix: every cell says how it stands, filters narrow it, and Enter leads to what lies behind a cell."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.printing import no_step
from desktop.services.targets import Place, Target
from desktop.services.workforce.matrix_cells import MatrixFilter
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.people_pages import MatrixDriver


@pytest.fixture
def matrix(qtbot: QtBot, desk: Desk) -> MatrixDriver:
    return MatrixDriver(qtbot, desk)


def test_each_cell_is_said_in_full_as_one_moves_and_nothing_is_written(matrix: MatrixDriver, desk: Desk) -> None:
    view = desk.matrix.courses()
    matrix.table.select(view.rows[0].person_id, view.columns[0].id)
    for at in (1, 2):
        matrix.key(Qt.Key.Key_Right)
        assert matrix.text("matrix-said").startswith(view.rows[0].cells[at].sentence)
    matrix.key(Qt.Key.Key_Down)
    assert matrix.text("matrix-said").startswith(view.rows[1].cells[2].sentence)
    assert matrix.saves == 0


def test_enter_opens_what_lies_behind_and_leads_to_the_person_and_back(matrix: MatrixDriver, desk: Desk) -> None:
    view = desk.matrix.courses()
    person, course = view.rows[1], view.columns[0]
    matrix.table.select(person.person_id, course.id)
    matrix.key(Qt.Key.Key_Return)
    assert matrix.shows("matrix-cell")
    matrix.click("matrix-open-person")
    assert matrix.gone_to == [Target(Place.PEOPLE, person.person_id)]
    matrix.click("matrix-back")
    assert not matrix.shows("matrix-cell")
    assert matrix.table.current == (person.person_id, course.id), "one stands where one was"


def test_filters_show_who_holds_a_role_and_who_has_a_cell_of_a_state(matrix: MatrixDriver, desk: Desk) -> None:
    role = next(code for code in matrix.choices("matrix-role")[1:] if len(rows_of(desk, code)) < len(rows_of(desk)))
    matrix.pick("matrix-role", role)
    assert [one for one, _name in matrix.table.values.down] == rows_of(desk, role)
    matrix.pick("matrix-role", "")
    matrix.pick("matrix-state", "lapsed")
    lapsed = {one.person_id for one in desk.matrix.courses().rows if any(c.state.value == "lapsed" for c in one.cells)}
    assert {one for one, _name in matrix.table.values.down} == lapsed
    assert lapsed
    assert len(lapsed) < len(rows_of(desk))


def test_competencies_stand_against_people_too_and_are_printed_as_they_are_filtered(
    matrix: MatrixDriver, desk: Desk
) -> None:
    matrix.pick("matrix-which", "competencies")
    view = desk.matrix.competencies()
    assert [one for one, _name in matrix.table.values.down] == [one.person_id for one in view.rows]
    printed = matrix.page.listing()
    assert printed is not None
    assert [row[0] for row in printed.rows] == [one.name for one in view.rows]


def test_the_matrix_is_printed_in_its_colours_with_the_people_that_are_shown(matrix: MatrixDriver, desk: Desk) -> None:
    matrix.pick("matrix-state", "lapsed")
    printout = matrix.page.printout()
    assert printout is not None
    pages = [page.extract_text() for page in PdfReader(BytesIO(printout.pdf(no_step))).pages]
    shown = {name for _id, name in matrix.table.values.down}
    assert [name for name in sorted(shown) if name not in pages[0]] == []
    others = {line.name for line in desk.people.lines()} - shown
    assert others
    assert [name for name in sorted(others) if name in pages[0]] == []
    assert "Lapsed" in pages[0].partition("As at")[0], "the filter is told"


def test_a_record_moves_the_cell_that_is_open(matrix: MatrixDriver, desk: Desk) -> None:
    view = desk.matrix.courses()
    person, cell = next((row, c) for row in view.rows for c in row.cells if c.state.value == "lapsed")
    matrix.table.select(person.person_id, cell.column_id)
    matrix.key(Qt.Key.Key_Return)
    desk.people.record_training(person.person_id, cell.column_id, CLOCK.today())
    now = desk.matrix.course_cell(person.person_id, cell.column_id).cell
    assert now.state.value == "in date"
    assert matrix.text("matrix-said").startswith(now.sentence)


def test_where_it_is_narrow_the_cell_takes_the_place_of_the_matrix(qtbot: QtBot, desk: Desk) -> None:
    matrix = MatrixDriver(qtbot, desk, em=NARROW_EM)
    view = desk.matrix.courses()
    matrix.table.select(view.rows[0].person_id, view.columns[0].id)
    matrix.key(Qt.Key.Key_Return)
    assert not matrix.shows("matrix")
    matrix.click("matrix-back")
    assert matrix.shows("matrix")


def rows_of(desk: Desk, role: str = "") -> list[str]:
    return [one.person_id for one in desk.matrix.courses(MatrixFilter(role=role)).rows]
