# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one door: a transaction, its history row and its undo step come together or not at all."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from desktop.models.changes import Changes, Op
from desktop.storage import history
from desktop.storage.sqlcipher import Connection
from desktop.support.clock import Clock


@dataclass(slots=True)
class Operation:
    """An open operation. ``changes`` is there once it is saved."""

    number: int
    op: Op
    changes: Changes | None = None

    @property
    def saved(self) -> Changes:
        """What was saved; only after the ``with`` block."""
        if self.changes is None:
            msg = "the operation is not saved yet"
            raise RuntimeError(msg)
        return self.changes


class UnitOfWork:
    """Opens operations on one connection, one at a time. ``by`` is the id of the person who unlocked the workbook."""

    def __init__(
        self, connection: Connection, clock: Clock, audit_key: bytes, saved: Callable[[int, Op, int | None], None]
    ) -> None:
        self.by = ""
        self.listeners: list[Callable[[Changes], None]] = []  # told after each save, in the order they asked
        self._connection = connection
        self._clock = clock
        self._key = audit_key
        self._saved = saved

    @contextmanager
    def write(self, op: Op, subject: str = "", *, about: str = "", undoes: int | None = None) -> Iterator[Operation]:
        """Open an operation, run the block, and save all of it. An exception leaves everything as it was."""
        connection = self._connection
        if connection.in_transaction:
            msg = "write inside write: finish the open operation first"
            raise RuntimeError(msg)
        connection.run("BEGIN IMMEDIATE")
        try:
            before, previous = history.head(connection)
            at = self._clock.now().isoformat()
            entry = history.Entry(before + 1, at, self.by, op.value, about, undoes)
            self._begin(entry, subject)
            operation = Operation(entry.number, op)
            yield operation
            operation.changes = self._finish(entry, previous, op)
        except BaseException:
            connection.rollback()
            raise
        if operation.changes.op_number:
            self._saved(entry.number, op, undoes)
            for told in tuple(self.listeners):
                told(operation.changes)

    def _begin(self, entry: history.Entry, subject: str) -> None:
        self._connection.run(
            "INSERT INTO history (number, at, by, op, about, undoes) VALUES (?, ?, ?, ?, ?, ?)",
            (entry.number, entry.at, entry.by, entry.op, entry.about, entry.undoes),
        )
        if subject:
            history.keep_subject(self._connection, entry.number, subject)

    def _finish(self, entry: history.Entry, previous: str, op: Op) -> Changes:
        images = history.images_of(self._connection, entry.number)
        if op.undoable and not images:
            self._connection.rollback()
            return Changes(0, op, frozenset())
        if op is Op.UPGRADE_WORKBOOK:
            images = history.present(self._connection)  # in their new shape: no guard saw the migration
        entry = replace(entry, changes=history.changes_text(images, self._key))
        self._connection.run(
            "UPDATE history SET changes = ?, mac = ? WHERE number = ?",
            (entry.changes, history.seal(entry, previous, self._key), entry.number),
        )
        self._connection.run("COMMIT")
        return Changes(entry.number, op, frozenset(image.table for image in images))
