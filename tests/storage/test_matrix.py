# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The matrices and the training needs: every state told in mark and words, filters, and who needs what by when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.workforce.competence import Basis
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.training import Booking, HoursEntry, TrainingRecord
from desktop.services.course_standing import TrainingState
from desktop.services.people import People
from desktop.services.targets import Mark
from desktop.services.workforce.bookings import Bookings
from desktop.services.workforce.competence import Competences
from desktop.services.workforce.competence_lines import CompetenceState
from desktop.services.workforce.courses import Courses
from desktop.services.workforce.matrix import Matrix
from desktop.services.workforce.matrix_cells import MatrixCell, MatrixFilter, MatrixView
from desktop.services.workforce.needs import TrainingNeeds
from desktop.storage.workbook import Workbook
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026
YEAR_AGO = date(2025, 11, 22)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    """Four people: Ann and Bob lead groups, Cat supports victim-survivors, Tom is a trustee."""
    workbook, _code = create(tmp_path / "workbook")
    db = workbook.db
    with db.write(Op.IMPORT_RECORDS):
        people = (("ann", "Ann Test", "FAC"), ("bob", "Bob Test", "FAC"), ("cat", "Cat Test", "VSW"))
        db.people.save_all(Person(one, f"P-{one}", name, held(role)) for one, name, role in people)
        db.people.save(Person("tom", "P-tom", "Tom Trust", held("TSL")))
        for number, (person, course, completed) in enumerate(
            (
                ("ann", "T09", YEAR_AGO - timedelta(days=1)),  # lapsed yesterday
                ("bob", "T09", YEAR_AGO),  # its last day is today
                ("cat", "T09", YEAR_AGO + timedelta(days=31)),  # 31 days left
                ("ann", "T01", date(2020, 1, 1)),
                ("cat", "T01", date(2020, 1, 1)),  # not needed, but held
                ("cat", "T17", date(2020, 1, 1)),  # not needed, and over
            )
        ):
            db.training.save(TrainingRecord(f"r{number}", person, course, completed))
        db.bookings.save(Booking("b1", "bob", "T01", TODAY + timedelta(days=11)))
        db.bookings.save(Booking("b2", "ann", "T09"))
        db.hours.save_all(
            HoursEntry(f"h{number}", "ann", "T23", date(2026, 3, 1), minutes)
            for number, minutes in enumerate((4000, 320))
        )
        db.hours.save(HoursEntry("h9", "bob", "T23", date(2026, 3, 1), 750))
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def matrix(workbook: Workbook) -> Matrix:
    return Matrix(workbook, CLOCK)


@pytest.fixture
def training_needs(workbook: Workbook) -> TrainingNeeds:
    return TrainingNeeds(workbook, CLOCK)


def cell(view: MatrixView, name: str, column_id: str) -> MatrixCell:
    row = next(row for row in view.rows if row.name == name)
    return next(cell for cell in row.cells if cell.column_id == column_id)


def test_each_cell_says_its_state_in_mark_word_and_sentence(matrix: Matrix) -> None:
    view = matrix.courses()
    told = {
        (who, course): (one.state, one.mark, one.short)
        for who, course in (
            ("Ann Test", "T09"),
            ("Bob Test", "T09"),
            ("Ann Test", "T01"),
            ("Bob Test", "T01"),
            ("Cat Test", "T01"),
            ("Ann Test", "T05"),
            ("Ann Test", "T23"),
            ("Bob Test", "T23"),
            ("Tom Trust", "T09"),
        )
        for one in [cell(view, who, course)]
    }
    assert told == {
        ("Ann Test", "T09"): (TrainingState.LAPSED, Mark.CROSS, "Nov 26"),
        ("Bob Test", "T09"): (TrainingState.DUE_SOON, Mark.CLOCK, "Nov 26"),
        ("Ann Test", "T01"): (TrainingState.IN_DATE, Mark.TICK, "Once"),
        ("Bob Test", "T01"): (TrainingState.BOOKED, Mark.CAL, "3 Dec"),
        ("Cat Test", "T01"): (TrainingState.IN_DATE, Mark.TICK, "Once"),
        ("Ann Test", "T05"): (TrainingState.MISSING, Mark.GAPBOX, "Missing"),
        ("Ann Test", "T23"): (TrainingState.IN_DATE, Mark.TICK, "72 h"),
        ("Bob Test", "T23"): (TrainingState.MISSING, Mark.GAPBOX, "12.5 h"),
        ("Tom Trust", "T09"): (TrainingState.NOT_NEEDED, Mark.DASH, ""),
    }
    assert cell(view, "Ann Test", "T09").sentence == (
        "Ann Test, Data protection and cyber security, lapsed, ended 21 November 2026, booked"
    )
    assert cell(view, "Bob Test", "T01").sentence.endswith("use abuse, booked for 3 December 2026")
    assert cell(view, "Bob Test", "T23").sentence.endswith("missing, 12 hours 30 minutes so far")
    columns = {column.id: column.figure for column in view.columns}
    assert (columns["T01"], columns["T09"]) == ("1 of 2", "2 of 3")  # held without need is in no figure
    assert "T17" not in columns
    assert view.told.startswith("4 people: ")


