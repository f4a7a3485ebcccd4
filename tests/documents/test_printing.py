# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printing from a workbook: what is read for a form, and that saving never writes over a file unasked."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.models.changes import Op
from desktop.models.prints import FormKind, ListPrint
from desktop.models.records import (
    Action,
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    FileState,
    Judgement,
    Organisation,
    Strength,
)
from desktop.models.results import Result
from desktop.services.printing import (
    FileThereError,
    Printing,
    draw_form_pdf,
    draw_form_xlsx,
    draw_list_pdf,
    draw_list_xlsx,
    save,
)
from desktop.storage.workbook import Workbook
from tests.storage import workbooks
from tests.storage.faulty_files import FastFiles

LIST = ListPrint("Actions", "", (("What", 1),), (("Brief the agency",),))


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    made, _ = workbooks.create(tmp_path / "workbook", practice=True)
    yield made
    made.close(backup=False)


@pytest.fixture
def printing(workbook: Workbook) -> Printing:
    return Printing(workbook, workbooks.CLOCK)


def answer_one(workbook: Workbook) -> None:
    """A first assessment with one answer, two papers and an action that is late."""
    db = workbook.db
    with db.write(Op.IMPORT_RECORDS):
        db.organisation.save(Organisation("Gorwel"))
        db.assessments.save(Assessment("a1", date(2026, 10, 5), "Amina Rees", "2023.1"))
        db.answers.save(Answer("w1", "a1", "1.1", Judgement.IN_PLACE, narrative="=We offer it", judged_by="Amina Rees"))
        db.evidence.save(EvidenceItem("e1", "Agreement", file_state=FileState.MISSING))
        db.evidence.save(EvidenceItem("e2", "Uptake", review_by=date(2026, 1, 1)))
        db.links.save(EvidenceLink("l1", "w1", "e1", Strength.OUTSIDE))
        db.links.save(EvidenceLink("l2", "w1", "e2", Strength.IN_USE))
        db.actions.save(Action("t1", "a1", "1.1", "Renew the agreement", "Amina Rees", date(2026, 11, 1)))


def test_a_form_of_an_empty_workbook_asks_everything(printing: Printing) -> None:
    form = printing.capture_form(FormKind.BLANK)
    assert [len(part.indicators) > 5 for part in form.standards] == [True] * 7
    assert form.head.practice
    assert form.assessed is None
    assert {one.actions for part in form.standards for one in part.indicators} == {()}
    assert printing.capture_form(FormKind.FILLED).standards[0].result is not None


def test_a_filled_form_has_what_stands_and_a_blank_one_has_not(workbook: Workbook, printing: Printing) -> None:
    answer_one(workbook)
    (part,) = printing.capture_form(FormKind.FILLED, [1]).standards
    first = part.indicators[0]
    assert part.result is not None
    assert part.result.result is Result.NOT_YET_MET
    assert (first.part.said, first.part.supported) == (Judgement.IN_PLACE, Judgement.PARTLY_IN_PLACE)
    assert [(ref.title, ref.state, ref.lapsed) for ref in first.part.evidence] == [
        ("Agreement", FileState.MISSING, False),
        ("Uptake", FileState.HELD, True),
    ]
    assert first.part.why
    assert part.indicators[1].part.why == "", "an open row speaks for itself"
    assert [(action.owner, action.late) for action in first.actions] == [("Amina Rees", True)]
    (blank,) = printing.capture_form(FormKind.BLANK, [1]).standards
    assert blank.result is None
    assert blank.indicators[0].actions == ()


def test_the_sheets_of_a_filled_form_tell_it_in_words(workbook: Workbook, printing: Printing) -> None:
    answer_one(workbook)
    book = load_workbook(BytesIO(draw_form_xlsx(printing.capture_form(FormKind.FILLED, [1, 3]))))
    assert book.sheetnames == ["Standard 1", "Standard 3"]
    rows = [[cell.value for cell in row] for row in book["Standard 1"].iter_rows()]
    row = next(row for row in rows if row[0] == "SA 1.1")
    assert row[2:5] == ["Critical", "3 In place", "2 Partly in place"]
    assert row[6] == "=We offer it"
    assert row[8] == "Agreement (file missing)\nUptake (past review, kept elsewhere)"
    assert row[9] == "Renew the agreement. Amina Rees, 1 Nov 2026. Late."


def test_the_sheets_of_a_blank_form_offer_the_judgements(workbook: Workbook, printing: Printing) -> None:
    answer_one(workbook)
    book = load_workbook(BytesIO(draw_form_xlsx(printing.capture_form(FormKind.BLANK, [1]))))
    sheet = book["Standard 1"]
    (offered,) = sheet.data_validations.dataValidation
    assert offered.formula1 == '"0,1,2,3,4,N"'
    heads = {str(row[0].value): (at, row) for at, row in enumerate(sheet.iter_rows(), 1)}
    at, head = heads["SA"]
    assert head[5].value == "Judgement, 0 to 4 or N"
    assert str(offered.sqref) == f"F{at + 1}:F{sheet.max_row}"
    assert "=We offer it" not in [cell.value for row in sheet.iter_rows() for cell in row]


def test_lists_forms_and_the_recovery_sheet_come_as_files(printing: Printing) -> None:
    for pdf in (
        draw_list_pdf(printing.capture_head(), LIST),
        draw_form_pdf(printing.capture_form(FormKind.BLANK, [2])),
        printing.recovery_sheet_pdf("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG"),
    ):
        assert pdf.startswith(b"%PDF-1.7")
    assert draw_list_xlsx(printing.capture_head(), LIST).startswith(b"PK")
    assert "AAAA-BBBB" in printing.recovery_sheet_text("AAAA-BBBB")
    assert "practice workbook" in printing.recovery_sheet_text("AAAA-BBBB")


def test_a_name_is_offered_that_every_disk_takes(printing: Printing) -> None:
    assert printing.file_name("Late: due/overdue?", "xlsx") == "Practice Late due overdue 22 November 2026.xlsx"
    assert printing.file_name("..", "pdf") == "Practice List 22 November 2026.pdf"


def test_saving_never_writes_over_a_file_unasked(tmp_path: Path) -> None:
    path, files = tmp_path / "actions.pdf", FastFiles()
    save(b"first", path, files)
    with pytest.raises(FileThereError) as told:
        save(b"second", path, files)
    assert "actions.pdf" in str(told.value)
    assert path.read_bytes() == b"first"
    save(b"second", path, files, replace=True)
    assert path.read_bytes() == b"second"
