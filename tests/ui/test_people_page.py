# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place People: whose training stands how, and what that gives to Standard 6, live."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.place_words import six_target
from desktop.services.targets import Place, Target
from tests.storage.desks import desk_of, named_workbook
from tests.ui.drivers.controls import NARROW_EM, WIDE_EM
from tests.ui.drivers.people import PeopleDriver

SOMEONE = "Eirian"


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return PeopleDriver(qtbot, desk)


def first_to_lapse(desk: Desk) -> str:
    line = next(one for one in desk.people.lines() if one.name.startswith(SOMEONE))
    return next(each.course_id for each in desk.people.view(line.id).training if each.state.value == "lapsed")


def test_a_name_that_is_there_already_is_held_back_alone_and_erasing_forgets_it(people: PeopleDriver) -> None:
    first, second = [name for name in people.names() if name.isascii()][:2]
    people.open_row("people", first)
    people.click("person-tab-details")
    people.type_in("person-name", second)
    people.type_in("person-started", "3 March 2020")
    people.page.leave()
    person = next(line for line in people.desk.people.lines() if line.name == first)
    assert people.desk.people.view(person.id).person.started == date(2020, 3, 3)
    assert second in people.desk.draft(f"person {person.id}")
    people.click("person-erase")
    assert people.desk.draft(f"person {person.id}") == ""


def test_a_booking_stands_with_the_training_of_the_person_and_can_be_cancelled(
    people: PeopleDriver, desk: Desk
) -> None:
    who = next(one for one in desk.people.lines() if one.name.startswith(SOMEONE))
    for booking in desk.bookings.lines(person_id=who.id):
        desk.bookings.cancel([booking.id])
    desk.bookings.book("T05", [who.id], date(2026, 12, 3))
    desk.bookings.book("T06", [who.id])
    people.open_row("people", who.name)
    first, second = desk.bookings.lines(person_id=who.id)
    assert (first.course_id, second.course_id) == ("T05", "T06")
    saves, offered = people.saves, f"cancel-booking-{first.id}"
    people.click(offered)
    assert people.saves == saves + 1
    assert [one.course_id for one in desk.bookings.lines(person_id=who.id)] == ["T06"]
    assert not people.page.findChildren(QPushButton, offered)
    assert people.page.focusWidget().objectName() == f"cancel-booking-{second.id}"
    QTest.qWait(1)
    people.click(f"cancel-booking-{second.id}")
    assert people.page.focusWidget().objectName() == "record-training"
    desk.undo()
    desk.undo()
    assert people.page.findChildren(QPushButton, offered)


def test_looking_at_people_courses_and_details_writes_nothing(people: PeopleDriver) -> None:
    assert len(people.names()) == len(people.desk.people.lines())
    for name in people.names()[:3]:
        people.open_row("people", name)
        people.click("person-tab-details")
        people.click("person-tab-training")
        people.click("record-training")
        people.click("training-back")
    people.tick("show-leavers")
    people.page.leave()
    assert people.saves == 0


def test_recording_training_moves_the_course_the_list_and_the_figure(people: PeopleDriver, desk: Desk) -> None:
    people.stand_on("people", SOMEONE)
    before, course_id = people.training(SOMEONE), first_to_lapse(desk)
    course = next(choice.name for choice in desk.people.courses() if choice.code == course_id)
    assert people.course(course).startswith("Lapsed")
    people.record(course_id, "20 November 2026")
    assert people.course(course).startswith("In date")
    assert people.training(SOMEONE) != before
    assert "7 of 14" in before
    assert "8 of 14" in people.training(SOMEONE)
    assert people.saves == 1
    desk.undo()
    assert people.course(course).startswith("Lapsed")
    assert people.training(SOMEONE) == before