def test_a_course_booked_for_another_year_says_its_month(matrix: Matrix, workbook: Workbook) -> None:
    Bookings(workbook, CLOCK).book("T05", ["bob"], date(2027, 1, 19))
    assert cell(matrix.courses(), "Bob Test", "T05").short == "Jan 27"


def test_in_grace_is_told_apart_and_does_not_count(matrix: Matrix, workbook: Workbook) -> None:
    courses = Courses(workbook, CLOCK)
    courses.edit("T09", replace(courses.view("T09").facts, grace_days=1))
    view = matrix.courses()
    ann = cell(view, "Ann Test", "T09")
    assert (ann.state, ann.word) == (TrainingState.IN_GRACE, "In grace")
    assert next(one.figure for one in view.columns if one.id == "T09") == "2 of 3"
    assert ann.sentence.endswith("in grace, ended 21 November 2026, booked")
    later = cell(matrix.courses(on=TODAY + timedelta(days=1)), "Ann Test", "T09")
    assert later.state is TrainingState.LAPSED


def test_filters_keep_the_rows_and_columns_with_something_in_them(matrix: Matrix) -> None:
    assert [choice.code for choice in matrix.roles()] == ["FAC", "VSW", "TSL"]
    of_role = matrix.courses(MatrixFilter("VSW"))
    assert [row.name for row in of_role.rows] == ["Cat Test"]
    lapsed = matrix.courses(MatrixFilter(states=(TrainingState.LAPSED,)))
    assert ([row.name for row in lapsed.rows], [one.id for one in lapsed.columns]) == (["Ann Test"], ["T09"])
    assert [len(row.cells) for row in lapsed.rows] == [1]
    assert lapsed.counts[0].cells == 1
    nothing = matrix.courses(MatrixFilter("VSW", (TrainingState.LAPSED,)))
    assert (nothing.rows, nothing.columns, nothing.told) == ((), (), "Nothing here with these filters.")


def test_the_matrix_of_competence_and_what_lies_behind_a_cell(matrix: Matrix, workbook: Workbook) -> None:
    competences = Competences(workbook, CLOCK)
    competences.judge("ann", {"K8": 2, "K9": 4}, "Val Trainer", Basis.OBSERVATION)
    view = matrix.competencies()
    assert len(view.columns) == 26
    low = cell(view, "Ann Test", "K8")
    assert (low.state, low.short, low.mark) == (CompetenceState.BELOW, "2 of 4", Mark.CROSS)
    assert cell(view, "Bob Test", "K8").short == "– of 4"
    assert next(one.figure for one in view.columns if one.id == "K9") == "1 of 3"
    behind = matrix.competency_cell("ann", "K8")
    assert behind.cell == low
    assert [one.words for one in behind.judgements] == ["Does it with support"]
    course = matrix.course_cell("ann", "T09")
    assert course.cell == cell(matrix.courses(), "Ann Test", "T09")
    assert (course.lapses, course.rules[0]) == ("Lapsed 21 November 2026", "Every year.")
    assert [one.day for one in course.records] == ["21 November 2025"]
    assert [one.day for one in course.bookings] == ["Day not known"]


