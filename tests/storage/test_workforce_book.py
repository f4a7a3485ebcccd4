# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as a spreadsheet: out and in again loses nothing, tells no DBS fact unasked, and holds no formula."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from desktop.models.certificate_numbers import CertificateNumberError, check_no_number
from desktop.models.changes import Op
from desktop.models.prints import BookPrint, BookTable, PrintHead
from desktop.models.records import EvidenceItem
from desktop.models.sheet import SheetFile
from desktop.models.workforce.book import ABOUT_SHEET, NO_NAMES, SHEETS, RoleRow, role_rows
from desktop.models.workforce.book_cells import packed, unpacked
from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision, RecruitmentCheck
from desktop.models.workforce.competence import Basis, CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import EmployedAs, Person, RoleHeld
from desktop.models.workforce.remembered import OtherName
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession, SupervisionState
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession
from desktop.reports.workforce_book import CSV_NOTE
from desktop.services.importing.own_book import NewerBookError, NotOurBookError, is_own_book, read_own_book
from desktop.services.workforce.exporting import Exporting, draw_workforce_csv, draw_workforce_xlsx, workforce_records
from desktop.services.workforce.own_books import BookProblemsError, OwnBooks
from desktop.sheets.reading import read_sheet_bytes
from desktop.sheets.xlsx import read_xlsx
from desktop.storage.workbook import Workbook
from tests.storage.strategies import TEXT, records
from tests.storage.workbooks import CLOCK, create

DAY = date(2026, 3, 1)
HEAD = PrintHead("Gorwel", True, DAY, CLOCK.now(), "0.1.0")
ABOUT = (("Kind of file", "Sevenfold workforce book"), ("Version of its layout", 1))
ODD = '=cmd|"/c calc"!A1, _x000D_ 007'


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    """Two people with a record of every kind, the second the manager of the first."""
    made, _code = create(tmp_path / "full")
    db = made.db
    with db.write(Op.IMPORT_RECORDS):
        db.evidence.save(EvidenceItem("ev", "Certificate"))
        roles = (RoleHeld("FAC", DAY, date(2026, 5, 1)), RoleHeld("SES"), RoleHeld("FAC", date(2026, 6, 1)))
        db.people.save(Person("ann", "007", ODD, roles, DAY, None, EmployedAs.SESSIONAL, 450, "bob", with_users=False))
        db.people.save(Person("bob", "P02", "Bob Test", left=date(2026, 10, 1), induction_by="@Ann"))
        db.sessions.save(TrainingSession("day", "T09", DAY, 90, "+Trainer", 3, "ev"))
        db.training.save(TrainingRecord("t1", "ann", "T09", DAY, certificate_id="ev", session_id="day"))
        db.bookings.save(Booking("b1", "ann", "T01"))
        db.supervision.save(SupervisionSession("s1", "ann", "SV1", DAY, SupervisionState.CANCELLED))
        made_up = SupervisionSession("s0", "ann", "SV1", DAY, SupervisionState.HELD, 60, makes_up="s1")
        db.supervision.save(replace(made_up, supervisor_id="bob", themes=("a, b", "c")))
        db.supervision_rules.save(SupervisionRule("SV1", 21, 60))
        db.hours.save(HoursEntry("h1", "ann", "T23", DAY, 95, "=Bob"))
        db.competence.save(CompetenceJudgement("c1", "ann", "C1", 3, DAY, "Bob", Basis.OBSERVATION))
        db.courses.save(CourseRule("own", "-Our own", "course", ("FAC", "SES"), valid_months=12))
        db.checks.save(RecruitmentCheck("r1", "ann", CheckKind.REFERENCES, DAY, "Bob"))
        dbs = RecruitmentCheck("r2", "ann", CheckKind.DBS, DAY, "Bob", DbsLevel.ENHANCED, DAY)
        db.checks.save(replace(dbs, decision=Decision.WITH_SAFEGUARDS, decided_on=DAY, decided_by="Carys Secret"))
        db.other_names.save(OtherName("o1", "ann", "Annie"))
        db.diversity.save(DiversityCount("d1", "Age", "Under 25", 2, DAY))
    yield made
    made.close(backup=False)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workbook]:
    made, _code = create(tmp_path / "empty")
    yield made
    made.close(backup=False)


def exported(workbook: Workbook, *, include_dbs: bool = False) -> bytes:
    return draw_workforce_xlsx(Exporting(workbook, CLOCK).capture(include_dbs=include_dbs))


def file_of(content: bytes) -> SheetFile:
    return SheetFile("Workforce.xlsx", "xlsx", read_xlsx(content))


