# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Undo and redo: any sequence back and forth, over closing, and never over what was changed since."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models import records as model
from desktop.models.changes import Op
from desktop.models.workforce.people import Person
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord
from desktop.storage.database import Database
from desktop.storage.undo import NothingToUndoError, StaleUndoError
from tests.storage.databases import ANSWER, PERSON, content, fill, new_database, reopened
from tests.storage.strategies import TEXT, records


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workbook.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    found = new_database(path)
    fill(found)
    yield found
    found.close()


def judge(database: Database, judgement: model.Judgement, op: Op = Op.JUDGE) -> None:
    with database.write(op, "SA 6.3"):
        database.answers.save(replace(ANSWER, judgement=judgement))


def test_titles_name_the_step(database: Database) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    assert (database.can_undo(), database.can_redo()) == ("Undo: judge SA 6.3", None)
    changes = database.undo()
    assert (changes.op, changes.tables) == (Op.UNDO, frozenset({"answer"}))
    assert database.can_redo() == "Redo: judge SA 6.3"
    assert database.can_undo() == "Undo: add training record Siân Example"
    assert database.redo().op is Op.REDO
    assert database.can_undo() == "Undo: judge SA 6.3"


def test_undo_and_redo_move_one_step_each(database: Database) -> None:
    for judgement in (model.Judgement.PARTLY_IN_PLACE, model.Judgement.SHOWN_TO_WORK):
        judge(database, judgement)
    seen = []
    for act in (database.undo, database.undo, database.redo, database.undo, database.redo, database.redo):
        act()
        seen.append(int(database.answers.get("an-1").judgement or 0))
    assert seen == [2, 3, 2, 3, 2, 4]
    with pytest.raises(NothingToUndoError):
        database.redo()


def test_the_lists_survive_closing_in_any_state(database: Database, path: Path) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    database.undo()
    database.undo()
    database.redo()
    before = (database.can_undo(), database.can_redo())
    database.close()
    with reopened(path) as again:
        assert (again.can_undo(), again.can_redo()) == before
        again.redo()
        assert again.answers.get("an-1").judgement is model.Judgement.PARTLY_IN_PLACE
        while again.can_undo():
            again.undo()
        assert (again.answers.list(), again.people.list(), again.assessments.list()) == ((), (), ())
        assert again.verify_history().whole


def test_a_new_edit_after_undo_clears_redo(database: Database) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    database.undo()
    with database.write(Op.ADD_PERSON, "B"):
        database.people.save(replace(PERSON, id="pe-2"))
    assert database.can_redo() is None
    database.undo()
    assert database.can_undo() == "Undo: add training record Siân Example"


def test_a_failed_or_empty_edit_after_undo_keeps_redo(database: Database) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    database.undo()
    with pytest.raises(KeyError), database.write(Op.JUDGE):
        raise KeyError
    with database.write(Op.JUDGE):
        database.answers.save(ANSWER)
    assert database.can_redo() == "Redo: judge SA 6.3"


@pytest.mark.parametrize("op", [op for op in Op if not op.undoable and op is not Op.UPGRADE_WORKBOOK])
def test_what_cannot_be_undone_neither_adds_nor_clears(database: Database, path: Path, op: Op) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    database.undo()
    before = (database.can_undo(), database.can_redo())
    with database.write(op):
        database.meta.set("touched", "yes")
    assert (database.can_undo(), database.can_redo()) == before
    database.close()
    with reopened(path) as again:
        assert (again.can_undo(), again.can_redo()) == before


def test_the_named_operations_cannot_be_undone() -> None:
    assert not any(op.undoable for op in (Op.SIGN_PACK, Op.EXPORT_PACK, Op.BACK_UP, Op.RESTORE_BACKUP, Op.ERASE_PERSON))
    assert Op.JUDGE.undoable
    assert Op.IMPORT_RECORDS.undoable


def test_nothing_to_undo_is_said(path: Path) -> None:
    with new_database(path) as empty:
        assert empty.can_undo() is None
        with pytest.raises(NothingToUndoError):
            empty.undo()


