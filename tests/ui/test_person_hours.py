# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tab Hours of a person: how far each log is, and the hours of a day by the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.workforce.hours import HoursLine
from tests.ui.drivers.people import PeopleDriver

SOMEONE = "Cerys"


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return opened(PeopleDriver(qtbot, desk))


def opened(people: PeopleDriver) -> PeopleDriver:
    people.open_row("people", SOMEONE)
    people.click("person-tab-hours")
    return people


def id_of(desk: Desk) -> str:
    return next(one.id for one in desk.people.lines() if one.name.startswith(SOMEONE))


def log(desk: Desk, *, supervised: bool) -> HoursLine:
    return next(one for one in desk.hours.view(id_of(desk)) if desk.hours.asks_supervisor(one.course_id) is supervised)


def add(people: PeopleDriver, log_id: str, day: str, how_long: str) -> None:
    people.click("add-hours")
    people.pick("hours-log", log_id)
    people.type_in("hours-day", day)
    people.type_in("hours-long", how_long)
    people.click("hours-save")


def test_practice_hours_ask_who_supervised_and_offer_them_the_next_time(people: PeopleDriver, desk: Desk) -> None:
    practice = log(desk, supervised=True)
    add(people, practice.course_id, "5 October 2026", "1:30")
    assert people.problem("hours-by")
    assert people.saves == 0
    people.type_in("hours-by", "001234567890")
    people.click("hours-save")
    assert "twelve digits" in people.problem("hours-by")
    people.type_in("hours-by", "Ann Example")
    people.click("hours-save")
    assert log(desk, supervised=True).minutes == practice.minutes + 90
    assert people.said("hours-days")[0] == ("5 October 2026", "1 hour 30 minutes, Supervised by Ann Example")
    people.click("add-hours")
    assert people.value("hours-by") == "Ann Example"


@pytest.mark.parametrize(("typed", "minutes"), [("90", 90), ("1.5 h", 90), ("1:30", 90), ("3", 180), ("45 min", 45)])
def test_a_length_is_read_as_people_write_it(people: PeopleDriver, desk: Desk, typed: str, minutes: int) -> None:
    before = log(desk, supervised=False)
    add(people, before.course_id, "5 October 2026", typed)
    assert log(desk, supervised=False).minutes == before.minutes + minutes


def test_a_day_is_added_by_keys_alone_and_the_next_one_is_a_key_away(people: PeopleDriver, desk: Desk) -> None:
    before = log(desk, supervised=False)
    people.stand_on("hours-logs", before.course)
    people.open_row("hours-logs", before.course)
    assert people.picked("hours-log") == before.course_id
    field = people.one(QLineEdit, "hours-long")
    field.setFocus()
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert log(desk, supervised=False).minutes == before.minutes + 120
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "add-hours"


@pytest.mark.parametrize(
    ("field", "day", "typed"),
    [
        ("hours-long", "5 October 2026", "a while"),
        ("hours-long", "5 October 2026", "20 h"),
        ("hours-day", "1/1/2027", "2"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    people: PeopleDriver, desk: Desk, field: str, day: str, typed: str
) -> None:
    add(people, log(desk, supervised=False).course_id, day, typed)
    assert people.problem(field)
    assert people.value("hours-long") == typed
    assert people.saves == 0


def test_hours_are_removed_and_come_back_and_those_of_a_course_stay(people: PeopleDriver, desk: Desk) -> None:
    learning = log(desk, supervised=False)
    desk.people.record_training(id_of(desk), desk.people.courses()[0].code, date(2026, 11, 2))
    add(people, learning.course_id, "5 October 2026", "2")
    before = people.said("hours-days")
    people.stand_on("hours-days", "5 October 2026")
    people.click("hours-remove")
    assert len(people.said("hours-days")) == len(before) - 1 or not people.shows("hours-days")
    desk.undo()
    assert people.said("hours-days") == before


def test_hours_half_filled_in_wait_for_the_page_made_anew(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    learning = log(desk, supervised=False)
    people.click("add-hours")
    people.pick("hours-log", learning.course_id)
    people.type_in("hours-long", "1:15")
    people.page.leave()
    again = opened(PeopleDriver(qtbot, desk))
    assert (again.value("hours-long"), again.picked("hours-log")) == ("1:15", learning.course_id)
    again.click("hours-back")
    assert people.saves == 0
    assert not opened(PeopleDriver(qtbot, desk)).shows("hours-long")