def altered(content: bytes, sheet: str, changes: dict[Any, Any]) -> SheetFile:
    """The book after someone changed cells in a spreadsheet program."""
    book, out = load_workbook(BytesIO(content)), BytesIO()
    for row in book[sheet].iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.value in changes:
                cell.value = changes[cell.value]
    book.save(out)
    return file_of(out.getvalue())


def test_out_and_in_again_changes_nothing(workbook: Workbook) -> None:
    file = read_sheet_bytes("Workforce.xlsx", exported(workbook))
    before = workbook.db.history_head()
    books = OwnBooks(workbook)
    assert is_own_book(file)
    brought = books.store(file)
    assert (brought.new, brought.changed) == (0, 0)
    assert brought.told == "Everything in this book is in the workbook already."
    assert workbook.db.history_head() == before, "nothing differed, so nothing was written"


def test_an_empty_workbook_gets_the_same_records_as_one_step(workbook: Workbook, empty: Workbook) -> None:
    with empty.db.write(Op.ADD_EVIDENCE):
        empty.db.evidence.save(EvidenceItem("ev", "Certificate"))
    brought = OwnBooks(empty).store(file_of(exported(workbook)))
    assert workforce_records(empty.db) == workforce_records(workbook.db)
    assert brought.new == sum(map(len, workforce_records(workbook.db).values())) - 3, "three roles are of a person"
    assert empty.db.can_undo() == "Undo: import Workforce.xlsx"
    empty.db.undo()
    assert not any(workforce_records(empty.db).values())


def test_a_record_comes_without_the_file_that_is_not_there(workbook: Workbook, empty: Workbook) -> None:
    brought = OwnBooks(empty).store(file_of(exported(workbook)))
    assert brought.without_file == 2
    assert empty.db.training.get("t1") == replace(workbook.db.training.get("t1"), certificate_id=None)


def test_what_someone_changed_in_the_spreadsheet_comes_in(workbook: Workbook) -> None:
    brought = OwnBooks(workbook).store(altered(exported(workbook), "Hours", {95: 120, "=Bob": "Bob"}))
    assert (brought.new, brought.changed) == (0, 1)
    assert workbook.db.hours.get("h1") == HoursEntry("h1", "ann", "T23", DAY, 120, "Bob")


@pytest.mark.parametrize(
    ("sheet", "changes", "said"),
    [
        ("Training", {"completed": "finished"}, "this should be one of: completed, part attended, not passed."),
        ("Training", {"t1": None}, "a line has no id"),
        ("Training", {"Completed": "Done"}, "Training: the sheet or its row of headings is missing."),
        ("Hours", {95: "ninety"}, "this should be a whole number."),
        ("Hours", {"ann": "nobody"}, "1 line names a colleague that is not there."),
        ("Roles", {"ann": "nobody"}, "a role belongs to nobody"),
        ("Other names", {"Annie": "001234567890"}, "twelve digits in a row"),
        ("References and identity", {"references": "DBS"}, "DBS checks are not read from a spreadsheet."),
    ],
)
def test_a_book_with_problems_is_refused_whole(
    workbook: Workbook, sheet: str, changes: dict[Any, Any], said: str
) -> None:
    before = workforce_records(workbook.db)
    with pytest.raises(BookProblemsError) as told:
        OwnBooks(workbook).store(altered(exported(workbook), sheet, changes))
    assert said in str(told.value)
    assert workforce_records(workbook.db) == before


def test_other_files_and_newer_books_are_told_apart(workbook: Workbook) -> None:
    content = exported(workbook)
    with pytest.raises(NotOurBookError):
        read_own_book(altered(content, "About this book", {"Sevenfold workforce book": "Something else"}))
    with pytest.raises(NewerBookError):
        read_own_book(altered(content, "About this book", {1: 2}))


def test_dbs_facts_are_there_only_when_ticked_and_never_come_back(workbook: Workbook, empty: Workbook) -> None:
    plain, ticked = exported(workbook), exported(workbook, include_dbs=True)
    assert "DBS checks" not in load_workbook(BytesIO(plain)).sheetnames
    for content, there in ((plain, False), (ticked, True)):
        with ZipFile(BytesIO(content)) as packed_file:
            inside = b"".join(map(packed_file.read, packed_file.namelist())).decode()
        assert ("Carys Secret" in inside) is there
        assert ("suitable with safeguards" in inside) is there
    OwnBooks(empty).store(file_of(ticked))
    assert [check.kind for check in empty.db.checks.list()] == [CheckKind.REFERENCES]