def test_a_step_whose_record_was_changed_since_is_refused_and_passed_over(database: Database, path: Path) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    judge(database, model.Judgement.SHOWN_TO_WORK, Op.CHECK_EVIDENCE)
    before, head = content(database), database.history_head()
    with pytest.raises(StaleUndoError) as refused:
        database.undo()
    assert "Undo: judge SA 6.3" in str(refused.value)
    assert (content(database), database.history_head()) == (before, head)
    assert database.can_undo() == "Undo: add training record Siân Example"
    assert database.can_redo() is None
    database.close()
    with reopened(path) as again:  # as the message says
        assert again.can_undo() == "Undo: judge SA 6.3"
    assert "until the workbook is next opened" in str(refused.value)


def test_a_step_is_refused_when_something_newer_hangs_on_it(database: Database) -> None:
    session = SupervisionSession("su-1", "pe-1", "clinical", date(2026, 1, 1), SupervisionState.HELD)
    with database.write(Op.CHECK_EVIDENCE):
        database.supervision.save(session)
        database.actions.save(model.Action("ac-1", "as-1", "6.3", "Do it"))
    database.undo()
    with pytest.raises(StaleUndoError):
        database.undo()  # adding the person: the session would go with them
    database.undo()
    with pytest.raises(StaleUndoError):
        database.undo()  # starting the assessment: the action would refer to nothing
    assert database.supervision.list() == (session,)
    assert database.verify_history().whole


def test_values_that_are_unique_can_be_swapped_back_and_forth(database: Database) -> None:
    with database.write(Op.JUDGE):
        database.answers.remove("an-1")
        database.answers.save(replace(ANSWER, id="an-2"))
    database.undo()
    assert database.answers.list() == (ANSWER,)
    database.redo()
    assert [answer.id for answer in database.answers.list()] == ["an-2"]


Edit = Callable[[Database], None]
IDS = st.sampled_from(["1", "2", "3"])


def _answers(database: Database, records_: list[model.Answer]) -> None:
    database.assessments.save(model.Assessment("1", date(2026, 1, 1), "", "1"))
    for record in records_:
        for other in database.answers.list(assessment_id="1", indicator_id=record.indicator_id):
            if other.id != record.id:
                database.answers.remove(other.id)
        database.answers.save(record)


def _links(database: Database, link: model.EvidenceLink) -> None:
    if database.answers.find(link.answer_id):
        database.evidence.save(model.EvidenceItem(link.evidence_id, "item"))
        for other in database.links.list(answer_id=link.answer_id, evidence_id=link.evidence_id):
            database.links.remove(other.id)
        database.links.save(link)


def _of_person(database: Database, record: Any) -> None:
    database.people.save(database.people.find(record.person_id) or Person(record.person_id, "", "N"))
    repository: Any = database.training if isinstance(record, TrainingRecord) else database.supervision
    repository.save(record)


def _remove(database: Database, what: tuple[str, str]) -> None:
    getattr(database, what[0]).remove(what[1])


def _erase_nothing(database: Database, values: tuple[str, str]) -> None:
    database.meta.set(*values)


ANSWERS = records(model.Answer, id=IDS, assessment_id=st.just("1"), indicator_id=st.sampled_from(["a", "b"]))
REMOVABLE = ["services", "answers", "evidence", "links", "people", "training", "supervision", "actions"]
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.lists(ANSWERS, max_size=3).map(lambda values: lambda db: _answers(db, values)),
    records(model.EvidenceLink, id=IDS, answer_id=IDS, evidence_id=IDS).map(lambda value: lambda db: _links(db, value)),
    records(model.Service, id=IDS).map(lambda value: lambda db: db.services.save(value)),
    records(model.Organisation).map(lambda value: lambda db: db.organisation.save(value)),
    records(model.EvidenceItem, id=IDS).map(lambda value: lambda db: db.evidence.save(value)),
    records(Person, id=IDS, line_manager_id=st.none(), practice_supervisor_id=st.none()).map(
        lambda value: lambda db: db.people.save(value)
    ),
    records(TrainingRecord, id=IDS, person_id=IDS, certificate_id=st.none(), session_id=st.none()).map(
        lambda value: lambda db: _of_person(db, value)
    ),
    records(SupervisionSession, id=IDS, person_id=IDS, supervisor_id=st.none(), makes_up=st.none()).map(
        lambda value: lambda db: _of_person(db, value)
    ),
    st.tuples(TEXT, TEXT).map(lambda value: lambda db: _erase_nothing(db, value)),
    st.tuples(st.sampled_from(REMOVABLE), IDS).map(lambda value: lambda db: _remove(db, value)),
)


