# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two entries for one person: offered, joined with all they have, and parted again by undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.workforce.people import Person, RoleHeld, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord
from desktop.services.workforce.merging import Merging, SamePersonError
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.workbooks import create

DAY = date(2026, 2, 3)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    with workbook.db.write(Op.IMPORT_RECORDS):
        keep = Person("keep", "P01", "Aisling Dever", held("FAC"), date(2024, 5, 1), line_manager_id="gone")
        gone = Person("gone", "P02", "Ashling Dever", (RoleHeld("FAC", DAY), RoleHeld("SUP")), date(2023, 5, 1))
        other = Person("other", "P03", "Bob Test", line_manager_id="gone")
        workbook.db.people.save_all([keep, gone, other])
        workbook.db.training.save_all(
            [
                TrainingRecord("t1", "keep", "T07", DAY),
                TrainingRecord("t2", "gone", "T07", DAY),
                TrainingRecord("t3", "gone", "T08", DAY),
            ]
        )
        workbook.db.supervision.save(
            SupervisionSession("s1", "other", "SV1", DAY, SupervisionState.HELD, 60, supervisor_id="gone")
        )
    yield workbook
    workbook.close(backup=False)


def test_near_names_are_offered(workbook: Workbook) -> None:
    assert [{one.id, other.id} for one, other in Merging(workbook).offered()] == [{"keep", "gone"}]


def test_who_was_told_apart_is_not_offered_again_until_that_is_undone(workbook: Workbook) -> None:
    merging = Merging(workbook)
    ((one, other),) = merging.offered()
    merging.tell_apart(other.id, one.id)
    assert merging.offered() == ()
    assert Merging(workbook).offered() == ()
    workbook.db.undo()
    assert merging.offered() == ((one, other),)


def test_a_name_that_was_changed_is_compared_again(workbook: Workbook) -> None:
    merging = Merging(workbook)
    ((one, _other),) = merging.offered()
    with workbook.db.write(Op.EDIT_PERSON, one.name):
        workbook.db.people.save(replace(one, name="Quite Different"))
    assert merging.offered() == ()


def test_what_an_entry_holds_is_counted(workbook: Workbook) -> None:
    assert Merging(workbook).held("gone") == (("training records", 2),)
    assert Merging(workbook).held("other") == (("supervision sessions", 1),)


def test_all_of_the_second_goes_to_the_first_and_undo_parts_them(workbook: Workbook) -> None:
    before = content(workbook.db)
    Merging(workbook).merge("keep", "gone")
    db = workbook.db
    assert [(record.id, record.person_id) for record in db.training.list()] == [("t1", "keep"), ("t3", "keep")]
    keep = db.people.get("keep")
    assert (keep.roles_on(DAY), keep.started, keep.line_manager_id) == (("FAC", "SUP"), date(2023, 5, 1), None)
    assert db.people.get("other").line_manager_id == "keep"
    assert db.supervision.get("s1").supervisor_id == "keep"
    assert [other.name for other in db.other_names.list(person_id="keep")] == ["Ashling Dever"]
    assert db.people.find("gone") is None
    db.undo()
    assert content(db) == before


def test_an_entry_is_not_joined_to_itself(workbook: Workbook) -> None:
    with pytest.raises(SamePersonError):
        Merging(workbook).merge("keep", "keep")
    assert len(workbook.db.people.list()) == 3


def test_what_the_two_knew_of_roles_and_first_contact_is_all_kept(workbook: Workbook) -> None:
    db = workbook.db
    keep, gone = db.people.get("keep"), db.people.get("gone")
    ended = RoleHeld("FAC", date(2020, 1, 1), date(2022, 1, 1))
    with db.write(Op.EDIT_PERSON):
        db.people.save(replace(keep, roles=(ended,), first_contact=date(2025, 5, 1)))
        db.people.save(replace(gone, roles=(RoleHeld("FAC", DAY),), first_contact=date(2020, 2, 1)))
    Merging(workbook).merge("keep", "gone")
    joined = db.people.get("keep")
    assert joined.roles == (ended, RoleHeld("FAC", DAY))
    assert joined.roles_on(DAY) == ("FAC",)
    assert joined.first_contact == date(2020, 2, 1), "the earliest: checks that came later came too late"


def test_a_session_that_both_have_is_still_made_up_once_they_are_one(workbook: Workbook) -> None:
    db = workbook.db
    fell = SupervisionSession("f1", "keep", "SV3", DAY, SupervisionState.CANCELLED)
    made = SupervisionSession("m2", "gone", "SV3", DAY + timedelta(days=7), SupervisionState.HELD, 60, makes_up="f2")
    with db.write(Op.IMPORT_RECORDS):
        db.supervision.save_all([fell, replace(fell, id="f2", person_id="gone"), made])
    Merging(workbook).merge("keep", "gone")
    held = {session.id: session.makes_up for session in db.supervision.list(person_id="keep")}
    assert held == {"f1": None, "m2": "f1"}


def test_who_was_told_apart_from_the_one_that_goes_is_told_apart_from_the_one_that_stays(workbook: Workbook) -> None:
    db, merging = workbook.db, Merging(workbook)
    with db.write(Op.ADD_PERSON):
        db.people.save(Person("third", "P09", "Aisling Devers"))
    merging.tell_apart("gone", "third")
    merging.merge("keep", "gone")
    assert not [pair for pair in merging.offered() if {"keep", "third"} == {one.id for one in pair}]


def test_erasing_someone_leaves_no_name_of_an_entry_that_was_joined_or_told_apart(workbook: Workbook) -> None:
    db, merging = workbook.db, Merging(workbook)
    with db.write(Op.ADD_PERSON, "Ashling Devers", about="third"):
        db.people.save(Person("third", "P09", "Ashling Devers"))
    merging.tell_apart("keep", "third")
    merging.merge("keep", "gone")
    db.erase_person("keep")
    kept = everything(workbook)
    assert "Ashling Dever'" not in kept
    assert 'Ashling Dever"' not in kept
    assert "Aisling" not in kept
    assert "Ashling Devers" in kept, "another person stays"


def test_erasing_after_the_joining_was_undone_leaves_the_other_entry(workbook: Workbook) -> None:
    Merging(workbook).merge("keep", "gone")
    workbook.db.undo()
    workbook.db.erase_person("keep")
    assert workbook.db.people.get("gone").name == "Ashling Dever"
    assert 'Ashling Dever"' in everything(workbook), "and what the history keeps of it"


def everything(workbook: Workbook) -> str:
    """All that stands in the workbook, its history too."""
    connection = workbook.db._connection
    tables = [name for (name,) in connection.tuples("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return " ".join(str(row) for table in tables for row in connection.tuples(f'SELECT * FROM "{table}"'))
