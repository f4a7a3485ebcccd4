# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is saved goes where it was asked to, over no file that nobody asked about, and says whom it names."""

from pathlib import Path

import openpyxl
from pypdf import PdfReader
from PySide6.QtGui import QAction

from desktop.services.place_words import MATRIX
from desktop.services.targets import Place
from tests.app.stage import Stage


def test_a_list_saved_without_its_ending_replaces_no_other_file(practice_stage: Stage, tmp_path: Path) -> None:
    there = tmp_path / "Team.xlsx"
    there.write_bytes(b"something else")
    practice_stage.go(Place.PEOPLE)
    for name in ("Team", "Our team"):
        practice_stage.choices.answer(tmp_path / name)
        practice_stage.working.save_sheet()
        practice_stage.settle()
    assert practice_stage.choices.asked == ["Save | Practice People 22 November 2026.xlsx"] * 2
    told = [each.sentence for each in practice_stage.steering.messages.told[-2:]]
    assert told[0].startswith("A file named Team.xlsx is already in this folder.")
    assert told[1] == "Saved as Our team.xlsx."
    assert there.read_bytes() == b"something else"
    assert (tmp_path / "Our team.xlsx").read_bytes().startswith(b"PK")


def test_the_workforce_goes_out_as_a_spreadsheet_once_it_was_said_that_it_names_people(
    practice_stage: Stage, tmp_path: Path
) -> None:
    target = tmp_path / "Workforce.xlsx"
    practice_stage.choices.answer(target)
    of_menu(practice_stage, "save-workforce").trigger()
    assert not practice_stage.choices.asked, "nothing is saved before the question is answered"
    practice_stage.press("act-choice")
    practice_stage.settle()
    book = openpyxl.load_workbook(target)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    names = {line.name for line in practice_stage.working.desk.people.lines()}
    assert names <= {cell.value for cell in cells}
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_what_is_due_goes_out_as_a_calendar_that_names_nobody(practice_stage: Stage, tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    practice_stage.choices.answer(target)
    of_menu(practice_stage, "save-calendar").trigger()
    practice_stage.settle()
    text = target.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == len(practice_stage.working.desk.calendar.capture().entries)
    assert not [line.name for line in practice_stage.working.desk.people.lines() if line.name in text]


def test_a_place_that_gives_more_than_a_list_to_print_is_printed_so_and_saved_as_its_list(
    practice_stage: Stage, tmp_path: Path
) -> None:
    practice_stage.go(Place.PEOPLE, MATRIX)
    practice_stage.working.print_list()
    practice_stage.settle()
    practice_stage.choices.answer(tmp_path / "matrix.pdf")
    practice_stage.press("save-pdf")
    practice_stage.choices.answer(tmp_path / "matrix.xlsx")
    practice_stage.press("save-xlsx")
    practice_stage.press("close-print")
    page = PdfReader(tmp_path / "matrix.pdf").pages[0]
    assert page.mediabox.width > page.mediabox.height, "on its side, as a list is not"
    people = {line.name for line in practice_stage.working.desk.people.lines()}
    (sheet,) = openpyxl.load_workbook(tmp_path / "matrix.xlsx").worksheets
    assert people <= {row[0].value for row in sheet.iter_rows()}


def of_menu(stage: Stage, name: str) -> QAction:
    action = stage.window.findChild(QAction, name)
    assert action is not None
    return action
