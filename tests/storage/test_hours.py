# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Hours logs at work: what was logged, what a course's time adds, and what a dated record proves."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.day_checks import DayNotComeError
from desktop.models.workforce.training import TrainingRecord
from desktop.services.people import People
from desktop.services.workforce.hours import Hours, HoursLine, HoursMinutesError, NobodySupervisedError
from desktop.storage.workbook import Workbook
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def hours(workbook: Workbook) -> Hours:
    return Hours(workbook, CLOCK)


@pytest.fixture
def jo(workbook: Workbook) -> str:
    return People(workbook, CLOCK).add("Jo Test", ["FAC"], date(2020, 1, 6))


def log(hours: Hours, person: str, course: str) -> HoursLine:
    return next(line for line in hours.view(person) if line.course_id == course)


def test_supervised_hours_add_up_to_leading_alone_and_can_be_taken_back(
    hours: Hours, workbook: Workbook, jo: str
) -> None:
    for number in range(8):
        hours.add(jo, "T23", date(2026, 3, 1 + number), 540, "  Sam   Example ")
    line = log(hours, jo, "T23")
    assert (line.words, line.enough, len(line.entries)) == ("72 hours of 72", True, 8)
    assert (line.entries[0].day, line.entries[0].what) == (date(2026, 3, 8), "Supervised by Sam Example")
    assert workbook.db.can_undo() == "Undo: add hours of Jo Test"
    hours.remove(line.entries[0].id)
    assert (log(hours, jo, "T23").words, log(hours, jo, "T23").enough) == ("63 hours of 72", False)
    workbook.db.undo()
    assert log(hours, jo, "T23").enough


def test_a_dated_record_proves_the_hours_of_a_log_on_paper(hours: Hours, workbook: Workbook, jo: str) -> None:
    People(workbook, CLOCK).record_training(jo, "T23", date(2019, 6, 14))
    line = log(hours, jo, "T23")
    assert (line.minutes, line.enough, line.proof) == (0, True, "Recorded as complete on 14 June 2019")


def test_learning_counts_the_time_of_courses_and_says_until_when_it_lasts(
    hours: Hours, workbook: Workbook, jo: str
) -> None:
    with workbook.db.write(Op.RECORD_TRAINING):
        workbook.db.training.save(TrainingRecord("r", jo, "T09", date(2026, 1, 10), minutes=660))
    assert log(hours, jo, "T20").words == "11 hours of 12"
    hours.add(jo, "T20", TODAY, 60)
    line = log(hours, jo, "T20")
    assert (line.enough, line.until) == (True, date(2027, 1, 9))
    assert [entry.what for entry in line.entries] == ["", "Data protection and cyber security"]
    assert {line.course_id for line in hours.lines()} == {"T20", "T23"}


def test_what_cannot_be_is_refused(hours: Hours, jo: str) -> None:
    with pytest.raises(HoursMinutesError):
        hours.add(jo, "T20", TODAY, 721)
    with pytest.raises(DayNotComeError):
        hours.add(jo, "T20", TODAY + timedelta(days=1), 60)
    with pytest.raises(NobodySupervisedError):
        hours.add(jo, "T23", TODAY, 60)
    assert all(line.minutes == 0 for line in hours.view(jo))
