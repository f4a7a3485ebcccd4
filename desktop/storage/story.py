# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What became of one record: every operation that touched it or what hangs on it, with the rows before and after."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from desktop.storage.sqlcipher import Connection

_SQL = """SELECT i.op_number, h.at, h.op, h.undoes, i.table_name, i.record_id, i.before, i.after, i.blanked
FROM history_image AS i JOIN history AS h ON h.number = i.op_number
WHERE i.table_name = ? AND i.record_id = ?"""
_HANGING = """ OR i.table_name IN ({marks})
AND ? IN (json_extract(i.before, '$.{field}'), json_extract(i.after, '$.{field}'))"""


@dataclass(frozen=True, slots=True)
class Touched:
    """One row as an operation found it and left it; None: it was not there. ``blanked``: an erasure took both."""

    table: str
    record_id: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    blanked: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One operation: its number, ISO time, code, and the number of the one it undid."""

    number: int
    at: str
    op: str
    undoes: int | None
    rows: tuple[Touched, ...]


def story_of(
    connection: Connection, table: str, record_id: str, field: str = "", hanging: tuple[str, ...] = ()
) -> Iterator[Event]:
    """The operations that touched a record, or rows of ``hanging`` tables whose ``field`` is its id; oldest first."""
    sql, values = _SQL, [table, record_id]
    if hanging:
        sql += _HANGING.format(marks=", ".join("?" * len(hanging)), field=field)
        values += [*hanging, record_id]
    rows = connection.tuples(f"{sql} ORDER BY i.op_number, i.seq", tuple(values))
    for (number, at, op, undoes), found in groupby(rows, key=lambda row: row[:4]):
        touched = tuple(Touched(row[4], row[5], _read(row[6]), _read(row[7]), bool(row[8])) for row in found)
        yield Event(number, at, op, undoes, touched)


def _read(image: str | None) -> Mapping[str, object] | None:
    return json.loads(image) if image else None
