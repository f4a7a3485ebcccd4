# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two entries for one person: offered, joined with all they have, and parted again by undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
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
