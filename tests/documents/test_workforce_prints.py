# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Certificates, one person's record and the matrix on paper: what they say, to whom, and what outside judges say."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import page
import pikepdf
import pytest

from desktop.models.changes import Op
from desktop.models.prints import HeatPart, MatrixPrint, PrintHead
from desktop.models.records import Organisation
from desktop.models.workforce.checks import CheckKind, DbsLevel, RecruitmentCheck
from desktop.models.workforce.competence import Basis, CompetenceJudgement
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import Booking, HoursEntry, TrainingRecord, TrainingResult, TrainingSession
from desktop.reports.matrix_print import bands, draw_matrix
from desktop.services.workforce.matrix import Matrix
from desktop.services.workforce.printing import (
    NobodyToCertifyError,
    WorkforcePrinting,
    draw_certificates_pdf,
    draw_matrix_pdf,
    draw_record_pdf,
)
from desktop.storage.workbook import Workbook
from tests.documents.reading import placed_words, printed, spoken, tags
from tests.storage.workbooks import CLOCK, create

DAY = date(2026, 3, 1)
HEAD = PrintHead("Gorwel", True, DAY, CLOCK.now(), "0.1.0")
PARTS = (
    HeatPart("tick", "In date", "Mar 28"),
    HeatPart("cross", "Lapsed", "Jan 26"),
    HeatPart("gapbox", "Missing"),
    HeatPart("clock", "Due soon", "Dec 26"),
    HeatPart("cal", "Booked", "18 Dec"),
    HeatPart("dash", "Not needed"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    made, _code = create(tmp_path / "workbook", practice=True)
    db = made.db
    with db.write(Op.IMPORT_RECORDS):
        db.organisation.save(Organisation("Gorwel Newydd"))
        names = {"ann": "Ann Test", "bob": "Bartholomew Llewellyn-Fitzgerald", "cat": "Cat Failed", "dee": "Dee Other"}
        db.people.save_all(Person(one, one, name, held("FAC"), DAY) for one, name in names.items())
        db.people.save(replace(db.people.get("ann"), line_manager_id="bob", induction_on=DAY, induction_by="Bo"))
        db.sessions.save(TrainingSession("day", "T09", DAY, 390, "Ann Test"))
        for person, result in (("ann", "completed"), ("bob", "part attended"), ("cat", "not passed")):
            record = TrainingRecord(person, person, "T09", DAY, result=TrainingResult(result), session_id="day")
            db.training.save(replace(record, minutes=60 if person == "bob" else None))
        db.sessions.save(TrainingSession("nobody", "T01", DAY, outside=3))
        db.bookings.save(Booking("b", "ann", "T01", date(2026, 12, 18)))
        db.hours.save(HoursEntry("h", "ann", "T23", DAY, 95, "Hourly Supervisor"))
        db.supervision.save(SupervisionSession("s1", "ann", "SV1", DAY, SupervisionState.HELD, 60, supervisor_id="bob"))
        db.supervision.save(SupervisionSession("s2", "dee", "SV1", DAY, SupervisionState.HELD, 60, supervisor_id="ann"))
        db.competence.save(CompetenceJudgement("c", "ann", "C1", 3, DAY, "Judge Name", Basis.OBSERVATION))
        db.checks.save(RecruitmentCheck("r", "ann", CheckKind.REFERENCES, DAY, "Reader Name"))
        db.checks.save(RecruitmentCheck("d", "ann", CheckKind.DBS, DAY, "Secret Seer", DbsLevel.ENHANCED, DAY))
    yield made
    made.close(backup=False)


@pytest.fixture
def printing(workbook: Workbook) -> WorkforcePrinting:
    return WorkforcePrinting(workbook, CLOCK)


def matrix(people: int, columns: int) -> MatrixPrint:
    return MatrixPrint(
        HEAD,
        "Training matrix",
        "All of them.",
        tuple((f"Course of risk and safety {number}", "9 of 11") for number in range(columns)),
        tuple(
            (f"Person {row:03}", tuple(PARTS[(row + place) % len(PARTS)] for place in range(columns)))
            for row in range(people)
        ),
        PARTS,
        DAY,
    )


def saved(folder: Path, content: bytes) -> Path:
    path = folder / f"{len(list(folder.glob('*.pdf')))}.pdf"
    path.write_bytes(content)
    return path


def test_outside_judges_find_nothing_amiss(workbook: Workbook, printing: WorkforcePrinting, tmp_path: Path) -> None:
    shown = printing.capture_matrix("Training matrix", Matrix(workbook, CLOCK).courses())
    for content in (
        draw_certificates_pdf(printing.capture_certificates("day")),
        draw_record_pdf(printing.capture_record("ann", include_dbs=True)),
        draw_matrix_pdf(shown),
        draw_matrix(matrix(23, 40)),
        draw_matrix(matrix(0, 0)),
    ):
        path = saved(tmp_path, content)
        for profile in ("ua1", "3a"):
            report = page.validate_pdf(path, profile=profile)
            assert report.is_compliant, [failure.message for failure in report.failures]
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_everyone_who_attended_has_a_page_and_nobody_else(printing: WorkforcePrinting, tmp_path: Path) -> None:
    path = saved(tmp_path, draw_certificates_pdf(printing.capture_certificates("day")))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
    words = printed(path)
    assert "Ann Test attended" in words
    assert "Bartholomew Llewellyn-Fitzgerald attended a part of" in words
    assert "Cat Failed" not in words
    assert words.count("1 March 2026") == words.count("Practice charity. Nothing here is real.") == 2
    assert words.count("Given by Gorwel Newydd") == 2
    assert words.count("6 hours 30 minutes") == words.count("1 hour ") == 1
    with pytest.raises(NobodyToCertifyError):
        printing.capture_certificates("nobody")


def test_a_record_holds_everything_and_dbs_facts_only_when_ticked(printing: WorkforcePrinting, tmp_path: Path) -> None:
    plain = " ".join(spoken(saved(tmp_path, draw_record_pdf(printing.capture_record("ann")))).split())
    for words in (
        "Ann Test",
        "Line manager Bartholomew Llewellyn-Fitzgerald",
        "Induction signed off 1 March 2026, Bo",
        "Completed",
        "18 December 2026",
        "1 hour 35 minutes Hourly Supervisor",
        "Held 1 hour, Bartholomew Llewellyn-Fitzgerald",
        "Judge Name, observation",
        "References 1 March 2026 Reader Name",
        "Supervisor of someone's session Once",
        "Trainer of a training day Once",
        "DBS facts are held, and are left out of this print.",
    ):
        assert words in plain, words
    assert "Secret Seer" not in plain
    assert "Dee Other" not in plain
    ticked = " ".join(
        spoken(saved(tmp_path, draw_record_pdf(printing.capture_record("ann", include_dbs=True)))).split()
    )
    assert "DBS 1 March 2026 Secret Seer enhanced, issued 1 March 2026" in ticked
    nearly_empty = printed(saved(tmp_path, draw_record_pdf(printing.capture_record("dee"))))
    assert "No training is recorded." in nearly_empty


@pytest.mark.parametrize(("people", "columns"), [(23, 40), (60, 9), (3, 1)])
def test_a_matrix_repeats_its_heads_and_keeps_every_word_on_the_paper(
    people: int, columns: int, tmp_path: Path
) -> None:
    path = saved(tmp_path, draw_matrix(matrix(people, columns)))
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
        box = [float(value) for value in pdf.pages[0].MediaBox]
        assert box[2] > box[3]
        assert len(tags(pdf, "Table")) == len(bands(columns))
        assert len(tags(pdf, "TD")) == people * columns
    words = printed(path)
    assert words.count("Name ") >= pages
    assert words.count("Person 001") == len(bands(columns))
    assert "…" not in words, "no word is cut"
    for word in placed_words(path):
        assert 40 < word.left < word.right < box[2] - 40, word
        assert word.bottom < box[3] - 20


def test_the_matrix_of_the_screen_says_each_state_in_words(
    workbook: Workbook, printing: WorkforcePrinting, tmp_path: Path
) -> None:
    shown = printing.capture_matrix("Training matrix", Matrix(workbook, CLOCK).courses())
    words = " ".join(spoken(saved(tmp_path, draw_matrix_pdf(shown))).split())
    for state in ("In date, ", "Missing", "Booked, 18 Dec"):
        assert state in words, state
    assert "Training matrix" in words


def test_columns_are_spread_evenly_over_pages() -> None:
    assert bands(0) == []
    assert bands(8) == [(0, 8)]
    assert bands(9) == [(0, 4), (4, 9)]
    assert {last - first for first, last in bands(60)} <= {7, 8}
