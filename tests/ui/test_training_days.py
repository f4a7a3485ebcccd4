# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training days: one day for many people, by ticks or names, as one step that can be put right and taken back."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.place_words import new_day
from desktop.services.printing import no_step
from tests.ui.drivers.people_pages import DaysDriver


@pytest.fixture
def days(qtbot: QtBot, desk: Desk) -> DaysDriver:
    return DaysDriver(qtbot, desk)


def names(desk: Desk, count: int) -> list[str]:
    """So many people who work here, some of them added for it."""
    for at in range(count - len(desk.people.lines())):
        desk.people.add(f"Newcomer {'ABCDEFGH'[at]}son", [desk.people.roles()[0].code])
    return [line.name for line in desk.people.lines()][:count]


def records(desk: Desk) -> int:
    return sum(len(day.attendees) for day in map(desk.training_days.view, ids(desk)))


def ids(desk: Desk) -> list[str]:
    return [line.id for line in desk.training_days.lines()]


def test_fourteen_people_are_recorded_by_their_names_in_one_step(days: DaysDriver, desk: Desk) -> None:
    who = names(desk, 14)
    days.click("record-first-day")
    days.type_in("day-hours", "3")
    before = days.saves
    days.type_names(", ".join(who))
    assert sorted(days.ticked_people()) == sorted(who)
    assert days.questions() == []
    days.enter_names()
    assert days.saves == before + 1
    (line,) = desk.training_days.lines()
    assert records(desk) == 14
    assert line.attended.startswith("14 people")
    desk.undo()
    assert ids(desk) == []
    assert days.shows("record-first-day"), "the empty place is back"


def test_a_name_that_is_not_sure_is_asked_about_and_holds_the_day_back(days: DaysDriver, desk: Desk) -> None:
    who = names(desk, 3)
    days.click("record-first-day")
    days.type_names(f"{who[0]}, {who[1][:-1]}, Nobody Known")
    assert days.ticked_people() == [who[0]]
    assert len(days.questions()) == 3, "one near name, and two ways to leave out"
    days.click("day-record")
    assert days.problem("day-names")
    assert ids(desk) == []
    days.decide("name-0-is-0")
    days.decide("name-0-out")
    assert sorted(days.ticked_people()) == sorted(who[:2])
    days.click("day-record")
    assert records(desk) == 2


def test_space_ticks_and_how_it_ended_is_said_for_each(days: DaysDriver, desk: Desk) -> None:
    first, second = names(desk, 2)
    days.click("record-first-day")
    for name in (first, second):
        days.stand_on("attendees", name)
        days.space()
    days.pick("day-result", "NOT_PASSED")
    days.stand_on("attendees", first)
    assert days.picked("day-result") == "COMPLETED", "it belongs to the person one stands on"
    days.click("day-record")
    (day_id,) = ids(desk)
    ended = {one.name: one.result.name for one in desk.training_days.view(day_id).attendees}
    assert ended == {first: "COMPLETED", second: "NOT_PASSED"}


def test_a_day_half_filled_in_waits_with_ticks_and_undecided_names_for_the_page_made_anew(
    qtbot: QtBot, days: DaysDriver, desk: Desk
) -> None:
    who = names(desk, 2)
    days.click("record-first-day")
    days.type_in("day-trainer", "An outside trainer")
    days.type_names(f"{who[0]}, Nobody Known")
    days.page.leave()
    again = DaysDriver(qtbot, desk)
    assert again.value("day-trainer") == "An outside trainer"
    assert again.ticked_people() == [who[0]]
    again.click("day-record")
    assert again.problem("day-names"), "the name is still to be decided"
    again.decide("name-0-out")
    again.click("day-record")
    assert records(desk) == 1
    assert DaysDriver(qtbot, desk).shows("training-days"), "nothing waits any more"


@pytest.mark.parametrize(
    ("field", "typed"), [("day-hours", "a while"), ("day-held", "31 February 2026"), ("day-outside", "some")]
)
def test_what_cannot_be_read_is_said_under_its_field_and_nothing_is_lost(
    days: DaysDriver, desk: Desk, field: str, typed: str
) -> None:
    who = names(desk, 1)
    days.click("record-first-day")
    days.type_in(field, typed)
    days.type_names(who[0])
    days.click("day-record")
    assert days.problem(field)
    assert days.value(field) == typed
    assert days.ticked_people() == who
    assert ids(desk) == []


def test_a_day_is_put_right_as_one_step_and_removed_with_its_records(days: DaysDriver, desk: Desk) -> None:
    first, second = names(desk, 2)
    days.click("record-first-day")
    days.type_names(first)
    days.click("day-record")
    (line,) = desk.training_days.lines()
    days.open_row("training-days", line.course)
    days.type_names(second)
    before = days.saves
    days.click("day-record")
    assert days.saves == before + 1
    assert records(desk) == 2
    days.open_row("training-days", line.course)
    days.click("day-remove")
    assert ids(desk) == []
    desk.undo()
    assert records(desk) == 2


def test_a_day_prints_a_certificate_for_each_who_attended_and_says_when_nobody_did(
    days: DaysDriver, desk: Desk
) -> None:
    first, second = names(desk, 2)
    days.click("record-first-day")
    assert not days.shows("day-certificates"), "there is no day yet"
    days.type_names(f"{first}, {second}")
    days.end_for(second, "NOT_PASSED")
    days.click("day-record")
    (line,) = desk.training_days.lines()
    days.open_row("training-days", line.course)
    days.click("day-certificates")
    (printout,) = days.printed
    (page,) = PdfReader(BytesIO(printout.pdf(no_step))).pages
    assert first in page.extract_text()
    days.end_for(first, "NOT_PASSED")
    days.click("day-record")
    days.open_row("training-days", line.course)
    days.click("day-certificates")
    assert len(days.printed) == 1
    assert days.person.told[-1].startswith("None of your people")


def test_a_day_begins_with_the_course_and_people_handed_over_unless_another_waits(days: DaysDriver, desk: Desk) -> None:
    who, course = desk.people.lines()[1:4], desk.training_days.courses()[2]
    days.page.show_target(new_day(course.code, [line.id for line in who]))
    assert days.picked("day-course") == course.code
    assert sorted(days.ticked_people()) == sorted(line.name for line in who)
    days.page.leave()
    assert days.saves == 0, "nobody filled in anything, so nothing is kept"
    days.type_in("day-trainer", "An outside trainer")
    days.page.leave()
    days.page.show_target(new_day(desk.training_days.courses()[0].code, []))
    assert days.picked("day-course") == course.code
    assert days.value("day-trainer") == "An outside trainer"
    assert days.person.told[-1].startswith("The day you began before")


def test_looking_writes_nothing(days: DaysDriver, desk: Desk) -> None:
    named = desk.can_undo()
    days.click("record-first-day")
    days.stand_on("attendees", names(desk, 1)[0])
    days.click("day-back")
    assert days.saves == 0
    assert desk.can_undo() == named
