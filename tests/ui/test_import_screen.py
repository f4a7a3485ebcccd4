# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bringing in a sheet: seen and decided first, stored as one step, never twice, and taken back whole."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.services.workforce.exporting import draw_workforce_xlsx
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.page import PeoplePage
from tests.importing.given_sheets import SHARED, needs_inputs
from tests.storage.databases import content
from tests.storage.desks import desk_of, practice_workbook
from tests.storage.workbooks import CLOCK, create
from tests.ui.drivers.bring_in import BringInDriver
from tests.ui.drivers.listener import Listener

MATRIX = "Name,Role,Fire safety,GDPR / data protection,Notes\n"
LINES = "Ann Test,Facilitator,21/02/2026,23/02/2026,\nBob Test,Facilitator,21/02/2026,24/02/2026,LEFT\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workbook, _code = create(tmp_path / "workbook")
    with desk_of(workbook) as desk:
        yield desk


@pytest.fixture
def driver(qtbot: QtBot, desk: Desk) -> Iterator[BringInDriver]:
    driver = BringInDriver(qtbot, desk)
    yield driver
    driver.end()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ours.csv"
    path.write_text(MATRIX + LINES, "utf-8")
    return path


@needs_inputs
def test_the_training_matrix_comes_in_as_one_step_and_undo_takes_it_back(qtbot: QtBot, desk: Desk) -> None:
    before = content(desk._workbook.db)
    driver = BringInDriver(qtbot, desk)
    driver.choose(SHARED / "training-matrix.xlsx")
    assert driver.says("import-found").startswith("16 people found.")
    assert driver.says("import-left-alone").splitlines() == [
        "Left alone because hidden: column C.",
        "Left alone: sheet OLD 2021.",
    ]
    assert "DBS cert no." not in driver.words()
    driver.go_on()
    assert "LGBT+ && women who use harm (3yrly)" in driver.words()  # so that Qt shows one &
    assert len(driver.open_points()) == 4
    assert {"Q13", "N16", "K21"} <= set(driver.cells("import-looks"))
    driver.pick_first("point-day L10")
    driver.pick_first("point-who A17 Ashling Devereux")
    driver.pick("point-course LGBT+ & women who use harm (3yrly)", "known:T12")
    driver.pick("point-role Admin", "left out")
    assert driver.open_points() == []
    assert driver.says("import-open").startswith("Nothing needs you here.")
    driver.go_on()
    assert "training records of 15 people" in driver.says("import-sum")
    assert driver.saves == 0
    driver.go_on()
    assert (driver.saves, driver.closed, driver.gone_to) == (1, 1, [Target(Place.PEOPLE)])
    assert driver.person.told[-1].endswith("Undo: import training-matrix.xlsx")
    assert len(desk.people.lines()) == 14  # and one has left
    desk.undo()
    assert content(desk._workbook.db) == before
    driver.end()


@needs_inputs
@pytest.mark.parametrize(
    ("name", "sum_of_it"),
    [
        ("staff-list.csv", "14 DBS checks, 14 new people."),
        ("supervision-log.xlsx", "180 supervision sessions, 10 new people."),
        ("attendance-sheet.csv", "8 training records of 8 people, 1 training day, 10 new people."),
    ],
)
def test_each_sheet_comes_in_once_and_the_same_file_again_is_nothing_new(
    qtbot: QtBot, desk: Desk, name: str, sum_of_it: str
) -> None:
    driver = BringInDriver(qtbot, desk)
    driver.choose(SHARED / name)
    driver.go_on()
    driver.go_on()
    assert driver.says("import-sum") == sum_of_it
    driver.go_on()
    assert driver.saves == 1
    driver.end()
    again = BringInDriver(qtbot, desk)
    again.choose(SHARED / name)
    again.go_on()
    again.go_on()
    assert again.says("import-sum") == "There is nothing new in this sheet."
    assert not again.shows("import-next")
    assert again.saves == 0
    again.end()


@needs_inputs
@pytest.mark.parametrize("name", ["external-entity.xlsx", "zip-bomb.xlsx", "path-traversal.zip", "truncated.xlsx"])
def test_a_file_that_may_do_harm_is_refused_with_what_to_do(driver: BringInDriver, name: str) -> None:
    driver.choose(SHARED / "hostile" / name)
    assert len(driver.person.told) == 1
    assert driver.shows("import-choose")
    assert not driver.shows("import-kind")
    assert driver.saves == 0


def test_what_was_decided_and_corrected_is_still_there_after_going_back(driver: BringInDriver, sheet: Path) -> None:
    driver.choose(sheet)
    driver.pick("column-3", "left out")
    driver.go_on()
    driver.pick("point-course Fire safety", "known:T17")
    driver.key(Qt.Key.Key_Escape)
    assert driver.picked("column-3") == "left out"
    driver.back()
    driver.go_on()
    driver.go_on()
    assert driver.picked("point-course Fire safety") == "known:T17"
    driver.go_on()
    assert driver.says("import-sum") == "1 training record of 1 person, 1 new person."


