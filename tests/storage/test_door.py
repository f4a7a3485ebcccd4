# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one door: nothing is written outside an operation, and an operation is saved whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.changes import Changes, Op
from desktop.storage import guards
from desktop.storage.database import Database
from desktop.storage.sqlcipher import IntegrityError
from tests.storage.databases import ANSWER, ASSESSMENT, content, fill, new_database, reopened

KINDS = ("insert", "update", "delete", "identity", "inserted", "updated", "deleted")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workbook.db"


@pytest.fixture
def database(path: Path) -> Database:
    found = new_database(path)
    fill(found)
    return found


def test_every_table_is_guarded_or_on_the_short_exempt_list(database: Database) -> None:
    connection = database._connection
    tables = {name for (name,) in connection.tuples("SELECT name FROM sqlite_master WHERE type = 'table'")}
    guarded = {
        table
        for table in tables
        if {f"guard_{table}_{kind}" for kind in KINDS} <= set(guards.present_guards(connection))
    }
    assert tables - guarded == {"draft", "history", "history_image", "_sqlite_migrations"}
    assert len(guarded) == 27
    assert {f"guard_{t}_{k}" for t in ("history", "history_image") for k in ("insert", "update", "delete")} <= set(
        guards.present_guards(connection)
    )
    assert guards.present_guards(connection) == guards.expected_guards(connection)


def test_tables_hold_text_and_whole_numbers_only_and_are_strict(database: Database) -> None:
    connection = database._connection
    for table, strict in connection.tuples("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"):
        if table.startswith(("sqlite_", "_sqlite")):
            continue
        assert strict, table
        kinds = {kind for (kind,) in connection.tuples("SELECT type FROM pragma_table_info(?)", (table,))}
        assert kinds <= {"TEXT", "INTEGER"}, table


def test_raw_writes_to_any_tracked_table_are_refused(database: Database) -> None:
    connection = database._connection
    before = content(database)
    for table in guards.tracked_tables(connection):
        row = [connection.tuples(f'SELECT * FROM "{table}"')]
        with pytest.raises(IntegrityError, match="outside a unit of work"):
            connection.run(f"INSERT INTO \"{table}\" (id) VALUES ('x')")
        if row[0]:
            for sql in (f'UPDATE "{table}" SET id = id', f'DELETE FROM "{table}"'):
                with pytest.raises(IntegrityError, match="outside a unit of work"):
                    connection.run(sql)
    assert content(database) == before


def test_saving_through_a_repository_outside_an_operation_is_refused(database: Database) -> None:
    attempts: list[Callable[[], None]] = [
        lambda: database.assessments.save(ASSESSMENT),
        lambda: database.assessments.remove("as-1"),
        lambda: database.people.remove("pe-1"),
        lambda: database.meta.set("practice", "yes"),
    ]
    for save in attempts:
        with pytest.raises(IntegrityError, match="outside a unit of work"):
            save()


def test_sqlite_utils_cannot_slip_past_the_door_with_replace(database: Database) -> None:
    with pytest.raises(IntegrityError):
        database._connection.utils.table("meta").insert({"id": "workbook_id", "value": "x"}, pk="id", replace=True)


def test_transform_drops_the_guards_and_opening_puts_them_back(database: Database, path: Path) -> None:
    connection = database._connection
    connection.run("PRAGMA foreign_keys=OFF")
    connection.utils.table("action").transform(rename={"owner": "owned_by"})
    connection.utils.table("action").transform(rename={"owned_by": "owner"})
    assert "guard_action_insert" not in guards.present_guards(connection)
    assert guards.present_guards(connection) != guards.expected_guards(connection)
    database.close()
    with reopened(path) as again:
        assert guards.present_guards(again._connection) == guards.expected_guards(again._connection)


def test_an_operation_tells_what_it_changed(database: Database) -> None:
    with database.write(Op.JUDGE, "SA 6.3") as operation:
        database.answers.remove(ANSWER.id)
        with pytest.raises(RuntimeError, match="not saved"):
            _ = operation.saved
    assert operation.saved == Changes(database.history_head()[0], Op.JUDGE, frozenset({"answer"}))


def test_a_batch_is_one_operation(database: Database) -> None:
    before = database.history_head()[0]
    answers = [type(ANSWER)(f"b-{n}", "as-1", f"1.{n}") for n in range(50)]
    with database.write(Op.IMPORT_RECORDS, "answers"):
        database.answers.save_all(answers)
    assert database.history_head()[0] == before + 1
    assert len(database.answers.list()) == 51
    database.undo()
    assert database.answers.list() == (ANSWER,)


def test_an_exception_leaves_data_history_and_the_mark_as_they_were(database: Database) -> None:
    before, head = content(database), database.history_head()
    with pytest.raises(KeyError), database.write(Op.REMOVE_PERSON):
        _remove_then_stumble(database)
    assert (content(database), database.history_head()) == (before, head)
    with pytest.raises(IntegrityError, match="outside a unit of work"):
        database.people.remove("pe-1")
    with database.write(Op.REMOVE_PERSON):
        database.people.remove("pe-1")
    assert database.verify_history().whole


def _remove_then_stumble(database: Database) -> None:
    database.people.remove("pe-1")
    raise KeyError


def test_a_write_inside_a_write_is_refused(database: Database) -> None:
    with pytest.raises(RuntimeError, match="inside"), database.write(Op.JUDGE), database.write(Op.JUDGE):
        pass
    assert database.verify_history().whole


def test_saving_the_same_again_records_nothing(database: Database) -> None:
    head, title = database.history_head(), database.can_undo()
    with database.write(Op.JUDGE, "SA 6.3") as operation:
        database.answers.save(ANSWER)
    assert operation.saved == Changes(0, Op.JUDGE, frozenset())
    assert (database.history_head(), database.can_undo()) == (head, title)


def test_an_export_is_recorded_although_it_changes_no_record(database: Database) -> None:
    before = database.history_head()[0]
    with database.write(Op.EXPORT_PACK, "bid 7", about="pack-7"):
        pass
    assert database.history_head()[0] == before + 1


def test_an_id_never_changes(database: Database) -> None:
    with pytest.raises(IntegrityError, match="id never changes"), database.write(Op.JUDGE):
        database._connection.run("UPDATE answer SET id = 'other'")


def test_the_history_keeps_who_was_at_work(database: Database) -> None:
    database.by = "pe-1"
    with database.write(Op.EXPORT_PACK):
        pass
    found = database._connection.one("SELECT by, at FROM history ORDER BY number DESC LIMIT 1")
    assert found is not None
    assert found[0] == database.by == "pe-1"
    assert found[1].startswith("2026-03-01T09:")
    assert found[1].endswith("+00:00")


def test_a_draft_is_kept_at_once_and_leaves_no_history(database: Database, path: Path) -> None:
    head = database.history_head()
    database.drafts.keep("answer/6.3", "half a sen")
    database.drafts.keep("answer/6.3", "half a sentence")
    database.drafts.keep("answer/6.4", "other")
    assert database.history_head() == head
    database.close()
    with reopened(path) as again:
        assert again.drafts.get("answer/6.3") == "half a sentence"
        again.drafts.drop("answer/6.3")
        assert (again.drafts.get("answer/6.3"), again.drafts.all()) == ("", {"answer/6.4": "other"})


@pytest.mark.parametrize("op", Op)
def test_every_operation_has_a_title_in_words(op: Op) -> None:
    title = op.title("SA 6.3")
    assert title.endswith(" SA 6.3")
    assert "_" not in title
    assert op.title() == title.removesuffix(" SA 6.3")
