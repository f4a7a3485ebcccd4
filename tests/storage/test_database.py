# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The encrypted database as a file: settings, opening, copies, and what is said when it cannot be used."""

import sqlite3
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from desktop.storage.opening import MissingDatabaseError
from desktop.storage.sqlcipher import (
    APPLICATION_ID,
    Connection,
    DamagedDatabaseError,
    DatabaseInUseError,
    EngineError,
    NotAWorkbookError,
    Tables,
    connect,
)
from tests.storage.databases import KEY, content, fill, new_database, reopened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workbook.db"


def refuse_to_step(_done: int, _total: int) -> None:
    raise KeyboardInterrupt


def test_the_settings_of_the_app_are_in_force(path: Path) -> None:
    with new_database(path, SAFE) as database:
        settings = {
            name: database._connection.tuples(f"PRAGMA {name}")[0][0]
            for name in (
                "synchronous",
                "journal_mode",
                "locking_mode",
                "foreign_keys",
                "secure_delete",
                "trusted_schema",
                "cell_size_check",
                "recursive_triggers",
                "application_id",
                "user_version",
            )
        }
    assert settings == {
        "synchronous": 3,
        "journal_mode": "truncate",
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "application_id": APPLICATION_ID,
        "user_version": 3,
    }


def test_what_was_saved_is_there_after_closing(path: Path) -> None:
    with new_database(path) as database:
        fill(database)
        before, head = content(database), database.history_head()
    with reopened(path) as database:
        assert content(database) == before
        assert database.history_head() == head


def test_the_file_shows_neither_text_nor_a_header(path: Path) -> None:
    with new_database(path) as database:
        fill(database)
    raw = path.read_bytes()
    assert not raw.startswith(b"SQLite")
    assert not [word for word in (b"Example", b"answer", b"history", b"quoted") if word in raw]


def test_a_new_workbook_has_an_id_of_its_own_and_one_operation(tmp_path: Path) -> None:
    found = set()
    for name in ("one.db", "two.db"):
        with new_database(tmp_path / name) as database:
            found.add(database.meta.get("workbook_id"))
            assert database.history_head()[0] == 1
    assert len(found) == 2
    assert "" not in found


def test_creating_never_overwrites(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(FileExistsError):
        new_database(path)
    assert path.read_bytes() == b"something"


def test_a_missing_file_is_said_to_be_missing_and_not_made(path: Path) -> None:
    with pytest.raises(MissingDatabaseError):
        reopened(path)
    assert not path.exists()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"", DamagedDatabaseError),
        (b"short", DamagedDatabaseError),
        (b"\0" * 8192, DamagedDatabaseError),
        (b"%PDF-1.7\n" * 2000, DamagedDatabaseError),
    ],
)
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, raw: bytes, kind: type[Exception]) -> None:
    path.write_bytes(raw)
    with pytest.raises(kind):
        reopened(path)
    assert path.read_bytes() == raw


def test_an_unencrypted_database_is_not_a_workbook(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE t (a)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(NotAWorkbookError):
        reopened(path)
    assert path.read_bytes() == before


def test_another_programs_encrypted_database_is_not_a_workbook(path: Path) -> None:
    other = connect(path, KEY, mode="rwc")
    other.run("CREATE TABLE t (a)")
    other.close()
    for attempt in (lambda: reopened(path), lambda: Database.verify(path, KEY)):
        with pytest.raises(NotAWorkbookError):
            attempt()


def test_the_wrong_key_is_refused_untouched(path: Path) -> None:
    new_database(path).close()
    before = path.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        Database.verify(path, b"x" * 32)
    assert path.read_bytes() == before


def test_a_key_of_the_wrong_length_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connect(path, b"short", mode="rwc")


def test_a_second_opener_is_told_that_the_workbook_is_open(path: Path) -> None:
    with new_database(path, SAFE), pytest.raises(DatabaseInUseError):
        reopened(path)


def test_views_and_triggers_from_elsewhere_are_refused(tmp_path: Path) -> None:
    for number, sql in enumerate(
        ("CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t AFTER INSERT ON draft BEGIN SELECT 1; END")
    ):
        path = tmp_path / f"{number}.db"
        new_database(path).close()
        raw = connect(path, KEY)
        raw.run(sql)
        raw.close()
        with pytest.raises(DamagedDatabaseError):
            reopened(path)


def test_a_workbook_whose_making_was_cut_short_is_refused(path: Path) -> None:
    with new_database(path) as database:
        for table in ("history_image", "history"):
            database._connection.run(f"DROP TRIGGER guard_{table}_delete")
            database._connection.run(f"DELETE FROM {table}")
    with pytest.raises(DamagedDatabaseError):
        reopened(path)


def test_a_copy_holds_the_same_and_stands_alone(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    steps: list[tuple[int, int]] = []
    with new_database(path) as database:
        fill(database)
        database.backup_to(target, lambda done, total: steps.append((done, total)))
        before = content(database)
    Database.verify(target, KEY)
    assert [file.name for file in target.parent.iterdir()] == ["copy.db"]
    assert steps[-1][0] == steps[-1][1] > 0
    with reopened(target) as copy:
        assert content(copy) == before
        assert copy.verify_history().whole


def test_a_copy_given_up_leaves_no_file_and_the_database_works_on(path: Path, tmp_path: Path) -> None:
    with new_database(path) as database:
        with pytest.raises(KeyboardInterrupt):
            database.backup_to(tmp_path / "copy.db", refuse_to_step)
        fill(database)
        assert database.answers.list()
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_is_never_made_over_a_file_or_inside_a_write(path: Path, tmp_path: Path) -> None:
    with new_database(path) as database:
        with pytest.raises(FileExistsError):
            database.backup_to(path, refuse_to_step)
        with pytest.raises(RuntimeError, match="half"), database.write(Op.EDIT_ORGANISATION):
            database.backup_to(tmp_path / "copy.db", refuse_to_step)


def test_a_reference_to_nothing_makes_a_copy_damaged(path: Path) -> None:
    with new_database(path) as database:
        fill(database)
        database._connection.run("PRAGMA foreign_keys=OFF")
        with database.write(Op.REMOVE_ASSESSMENT):
            database._connection.run("DELETE FROM assessment")
    with pytest.raises(DamagedDatabaseError):
        Database.verify(path, KEY)


def test_an_index_that_does_not_fit_its_table_makes_a_copy_damaged(path: Path) -> None:
    with new_database(path) as database:
        fill(database)
        database._connection.run("PRAGMA writable_schema=ON")
        database._connection.run(
            "UPDATE sqlite_master SET sql = replace(sql, 'person_role (person_id)', 'person_role (role)') "
            "WHERE name = 'person_role_person'"
        )
    with pytest.raises(DamagedDatabaseError):
        Database.verify(path, KEY)


def test_sqlite_utils_understands_the_errors_of_the_encrypted_engine(path: Path) -> None:
    connection: Connection = connect(path, KEY, mode="rwc")
    tables: Tables = connection.utils
    tables.table("t").insert({"id": 1}, pk="id")
    tables.table("t").insert({"id": 2, "extra": "added"}, alter=True)  # relies on catching the engine's error
    assert [row["extra"] for row in tables.table("t").rows] == [None, "added"]
    with pytest.raises(EngineError):
        connection.run("SELECT nonsense FROM nowhere")
    connection.close()
