# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printing everything held about someone: DBS facts only with the tick and the passphrase; leavers past keeping."""

from datetime import date

import pytest
from pypdfium2 import PdfDocument
from pytestqt.qtbot import QtBot

from desktop.models.workforce.checks import DbsLevel, Decision
from desktop.services.desk import Desk
from desktop.services.workforce.checks import DbsFacts
from tests.storage.workbooks import OLD
from tests.ui.drivers.people import PeopleDriver

SOMEONE, DAY = "Cerys", date(2025, 3, 3)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    facts = DbsFacts(DbsLevel.ENHANCED, DAY, True, Decision.WITH_SAFEGUARDS, DAY, "Ann Example")
    desk.checks.record_dbs(id_of(desk), facts, DAY, "Ann Example")
    return desk


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeopleDriver:
    driver = PeopleDriver(qtbot, desk)
    driver.open_row("people", SOMEONE)
    driver.click("person-tab-details")
    return driver


def id_of(desk: Desk) -> str:
    return next(one.id for one in desk.people.lines(include_leavers=True) if one.name.startswith(SOMEONE))


def printed(people: PeopleDriver) -> str:
    """The words of the one print that was asked for."""
    (printout,) = people.printed
    document = PdfDocument(printout.pdf(lambda *_told: None))
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_record_is_printed_without_dbs_facts_and_its_file_has_no_name(people: PeopleDriver, desk: Desk) -> None:
    people.click("print-record")
    name = desk.people.view(id_of(desk)).person.name
    words = printed(people)
    assert name in words
    assert "safeguards" not in words
    assert name not in people.printed[0].title
    assert people.saves == 0


def test_dbs_facts_go_along_after_the_right_passphrase_alone(qtbot: QtBot, people: PeopleDriver) -> None:
    people.tick("print-with-dbs")
    qtbot.waitUntil(lambda: people.shows("print-passphrase"))
    people.click("print-record")
    assert people.problem("print-passphrase")
    people.type_in("print-passphrase", "not that one at all")
    people.click("print-record")
    people.wait()
    assert people.problem("print-passphrase")
    assert not people.printed
    people.type_in("print-passphrase", OLD)
    people.click("print-record")
    people.wait()
    assert "suitable with safeguards" in printed(people)
    assert not people.ticked("print-with-dbs")
    assert people.value("print-passphrase") == ""


def test_a_passphrase_half_typed_is_kept_nowhere(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    people.tick("print-with-dbs")
    qtbot.waitUntil(lambda: people.shows("print-passphrase"))
    people.type_in("print-passphrase", OLD)
    people.page.leave()
    assert people.value("print-passphrase") == ""
    assert desk.draft(f"person {id_of(desk)}") == ""


def test_records_past_the_years_they_are_kept_are_told_quietly(qtbot: QtBot, people: PeopleDriver, desk: Desk) -> None:
    assert "past the 6 years" not in people.text("person-warnings")
    people.desk.people.edit(id_of(desk), "Cerys Example", [], date(2015, 1, 1))
    desk.people.leave(id_of(desk), date(2020, 11, 20))
    people.tick("show-leavers")
    people.open_row("people", SOMEONE)
    assert "Their records are past the 6 years that you keep them." in people.text("person-warnings")
    people.click("person-tab-details")
    qtbot.waitUntil(lambda: people.shows("kept-years"))
    people.pick("kept-years", "7")
    assert desk.person_details.kept_years() == 7
    assert "that you keep them" not in people.text("person-warnings")
    desk.undo()
    assert people.picked("kept-years") == "6"