@given(operations=st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=8), again=st.booleans())
@settings(max_examples=40, deadline=None)
def test_undo_all_is_the_start_and_redo_all_the_end(operations: list[list[Edit]], again: bool) -> None:
    with TemporaryDirectory() as folder, new_database(Path(folder) / "w.db") as database:
        states = [content(database)]
        for edits in operations:
            with database.write(Op.IMPORT_RECORDS) as operation:
                for edit in edits:
                    edit(database)
            if operation.saved.op_number:
                states.append(content(database))
        for _ in range(1 + again):
            for state in reversed(states[:-1]):
                database.undo()
                assert content(database) == state
            assert database.can_undo() is None
            for state in states[1:]:
                database.redo()
                assert content(database) == state
            assert database.can_redo() is None
        assert database.verify_history().whole


def test_erasing_a_person_leaves_no_trace_but_the_fact(database: Database, path: Path) -> None:
    judge(database, model.Judgement.PARTLY_IN_PLACE)
    with database.write(Op.EDIT_PERSON, "Siân Example"):
        database.people.save(replace(PERSON, name="Siân Married"))
    changes = database.erase_person("pe-1")
    assert changes.op is Op.ERASE_PERSON
    assert (database.people.list(), database.training.list()) == ((), ())
    assert database.can_undo() == "Undo: judge SA 6.3"
    text = "".join(
        str(row)
        for table in ("history", "history_image")
        for row in database._connection.rows(f"SELECT * FROM {table}")
    )
    assert "Siân" not in text
    assert "practitioner" not in text
    assert "core" not in text
    assert "pe-1" in text
    assert database.verify_history().whole
    database.undo()
    assert database.answers.get("an-1").judgement is model.Judgement.IN_PLACE
    database.redo()
    database.close()
    with reopened(path) as again:
        steps = []
        while title := again.can_undo():
            steps.append(title)
            again.undo()
        assert steps == ["Undo: judge SA 6.3", "Undo: judge SA 6.3", "Undo: start assessment 2026"]
        assert again.verify_history().whole


def test_erasing_drops_redo_steps_and_batches_that_touch_the_person(database: Database) -> None:
    other = replace(PERSON, id="pe-2", name="Kept Person")
    with database.write(Op.IMPORT_RECORDS, "staff list"):
        database.people.save_all([replace(PERSON, code="new"), other])
    with database.write(Op.EDIT_PERSON, "x"):
        database.people.save(replace(PERSON, code="newer"))
    database.undo()
    database.erase_person("pe-1")
    assert database.can_redo() is None
    assert database.can_undo() == "Undo: judge SA 6.3"
    assert database.people.list() == (other,)
    assert database.verify_history().whole


def test_a_person_removed_long_ago_can_still_be_erased(database: Database) -> None:
    with database.write(Op.REMOVE_PERSON, "Siân Example"):
        database.people.remove("pe-1")
    database.erase_person("pe-1")
    assert "Siân" not in str(database._connection.rows("SELECT * FROM history_image"))
    assert database.can_undo() == "Undo: judge SA 6.3"
    assert database.verify_history().whole


def test_erasing_touches_nobody_else(database: Database) -> None:
    other = replace(PERSON, id="pe-2", name="Kept Person")
    with database.write(Op.ADD_PERSON, other.name):
        database.people.save(other)
    database.erase_person("pe-1")
    assert database.can_undo() == "Undo: add person Kept Person"
    database.undo()
    database.redo()
    assert database.people.list() == (other,)
