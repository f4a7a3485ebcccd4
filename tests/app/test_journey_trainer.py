# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A trainer's month: the old matrix comes in, a month of work goes on top, and all of it is undone again."""

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from desktop.support.clock import FixedClock
from desktop.ui.theme import LOOK
from tests.app.first_hour import FirstHour
from tests.app.given_inputs import SHARED, Inputs, needs_inputs
from tests.app.hands import Hands
from tests.app.stage import Stage
from tests.app.trainers_month import SOMEONE, TrainersMonth

AS_AT = FixedClock(datetime(2026, 11, 20, 10, 0, tzinfo=UTC))


@pytest.fixture
def month(qapp: QApplication, tmp_path: Path) -> Iterator[TrainersMonth]:
    """A trainer before an empty workbook of the charity."""
    stage = Stage(tmp_path / "home", clock=AS_AT)
    hands = Hands(stage.start())
    hour = FirstHour(hands, Inputs(), tmp_path)
    hour.make_the_workbook()
    hour.say_who_we_are()
    while not hands.sees("place-people"):
        hands.click("step-later")
    yield TrainersMonth(hands, tmp_path)
    stage.end()
    LOOK.wear("light", 100)


@needs_inputs
def test_a_month_of_a_trainer(month: TrainersMonth) -> None:
    desk, empty = month.stage.working.desk, month.records()
    people = json.loads((SHARED / "expected.json").read_text("utf-8"))["training_matrix"]["people"]
    month.bring_in_the_matrix()
    assert len(month.people) == people["current"] + 1
    imported = month.records()
    month.merge_two_entries()
    assert len(month.people) == people["current"] == 14
    month.record_a_day_of_everyone("Lone working", "16 November 2026")
    (day,) = desk.training_days.lines()
    assert day.attended.startswith("14 people")
    month.sign_off_competence("34", "Bethan Example")
    someone = next(line.id for line in month.people if line.name == SOMEONE)
    assert [line.level for line in desk.competences.sheet(someone).lines[:3]] == [3, 4, None]
    month.log_supervision("Practice", "2 November 2026", "60")
    month.plan_and_cancel("Practice", "9 November 2026")
    assert len(desk.supervision.view(someone).owed) == 1
    assert desk.standard_six.view().line("6.5").holders == 1
    month.make_up("16 November 2026", "60")
    assert desk.supervision.view(someone).owed == ()
    assert desk.standard_six.view().line("6.5").holders == 2
    assert month.cells_of_matrix() >= 14 * 10
    check_files(month)
    assert month.undo_to(imported) == 7
    assert month.stage.working.menus.undo.text() == "Undo: import training-matrix.xlsx"
    assert month.undo_to(empty) == 1


def check_files(month: TrainersMonth) -> None:
    """The matrix and the calendar that went out."""
    sheet, paper = month.save_the_matrix()
    cells = [cell for each in openpyxl.load_workbook(sheet) for row in each.iter_rows() for cell in row]
    assert {line.name for line in month.people} <= {cell.value for cell in cells}
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    said = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    assert SOMEONE.split()[0] in said
    calendar = month.save_the_calendar().read_text("utf-8")
    assert "BEGIN:VEVENT" in calendar
    assert not [line.name for line in month.people if line.name in calendar]
