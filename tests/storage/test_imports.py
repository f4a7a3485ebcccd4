# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bringing sheets in: decided, stored as one step, brought in once, and taken back whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.sheet import SheetFile
from desktop.models.workforce.checks import CheckKind
from desktop.models.workforce.people import held
from desktop.models.workforce.supervision import SupervisionState
from desktop.services.importing.bringing import Bringing
from desktop.services.importing.decisions import Choice, Decisions, Meaning, Who
from desktop.services.importing.layout import Field, Place
from desktop.services.importing.preview import Preview
from desktop.services.workforce.imports import Imports, NothingToImportError
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from tests.importing import sheets_made
from tests.importing.given_sheets import expected, given, needs_inputs
from tests.storage.databases import content
from tests.storage.workbooks import CLOCK, create


def made(rows: list[list[str]]) -> SheetFile:
    return sheets_made.file(sheets_made.sheet(rows))


GIVEN = ["training-matrix.xlsx", "staff-list.csv", "supervision-log.xlsx", "attendance-sheet.csv"]
MATRIX = ["Name", "Fire safety", "GDPR"]


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def imports(workbook: Workbook) -> Imports:
    return Imports(workbook, CLOCK)


def shown_of(imports: Imports, file: SheetFile) -> Preview:
    return imports.preview(file, imports.layout(file))


def everything_decided(shown: Preview, decisions: Decisions) -> Decisions:
    """As decided by a person who takes each near name and open word for the first offered, or leaves it out."""

    def who(place: int, one: Who) -> Who:
        if one.choice is not Choice.UNDECIDED:
            return one
        if one.near:
            return Who(Choice.KNOWN, one.near[0])
        return Who(Choice.SAME_AS, line=one.near_lines[0]) if one.near_lines else Who(Choice.NEW)

    def meant(meaning: Meaning) -> Meaning:
        if meaning.choice is not Choice.UNDECIDED:
            return meaning
        return Meaning(Choice.KNOWN, meaning.likely[0]) if meaning.likely else Meaning(Choice.LEFT_OUT)

    return replace(
        decisions,
        who=tuple(who(place, one) for place, one in enumerate(decisions.who)),
        courses={text: meant(meaning) for text, meaning in decisions.courses.items()},
        roles={text: meant(meaning) for text, meaning in decisions.roles.items()},
        kinds={text: meant(meaning) for text, meaning in decisions.kinds.items()},
    )


def bring(imports: Imports, file: SheetFile) -> tuple[Preview, Decisions, Bringing]:
    shown = shown_of(imports, file)
    decisions = everything_decided(shown, imports.propose(shown))
    return shown, decisions, imports.store(file, shown, decisions)


@needs_inputs
def test_the_training_matrix_is_stored_once_and_undone_in_one_step(workbook: Workbook, imports: Imports) -> None:
    before = content(workbook.db)
    file = given("training-matrix.xlsx")
    shown, decisions, brought = bring(imports, file)
    wanted = expected("training_matrix")
    doubled = len(wanted["duplicate_person_detail"]["same_in_both"])
    assert len(workbook.db.people.list()) == wanted["people"]["distinct"]
    left_out = sum(line.cell in {each.cell for each in brought.left_out} for line in shown.records)
    assert len(workbook.db.training.list()) + doubled + left_out == wanted["cells_by_class"]["dated"]
    assert {each.cell for each in brought.left_out} >= {"L10", "Q13", "N16", "K21"}
    assert {person.left for person in workbook.db.people.list() if person.left} == {date(2026, 2, 28)}
    assert decisions.undecided == 0
    workbook.db.undo()
    assert content(workbook.db) == before


@needs_inputs
@pytest.mark.parametrize(
    "name", ["training-matrix.xlsx", "staff-list.csv", "supervision-log.xlsx", "attendance-sheet.csv"]
)
def test_the_same_file_again_brings_nothing_and_asks_nothing(workbook: Workbook, imports: Imports, name: str) -> None:
    file = given(name)
    bring(imports, file)
    before = content(workbook.db)
    shown = shown_of(imports, file)
    again = imports.propose(shown)
    assert again.undecided == 0
    assert imports.bringing(shown, again).nothing
    with pytest.raises(NothingToImportError):
        imports.store(file, shown, again)
    assert content(workbook.db) == before


