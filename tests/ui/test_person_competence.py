# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tab Competence of a person: levels chosen by keys or buttons, and signed off as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.workforce.competence import Basis
from desktop.services.desk import Desk
from desktop.services.workforce.competence_lines import CompetenceLine
from desktop.support.disk_errors import DiskFullError
from desktop.ui.widgets.table import DataTable
from tests.ui.drivers.controls import NARROW_EM
from tests.ui.drivers.people import PeopleDriver

SOMEONE, JUDGE = "Cerys", "Ann Example"


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    return opened(PeopleDriver(qtbot, desk))


def opened(people: PeopleDriver) -> PeopleDriver:
    people.open_row("people", SOMEONE)
    people.click("person-tab-competence")
    return people


def sheet(desk: Desk) -> tuple[CompetenceLine, ...]:
    return desk.competences.sheet(next(one.id for one in desk.people.lines() if one.name.startswith(SOMEONE))).lines


def keys(people: PeopleDriver, typed: str) -> None:
    QTest.keyClicks(people.one(DataTable, "competences"), typed)


def judge(people: PeopleDriver, *typed: str) -> None:
    """Choose levels from the first competence on, one row after another."""
    for at, level in enumerate(typed):
        people.one(DataTable, "competences").selectRow(at)
        keys(people, level)


def test_the_sheet_has_every_competence_with_the_level_needed_and_looking_writes_nothing(
    people: PeopleDriver, desk: Desk
) -> None:
    said = people.said("competences")
    assert len(said) == len(sheet(desk)) == 26
    assert "Needs 3: does it alone" in said[0][0]
    assert said[0][1] == "Not judged"
    assert people.filled_buttons() == ["competence-sign-off"]
    assert people.saves == 0


def test_levels_chosen_by_keys_are_signed_off_as_one_step(people: PeopleDriver, desk: Desk) -> None:
    judge(people, "3", "1", "4")
    assert people.text("competence-waiting") == "3 levels chosen, not signed off yet."
    assert people.saves == 0
    people.pick("competence-basis", Basis.DISCUSSION.value)
    people.type_in("competence-judge", JUDGE)
    people.click("competence-sign-off")
    assert [line.level for line in sheet(desk)[:4]] == [3, 1, 4, None]
    assert {(line.judged_by, line.basis) for line in sheet(desk)[:3]} == {(JUDGE, "Discussion")}
    assert people.saves == 1
    assert people.said("competences")[1][1] == f"1 Aware, 1 too low, 22 November 2026, {JUDGE}, discussion"
    desk.undo()
    assert {line.level for line in sheet(desk)} == {None}
    assert people.said("competences")[0][1] == "Not judged"


def test_nobody_signs_off_their_own_competence_and_what_was_chosen_stays(people: PeopleDriver, desk: Desk) -> None:
    judge(people, "2")
    name = next(one.name for one in desk.people.lines() if one.name.startswith(SOMEONE))
    for typed in ("", name):
        people.type_in("competence-judge", typed)
        people.click("competence-sign-off")
        assert people.problem("competence-judge")
    assert people.saves == 0
    assert people.text("competence-waiting").startswith("1 level chosen")


def test_what_is_chosen_can_be_taken_back_and_waits_for_the_page_made_anew(
    qtbot: QtBot, people: PeopleDriver, desk: Desk
) -> None:
    judge(people, "2", "3")
    QTest.keyClick(people.one(DataTable, "competences"), Qt.Key.Key_Delete)
    again = opened(PeopleDriver(qtbot, desk, em=NARROW_EM))
    assert again.text("competence-waiting").startswith("1 level chosen")
    again.click("competence-clear")
    assert again.text("competence-waiting") == "No level is chosen yet."
    last = opened(PeopleDriver(qtbot, desk))
    assert not last.shows("competence-clear")


def test_without_single_keys_the_buttons_choose_the_level_of_the_row(qtbot: QtBot, desk: Desk) -> None:
    people = opened(PeopleDriver(qtbot, desk, single_keys=False))
    judge(people, "4")
    assert people.text("competence-waiting") == "No level is chosen yet."
    people.open_row("competences", sheet(desk)[2].text)
    people.click("competence-level-2")
    assert people.said("competences")[2][1].startswith("Chosen: 2 Does it with support")


def test_what_is_chosen_for_one_person_is_not_signed_off_for_another(people: PeopleDriver, desk: Desk) -> None:
    judge(people, "3")
    people.open_row("people", "Eirian")
    assert people.text("competence-waiting") == "No level is chosen yet."
    people.open_row("people", SOMEONE)
    assert people.text("competence-waiting").startswith("1 level chosen")
    assert people.saves == 0


def test_the_row_one_comes_to_by_the_arrow_keys_is_brought_into_view(qtbot: QtBot, people: PeopleDriver) -> None:
    table = people.one(DataTable, "competences")
    qtbot.waitUntil(lambda: people.one(QWidget, "person-card").height() > table.height())  # it is laid out
    table.setFocus()
    table.selectRow(0)
    for _row in range(20):
        QTest.keyClick(table, Qt.Key.Key_Down)
    row = table.visualRect(table.currentIndex())
    assert table.currentIndex().row() == 20
    assert table.viewport().visibleRegion().contains(row.center())


def test_a_policy_that_could_not_be_saved_is_not_shown_as_set(
    people: PeopleDriver, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_months: int) -> None:
        raise DiskFullError(what="The workbook")

    monkeypatch.setattr(desk.competences, "set_rejudge_months", refuse)
    page = PeopleDriver(qtbot, desk)
    opened(page)
    with qtbot.captureExceptions() as raised:
        page.pick("rejudge-policy", "6")
    assert [error for error, *_rest in raised] == [DiskFullError]
    assert page.picked("rejudge-policy") == "24"


def test_when_a_competence_is_judged_again_is_the_charitys_own_policy(people: PeopleDriver, desk: Desk) -> None:
    assert people.picked("rejudge-policy") == "24"
    people.pick("rejudge-policy", "6")
    assert desk.competences.rejudge_months() == 6
    assert people.saves == 1
    desk.undo()
    assert people.picked("rejudge-policy") == "24"
