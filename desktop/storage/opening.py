# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Opening a database: all is checked before anything of ours is written, and a copy is upgraded, not the file."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage import guards
from desktop.storage.durability import SAFE, Durability
from desktop.storage.sqlcipher import (
    APPLICATION_ID,
    Connection,
    DamagedDatabaseError,
    Migrations,
    NotAWorkbookError,
    Tables,
    connect,
    sorted_errors,
)
from desktop.storage.unit_of_work import UnitOfWork
from desktop.support.clock import Clock
from desktop.support.disk_errors import DiskError, DiskFullError, plain_disk_errors
from desktop.support.files import PART, Files

_SMALLEST = 512  # the engine takes anything shorter for a new, empty database
_PLAIN_HEADER = b"SQLite format 3\0"


class MissingDatabaseError(AppError):
    """There is no database file."""

    code = "missing_database"
    happened = "The workbook file {name} is not in its folder."
    safe = "Nothing was changed."
    to_do = "Look for the folder in the place where you last used it, or restore the newest backup into a new folder."


class NewerWorkbookError(AppError):
    """A newer Sevenfold wrote it."""

    code = "newer_workbook"
    happened = "This workbook was saved by a newer version of Sevenfold."
    safe = "It was not changed."
    to_do = "Install the newest version of Sevenfold, then open the workbook again."


class UpgradeFailedError(AppError):
    """The copy could not be brought up to date."""

    code = "upgrade_failed"
    happened = "The workbook could not be brought up to date for this version of Sevenfold."
    safe = "The workbook is as it was, and a copy of it is in the folder {backups}."
    to_do = "Use the version of Sevenfold that you had before, and report this to the makers."