def test_a_day_that_cannot_be_is_said_under_its_field_and_nothing_is_lost(people: PeopleDriver, desk: Desk) -> None:
    people.stand_on("people", SOMEONE)
    people.record(first_to_lapse(desk), "31 November 2026")
    assert "November" in people.problem("training-completed")
    assert people.value("training-completed") == "31 November 2026"
    people.type_in("training-completed", "20 December 2026")
    people.click("training-save")
    assert people.problem("training-completed")
    assert people.saves == 0


def test_someone_new_is_added_and_shown_with_the_courses_their_roles_ask_for(people: PeopleDriver, desk: Desk) -> None:
    role = desk.people.roles()[0]
    people.press("Ctrl+N")
    people.click("new-person-add")
    assert people.problem("new-person-name")
    people.type_in("new-person-name", "Nia Example")
    people.type_in("new-person-started", "2/11/2026")
    people.tick(f"new-role-{role.code}")
    people.click("new-person-add")
    added = next(one for one in desk.people.lines() if one.name == "Nia Example")
    assert added.roles == (role.name,)
    assert added.started == "2 November 2026"
    assert people.training("Nia Example").startswith("Missing")
    assert len(people.rows("courses")) == added.needed > 0


def test_details_are_saved_when_left_and_a_leaver_leaves_the_list_until_asked_for(
    people: PeopleDriver, desk: Desk
) -> None:
    people.open_row("people", SOMEONE)
    people.click("person-tab-details")
    people.type_in("person-name", "")
    assert people.problem("person-name")
    assert people.saves == 0
    people.type_in("person-name", "Eirian Example")
    assert "Eirian Example" in people.names()
    people.type_in("person-left", "20 November 2026")
    assert "Eirian Example" not in people.names()
    people.tick("show-leavers")
    assert "Eirian Example" in people.names()
    assert people.saves == 2
    assert [step for step in (desk.undo(), desk.undo()) if step]
    assert next(one for one in desk.people.lines() if one.name.startswith(SOMEONE)).works_here


def test_removing_can_be_undone_and_erasing_tells_what_goes_and_cannot(people: PeopleDriver, desk: Desk) -> None:
    everyone = people.names()
    people.open_row("people", SOMEONE)
    people.click("person-tab-details")
    people.click("person-remove")
    assert len(people.names()) == len(everyone) - 1
    desk.undo()
    assert people.names() == everyone
    people.open_row("people", SOMEONE)
    people.click("person-erase")
    question = people.person.asked[-1]
    assert question.typed == "erase"
    assert "training record" in question.consequence
    assert len(people.names()) == len(everyone) - 1
    assert not any(name.startswith(SOMEONE) for name in people.names())
    assert not people.shows("person-card")


@pytest.mark.parametrize("em", [WIDE_EM, NARROW_EM])
def test_one_button_is_filled_whatever_is_shown(qtbot: QtBot, desk: Desk, em: float) -> None:
    people = PeopleDriver(qtbot, desk, em=em)
    assert people.filled_buttons() == ["add-person"]
    people.open_row("people", SOMEONE)
    assert people.filled_buttons() == ["add-person"]
    people.click("record-training")
    assert people.filled_buttons() == ["training-save"]
    people.click("person-tab-details")
    assert people.filled_buttons() == ["add-person"]
    people.click("person-tab-training")
    assert people.filled_buttons() == ["training-save"]
    people.press("Ctrl+N")
    assert people.filled_buttons() == ["new-person-add"]
    people.click("new-person-back")
    assert people.filled_buttons() == ["add-person"]


def test_the_header_is_told_when_the_form_comes_and_goes(qtbot: QtBot, people: PeopleDriver) -> None:
    people.open_row("people", SOMEONE)
    with qtbot.waitSignal(people.page.header_changed):
        people.click("record-training")
    with qtbot.waitSignal(people.page.header_changed):
        people.click("training-back")


def test_who_is_asked_for_no_course_is_counted_among_those_who_work_here_alone(
    people: PeopleDriver, desk: Desk
) -> None:
    before = people.page.subtitle()
    assert before.startswith("11 work here. Courses are asked of ")
    desk.people.add("Al Trustee", ["TSL"])
    assert people.page.subtitle() == before.replace("11 work", "12 work")


