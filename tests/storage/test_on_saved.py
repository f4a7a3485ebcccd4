# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whoever asks is told of every save, and only of saves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.changes import Changes, Op
from desktop.models.records import Judgement
from desktop.storage.database import Database
from tests.storage.databases import ANSWER, PERSON, fill, new_database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = new_database(tmp_path / "workbook.db")
    fill(found)
    yield found
    found.close()


def test_each_commit_undo_and_redo_is_told_after_it_is_saved(database: Database) -> None:
    told: list[tuple[Changes, str | None, Judgement | None]] = []
    database.on_saved(lambda c: told.append((c, database.can_undo(), database.answers.get("an-1").judgement)))
    with database.write(Op.JUDGE, "SA 6.3") as operation:
        database.answers.save(replace(ANSWER, judgement=Judgement.SHOWN_TO_WORK))
    undone, redone = database.undo(), database.redo()
    assert [entry[0] for entry in told] == [operation.saved, undone, redone]
    assert [entry[1] for entry in told] == [
        "Undo: judge SA 6.3",
        "Undo: add training record Siân Example",
        "Undo: judge SA 6.3",
    ]
    assert [entry[2] for entry in told] == [4, 3, 4]


def test_nothing_is_told_when_nothing_changed_or_the_operation_failed(database: Database) -> None:
    told: list[Changes] = []
    database.on_saved(told.append)
    with database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(ANSWER)
    with pytest.raises(ZeroDivisionError), database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(replace(ANSWER, narrative=str(1 // 0)))
    database.drafts.keep("a", "typing")
    assert told == []


def test_an_erasure_is_told_when_its_steps_are_off_the_list(database: Database) -> None:
    titles: list[str | None] = []
    database.can_undo()
    database.on_saved(lambda _changes: titles.append(database.can_undo()))
    database.erase_person(PERSON.id)
    assert titles == ["Undo: judge SA 6.3"]
