# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A signed-off round at the storage: nothing changes it, whoever asks; it is reopened once, blanked by an erasure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models import records as model
from desktop.models.changes import Op
from desktop.models.rounds import SignOff
from desktop.storage.database import Database
from desktop.storage.sqlcipher import IntegrityError
from desktop.storage.undo import ClosedRoundError
from tests.storage.databases import fill, new_database

SIGNED = SignOff(
    "so-1", "as-1", "Invented Chair", "Chair", date(2026, 1, 20), "4.2", '{"counted": ["pe-1"]}', "cd" * 32
)
ITEM = model.EvidenceItem("ev-1", "Policy", sha256="ab" * 32)
WRITES = {
    "answer changed": lambda db: db.answers.save(replace(db.answers.get("an-1"), narrative="Other words")),
    "answer added": lambda db: db.answers.save(model.Answer("an-9", "as-1", "7.1")),
    "answer removed": lambda db: db.answers.remove("an-1"),
    "link added": lambda db: db.links.save(model.EvidenceLink("li-9", "an-2", "ev-1", model.Strength.IN_USE)),
    "link changed": lambda db: db.links.save(replace(db.links.get("li-1"), strength=model.Strength.WORD)),
    "link removed": lambda db: db.links.remove("li-1"),
    "service answer added": lambda db: db.service_answers.save(model.ServiceAnswer("sa-1", "an-1", "se-1")),
    "reading added": lambda db: db.second_readings.save(model.SecondReading("sr-9", "an-2", "Second")),
    "reading changed": lambda db: db.second_readings.save(model.SecondReading("sr-1", "an-1", "Another")),
    "reading removed": lambda db: db.second_readings.remove("sr-1"),
    "round changed": lambda db: db.assessments.save(replace(db.assessments.get("as-1"), assessor="Another")),
    "round removed": lambda db: db.assessments.remove("as-1"),
    "sign-off rewritten": lambda db: db.sign_offs.save(replace(SIGNED, name="Another")),
    "sign-off blanked": lambda db: db.sign_offs.save(replace(SIGNED, frozen="")),
    "sign-off removed": lambda db: db.sign_offs.remove("so-1"),
    "second sign-off": lambda db: db.sign_offs.save(replace(SIGNED, id="so-2")),
}


@pytest.fixture
def signed(tmp_path: Path) -> Iterator[Database]:
    """A round with an answer, its evidence and its second reading, signed off."""
    with new_database(tmp_path / "workbook.db") as found:
        fill(found)
        with found.write(Op.JUDGE, "SA 6.3"):
            found.services.save(model.Service("se-1", "Newid", model.ServiceType.BEHAVIOUR_CHANGE))
            found.evidence.save(ITEM)
            found.answers.save(model.Answer("an-2", "as-1", "6.4", model.Judgement.IN_PLACE))
            found.links.save(model.EvidenceLink("li-1", "an-1", "ev-1", model.Strength.IN_USE))
            found.second_readings.save(model.SecondReading("sr-1", "an-1", "Second"))
        with found.write(Op.SIGN_OFF):
            found.sign_offs.save(SIGNED)
        yield found


@pytest.mark.parametrize("write", WRITES)
def test_nothing_of_a_signed_off_round_is_changed(signed: Database, write: str) -> None:
    before = signed.history_head()
    with pytest.raises(IntegrityError), signed.write(Op.IMPORT_RECORDS):
        WRITES[write](signed)
    assert signed.history_head() == before
    assert signed.sign_offs.list() == (SIGNED,)


def test_undo_says_that_the_round_is_signed_off_and_passes_on_to_what_lies_outside_it(signed: Database) -> None:
    assert signed.can_undo() == "Undo: judge SA 6.3"
    with pytest.raises(ClosedRoundError, match="signed off"):
        signed.undo()
    assert signed.answers.get("an-2").judgement is model.Judgement.IN_PLACE
    assert signed.can_undo() != "Undo: judge SA 6.3"
    with signed.write(Op.REMOVE_EVIDENCE, "Policy"):
        signed.evidence.remove("ev-1")
    signed.undo()
    assert signed.evidence.list() == (ITEM,)


def test_evidence_that_is_removed_leaves_an_open_round_and_stays_with_a_signed_off_one(signed: Database) -> None:
    with signed.write(Op.START_ASSESSMENT):
        signed.assessments.save(model.Assessment("as-2", date(2026, 6, 1), "A. Manager", "2026.1"))
        signed.answers.save(model.Answer("an-3", "as-2", "6.3"))
        signed.links.save(model.EvidenceLink("li-2", "an-3", "ev-1", model.Strength.IN_USE))
    with signed.write(Op.REMOVE_EVIDENCE):
        signed.evidence.remove("ev-1")
    assert [link.id for link in signed.links.list()] == ["li-1"]


def test_a_round_is_reopened_once_and_then_changes_again(signed: Database) -> None:
    reopened = replace(SIGNED, reopened_on=date(2026, 2, 1), reopened_by="Meg", reopened_why="A wrong figure.")
    with signed.write(Op.REOPEN):
        signed.sign_offs.save(reopened)
    with signed.write(Op.JUDGE):
        WRITES["answer changed"](signed)
        signed.sign_offs.save(replace(SIGNED, id="so-2"))
    with pytest.raises(IntegrityError), signed.write(Op.REOPEN):
        signed.sign_offs.save(replace(reopened, reopened_why="Another reason."))
    assert [one.stands for one in signed.sign_offs.list()] == [False, True]


@pytest.mark.parametrize(("person", "blanked"), [("pe-1", True), ("pe-2", False)])
def test_erasing_someone_blanks_what_was_frozen_while_they_were_counted(
    signed: Database, person: str, blanked: bool
) -> None:
    with signed.write(Op.ADD_PERSON):
        signed.people.save(replace(signed.people.list()[0], id="pe-2", code="P9", name="Another Example"))
    signed.erase_person(person)
    (found,) = signed.sign_offs.list()
    assert found == replace(SIGNED, frozen="" if blanked else SIGNED.frozen)
    assert found.blanked is blanked
    images = signed._connection.tuples("SELECT before, after FROM history_image WHERE table_name = 'sign_off'")
    assert any("pe-1" in (image or "") for row in images for image in row) is not blanked
    assert signed.verify_history().whole
