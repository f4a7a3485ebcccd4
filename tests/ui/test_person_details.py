# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The details of a person in groups: days of roles, terms, who looks after them, and the induction."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.workforce.people import Person, RoleHeld
from desktop.services.desk import Desk
from tests.ui.drivers.people import PeopleDriver

SOMEONE, MANAGER, AT_WORK = "Cerys", "Eirian", "Ann Example"
FOLDS = ("roles", "terms", "whom", "sides", "induction")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.charity.set_at_work(AT_WORK)
    return desk


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return opened(qtbot, PeopleDriver(qtbot, desk))


def opened(qtbot: QtBot, people: PeopleDriver) -> PeopleDriver:
    """The details of someone, with every group opened."""
    people.open_row("people", SOMEONE)
    people.click("person-tab-details")
    for name in FOLDS:
        people.click(f"fold-{name}")
    qtbot.waitUntil(lambda: people.shows("terms-hours") and people.shows("induction-on"))
    return people


def id_of(desk: Desk, name: str) -> str:
    return next(one.id for one in desk.people.lines(include_leavers=True) if one.name.startswith(name))


def person(desk: Desk) -> Person:
    return desk.people.view(id_of(desk, SOMEONE)).person


def test_every_group_is_shown_and_left_without_a_write(people: PeopleDriver) -> None:
    for name in FOLDS:
        people.click(f"fold-{name}")
    people.page.leave()
    assert people.saves == 0


def test_the_day_of_a_role_is_one_step_and_what_crosses_waits(people: PeopleDriver, desk: Desk) -> None:
    (code,) = person(desk).roles_on(date(2026, 11, 22))
    people.type_in(f"role-{code}-since", "3/3/2024")
    assert person(desk).roles == (RoleHeld(code, date(2024, 3, 3)),)
    assert people.value(f"role-{code}-since") == "3 March 2024"
    assert people.saves == 1
    people.type_in(f"role-{code}-until", "1 March 2024")
    assert "before it" in people.problem(f"role-{code}-until")
    assert people.value(f"role-{code}-until") == "1 March 2024"
    assert people.saves == 1
    desk.undo()
    assert person(desk).roles == (RoleHeld(code),)


def test_a_role_that_ended_is_ticked_no_more_and_can_be_taken_out(
    qtbot: QtBot, people: PeopleDriver, desk: Desk
) -> None:
    (code,) = person(desk).roles_on(date(2026, 11, 22))
    people.type_in(f"role-{code}-until", "1 March 2025")
    assert not people.ticked(f"role-{code}")
    assert person(desk).roles == (RoleHeld(code, None, date(2025, 3, 1)),)
    qtbot.waitUntil(lambda: people.shows(f"role-{code}-drop"))
    people.tick(f"role-{code}")
    assert person(desk).roles == (RoleHeld(code, None, date(2025, 3, 1)), RoleHeld(code))
    people.click(f"role-{code}-drop")
    assert person(desk).roles == (RoleHeld(code),)


def test_hours_are_read_as_people_write_them_and_what_cannot_be_waits_while_the_rest_is_saved(
    people: PeopleDriver, desk: Desk
) -> None:
    people.type_in("terms-hours", "37:30")
    assert person(desk).weekly_minutes == 37 * 60 + 30
    assert people.value("terms-hours") == "37.5"
    for wrong in ("a lot", "99"):
        people.type_in("terms-hours", wrong)
        people.pick("terms-employed", "volunteer" if wrong == "99" else "sessional")
        assert people.problem("terms-hours")
        assert people.value("terms-hours") == wrong
    assert (person(desk).weekly_minutes, person(desk).employed_as) == (37 * 60 + 30, "volunteer")


def test_a_supervisor_from_elsewhere_waits_for_a_name_and_holds_no_number(
    qtbot: QtBot, people: PeopleDriver, desk: Desk
) -> None:
    people.pick("terms-manager", id_of(desk, MANAGER))
    people.pick("terms-supervisor", "elsewhere")
    qtbot.waitUntil(lambda: people.shows("terms-supervisor-outside"))
    assert people.saves == 1
    people.type_in("terms-supervisor-outside", "001234567890")
    assert "twelve digits" in people.problem("terms-supervisor-outside")
    assert people.picked("terms-supervisor") == "elsewhere"
    people.type_in("terms-supervisor-outside", "Bo Example")
    assert (person(desk).outside_supervisor, person(desk).line_manager_id) == ("Bo Example", id_of(desk, MANAGER))
    people.pick("terms-supervisor", id_of(desk, MANAGER))
    assert (person(desk).outside_supervisor, person(desk).practice_supervisor_id) == ("", id_of(desk, MANAGER))


def test_a_manager_who_left_stays_recorded_when_something_else_is_changed(
    qtbot: QtBot, people: PeopleDriver, desk: Desk
) -> None:
    manager = id_of(desk, MANAGER)
    people.pick("terms-manager", manager)
    desk.people.leave(manager, date(2026, 11, 20))
    again = opened(qtbot, PeopleDriver(qtbot, desk))
    again.pick("terms-users", "yes")
    again.type_in("terms-contact", "3 March 2025")
    assert person(desk).line_manager_id == manager
    assert (person(desk).with_users, person(desk).first_contact) == (True, date(2025, 3, 3))


def test_the_induction_is_signed_off_by_who_is_at_work_unless_another_is_named(
    people: PeopleDriver, desk: Desk
) -> None:
    people.type_in("induction-on", "20 March 2024")
    assert (person(desk).induction_on, person(desk).induction_by) == (date(2024, 3, 20), AT_WORK)
    people.type_in("induction-by", "Bo Example")
    assert person(desk).induction_by == "Bo Example"
    people.type_in("induction-on", "1 March 1991")
    assert people.problem("induction-on")
    people.type_in("induction-on", "")
    assert (person(desk).induction_on, person(desk).induction_by) == (None, "")


def test_what_was_wrong_stands_there_again_in_its_opened_group(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    people.type_in("terms-contact", "31 November 2025")
    people.type_in("induction-by", "Bo Example")
    people.page.leave()
    again = PeopleDriver(qtbot, desk)
    again.open_row("people", SOMEONE)
    qtbot.waitUntil(lambda: again.shows("terms-contact"))
    assert again.value("terms-contact") == "31 November 2025"
    assert again.value("induction-by") == "Bo Example"
    assert not again.shows("terms-hours")
    assert people.saves == 0


def test_what_is_wrong_is_not_tried_again_once_the_records_are_closed(people: PeopleDriver, desk: Desk) -> None:
    (code,) = person(desk).roles_on(date(2026, 11, 22))
    people.type_in(f"role-{code}-since", "3/3/2024")
    people.type_in(f"role-{code}-until", "1 March 2024")
    desk.close(backup=False)
    people.page.leave()
    assert people.value(f"role-{code}-until") == "1 March 2024"


def test_a_workbook_that_can_only_be_read_changes_no_detail(qtbot: QtBot, desk: Desk) -> None:
    desk.read_only = True
    people = opened(qtbot, PeopleDriver(qtbot, desk))
    assert not any(
        people.enabled(name) for name in ("terms-employed", "terms-manager", "person-remove", "person-erase")
    )
    people.type_in("terms-hours", "30")
    people.type_in("induction-on", "20 March 2024")
    people.page.leave()
    assert (person(desk).weekly_minutes, person(desk).induction_on) == (None, None)
    assert people.enabled("print-record")
