# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One kind of record, kept in one table."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from desktop.storage.rows import RowMap
from desktop.storage.sqlcipher import Connection, Row, Value

R = TypeVar("R")


class Repository(Generic[R]):
    """Records of one kind. Reading is free; saving and removing need an open operation (``Database.write``).

    With ``keeps_removed``, a removed record leaves the lists but its row stays, because old packs may name it.
    """

    def __init__(
        self,
        connection: Connection,
        kind: type[R],
        table: str,
        *,
        order: str,
        keeps_removed: bool = False,
        skip: Sequence[str] = (),
    ) -> None:
        self._connection = connection
        self._rows = RowMap(kind, skip)
        self._table = table
        self._order = order
        self._keeps_removed = keeps_removed
        self._upsert = _upsert_sql(table, self._rows.columns, keeps_removed=keeps_removed)

    def find(self, record_id: str) -> R | None:
        """The record with this id, or None. Removed records are not found."""
        return next(iter(self._select("id = ?", (record_id,))), None)

    def get(self, record_id: str) -> R:
        """The record with this id, which must be there."""
        found = self.find(record_id)
        if found is None:
            msg = f"no {self._table} with id {record_id}"
            raise LookupError(msg)
        return found

    def list(self, **where: Value) -> tuple[R, ...]:
        """All records, or those whose columns have the values given, in the order of the table's list."""
        unknown = where.keys() - set(self._rows.columns)
        if unknown:
            msg = f"{self._table} has no {sorted(unknown)}"
            raise LookupError(msg)
        test = " AND ".join(f'"{name}" IS ?' for name in where) or "1"
        return tuple(self._select(test, tuple(where.values())))

    def save(self, record: R) -> None:
        """Add the record, or change the one with its id. A removed record comes back."""
        self._connection.run(self._upsert, self._rows.values(record))

    def save_all(self, records: Iterable[R]) -> None:
        """Save many records."""
        self._connection.run_many(self._upsert, (self._rows.values(record) for record in records))

    def remove(self, record_id: str) -> None:
        """Take the record away. Nothing happens when it is not there."""
        if self._keeps_removed:
            self._connection.run(f'UPDATE "{self._table}" SET removed = 1 WHERE id = ?', (record_id,))  # noqa: S608
        else:
            self._connection.run(f'DELETE FROM "{self._table}" WHERE id = ?', (record_id,))  # noqa: S608 - our own name

    def _select(self, test: str, values: Sequence[Value]) -> Iterable[R]:
        kept = " AND removed = 0" if self._keeps_removed else ""
        names = ", ".join(f'"{name}"' for name in self._rows.columns)
        sql = f'SELECT {names} FROM "{self._table}" WHERE {test}{kept} ORDER BY {self._order}'  # noqa: S608 - our names
        return self._records(self._connection.rows(sql, values))

    def _records(self, rows: Iterable[Row]) -> Iterable[R]:
        return [self._rows.record(row) for row in rows]


def _upsert_sql(table: str, columns: Sequence[str], *, keeps_removed: bool) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    sets = [f'"{name}" = excluded."{name}"' for name in columns if name != "id"]
    if keeps_removed:
        sets.append("removed = 0")
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {", ".join(sets)}'  # noqa: S608
