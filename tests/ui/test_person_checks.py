# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tab Checks of a person: how each check stands, recording one that was seen, and taking a record away."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision
from desktop.services.desk import Desk
from desktop.services.workforce.checks import CheckLine
from tests.ui.drivers.people import PeopleDriver

SOMEONE, MANAGER = "Cerys", "Ann Example"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.charity.set_at_work(MANAGER)
    return desk


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return opened(PeopleDriver(qtbot, desk))


def opened(people: PeopleDriver) -> PeopleDriver:
    people.open_row("people", SOMEONE)
    people.click("person-tab-checks")
    return people


def line_of(desk: Desk, kind: CheckKind) -> CheckLine:
    someone = next(one.id for one in desk.people.lines() if one.name.startswith(SOMEONE))
    return next(one for one in desk.checks.lines(someone) if one.kind is kind)


def test_the_three_checks_stand_there_and_looking_writes_nothing(people: PeopleDriver, desk: Desk) -> None:
    assert [row[0] for row in people.said("checks")] == ["References", "Identity", "DBS check"]
    assert {row[1] for row in people.said("checks")} == {"Not recorded"}
    people.click("record-check")
    people.click("check-back")
    assert people.saves == 0


def test_references_are_recorded_by_who_is_at_work_today_in_two_keys(people: PeopleDriver, desk: Desk) -> None:
    people.open_row("checks", "References")
    assert not people.shows("dbs-level")
    people.click("check-save")
    found = line_of(desk, CheckKind.REFERENCES).check
    assert found is not None
    assert (found.seen_by, found.seen_on) == (MANAGER, date(2026, 11, 22))
    assert people.said("checks")[0][1] == f"Seen by {MANAGER} on 22 November 2026"
    assert people.saves == 1
    desk.undo()
    assert people.said("checks")[0][1] == "Not recorded"


def test_a_number_is_refused_under_the_field_it_stands_in_and_stays_there(people: PeopleDriver, desk: Desk) -> None:
    people.open_row("checks", "DBS")
    people.pick("dbs-level", DbsLevel.ENHANCED.value)
    people.pick("dbs-decision", Decision.SUITABLE.value)
    people.type_in("dbs-decided", "3/3/2025")
    people.type_in("dbs-decided-by", "0012 3456 7890")
    people.click("check-save")
    assert "twelve digits" in people.problem("dbs-decided-by")
    assert not people.problem("check-seen-by")
    assert people.value("dbs-decided-by") == "0012 3456 7890"
    people.type_in("dbs-decided-by", MANAGER)
    people.type_in("check-seen-by", "001234567890")
    people.click("check-save")
    assert "twelve digits" in people.problem("check-seen-by")
    assert line_of(desk, CheckKind.DBS).check is None
    names = {one.objectName() for one in people.page.findChildren(QLineEdit)}
    assert not {name for name in names if "number" in name or "file" in name}


def test_a_dbs_check_with_its_decision_and_the_day_from_the_policy(people: PeopleDriver, desk: Desk) -> None:
    people.pick("dbs-policy", "24")
    assert desk.checks.recheck_months() == 24
    people.open_row("checks", "DBS")
    people.click("check-save")
    assert people.problem("dbs-level")
    people.pick("dbs-level", DbsLevel.ENHANCED_BARRED.value)
    people.pick("dbs-update", "yes")
    people.pick("dbs-decision", Decision.WITH_SAFEGUARDS.value)
    people.type_in("dbs-issued", "1 December 2026")
    people.click("check-save")
    assert "has not come yet" in people.problem("dbs-issued")
    people.type_in("dbs-issued", "1 March 2025")
    people.click("check-save")
    assert "no day" in people.problem("dbs-decided")
    people.type_in("dbs-decided", "2 March 2025")
    people.click("check-save")
    found = line_of(desk, CheckKind.DBS).check
    assert found is not None
    assert (found.update_service, found.decided_by, found.recheck_due) == (True, MANAGER, date(2027, 3, 1))
    assert "Recheck due 1 March 2027 (our policy)" in people.said("checks")[2][1]


def test_an_earlier_record_is_listed_and_removing_one_can_be_undone(people: PeopleDriver, desk: Desk) -> None:
    for day in ("3 March 2024", "4 March 2026"):
        people.open_row("checks", "Identity")
        people.type_in("check-seen-on", day)
        people.click("check-save")
    assert [row[0] for row in people.said("check-records")] == ["Identity, 4 March 2026", "Identity, 3 March 2024"]
    people.stand_on("check-records", "Identity")
    people.click("check-remove")
    assert "3 March 2024" in people.said("checks")[1][1]
    assert len(people.said("check-records")) == 1
    desk.undo()
    assert len(people.said("check-records")) == 2


def test_a_check_half_filled_in_waits_for_the_page_made_anew(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    people.open_row("checks", "DBS")
    people.pick("dbs-level", DbsLevel.BASIC.value)
    people.type_in("dbs-issued", "31 November 2026")
    people.click("check-save")
    assert "There is no 31 November" in people.problem("dbs-issued")
    people.page.leave()
    again = opened(PeopleDriver(qtbot, desk))
    assert (again.picked("dbs-level"), again.value("dbs-issued")) == (DbsLevel.BASIC.value, "31 November 2026")
    again.click("check-back")
    assert not again.shows("dbs-issued")
    assert people.saves == 0


def test_a_workbook_that_can_only_be_read_offers_no_writing(qtbot: QtBot, desk: Desk) -> None:
    desk.read_only = True
    people = opened(PeopleDriver(qtbot, desk))
    people.open_row("checks", "DBS")
    assert not people.shows("check-save")
    assert not people.enabled("record-check")
    assert not people.enabled("dbs-policy")


def test_erasing_someone_erases_what_was_half_filled_in_for_them_and_for_nobody_else(
    people: PeopleDriver, desk: Desk
) -> None:
    other = next(one for one in desk.people.lines() if not one.name.startswith(SOMEONE))
    someone = next(one for one in desk.people.lines() if one.name.startswith(SOMEONE))
    people.open_row("checks", "DBS")
    people.type_in("dbs-issued", "1 March 2025")
    people.open_row("people", other.name)
    people.open_row("checks", "DBS")
    people.type_in("dbs-issued", "2 March 2025")
    people.click("person-tab-details")
    people.open_row("people", SOMEONE)
    people.click("person-erase")
    assert "2 March 2025" in desk.draft(f"new check of {other.id}")
    assert desk.draft(f"new check of {someone.id}") == ""