@dataclass(frozen=True, slots=True)
class Opener:
    """What opening needs besides the path and the key."""

    clock: Clock
    audit_key: bytes
    files: Files
    durability: Durability = SAFE

    def open(self, path: Path, key: bytes, migrations: Migrations) -> Connection:
        """Open, take the lock, check, and upgrade when needed."""
        connection = open_checked(path, key, migrations, self.durability)
        try:
            if migrations.pending(connection.utils):
                connection = self._upgrade(connection, key, migrations)
            elif guards.present_guards(connection) != guards.expected_guards(connection):
                connection.guards_altered = True
                guards.install_guards(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _upgrade(self, live: Connection, key: bytes, migrations: Migrations) -> Connection:
        with plain_disk_errors("The workbook"):
            return self._replace_by_upgraded(live, key, migrations)

    def _replace_by_upgraded(self, live: Connection, key: bytes, migrations: Migrations) -> Connection:
        path = live.path
        if self.files.free_space(path.parent) < 3 * path.stat().st_size:
            raise DiskFullError(what="A copy of the workbook")
        backups = path.parent / "backups"
        self.files.make_folder(backups)
        first = migrations.pending(live.utils)[0].name
        kept = backups / f"before-{first}-{self.clock.now():%Y%m%dT%H%M%SZ}.db"
        work = path.with_name(path.name + ".upgrading")
        try:
            self._clear(work)  # a journal left by a killed upgrade must never meet the new copy
            self._copy(live, key, kept)
            self._copy(live, key, work)
            self._migrate(work, key, migrations)
        except Exception as error:
            self._clear(work)
            if isinstance(error, DiskError | OSError):
                raise
            raise UpgradeFailedError(backups=backups.name) from error
        live.close()
        self.files.replace(work, path)
        return open_checked(path, key, migrations, self.durability)

    def _copy(self, live: Connection, key: bytes, target: Path) -> None:
        """A verified copy; it carries its final name only once it is verified."""
        part = target.with_name(target.name + PART)
        self._clear(part)
        copy(live, key, part, lambda _done, _total: None)
        verify(part, key)
        self.files.replace(part, target)

    def _migrate(self, work: Path, key: bytes, migrations: Migrations) -> None:
        connection = connect(work, key, durability=self.durability)
        try:
            before = _counts(connection)
            apply(connection, migrations)
            after = _counts(connection)
            lost = [table for table in before if before[table] > after.get(table, before[table])]
            if lost:
                msg = f"rows were lost in {lost}"
                raise ValueError(msg)
            door = UnitOfWork(connection, self.clock, self.audit_key, lambda _number, _op, _undoes: None)
            with door.write(Op.UPGRADE_WORKBOOK, about=names(migrations)[-1]):
                pass
        finally:
            connection.close()
        verify(work, key)
        self.files.sync_file(work)
        self.files.discard(_journal(work))

    def _clear(self, path: Path) -> None:
        self.files.discard(path)
        self.files.discard(_journal(path))


def open_checked(path: Path, key: bytes, migrations: Migrations, durability: Durability) -> Connection:
    """Open and check; nothing of ours is written."""
    _check_kind(path)
    connection = connect(path, key, durability=durability)
    try:
        with sorted_errors(path):  # sqlite-utils lets the engine's own errors through
            _check_ours(connection, migrations)
            check_pages(connection)
            _check_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def verify(path: Path, key: bytes) -> None:
    """Check a closed copy: every page, every index, every reference, and that it is a workbook."""
    _check_kind(path)
    connection = connect(path, key, mode="ro")
    try:
        if connection.one("PRAGMA application_id") != (APPLICATION_ID,):
            raise NotAWorkbookError(name=path.name)
        check_pages(connection)
    finally:
        connection.close()


def copy(live: Connection, key: bytes, target: Path, step: Callable[[int, int], None]) -> None:
    """Copy an open database to a new encrypted file with the same key, closed afterwards."""
    if target.exists():
        raise FileExistsError(target)
    if live.in_transaction:
        msg = "a copy inside a write would hold half an operation"
        raise RuntimeError(msg)
    other = connect(target, key, mode="rwc")
    try:
        live.copy_to(other, step)
    except BaseException:
        other.close()
        clear_unfinished(target)
        raise
    other.close()
    _journal(target).unlink(missing_ok=True)


def clear_unfinished(path: Path) -> None:
    """Remove a database that was not finished, as far as the disk lets us."""
    for left in (path, _journal(path)):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def apply(connection: Connection, migrations: Migrations) -> None:
    """Bring the database to the newest shape, with its guards. Foreign keys are off meanwhile, then checked."""
    connection.run("PRAGMA foreign_keys=OFF")  # has no effect inside the transaction
    with connection.transaction():
        guards.drop_guards(connection)
        migrations.apply(connection.utils)
        connection.run(f"PRAGMA application_id={APPLICATION_ID}")
        connection.run(f"PRAGMA user_version={len(names(migrations))}")
        guards.install_guards(connection)
    connection.run("PRAGMA foreign_keys=ON")


def names(migrations: Migrations) -> list[str]:
    """The names of all steps that this version knows, oldest first."""
    return [step.name for step in migrations.pending(Tables(memory=True, execute_plugins=False))]


def check_pages(connection: Connection) -> None:
    """Refuse a database of which any page, index or reference fails its check."""
    sound = (
        not connection.tuples("PRAGMA cipher_integrity_check")
        and connection.tuples("PRAGMA integrity_check") == [("ok",)]
        and not connection.tuples("PRAGMA foreign_key_check")
    )
    if not sound:
        raise DamagedDatabaseError(name=connection.path.name)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _check_kind(path: Path) -> None:
    if not path.is_file():
        raise MissingDatabaseError(name=path.name)
    with path.open("rb") as stream:
        start = stream.read(len(_PLAIN_HEADER))
    if start == _PLAIN_HEADER:
        raise NotAWorkbookError(name=path.name)
    if path.stat().st_size < _SMALLEST:
        raise DamagedDatabaseError(name=path.name)


def _check_ours(connection: Connection, migrations: Migrations) -> None:
    if connection.one("PRAGMA application_id") != (APPLICATION_ID,):
        raise NotAWorkbookError(name=connection.path.name)
    known = names(migrations)
    applied = {step.name for step in migrations.applied(connection.utils)}
    version = (connection.one("PRAGMA user_version") or (0,))[0]
    if applied - set(known) or version > len(known):
        raise NewerWorkbookError


def _check_schema(connection: Connection) -> None:
    """Refuse views and triggers that we did not put there, and a workbook whose making was cut short."""
    views = connection.tuples("SELECT name FROM sqlite_master WHERE type = 'view'")
    foreign = [name for name in guards.present_guards(connection) if not name.startswith("guard_")]
    if views or foreign or connection.one("SELECT mac FROM history ORDER BY number DESC LIMIT 1") in {None, ("",)}:
        raise DamagedDatabaseError(name=connection.path.name)


def _counts(connection: Connection) -> dict[str, int]:
    tables = [*guards.tracked_tables(connection), "history", "history_image"]
    return {t: connection.tuples(f'SELECT count(*) FROM "{t}"')[0][0] for t in tables}  # noqa: S608 - names from the file