@needs_inputs
def test_the_staff_list_brings_roles_managers_and_what_was_seen_of_a_dbs_check(
    workbook: Workbook, imports: Imports
) -> None:
    bring(imports, given("staff-list.csv"))
    people = {person.name: person for person in workbook.db.people.list()}
    assert len(people) == expected("staff_list")["rows_with_a_person"]
    callum = people["Callum Brightwater-Nye"]
    assert callum.line_manager_id == callum.practice_supervisor_id == people["Devinder Sahota-Quill"].id
    kirsty = people["Kirsty Pellowick"]
    assert kirsty.roles_on(CLOCK.today()) == ("MGR", "DSL")
    assert (kirsty.weekly_minutes, kirsty.outside_supervisor) == (2220, "Dr F Marchbank-Ives")
    checks = workbook.db.checks.list()
    assert {check.kind for check in checks} == {CheckKind.DBS}
    assert len(checks) == expected("staff_list")["rows_with_a_person"]
    assert people["Nnamdi Okoro-Blaise"].weekly_minutes is None


@needs_inputs
def test_the_supervision_log_after_the_staff_list_knows_its_people(workbook: Workbook, imports: Imports) -> None:
    bring(imports, given("staff-list.csv"))
    people = len(workbook.db.people.list())
    shown, _decisions, brought = bring(imports, given("supervision-log.xlsx"))
    wanted = expected("supervision_log")
    assert len(workbook.db.people.list()) - people == brought.new_people
    sessions = workbook.db.supervision.list()
    assert {each["cell"] for each in wanted["problems"]} & {each.cell for each in brought.left_out}
    held = [session for session in sessions if session.state is SupervisionState.HELD]
    assert held
    assert all(0 < session.minutes <= 480 for session in held)
    assert not any(session.makes_up == session.id for session in sessions)
    assert "HCP-2026-0147" not in str(content(workbook.db))
    assert shown.layout.kind.value == "supervision"


@needs_inputs
def test_the_attendance_sheet_makes_one_training_day_of_our_people_alone(workbook: Workbook, imports: Imports) -> None:
    bring(imports, given("staff-list.csv"))
    before = len(workbook.db.people.list())
    bring(imports, given("attendance-sheet.csv"))
    wanted = expected("attendance")
    (day,) = workbook.db.sessions.list()
    assert (day.held_on.isoformat(), day.minutes, day.outside) == (wanted["date"], 330, wanted["outside_people"])
    records = workbook.db.training.list(session_id=day.id)
    assert len(records) == wanted["own_people_attended"] - 1  # the one there for the morning only was not decided
    assert len(workbook.db.people.list()) == before


