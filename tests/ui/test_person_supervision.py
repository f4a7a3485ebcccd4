# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tab Supervision of a person: what is owed and due, recording a session, and what became of one."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.workforce.frequency import OBSERVATION
from desktop.models.workforce.supervision import SupervisionSession
from desktop.services.desk import Desk
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.people import PeopleDriver

SOMEONE, MANAGER = "Cerys", "Llŷr Hafgan"


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return opened(PeopleDriver(qtbot, desk))


def opened(people: PeopleDriver) -> PeopleDriver:
    people.open_row("people", SOMEONE)
    people.click("person-tab-supervision")
    return people


def person_id(desk: Desk, name: str) -> str:
    return next(one.id for one in desk.people.lines() if one.name.startswith(name))


def newest(desk: Desk) -> SupervisionSession:
    return desk.supervision.view(person_id(desk, SOMEONE)).sessions[0].session


def test_what_is_owed_stands_before_what_is_due_and_looking_writes_nothing(people: PeopleDriver, desk: Desk) -> None:
    view = desk.supervision.view(person_id(desk, SOMEONE))
    due = people.said("supervision-due")
    assert len(due) == len(view.owed) + len(view.kinds)
    assert [row[1] for row in due[: len(view.owed)]] == ["Cancelled, owed"] * len(view.owed)
    assert not any("owed" in row[1] for row in due[len(view.owed) :])
    assert [row[0].partition(",")[0] for row in people.said("sessions")] == [one.day_words for one in view.sessions]
    people.click("record-session")
    people.click("session-back")
    people.click("change-session")
    people.click("session-back")
    assert people.saves == 0


def test_a_session_given_by_a_colleague_is_recorded_as_one_step(people: PeopleDriver, desk: Desk) -> None:
    people.click("record-session")
    people.pick("session-kind", "SV1")
    people.type_in("session-day", "20 November 2026")
    people.click("session-record")
    assert people.problem("session-minutes")
    people.type_in("session-minutes", "45")
    people.pick("session-supervisor", person_id(desk, MANAGER))
    people.click("session-record")
    session = newest(desk)
    assert (session.kind_id, session.minutes, session.supervisor_id) == ("SV1", 45, person_id(desk, MANAGER))
    assert people.said("sessions")[0][1] == f"Held, 45 minutes · with {MANAGER}"
    assert people.saves == 1
    desk.undo()
    assert newest(desk) != session


def test_an_observation_by_someone_from_elsewhere_keeps_its_themes_and_no_number(
    people: PeopleDriver, desk: Desk
) -> None:
    people.click("record-session")
    assert not people.shows("theme-risk")
    people.pick("session-kind", OBSERVATION)
    people.tick("theme-risk")
    people.type_in("session-minutes", "90")
    people.pick("session-supervisor", "elsewhere")
    people.type_in("session-supervisor-outside", "001234567890")
    people.click("session-record")
    assert "twelve digits" in people.problem("session-supervisor-outside")
    people.type_in("session-supervisor-outside", "Ann Example")
    people.click("session-record")
    assert (newest(desk).themes, newest(desk).outside_supervisor) == (("risk",), "Ann Example")


@pytest.mark.parametrize(
    ("button", "day", "words"),
    [
        ("session-held", "20 November 2026", "Held, 1 hour"),
        ("session-move", "30 November 2026", "Moved, owed: planned for 30 November 2026"),
        ("session-cancel", "", "Cancelled, owed"),
        ("session-missed", "", "Not attended, owed"),
    ],
)
def test_what_became_of_a_planned_session(people: PeopleDriver, desk: Desk, button: str, day: str, words: str) -> None:
    people.click("record-session")
    people.type_in("session-day", "20 November 2026")
    people.click("session-plan")
    assert "Was it held?" in people.said("sessions")[0][1]
    people.open_row("sessions", "20 November 2026")
    if day:
        people.type_in("session-day", day)
        people.type_in("session-minutes", "60")
    people.click(button)
    stands = next(row[1] for row in people.said("sessions") if row[0].startswith("20 November 2026"))
    assert stands == words
    assert people.saves == 2


def test_a_plan_that_was_typed_wrong_is_put_right_and_nothing_is_owed_for_it(people: PeopleDriver, desk: Desk) -> None:
    owed = len(desk.supervision.view(person_id(desk, SOMEONE)).owed)
    people.click("record-session")
    people.type_in("session-day", "30 November 2026")
    people.click("session-plan")
    people.open_row("sessions", "30 November 2026")
    people.type_in("session-day", "1 December 2026")
    people.click("session-put-right")
    days = [row[0] for row in people.said("sessions")]
    assert [day for day in days if day.startswith("1 December 2026")]
    assert not [day for day in days if day.startswith("30 November 2026")]
    assert len(desk.supervision.view(person_id(desk, SOMEONE)).owed) == owed


def test_the_charitys_own_interval_is_set_under_a_fold_and_shown_at_once(people: PeopleDriver, desk: Desk) -> None:
    assert not people.shows("how-often-SV1")
    people.click("fold-how-often")
    assert people.picked("how-often-SV1") == "0"
    people.pick("how-often-SV1", "90")
    assert people.saves == 1
    lines = {line.kind_id: line.every for line in desk.supervision.view(person_id(desk, SOMEONE)).kinds}
    assert lines["SV1"] == "every 3 months"
    assert [row[0] for row in people.said("supervision-due") if "Every 3 months" in row[0]]
    people.pick("how-often-SV1", "0")
    lines = {line.kind_id: line.every for line in desk.supervision.view(person_id(desk, SOMEONE)).kinds}
    assert lines["SV1"] == "every 6 weeks"
    assert "SV10" not in [one.kind_id for one in desk.supervision.policy.kinds()], "it is asked of nobody by itself"


def test_an_owed_session_is_made_up_and_owed_no_more(people: PeopleDriver, desk: Desk) -> None:
    owed = len(desk.supervision.view(person_id(desk, SOMEONE)).owed)
    people.click("change-session")
    people.type_in("session-day", "21 November 2026")
    people.type_in("session-minutes", "60")
    people.click("session-made-up")
    assert len(desk.supervision.view(person_id(desk, SOMEONE)).owed) == owed - 1
    assert people.text("supervision-told") == f"{owed - 1} owed."
    assert newest(desk).makes_up


def test_enter_in_a_field_does_what_the_filled_button_does(people: PeopleDriver, desk: Desk) -> None:
    people.click("record-session")
    people.enter("session-minutes")
    assert people.problem("session-minutes")
    people.type_in("session-minutes", "55")
    people.enter("session-minutes")
    assert newest(desk).minutes == 55
    people.open_row("sessions", "22 November 2026")
    people.type_in("session-minutes", "50")
    people.enter("session-day")
    assert newest(desk).minutes == 50


def test_a_kind_that_is_due_opens_the_form_for_that_kind(people: PeopleDriver) -> None:
    people.open_row("supervision-due", "Appraisal")
    assert people.picked("session-kind") == "SV9"
    assert people.filled_buttons() == ["session-record"]


def test_a_session_half_filled_in_waits_for_the_page_made_anew(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    people.click("record-session")
    people.type_in("session-minutes", "50")
    people.page.leave()
    again = opened(PeopleDriver(qtbot, desk, em=NARROW_EM))
    assert again.value("session-minutes") == "50"
    again.click("session-back")
    assert again.shows("sessions")
    assert (people.saves, again.saves) == (0, 0)
