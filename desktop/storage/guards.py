# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Triggers that keep the one door: no write outside an operation, and every change leaves its image.

Guards that differ from these on opening count as altered by someone, and the check says so. So a release that changes
them comes with a migration, which puts the new ones in place.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from desktop.storage.sqlcipher import Connection

EXEMPT = frozenset({"draft", "history", "history_image", "_sqlite_migrations"})
_OPEN = "(SELECT mac FROM history ORDER BY number DESC LIMIT 1) IS NOT ''"


def tracked_tables(connection: Connection) -> list[str]:
    """The tables whose every change is recorded: all but the few exempt ones."""
    found = connection.tuples(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return sorted(name for (name,) in found if name not in EXEMPT)


def image_sql(connection: Connection, table: str, row: str) -> str:
    """SQL for the JSON image of a row (``NEW``, ``OLD`` or a table name), as the triggers write it."""
    parts = ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns(connection, table))
    return f"json_object({parts})"


def present_images(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Table, id and image of every record that is tracked, as they are now."""
    for table in tracked_tables(connection):
        image = image_sql(connection, table, f'"{table}"')
        for record_id, now in connection.tuples(f'SELECT id, {image} FROM "{table}" ORDER BY id'):  # noqa: S608 - ours
            yield table, record_id, now


def columns(connection: Connection, table: str) -> list[str]:
    """The column names of a table, in order."""
    return [name for (name,) in connection.tuples("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]


def expected_guards(connection: Connection) -> dict[str, str]:
    """Name and SQL of every trigger that the database must have."""
    found = dict(_fixed_guards())
    for table in tracked_tables(connection):
        found |= _guards_of(connection, table)
    return found


def present_guards(connection: Connection) -> dict[str, str]:
    """Name and SQL of every trigger that the database has."""
    return dict(connection.tuples("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def install_guards(connection: Connection) -> None:
    """Put every guard in place afresh."""
    with connection.transaction():
        drop_guards(connection)
        for sql in expected_guards(connection).values():
            connection.run(sql)


def drop_guards(connection: Connection) -> None:
    """Remove all triggers: for migrations, on a copy, before the guards are put back."""
    for name in present_guards(connection):
        connection.run(f'DROP TRIGGER "{name}"')


@cache
def _fixed_guards() -> tuple[tuple[str, str], ...]:
    text = resources.files("desktop.storage").joinpath("guards.sql").read_text("utf-8")
    statements = [
        found.group(0).removesuffix(";")
        for found in re.finditer(r"^CREATE TRIGGER .*?^BEGIN .*?END;", text, re.MULTILINE | re.DOTALL)
    ]
    return tuple((sql.split('"')[1], sql) for sql in statements)


def _guards_of(connection: Connection, table: str) -> dict[str, str]:
    names = columns(connection, table)
    new, old = (image_sql(connection, table, row) for row in ("NEW", "OLD"))
    differs = " OR ".join(f'NEW."{name}" IS NOT OLD."{name}"' for name in names)
    refuse = "BEGIN SELECT raise(ABORT, 'write outside a unit of work'); END"
    same_id = "BEGIN SELECT raise(ABORT, 'an id never changes'); END"
    return {
        f"guard_{table}_{kind}": f'CREATE TRIGGER "guard_{table}_{kind}" {when}'
        for kind, when in (
            ("insert", f'BEFORE INSERT ON "{table}" WHEN {_OPEN} {refuse}'),
            ("update", f'BEFORE UPDATE ON "{table}" WHEN {_OPEN} {refuse}'),
            ("delete", f'BEFORE DELETE ON "{table}" WHEN {_OPEN} {refuse}'),
            ("identity", f'BEFORE UPDATE OF id ON "{table}" WHEN NEW.id IS NOT OLD.id {same_id}'),
            ("inserted", f'AFTER INSERT ON "{table}" {_record(table, "NEW", "NULL", new)}'),
            ("updated", f'AFTER UPDATE ON "{table}" WHEN {differs} {_record(table, "NEW", old, new)}'),
            ("deleted", f'AFTER DELETE ON "{table}" {_record(table, "OLD", old, "NULL")}'),
        )
    }


def _record(table: str, row: str, before: str, after: str) -> str:
    return (
        "BEGIN INSERT INTO history_image (op_number, seq, table_name, record_id, before, after) "  # noqa: S608 - ours
        "SELECT number, (SELECT coalesce(max(seq), 0) + 1 FROM history_image WHERE op_number = history.number), "
        f"'{table}', {row}.id, {before}, {after} FROM history ORDER BY number DESC LIMIT 1; END"
    )