def test_what_is_not_decided_is_left_out_and_the_rest_is_stored(workbook: Workbook, imports: Imports) -> None:
    file = made([MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"], ["Bob Test", "", "x y z"]])
    shown = shown_of(imports, file)
    decisions = imports.propose(shown)
    assert decisions.courses["Fire safety"].choice is Choice.UNDECIDED
    brought = imports.store(file, shown, decisions)
    (record,) = workbook.db.training.list()
    assert (record.course_id, record.completed) == ("T09", date(2026, 2, 23))
    assert brought.new_people == 2
    assert any("Fire safety" in each.message for each in brought.left_out)


def test_a_course_of_the_charitys_own_is_remembered(workbook: Workbook, imports: Imports) -> None:
    file = made([MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"]])
    shown = shown_of(imports, file)
    decisions = imports.propose(shown)
    said = replace(decisions, courses={**decisions.courses, "Fire safety": Meaning(Choice.KNOWN, "T17")})
    imports.store(file, shown, said)
    more = made([MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"], ["Cat Test", "25/02/2026", ""]])
    shown = shown_of(imports, more)
    again = imports.propose(shown)
    assert again.courses["Fire safety"] == Meaning(Choice.KNOWN, "T17")
    brought = imports.store(more, shown, again)
    assert (brought.already, len(brought.training), brought.new_people) == (2, 1, 1)


def test_a_corrected_layout_is_taken_for_the_next_sheet_with_such_headings(imports: Imports) -> None:
    file = made([MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"], ["Bob Test", "21/02/2026", ""]])
    layout = imports.layout(file)
    corrected = replace(
        layout,
        places=tuple(
            Place(place.at, Field.LEFT_OUT, place.heading) if place.heading == "Fire safety" else place
            for place in layout.places
        ),
    )
    shown = imports.preview(file, corrected)
    imports.store(file, shown, imports.propose(shown))
    later = made([MATRIX, ["Cat Test", "21/02/2026", "24/02/2026"]])
    assert imports.layout(later).places == corrected.places
    assert imports.layout(later).rows == (1,)


def test_a_near_name_is_offered_and_joining_keeps_the_other_spelling(workbook: Workbook, imports: Imports) -> None:
    bring(imports, made([MATRIX, ["Maureen Trant", "21/02/2026", "23/02/2026"]]))
    (known,) = workbook.db.people.list()
    file = made([MATRIX, ["Mo Trant", "", "25/05/2026"]])
    shown = shown_of(imports, file)
    (who,) = imports.propose(shown).who
    assert (who.choice, who.near) == (Choice.UNDECIDED, (known.id,))
    imports.store(file, shown, replace(imports.propose(shown), who=(Who(Choice.KNOWN, known.id),)))
    assert [other.name for other in workbook.db.other_names.list(person_id=known.id)] == ["Mo Trant"]
    assert imports.propose(shown).who == (Who(Choice.KNOWN, known.id),)


def test_someone_who_has_left_is_not_brought_in_without_a_last_day(workbook: Workbook, imports: Imports) -> None:
    file = made([["Name", "GDPR", "Notes"], ["Ann Test", "23/02/2026", ""], ["Bob Test", "24/02/2026", "LEFT"]])
    shown = shown_of(imports, file)
    decisions = imports.propose(shown)
    assert [person.left for person in shown.people] == [False, True]
    assert {each.cell for each in imports.bringing(shown, decisions).left_out} == {shown.people[1].cell, "B3"}
    imports.store(file, shown, replace(decisions, left_on={1: date(2026, 3, 1)}))
    assert {person.name: person.left for person in workbook.db.people.list()} == {
        "Ann Test": None,
        "Bob Test": date(2026, 3, 1),
    }


def remains(database: Database) -> int:
    return len(database.people.list()) + len(database.training.list())


def test_a_failure_in_the_middle_stores_nothing(
    workbook: Workbook, imports: Imports, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made([MATRIX, ["Ann Test", "21/02/2026", "23/02/2026"]])
    shown = shown_of(imports, file)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workbook.db.training, "save_all", full)
    with pytest.raises(OSError, match="No space"):
        imports.store(file, shown, imports.propose(shown))
    assert remains(workbook.db) == 0


def test_a_row_without_a_name_brings_nobody(imports: Imports) -> None:
    file = made([["First name", "Role", "Start date"], ["", "", "", "Tamsin Penrose"]])
    shown = shown_of(imports, file)
    brought = imports.bringing(shown, everything_decided(shown, imports.propose(shown)))
    assert [(each.cell, each.message) for each in brought.left_out] == [("A2", "There is no name in this row.")]
    assert brought.nothing


def test_a_dbs_check_of_a_day_to_come_is_not_taken_and_nothing_comes_twice(
    workbook: Workbook, imports: Imports
) -> None:
    head = ["Name", "Role", "Start date", "DBS date"]
    file = made([head, ["Ann Test", "Facilitator", "01/02/2020", "01/02/2027"], ["Bo Test", "Facilitator", "", ""]])
    bring(imports, file)
    assert not workbook.db.checks.list()
    shown = shown_of(imports, file)
    assert imports.bringing(shown, imports.propose(shown)).nothing


def test_a_training_sheet_gives_roles_to_those_who_have_none(workbook: Workbook, imports: Imports) -> None:
    file = made([["Name", "Role", *MATRIX[1:]], ["Ann Test", "Lead facilitator", "21/02/2026", "23/02/2026"]])
    bring(imports, file)
    (person,) = workbook.db.people.list()
    assert [role.code for role in person.roles] == ["FAC"]
    with workbook.db.write(Op.EDIT_PERSON, person.name):
        workbook.db.people.save(replace(person, roles=held("MGR")))
    other = made([["Name", "Role", *MATRIX[1:]], ["Ann Test", "Lead facilitator", "22/02/2026", "24/02/2026"]])
    bring(imports, other)
    (again,) = workbook.db.people.list()
    assert again.roles == held("MGR"), "what the workbook says of someone goes before a training sheet"
