# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training needs: the plan leads to a booking or a day, the lists to people, and nothing missing is said calmly."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.place_words import begun_day
from desktop.services.targets import Place, Target
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.time_line import TimeLine
from tests.storage.desks import desk_of, named_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.people_pages import NeedsDriver


@pytest.fixture
def needs(qtbot: QtBot, desk: Desk) -> NeedsDriver:
    return NeedsDriver(qtbot, desk)


def test_everyone_who_needs_a_course_is_booked_in_one_step_that_undo_takes_back(needs: NeedsDriver, desk: Desk) -> None:
    first = desk.training_needs.plan()[0]
    assert len(first.people) > 1
    needs.open_row("needs-plan", first.course)
    needs.seen("book-them")
    needs.type_in("book-day", "14 January 2027")
    before = needs.saves
    needs.click("book-them")
    assert needs.saves == before + 1
    (booked,) = [one for one in desk.training_needs.plan() if one.course_id == first.course_id]
    assert not booked.people
    assert {line.booked for line in booked.booked} == {"Booked for 14 Jan 2027"}
    assert not needs.shows("book-them"), "there is nobody left to book"
    desk.undo()
    assert not desk.bookings.lines(course_id=first.course_id)
    needs.seen("book-them")


def test_a_line_of_the_plan_hands_its_course_and_its_people_to_a_new_training_day(
    needs: NeedsDriver, desk: Desk
) -> None:
    first = desk.training_needs.plan()[0]
    needs.open_row("needs-plan", first.course)
    needs.seen("need-record")
    needs.click("need-record")
    (target,) = needs.gone_to
    assert target.place is Place.PEOPLE
    assert begun_day(target.id) == (first.course_id, tuple(line.person_id for line in (*first.people, *first.booked)))


@pytest.mark.parametrize("typed", ["31 February 2027", "3 March 1905"])
def test_a_day_that_cannot_be_is_said_under_its_field_and_waits_as_it_was_typed(
    qtbot: QtBot, needs: NeedsDriver, desk: Desk, typed: str
) -> None:
    course = desk.training_needs.plan()[0].course
    needs.open_row("needs-plan", course)
    needs.seen("book-them")
    needs.type_in("book-day", typed)
    needs.click("book-them")
    assert needs.problem("book-day")
    assert needs.value("book-day") == typed
    assert not desk.bookings.lines(course_id=desk.training_needs.plan()[0].course_id)
    needs.page.leave()
    again = NeedsDriver(qtbot, desk)
    again.open_row("needs-plan", course)
    assert again.value("book-day") == typed


def test_gaps_stand_by_person_role_and_course_and_a_line_leads_to_the_person(needs: NeedsDriver, desk: Desk) -> None:
    view = desk.training_needs.view()
    assert needs.titles("roles") == [one.name for one in view.roles]
    assert needs.titles("courses") == [one.name for one in view.courses]
    assert needs.titles("people") == [one.name for one in view.people]
    worst = view.people[0]
    needs.open_row("needs-people", worst.name)
    needs.seen("need-lines")
    assert [row[0] for row in needs.rows("need-lines")] == [line.course for line in worst.gaps]
    needs.open_row("need-lines", worst.gaps[-1].course)
    assert needs.gone_to == [Target(Place.PEOPLE, worst.id)]
    QTest.keyClick(needs.one(DataTable, "need-lines"), Qt.Key.Key_Escape)
    assert not needs.shows("need-card")


def test_what_lapses_is_narrowed_by_how_far_ahead_one_looks_and_printed_as_it_is_shown(
    needs: NeedsDriver, desk: Desk
) -> None:
    steps = desk.training_needs.lapsing()
    for days in (180, 30):
        needs.pick("needs-within", str(days))
        needs.pick("needs-which", "lapsing")
        lines = [line for step in steps if step.days <= days for line in step.lines]
        assert [row[:2] for row in needs.rows("needs-lapsing")] == [(line.name, line.course) for line in lines]
        printed = needs.page.listing()
        assert printed is not None
        assert [row[:2] for row in printed.rows] == [(line.name, line.course) for line in lines]
        assert f"Within {days} days" in printed.subtitle


def test_the_picture_says_in_words_what_lapses_when(needs: NeedsDriver, desk: Desk) -> None:
    told = needs.one(TimeLine, "needs-picture").accessibleName()
    for step in desk.training_needs.lapsing():
        if step.lines:
            assert f"{len(step.lines)} {step.heading[0].lower()}{step.heading[1:]}" in told
    person, line = next((one, line) for one in desk.training_needs.view().people for line in one.gaps)
    desk.people.record_training(person.id, line.course_id, CLOCK.today())
    assert needs.page.subtitle() == desk.training_needs.view().told, "a record moves it"


def test_nobody_and_nothing_lacking_are_said_calmly(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "empty")) as desk:
        needs = NeedsDriver(qtbot, desk)
        assert needs.shows("empty-place")
        assert not needs.shows("needs-picture")
        assert needs.page.subtitle() == ""
        desk.people.add("Ann Sample", [])
        needs.titles("people")
        (ann,) = desk.training_needs.view().people
        assert needs.shows("needs-people")
        for line in ann.gaps:
            desk.people.record_training(ann.id, line.course_id, CLOCK.today())
        assert needs.shows("empty-place")
        assert needs.page.subtitle() == "Everyone holds what their roles ask for."
        assert needs.page.listing() is None


def test_where_it_is_narrow_the_need_takes_the_place_of_the_list_and_looking_writes_nothing(
    qtbot: QtBot, desk: Desk
) -> None:
    needs = NeedsDriver(qtbot, desk, em=NARROW_EM)
    needs.open_row("needs-plan", desk.training_needs.plan()[0].course)
    assert not needs.shows("needs-plan")
    needs.click("need-back")
    assert needs.shows("needs-plan")
    needs.titles("people")
    assert needs.saves == 0
