# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The encrypted engine: one place that opens connections and sorts the engine's errors into ours."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import sqlcipher3
import sqlcipher3.dbapi2 as engine

# sqlite-utils catches the errors of the driver it imported. It looks for pysqlite3 first, so under that name it
# finds the driver whose connections we give it.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", engine)

import sqlite_utils  # noqa: E402 - only after the two lines above

from desktop.models.errors import AppError  # noqa: E402 - as above
from desktop.storage.durability import SAFE, Durability  # noqa: E402 - as above
from desktop.support.disk_errors import DiskBarredError, DiskError, DiskFullError  # noqa: E402 - as above

APPLICATION_ID = 0x53564E46  # "SVNF"
EngineError = engine.Error
IntegrityError = engine.IntegrityError
Migrations = sqlite_utils.Migrations  # every other module takes sqlite-utils from here
Tables = sqlite_utils.Database
Value = str | int | None
Mode = Literal["rw", "rwc", "ro"]
Row = dict[str, Value]


class DamagedDatabaseError(AppError):
    """The database cannot be trusted: its pages fail their checks, or it does not fit the key."""

    code = "damaged_database"
    happened = "The workbook file {name} is damaged, or it does not belong to this key file."
    safe = "It was not changed."
    to_do = "Restore the newest backup into a new folder, and keep the damaged file until the restored one is checked."


class NotAWorkbookError(AppError):
    """The file is something else."""

    code = "not_a_workbook"
    happened = "{name} is not a Sevenfold workbook."
    safe = "It was not changed."
    to_do = "Choose the folder that holds your workbook."


class DatabaseInUseError(AppError):
    """Another program holds the database."""

    code = "database_in_use"
    happened = "The workbook is open in another window or program."
    safe = "Nothing was changed."
    to_do = "Close the other window or program, then open the workbook again."


_KINDS: dict[int, type[AppError]] = {
    engine.SQLITE_FULL: DiskFullError,
    engine.SQLITE_READONLY: DiskBarredError,
    engine.SQLITE_CANTOPEN: DiskBarredError,
    engine.SQLITE_PERM: DiskBarredError,
    engine.SQLITE_BUSY: DatabaseInUseError,
    engine.SQLITE_LOCKED: DatabaseInUseError,
    engine.SQLITE_IOERR: DiskError,
    engine.SQLITE_CORRUPT: DamagedDatabaseError,
    engine.SQLITE_NOTADB: DamagedDatabaseError,
}


@contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """Turn what the engine says about disks and files into an AppError. Anything else is a bug and passes."""
    try:
        yield
    except EngineError as error:
        kind = _KINDS.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
        if kind is None:
            raise
        raise kind(name=path.name, what="The last change", reason="the disk reports a fault") from error


class Connection:
    """One keyed connection. ``run`` and ``rows`` are the fast way in; ``utils`` is sqlite-utils on the same one."""

    def __init__(self, raw: Any, path: Path) -> None:
        self.raw = raw
        self.path = path
        self.guards_altered = False  # found so, and put right, on opening
        self.utils = Tables(raw, execute_plugins=False, recursive_triggers=False)  # set by us, below

    def run(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Run one statement."""
        with sorted_errors(self.path):
            self.raw.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        with sorted_errors(self.path):
            self.raw.executemany(sql, rows)

    def tuples(self, sql: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with sorted_errors(self.path):
            found: list[tuple[Any, ...]] = self.raw.execute(sql, values).fetchall()
            return found

    def one(self, sql: str, values: Sequence[Value] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with sorted_errors(self.path):
            found: tuple[Any, ...] | None = self.raw.execute(sql, values).fetchone()
            return found

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, by column name."""
        with sorted_errors(self.path):
            cursor = self.raw.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self.raw.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it; part of the transaction that is open already, if one is."""
        if self.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Give up the open transaction, if the engine has not done so itself."""
        if self.raw.in_transaction:
            self.run("ROLLBACK")

    def copy_to(self, target: "Connection", step: Callable[[int, int], None], pages: int = 64) -> None:
        """Copy all pages to another keyed connection, telling ``step`` (done, total) as it goes."""

        def progress(_status: int, remaining: int, total: int) -> None:
            step(total - remaining, total)

        with sorted_errors(target.path):
            self.raw.backup(target.raw, pages=pages, progress=progress)

    def close(self) -> None:
        """Close. Twice does no harm."""
        self.raw.close()


def connect(path: Path, key: bytes, *, durability: Durability = SAFE, mode: Mode = "rw") -> Connection:
    """Open a database file with its raw 32-byte key. Writes nothing of ours; makes a file only in mode ``rwc``."""
    if len(key) != 32:
        msg = "a database key has 32 bytes"
        raise ValueError(msg)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with sorted_errors(path):
        raw = engine.connect(address, uri=True, isolation_level=None, timeout=1.0)
    try:
        with sorted_errors(path):
            raw.execute("PRAGMA cipher_log_level=NONE")
            raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
            for pragma in _pragmas(durability):
                raw.execute(f"PRAGMA {pragma}")
            if durability.exclusive and mode != "ro":
                raw.execute("BEGIN EXCLUSIVE")  # writes nothing, but takes the lock before anyone else can read
                raw.execute("COMMIT")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return Connection(raw, path)
    except BaseException:
        raw.close()
        raise


def _pragmas(durability: Durability) -> tuple[str, ...]:
    # Not cipher_memory_security: wiping each freed block made an import of 5,000 rows 6 to 15 times slower, and
    # locking the workbook ends the process that holds the key.
    return (
        f"locking_mode={'EXCLUSIVE' if durability.exclusive else 'NORMAL'}",
        f"journal_mode={durability.journal}",
        f"synchronous={durability.synchronous}",
        "foreign_keys=ON",
        "recursive_triggers=ON",  # else a row that REPLACE removes would pass the guards
        "secure_delete=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    )
