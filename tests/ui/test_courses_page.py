# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The courses: what is asked of whom, changed as one step, put back, and the charity's own added and removed."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.course_standing import TrainingState
from desktop.services.desk import Desk
from desktop.services.workforce.courses import CourseLine
from tests.ui.drivers.people_pages import CoursesDriver

CHILD, OURS = "Child safeguarding", "Harbour induction day"


@pytest.fixture
def courses(qtbot: QtBot, desk: Desk) -> CoursesDriver:
    return CoursesDriver(qtbot, desk)


def of(desk: Desk, name: str) -> CourseLine:
    return next(line for line in desk.courses.lines() if line.name.startswith(name))


def test_a_rule_of_the_charity_moves_who_is_in_date_and_can_be_put_back(courses: CoursesDriver, desk: Desk) -> None:
    before = of(desk, CHILD)
    courses.open_row("course-list", CHILD)
    courses.type_in("course-months", "1")
    courses.click("course-save")
    assert courses.saves == 1
    assert (of(desk, CHILD).changed, of(desk, CHILD).valid) == (True, "Every month")
    assert of(desk, CHILD).holding < before.holding
    lapsed = {one.state for row in desk.matrix.courses().rows for one in row.cells if one.column_id == before.id}
    assert TrainingState.LAPSED in lapsed
    courses.open_row("course-list", CHILD)
    courses.click("course-reset")
    assert of(desk, CHILD) == before
    desk.undo()
    assert of(desk, CHILD).changed


def test_a_course_of_their_own_is_added_asked_of_a_role_and_removed(courses: CoursesDriver, desk: Desk) -> None:
    courses.click_header("add-course")
    courses.type_in("course-name", OURS)
    courses.type_in("course-months", "24")
    courses.tick("course-role-FAC")
    courses.click("course-save")
    ours = of(desk, OURS)
    assert (ours.own, ours.valid, ours.who) == (True, "Every 2 years", "Lead group facilitator")
    assert any(line.course == OURS for person in desk.people.lines() for line in desk.people.view(person.id).training)
    courses.open_row("course-list", OURS)
    courses.click("course-remove")
    assert not [line for line in desk.courses.lines() if line.own]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"course-name": ""}, "course-name"),
        ({"course-name": CHILD + " (level set by role)"}, "course-name"),
        ({"course-months": "soon"}, "course-months"),
        ({"course-months": "999"}, "course-months"),
        ({"course-grace": "30"}, "course-months"),
        ({"course-window": "400", "course-months": "12"}, "course-window"),
    ],
)
def test_what_cannot_be_a_rule_is_said_under_its_field_and_nothing_is_lost(
    courses: CoursesDriver, desk: Desk, fields: dict[str, str], wrong: str
) -> None:
    courses.click_header("add-course")
    courses.type_in("course-name", OURS)
    for name, text in fields.items():
        courses.type_in(name, text)
    courses.click("course-save")
    assert courses.problem(wrong)
    assert all(courses.value(name) == text for name, text in fields.items())
    assert courses.saves == 0
    assert not [line for line in desk.courses.lines() if line.own]


def test_a_course_with_records_stays_and_says_why(courses: CoursesDriver, desk: Desk) -> None:
    courses.click_header("add-course")
    courses.type_in("course-name", OURS)
    courses.click("course-save")
    desk.people.record_training(desk.people.lines()[0].id, of(desk, OURS).id, desk.standard_six.view().as_at)
    courses.open_row("course-list", OURS)
    courses.click("course-remove")
    assert "stands in 1 record" in courses.person.told[-1]
    assert of(desk, OURS).own


def test_a_course_half_filled_in_waits_with_its_ticks(qtbot: QtBot, courses: CoursesDriver, desk: Desk) -> None:
    courses.click_header("add-course")
    courses.type_in("course-name", OURS)
    courses.tick("course-everyone")
    courses.tick("course-core-ONE")
    courses.page.leave()
    again = CoursesDriver(qtbot, desk)
    assert again.value("course-name") == OURS
    again.click("course-save")
    rule = desk.courses.view(of(desk, OURS).id).facts
    assert (rule.mandatory, rule.roles, rule.core_for) == (True, (), ("ONE",))