def test_dates_are_dates_and_no_cell_is_a_formula(workbook: Workbook) -> None:
    content = exported(workbook, include_dbs=True)
    book = load_workbook(BytesIO(content))
    with ZipFile(BytesIO(content)) as packed_file:
        inside = "".join(
            packed_file.read(name).decode() for name in packed_file.namelist() if "worksheets/sheet" in name
        )
    assert not re.search(r"<f[ >]", inside)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]
    assert [cell.data_type for cell in cells if cell.value == "+Trainer"] == ["s"]
    assert {cell.data_type for cell in cells if cell.is_date} == {"d"}
    assert sum(cell.is_date for cell in cells) == 16
    assert not [cell for cell in cells if isinstance(cell.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell.value)]


def test_a_csv_for_each_sheet_keeps_its_letters_and_no_formula(workbook: Workbook) -> None:
    drawn = draw_workforce_csv(Exporting(workbook, CLOCK).capture())
    assert drawn == draw_workforce_csv(Exporting(workbook, CLOCK).capture())
    with ZipFile(BytesIO(drawn)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert set(files) == {f"{title}.csv" for title in (ABOUT_SHEET, *(sheet.title for sheet in SHEETS))}
    assert CSV_NOTE in files[f"{ABOUT_SHEET}.csv"].decode("utf-8-sig")
    assert all(content.startswith(b"\xef\xbb\xbf") for content in files.values())
    people = list(csv.reader(StringIO(files["People.csv"].decode("utf-8-sig"), newline="")))
    assert people[0] == list(SHEETS[0].headings)
    assert people[1][0] == "'" + packed(ODD)
    assert people[1][3] == "2026-03-01"
    told = [line for content in files.values() for line in csv.reader(StringIO(content.decode("utf-8-sig")))]
    assert not [value for line in told for value in line if value.lstrip().startswith(("=", "+", "-", "@"))]


def _no_number(record: Any) -> bool:
    try:
        texts = (one for value in vars_of(record) for one in (value if isinstance(value, tuple) else (value,)))
        check_no_number(*(text for text in texts if isinstance(text, str)))
    except CertificateNumberError:
        return False
    return True


def vars_of(record: Any) -> list[object]:
    return [getattr(record, name) for name in record.__dataclass_fields__]


IDS = st.text(min_size=1, max_size=8).filter(str.strip)
SOME_ID = st.none() | IDS
_OPTIONAL = {
    Person: {"line_manager_id": SOME_ID, "practice_supervisor_id": SOME_ID},
    TrainingRecord: {"certificate_id": SOME_ID, "session_id": SOME_ID},
    Booking: {"session_id": SOME_ID},
    TrainingSession: {"evidence_id": SOME_ID},
    SupervisionSession: {"supervisor_id": SOME_ID, "makes_up": SOME_ID},
    RecruitmentCheck: {
        "kind": st.sampled_from([CheckKind.REFERENCES, CheckKind.IDENTITY]),
        **dict.fromkeys(("level", "issued", "update_service", "decision", "decided_on", "recheck_due"), st.none()),
        "decided_by": st.just(""),
    },
}


def _many(kind: type[Any]) -> st.SearchStrategy[list[Any]]:
    made = records(kind, id=IDS, **_OPTIONAL.get(kind, {})).filter(_no_number)
    return st.lists(made, max_size=3, unique_by=lambda one: one.id)


BOOKS = st.fixed_dictionaries({sheet.kind: _many(sheet.kind) for sheet in SHEETS if sheet.kind is not RoleRow})


@given(BOOKS)
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_random_records_come_back_equal(made: dict[type[Any], list[Any]]) -> None:
    every = {**made, RoleRow: role_rows(made[Person])}
    tables = [BookTable("About this book", "", (("What", 9), ("Which", 9)), ABOUT)]
    for sheet in SHEETS:
        columns = tuple((heading, 9.0) for heading in sheet.headings)
        names = {column.told: {} for column in sheet.columns if column.told} or NO_NAMES
        tables.append(BookTable(sheet.title, "", columns, tuple(sheet.line(one, names) for one in every[sheet.kind])))
    book = read_own_book(file_of(draw_workforce_xlsx(BookPrint(HEAD, "Workforce", tuple(tables)))))
    assert book.problems == ()
    for kind, given_records in made.items():
        assert list(book.of(kind)) == given_records


@given(TEXT | st.from_regex(r"[_x05FU+\[\]\r\n]{0,14}", fullmatch=True))
def test_a_text_is_the_same_once_unpacked(text: str) -> None:
    assert unpacked(packed(text)) == text
