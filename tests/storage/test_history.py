# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The chained history shows later edits, and with an anchor also a cut or rebuilt end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.storage import guards, history
from desktop.storage.sqlcipher import Connection, IntegrityError, connect
from tests.storage.databases import ANSWER, AUDIT_KEY, FAST, KEY, PERSON, fill, new_database, reopened, unguarded

Tamper = Callable[[Connection], None]

ANOTHER = (
    "INSERT INTO training_record (id, person_id, course_id, completed, expires) "
    "VALUES ('tr-1', 'pe-1', 'core', '2025-06-01', '2027-06-01')"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook with eight operations, closed."""
    found = tmp_path / "workbook.db"
    with new_database(found) as database:
        fill(database)
        database.undo()
        with database.write(Op.EDIT_PERSON, "Someone"):
            database.people.save(replace(PERSON, name="Someone Else"))
        with database.write(Op.SIGN_PACK, about="pack-1"):
            pass
    return found


def sql(*statements: str) -> Tamper:
    def run(connection: Connection) -> None:
        for statement in statements:
            connection.run(statement)

    return run


def swap(connection: Connection) -> None:
    for old, new in ((3, -1), (4, 3), (-1, 4)):
        connection.run("UPDATE history SET number = ? WHERE number = ?", (new, old))
        connection.run("UPDATE history_image SET op_number = ? WHERE op_number = ?", (new, old))


def cut(connection: Connection) -> None:
    """Cut the end off, and put the records back to what they were then."""
    connection.run("DELETE FROM history_image WHERE op_number > 5")
    connection.run("DELETE FROM history WHERE number > 5")
    connection.run("UPDATE person SET name = ? WHERE id = 'pe-1'", (PERSON.name,))
    connection.run(ANOTHER)


def rebuild(connection: Connection) -> None:
    """What someone with the passphrase can do: change an operation and seal everything after it anew."""
    connection.run("UPDATE history SET at = '2020-01-01T00:00:00+00:00' WHERE number = 3")
    seal_anew(connection, AUDIT_KEY)


def rebuild_with_another_key(connection: Connection) -> None:
    seal_anew(connection, b"z" * 32)


def seal_anew(connection: Connection, key: bytes) -> None:
    previous = history.START
    for row in connection.tuples("SELECT number, at, by, op, about, undoes, changes FROM history ORDER BY number"):
        previous = history.seal(history.Entry(*row), previous, key)
        connection.run("UPDATE history SET mac = ? WHERE number = ?", (previous, row[0]))


FOUND_WITHOUT_ANCHOR: dict[str, Tamper] = {
    "time": sql("UPDATE history SET at = '2020-01-01T00:00:00+00:00' WHERE number = 3"),
    "who": sql("UPDATE history SET by = 'x' WHERE number = 3"),
    "operation": sql("UPDATE history SET op = 'edit_action' WHERE number = 3"),
    "about": sql("UPDATE history SET about = 'x' WHERE number = 3"),
    "undone number": sql("UPDATE history SET undoes = 2 WHERE number = 6"),
    "changes": sql("UPDATE history SET changes = replace(changes, 'answer', 'action') WHERE number = 3"),
    "seal": sql("UPDATE history SET mac = upper(mac) WHERE number = 3"),
    "newest seal": sql("UPDATE history SET mac = replace(mac, substr(mac, 1, 1), 'x') WHERE number = 8"),
    "deleted": sql("DELETE FROM history_image WHERE op_number = 4", "DELETE FROM history WHERE number = 4"),
    "first deleted": sql("DELETE FROM history_image WHERE op_number = 1", "DELETE FROM history WHERE number = 1"),
    "deleted and closed up": sql(
        "DELETE FROM history WHERE number = 7",
        "DELETE FROM history_image WHERE op_number = 7",
        "UPDATE history SET number = 7 WHERE number = 8",
    ),
    "swapped": swap,
    "added": sql("INSERT INTO history SELECT 9, at, by, op, about, undoes, changes, mac FROM history WHERE number = 8"),
    "other key": rebuild_with_another_key,
    "value before": sql("UPDATE history_image SET before = '{}' WHERE op_number = 7 AND seq = 1"),
    "value after": sql("UPDATE history_image SET after = replace(after, 'Caf', 'Kaf') WHERE op_number = 3"),
    "value moved": sql("UPDATE history_image SET record_id = 'x' WHERE op_number = 3"),
    "value deleted": sql("DELETE FROM history_image WHERE op_number = 3 AND seq = 1"),
    "value given to another operation": sql("UPDATE history_image SET op_number = 8 WHERE op_number = 3"),
    "value blanked": sql("UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE op_number = 3"),
    "person blanked": sql("UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE op_number = 4"),
}


@pytest.mark.parametrize("name", FOUND_WITHOUT_ANCHOR)
def test_later_changes_to_the_history_are_found(path: Path, name: str) -> None:
    with unguarded(path) as connection:
        FOUND_WITHOUT_ANCHOR[name](connection)
    with reopened(path) as database:
        check = database.verify_history()
    assert not check.whole
    assert all(problem.endswith(".") for problem in check.problems)


def test_the_check_says_which_operation_is_missing_or_changed(path: Path) -> None:
    with unguarded(path) as connection:
        FOUND_WITHOUT_ANCHOR["deleted"](connection)
        FOUND_WITHOUT_ANCHOR["value after"](connection)
    with reopened(path) as database:
        assert database.verify_history().problems == (
            "The values kept with operation 3 are not as they were written.",
            "Operation 4 is missing.",
            "Operation 5 is not as it was written.",
        )


ACTION = "INSERT INTO action (id, assessment_id, indicator_id, what, state) VALUES ('x', 'as-1', '6.3', 'w', 'done')"
OUTSIDE: dict[str, tuple[Tamper, str]] = {
    "edited": (sql("UPDATE answer SET judgement = 4 WHERE id = 'an-1'"), "Record an-1 of table answer"),
    "added": (sql(ACTION), "Record x of table action"),
    "removed": (sql("DELETE FROM person_role", "DELETE FROM person"), "Record pe-1 of table person"),
    "brought back": (
        sql(ANOTHER),
        "Record tr-1 of table training_record",
    ),
    "setting": (sql("UPDATE meta SET value = 'yes' WHERE id = 'practice'"), "Record practice of table meta"),
}


@pytest.mark.parametrize("kind", OUTSIDE)
def test_a_record_changed_behind_the_guards_is_named(path: Path, kind: str) -> None:
    tamper, named = OUTSIDE[kind]
    with reopened(path) as database:
        assert database.verify_history().whole
    with unguarded(path) as connection:
        tamper(connection)
    with reopened(path) as database:
        assert f"{named} was changed outside Sevenfold." in database.verify_history().problems


def test_an_erased_person_put_back_is_noticed_although_the_images_are_blank(path: Path) -> None:
    with reopened(path) as database:
        database.erase_person("pe-1")
        assert database.verify_history().whole
    with unguarded(path) as connection:
        connection.run("INSERT INTO person (id, code, name) VALUES ('pe-1', 'P1', 'Someone')")
    with reopened(path) as database:
        assert database.verify_history().problems == ("Record pe-1 of table person was changed outside Sevenfold.",)


@pytest.mark.parametrize(
    "statement",
    [
        'DROP TRIGGER "guard_answer_update"',
        "CREATE TRIGGER guard_extra AFTER UPDATE ON answer BEGIN SELECT 1; END",
    ],
)
def test_altered_guards_are_told_by_the_check_of_the_opening_that_found_them(path: Path, statement: str) -> None:
    connection = connect(path, KEY, durability=FAST)
    connection.run(statement)
    connection.close()
    with reopened(path) as database:
        check = database.verify_history()
        assert guards.present_guards(database._connection) == guards.expected_guards(database._connection)
    assert len(check.problems) == 1
    assert "guards" in check.problems[0]


@pytest.mark.parametrize("tamper", [cut, rebuild])
def test_a_cut_or_rebuilt_chain_is_found_with_an_anchor_only(path: Path, tamper: Tamper) -> None:
    with reopened(path) as database:
        anchor = database.history_head()
    with unguarded(path) as connection:
        tamper(connection)
    with reopened(path) as database:
        assert database.verify_history().whole  # the limit that the help states
        check = database.verify_history(anchor)
    assert not check.whole
    assert "8" in check.problems[0]


def test_an_untouched_history_is_whole_and_an_older_anchor_still_holds(path: Path) -> None:
    with reopened(path) as database:
        anchor = database.history_head()
        with database.write(Op.BACK_UP):
            pass
        check = database.verify_history(anchor)
        assert check.whole
        assert (check.number, check.head) == database.history_head() == (9, check.head)
        assert len(check.head) == 64
        assert not database.verify_history((9, anchor[1])).whole
        assert not database.verify_history((99, anchor[1])).whole


def test_a_cleared_person_does_not_excuse_other_blanks(path: Path) -> None:
    with reopened(path) as database:
        database.erase_person("pe-1")
        assert database.verify_history().whole
    with unguarded(path) as connection:
        connection.run("UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE table_name = 'answer'")
    with reopened(path) as database:
        assert not database.verify_history().whole


def test_every_table_of_a_person_is_known_to_the_check(path: Path) -> None:
    with reopened(path) as database:
        connection = database._connection
        found = {t for t in guards.tracked_tables(connection) if "person_id" in guards.columns(connection, t)}
    assert found == history.OF_PERSON


def test_the_chain_holds_no_values_and_no_titles(path: Path) -> None:
    with reopened(path) as database:
        text = str(database._connection.rows("SELECT * FROM history"))
    assert not [word for word in ("Siân", "Someone", "Caf", "A. Manager", "practitioner") if word in text]
    assert '"name"' in text  # the field names are there


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET at = 'x'",
        "UPDATE history SET mac = 'x' WHERE number = 8",
        "DELETE FROM history",
        "INSERT INTO history (number, at, op, mac) VALUES (9, 'x', 'judge', 'forged')",
        "INSERT INTO history (number, at, op) VALUES (12, 'x', 'judge')",
        "INSERT OR REPLACE INTO history (number, at, op) VALUES (8, 'x', 'judge')",
        "UPDATE history_image SET after = NULL, before = NULL, blanked = 1",
        "UPDATE history_image SET after = '{}'",
        "DELETE FROM history_image",
        "INSERT INTO history_image (op_number, seq, table_name, record_id) VALUES (8, 9, 'answer', 'x')",
    ],
)
def test_the_history_tables_refuse_statements(path: Path, statement: str) -> None:
    with reopened(path) as database, pytest.raises(IntegrityError, match=r"history|unit of work"):
        database._connection.run(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history_image SET after = '{}' WHERE record_id = 'pe-1'",
        "UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE table_name = 'answer'",
        "UPDATE history_image SET before = NULL, after = NULL, blanked = 1, record_id = 'x' WHERE record_id = 'pe-1'",
        "UPDATE history_image SET after = NULL, blanked = 1 WHERE table_name = '' AND op_number = 3",
        "DELETE FROM history_image WHERE record_id = 'pe-1'",
    ],
)
def test_an_erasure_may_blank_one_person_and_nothing_else(path: Path, statement: str) -> None:
    with (
        reopened(path) as database,
        pytest.raises(IntegrityError, match="history"),
        database.write(Op.ERASE_PERSON, about="pe-1"),
    ):
        database._connection.run(statement)


def test_another_operation_may_blank_nobody(path: Path) -> None:
    with (
        reopened(path) as database,
        pytest.raises(IntegrityError, match="history"),
        database.write(Op.EDIT_PERSON, about="pe-1"),
    ):
        database._connection.run(
            "UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE record_id = 'pe-1'"
        )


def test_the_same_change_is_sealed_differently_at_another_time(path: Path) -> None:
    with reopened(path) as database:
        seals = set()
        for indicator in ("1.1", "1.1"):
            with database.write(Op.JUDGE):
                database.answers.save(replace(ANSWER, id="x", indicator_id=indicator))
            seals.add(database.history_head()[1])
            database.undo()
        assert len(seals) == 2