def test_the_figures_lead_to_who_and_why(people: PeopleDriver) -> None:
    assert people.text("figure-sa-6-3").startswith("7 of 8")
    people.click("why-sa-6-8")
    assert people.gone_to == [six_target("6.8")]
    printed = people.page.listing()
    assert printed is not None
    assert "SA 6.3" in printed.subtitle
    assert all(len(row) == len(printed.columns) for row in printed.rows)


def test_where_it_is_narrow_one_thing_is_shown_and_there_is_a_way_back(qtbot: QtBot, desk: Desk) -> None:
    people = PeopleDriver(qtbot, desk, em=NARROW_EM)
    someone = desk.people.lines()[3]
    people.page.show_target(Target(Place.PEOPLE, someone.id))
    assert people.shows("person-card")
    assert not people.shows("people")
    people.click("people-back")
    assert people.shows("people")
    assert not people.shows("person-card")


def test_with_nobody_it_says_what_goes_here(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "workbook")) as desk:
        people = PeopleDriver(qtbot, desk)
        assert people.shows("empty-place")
        assert not people.shows("figures")
        assert people.page.subtitle() == ""


def test_training_half_filled_in_waits_with_its_course_for_the_page_made_anew(qtbot: QtBot, desk: Desk) -> None:
    people = PeopleDriver(qtbot, desk)
    name = people.names()[0]
    people.open_row("people", name)
    people.press("R")
    course = desk.people.courses()[3].code
    people.pick("training-course", course)
    people.type_in("training-completed", "3 March 2026")
    people.page.leave()
    again = PeopleDriver(qtbot, desk)
    again.open_row("people", name)
    assert again.value("training-completed") == "3 March 2026"
    assert again.picked("training-course") == course
    again.click("training-back")
    assert not again.shows("training-completed")
    assert (people.saves, again.saves) == (0, 0)
    last = PeopleDriver(qtbot, desk)
    last.open_row("people", name)
    assert not last.shows("training-completed")


def test_someone_half_filled_in_is_kept_while_typing_and_shown_again(qtbot: QtBot, desk: Desk) -> None:
    people = PeopleDriver(qtbot, desk)
    people.press("Ctrl+N")
    people.type_in("new-person-name", "Ann Exam")
    role = desk.people.roles()[1].code
    people.tick(f"new-role-{role}")
    people.let_drafts_be_kept()
    again = PeopleDriver(qtbot, desk)
    assert again.value("new-person-name") == "Ann Exam"
    assert again.ticked(f"new-role-{role}")
    again.click("new-person-back")
    assert desk.draft("new person") == ""


def test_an_empty_place_has_one_button_that_opens_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_of(named_workbook(tmp_path / "new")) as desk:
        people = PeopleDriver(qtbot, desk)
        people.click("add-first-person")
        assert people.shows("new-person-name")
        assert not people.shows("add-first-person")


def test_a_certificates_number_in_a_name_is_told_under_it_and_kept_nowhere(people: PeopleDriver, desk: Desk) -> None:
    people.open_row("people", SOMEONE)
    people.click("person-tab-details")
    people.type_in("person-name", f"{SOMEONE} 001234567890")
    assert "twelve digits" in people.problem("person-name")
    assert people.saves == 0
    assert not [line.name for line in desk.people.lines() if "0012" in line.name]


def test_a_letter_in_a_chooser_finds_a_choice_and_is_no_key_of_the_page(people: PeopleDriver) -> None:
    people.open_row("people", SOMEONE)
    people.click("person-tab-supervision")
    people.click("record-session")
    kind = people.one(QComboBox, "session-kind")
    kind.setFocus()
    QTest.keyClicks(kind, "Pr")
    assert kind.currentText().startswith("Practice")
    assert people.shows("session-kind"), "R did not begin to record training"