def test_what_is_kept_is_made_anew_after_each_save(matrix: Matrix, workbook: Workbook) -> None:
    competences = Competences(workbook, CLOCK)
    assert cell(matrix.courses(), "Ann Test", "T05").state is TrainingState.MISSING
    People(workbook, CLOCK).record_training("ann", "T05", TODAY)
    assert cell(matrix.courses(), "Ann Test", "T05").state is TrainingState.IN_DATE
    assert cell(matrix.courses(on=TODAY - timedelta(days=1)), "Ann Test", "T05").state is TrainingState.MISSING
    workbook.db.undo()
    assert cell(matrix.courses(), "Ann Test", "T05").state is TrainingState.MISSING
    competences.judge("ann", {"K1": 3}, "Val Trainer", Basis.OBSERVATION, YEAR_AGO)
    assert cell(matrix.competencies(), "Ann Test", "K1").state is CompetenceState.AT_LEVEL
    competences.set_rejudge_months(12)
    assert cell(matrix.competencies(), "Ann Test", "K1").state is CompetenceState.JUDGE_AGAIN


def test_gaps_by_person_role_and_course(training_needs: TrainingNeeds) -> None:
    view = training_needs.view()
    people = {one.name: one for one in view.people}
    assert sorted(people) == ["Ann Test", "Bob Test", "Cat Test"]
    ann = people["Ann Test"]
    assert (ann.gaps[0].course_id, ann.gaps[0].state) == ("T09", TrainingState.LAPSED)  # the worst first
    assert (ann.gaps[0].words, ann.gaps[0].booked) == (
        "Lapsed, ended 21 November 2026",
        "Booked, the day not known",
    )
    assert ann.held + len(ann.gaps) == ann.needed
    protection = next(one for one in view.courses if one.id == "T09")
    assert (protection.figure, [one.name for one in protection.gaps]) == ("2 of 3 in date", ["Ann Test"])
    leads = next(one for one in view.roles if one.id == "FAC")
    assert {line.name for line in leads.gaps} == {"Ann Test", "Bob Test"}
    assert sum(len(one.gaps) for one in view.people) == sum(len(one.gaps) for one in view.courses)
    assert view.told.endswith("; 2 are booked.")


def test_what_lapses_stands_in_one_step_each(training_needs: TrainingNeeds) -> None:
    steps = training_needs.lapsing()
    assert [one.heading for one in steps] == [
        "In the next 30 days",
        "In 31 to 60 days",
        "In 61 to 90 days",
        "In 91 to 180 days",
    ]
    assert [[line.name for line in one.lines] for one in steps] == [["Bob Test"], ["Cat Test"], [], []]
    earlier = training_needs.lapsing(on=TODAY - timedelta(days=59))
    assert [[line.name for line in one.lines] for one in earlier][:3] == [[], ["Ann Test", "Bob Test"], ["Cat Test"]]


def test_the_plan_groups_who_needs_the_same_course(training_needs: TrainingNeeds, workbook: Workbook) -> None:
    plan = {one.course_id: one for one in training_needs.plan()}
    protection = plan["T09"]
    assert protection.words == "3 people: 1 lapsed, 2 to lapse soon; 1 booked"
    assert [line.name for line in protection.people] == ["Bob Test", "Cat Test"]
    assert [line.name for line in protection.booked] == ["Ann Test"]
    assert protection.by == "By 22 Nov"
    assert (plan["T01"].people, plan["T01"].mark) == ((), Mark.CAL)  # only Bob, and he is booked
    assert (plan["T05"].by, len(plan["T05"].people)) == ("Now", 3)
    assert "T23" not in plan  # hours are no course
    assert [line.name for line in {one.course_id: one for one in training_needs.plan(0)}["T09"].people] == ["Bob Test"]
    Bookings(workbook, CLOCK).book("T05", ["ann", "bob", "cat"], TODAY)
    assert len({one.course_id: one for one in training_needs.plan()}["T05"].booked) == 3
    assert training_needs.plan()[-1].people == ()


def test_a_person_in_the_list_shows_the_same_state_as_in_the_matrix(matrix: Matrix, workbook: Workbook) -> None:
    people, view = People(workbook, CLOCK), matrix.courses()
    for row in view.rows:
        lines = {line.course_id: line for line in people.view(row.person_id).training}
        for one in row.cells:
            if one.column_id in lines:
                assert (lines[one.column_id].state, lines[one.column_id].sentence) == (one.state, one.sentence)
            else:
                assert one.state is TrainingState.NOT_NEEDED
