# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Databases for tests: fast, on a temporary folder, with a clock that ticks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import Answer, Assessment, Judgement
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.training import TrainingRecord
from desktop.storage import guards
from desktop.storage.database import Database
from desktop.storage.durability import Durability
from desktop.storage.migrations import MIGRATIONS
from desktop.storage.sqlcipher import Connection, Migrations, connect
from desktop.support.files import Files

KEY = bytes(range(32))
AUDIT_KEY = bytes(range(32, 64))
FAST = Durability(synchronous="OFF", journal="MEMORY")


class TickingClock:
    """Each look at the clock is a second later."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.instant += timedelta(seconds=1)
        return self.instant

    def today(self) -> date:
        return self.instant.date()


def new_database(path: Path, durability: Durability = FAST) -> Database:
    return Database.create(path, KEY, clock=TickingClock(), audit_key=AUDIT_KEY, durability=durability)


def reopened(
    path: Path, *, files: Files | None = None, durability: Durability = FAST, migrations: Migrations = MIGRATIONS
) -> Database:
    return Database.open(
        path,
        KEY,
        clock=TickingClock(),
        audit_key=AUDIT_KEY,
        files=files or Files(),
        durability=durability,
        migrations=migrations,
    )


@contextmanager
def unguarded(path: Path, *, key: bytes = KEY) -> Iterator[Connection]:
    """What someone with tools and the key can do: a raw connection without guards, put back afterwards."""
    connection = connect(path, key, durability=FAST)
    guards.drop_guards(connection)
    connection.run("PRAGMA foreign_keys=OFF")
    try:
        yield connection
        guards.install_guards(connection)
    finally:
        connection.close()


ASSESSMENT = Assessment("as-1", date(2026, 1, 5), "A. Manager", "2026.1")
ANSWER = Answer("an-1", "as-1", "6.3", Judgement.IN_PLACE, narrative='Café Ŵyn: "quoted"\nand more')
PERSON = Person("pe-1", "P1", "Siân Example", held("manager", "practitioner"), date(2025, 2, 3))
TRAINING = TrainingRecord("tr-1", "pe-1", "core", date(2025, 6, 1), date(2027, 6, 1))


def fill(database: Database) -> None:
    """Four operations: an assessment, an answer, a person, a training record."""
    with database.write(Op.START_ASSESSMENT, "2026"):
        database.assessments.save(ASSESSMENT)
    with database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(ANSWER)
    with database.write(Op.ADD_PERSON, PERSON.name):
        database.people.save(PERSON)
    with database.write(Op.RECORD_TRAINING, PERSON.name):
        database.training.save(TRAINING)


def content(database: Database) -> dict[str, list[str]]:
    """Every row of every tracked table, as text, without regard to order."""
    connection = database._connection
    return {
        table: sorted(str(row) for row in connection.tuples(f'SELECT * FROM "{table}"'))
        for table in guards.tracked_tables(connection)
    }
