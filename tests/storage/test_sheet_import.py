# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One sheet on its way in: answers decide, corrections keep them, and a cancelled reading ends its child."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.models.errors import CancelledError
from desktop.models.sheet import SheetFile
from desktop.services.importing.layout import Field, Kind
from desktop.services.importing.points import ORDER, Point
from desktop.services.importing.previewing import NoLayoutError
from desktop.services.workforce.imports import Imports
from desktop.services.workforce.sheet_import import SheetImport
from desktop.services.workforce.sheet_reading import ReadSheet, read_sheet
from desktop.storage.workbook import Workbook
from desktop.support.files import Files
from tests.importing import sheets_made
from tests.importing.given_sheets import given, needs_inputs
from tests.storage.workbooks import CLOCK, create

MATRIX = ["Name", "Fire safety", "GDPR"]
LEFT = [["Name", "GDPR", "Notes"], ["Ann Test", "23/02/2026", ""], ["Bob Test", "24/02/2026", "LEFT"]]


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def imports(workbook: Workbook) -> Imports:
    return Imports(workbook, CLOCK)


def begun(imports: Imports, file: SheetFile) -> SheetImport:
    layout = imports.layout(file)
    return SheetImport(imports, ReadSheet(file, layout, imports.preview(file, layout)))


def coming(imports: Imports, rows: list[list[str]]) -> SheetImport:
    return begun(imports, sheets_made.file(sheets_made.sheet(rows)))


def open_points(sheet: SheetImport) -> list[Point]:
    return [point for point in sheet.points() if not point.chosen]


def test_an_answer_brings_its_cells_in_and_survives_a_corrected_column(workbook: Workbook, imports: Imports) -> None:
    sheet = coming(imports, [MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"], ["Bob Test", "21/02/2026", ""]])
    (fire,) = open_points(sheet)
    assert fire.id == "course Fire safety"
    assert sheet.outcome().sentence.startswith("1 training record of 1 person")
    sheet.answer(fire.id, "known:T17")
    assert sheet.outcome().sentence.startswith("3 training records of 2 people")
    sheet.change_field(2, Field.LEFT_OUT)
    assert not open_points(sheet)
    assert sheet.store().sentence == "2 training records of 2 people, 2 new people"
    assert {record.course_id for record in workbook.db.training.list()} == {"T17"}


def test_one_answer_settles_every_date_that_could_be_read_two_ways(imports: Imports) -> None:
    rows = [[f"{name} Test", "", f"0{day}/04/2024"] for day, name in enumerate(("Ann", "Bob", "Cat", "Dan", "Eve"), 5)]
    sheet = coming(imports, [MATRIX, *rows])
    (order,) = [point for point in open_points(sheet) if point.group == "Dates"]
    assert order.id == ORDER
    sheet.answer(ORDER, "month first")
    assert {line.day for line in sheet.preview.records} >= {date(2024, 5, 4), date(2024, 6, 4), date(2024, 7, 4)}
    sheet.answer(ORDER, "")
    assert ORDER in {point.id for point in open_points(sheet)}


def test_someone_who_left_comes_in_with_the_day_that_is_answered(workbook: Workbook, imports: Imports) -> None:
    sheet = coming(imports, LEFT)
    (left,) = open_points(sheet)
    assert left.typed
    sheet.answer(left.id, "2026-03-01")
    sheet.store()
    assert {person.left for person in workbook.db.people.list()} == {None, date(2026, 3, 1)}


def test_a_kind_that_the_sheet_is_not_changes_nothing(imports: Imports) -> None:
    sheet = coming(imports, [MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"]])
    before = sheet.layout
    with pytest.raises(NoLayoutError):
        sheet.change_kind(Kind.SUPERVISION, before.sheet)
    assert sheet.layout == before


def test_headings_in_another_row_are_read_anew(imports: Imports) -> None:
    rows = [MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"], MATRIX, ["Bob Test", "", "23/02/2026"]]
    sheet = coming(imports, rows)
    sheet.change_header(2)
    assert [line.name for line in sheet.preview.people] == ["Bob Test"]
    assert sheet.layout.places[0].field is Field.PERSON


def test_people_near_to_each_other_are_joined_or_told_apart(workbook: Workbook, imports: Imports) -> None:
    rows = [MATRIX, ["Maureen Trant", "", "23/02/2026"], ["Mo Trant", "", "24/02/2026"]]
    sheet = coming(imports, rows)
    (near,) = [point for point in open_points(sheet) if point.group == "People"]
    same = next(value for value, _words in near.choices if value.startswith("line:"))
    sheet.answer(near.id, same)
    sheet.store()
    assert [person.name for person in workbook.db.people.list()] == ["Maureen Trant"]
    assert len(workbook.db.training.list()) == 2


def test_dates_that_come_in_as_the_others_show_are_shown_as_chosen_and_can_be_changed(imports: Imports) -> None:
    head = ["Date", "Staff member", "Supervisor", "Type", "Mins", "Held?"]
    days = ("03/04/2026", "05/06/2026", "06/07/2026", "25/02/2026")
    sheet = coming(imports, [head, *([day, "Ann Test", "Bob Best", "Line management", "60", "Yes"] for day in days)])
    (order,) = [point for point in sheet.points() if point.id == ORDER]
    assert order.chosen == "day first"
    assert sheet.preview.records[0].day == date(2026, 4, 3)
    sheet.answer(ORDER, "month first")
    assert sheet.preview.records[0].day == date(2026, 3, 4)


@needs_inputs
def test_what_was_there_for_a_part_counts_when_someone_says_so(workbook: Workbook, imports: Imports) -> None:
    sheet = begun(imports, given("attendance-sheet.csv"))
    (part,) = open_points(sheet)
    before = sheet.outcome()
    sheet.answer(part.id, "counts")
    assert len(sheet.outcome().left_out) == len(before.left_out) - 1
    sheet.store()
    assert len(workbook.db.training.list()) == 9


@needs_inputs
def test_a_short_name_is_told_with_whom_it_was_taken_for(imports: Imports) -> None:
    sheet = begun(imports, given("supervision-log.xlsx"))
    told = {look.text: look.message for look in sheet.looks()}
    assert told["Mo"].endswith("It is read as Mo Trantock.")
    assert "600" in told


def test_cancelling_a_reading_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("Name,GDPR\nAnn Test,23/02/2026\n", "utf-8")

    def step(done: int, _total: int, _label: str) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_sheet(path, Files(), step)
    assert read_sheet(path, Files(), lambda *_: None).sheets[0].rows[1][0].text == "Ann Test"