def test_what_is_not_decided_is_left_out_and_counted(driver: BringInDriver, desk: Desk, sheet: Path) -> None:
    driver.choose(sheet)
    driver.go_on()
    assert "2 points are open. What you do not decide is left out." in driver.says("import-open")
    driver.go_on()
    assert driver.says("import-more") == "4 cells left out."
    assert sorted(driver.cells("import-left-out")) == ["A3", "C2", "C3", "D3"]
    driver.go_on()
    assert [line.name for line in desk.people.lines(include_leavers=True)] == ["Ann Test"]


def test_the_row_that_is_answered_keeps_the_focus_and_a_day_is_asked_until_it_is_one(
    driver: BringInDriver, desk: Desk, sheet: Path
) -> None:
    driver.choose(sheet)
    driver.go_on()
    driver.pick("point-course Fire safety", "known:T17")
    assert driver.focused() == "point-course Fire safety"
    driver.type_day("point-left A3 Bob Test", "31 Febuary")
    assert "Type the date like this" in driver.words()
    driver.type_day("point-left A3 Bob Test", "1.3.2026")
    assert "Type the date like this" not in driver.words()
    driver.go_on()
    driver.go_on()
    assert [line.name for line in desk.people.lines(include_leavers=True)] == ["Ann Test", "Bob Test"]
    assert len(desk._workbook.db.training.list()) == 4


def test_a_kind_that_the_sheet_is_not_is_said_under_the_choice_and_changes_nothing(
    driver: BringInDriver, sheet: Path
) -> None:
    driver.choose(sheet)
    before = driver.says("import-found")
    driver.pick("import-kind", "supervision")
    assert "No supervision log was found in ours.csv. It stays as it was." in driver.words()
    assert driver.picked("import-kind") == "training"
    assert driver.says("import-found") == before


def test_closing_asks_once_something_was_decided_and_stores_nothing(driver: BringInDriver, sheet: Path) -> None:
    driver.choose(sheet)
    driver.pick("column-3", "left out")
    driver.person.willing = False
    driver.press("import-close")
    assert (driver.closed, driver.saves) == (0, 0)
    driver.person.willing = True
    driver.press("import-close")
    assert (driver.closed, driver.saves) == (1, 0)


def test_the_screen_is_opened_from_people_and_by_finding_it(qtbot: QtBot, desk: Desk) -> None:
    opened: list[str] = []
    person = Listener()
    tools = Tools(person, Jobs(person.tell), lambda _target: None, CLOCK.today, bring_in=lambda: opened.append(""))
    page = PeoplePage(desk, tools)
    qtbot.addWidget(page)
    page.refresh()
    first = page.findChild(QPushButton, "bring-in-first")
    assert first is not None
    first.click()
    (hit,) = [hit for hit in desk.finding.find("import spreadsheet") if hit.words == "Bring in a sheet"]
    page.show_target(hit.target)
    assert len(opened) == 2


def test_a_cancelled_reading_shows_the_first_step_again(driver: BringInDriver, sheet: Path) -> None:
    driver.person.path = sheet
    driver.press("import-choose")
    driver.press("progress-cancel")
    driver.until_idle()
    assert driver.shows("import-choose")
    assert driver.person.told == []
    driver.choose(sheet)
    assert driver.shows("import-kind")


def test_our_own_book_comes_back_without_a_question_and_once(
    qtbot: QtBot, driver: BringInDriver, desk: Desk, tmp_path: Path
) -> None:
    with desk_of(practice_workbook(tmp_path / "practice")) as practice:
        book = tmp_path / "Workforce.xlsx"
        book.write_bytes(draw_workforce_xlsx(practice.exporting.capture()))
        driver.choose(book)
        assert driver.says("import-sum").endswith(" new records.")
        assert driver.says("import-step") == "Step 4 of 4: what comes in (Workforce.xlsx)"
        driver.go_on()
        names = {line.name for line in practice.people.lines()}
        assert {line.name for line in desk.people.lines()} == names
        assert desk.exporting.capture().tables == practice.exporting.capture().tables
    again = BringInDriver(qtbot, desk)
    again.choose(book)
    assert again.says("import-sum") == "There is nothing new in this sheet."
    again.back()
    assert again.shows("import-choose")
    again.end()
    desk.undo()
    assert not desk.people.lines()


def test_our_own_book_with_a_line_that_cannot_be_read_is_refused_whole(
    driver: BringInDriver, desk: Desk, tmp_path: Path
) -> None:
    with desk_of(practice_workbook(tmp_path / "practice")) as practice:
        book = openpyxl.load_workbook(BytesIO(draw_workforce_xlsx(practice.exporting.capture())))
    training = next(sheet for sheet in book if sheet.title.startswith("Training"))
    cell = next(cell for row in training.iter_rows() for cell in row if isinstance(cell.value, datetime))
    cell.value = "soon"
    book.save(tmp_path / "Workforce.xlsx")
    driver.choose(tmp_path / "Workforce.xlsx")
    assert driver.shows("import-choose")
    assert f"{training.title}, {cell.coordinate}: this should be a date." in driver.person.told[-1]
    assert not desk.people.lines()
