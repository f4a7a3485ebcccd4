# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook under test: how it is made, opened, worked in and summed up.

Actions are numbered, each is one operation, and number n always does the same. So the content after n actions is
known beforehand, whatever was killed or cut on the way.
"""

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import (
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    FileState,
    Judgement,
    Organisation,
    Strength,
)
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.training import TrainingRecord
from desktop.storage import guards
from desktop.storage.database import Database
from desktop.storage.durability import SAFE, Durability
from desktop.storage.key_store import KeyStore
from desktop.storage.keys import FLOOR
from desktop.storage.layout import Layout
from desktop.storage.workbook import Workbook
from desktop.support.clock import FixedClock
from desktop.support.files import Files
from tests.storage.known_keys import remember_keys

remember_keys()
PASSPHRASE = "heron lantern quarry velvet thimble"
CLOCK = FixedClock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
INDICATORS = tuple(f"{standard}.{number}" for standard in range(1, 8) for number in range(1, 7))
ASSESSMENT = "assessment-1"
BASE_OPERATIONS = 2
Handle = Workbook


class FilesWithoutSync(Files):
    """Writes files and syncs nothing."""

    def sync(self, descriptor: int) -> None:
        """Nothing is forced to the disk."""


class FilesWithoutFolderSync(Files):
    """Syncs content, but no name."""

    def sync_folder(self, folder: Path) -> None:
        """No name is forced to the disk."""


VARIANTS: dict[str, tuple[Files, Durability]] = {
    "safe": (Files(), SAFE),
    "database_unsynced": (Files(), Durability(synchronous="OFF")),
    "evidence_unsynced": (FilesWithoutSync(), SAFE),
    "names_unsynced": (FilesWithoutFolderSync(), SAFE),
}


def create(folder: Path, variant: str = "safe") -> Workbook:
    """A new workbook with a charity and an assessment."""
    files, durability = VARIANTS[variant]
    workbook, _ = Workbook.create(folder, PASSPHRASE, clock=CLOCK, files=files, durability=durability, kdf=FLOOR)
    with workbook.db.write(Op.START_ASSESSMENT):
        workbook.db.organisation.save(Organisation(name="The Alder Project"))
        workbook.db.assessments.save(Assessment(ASSESSMENT, date(2026, 3, 2), "Ffion Hale", "2023.1"))
    return workbook


def open_(folder: Path, variant: str = "safe", passphrase: str = PASSPHRASE) -> Workbook:
    """The workbook, opened as the app opens it."""
    files, durability = VARIANTS[variant]
    return Workbook.open(folder, passphrase, clock=CLOCK, files=files, durability=durability)


def know_key(folder: Path) -> None:
    """Work out the key of a workbook without opening it, for all that will be forked from this process."""
    KeyStore(Layout(folder), Files()).unlock(PASSPHRASE)


def close(workbook: Workbook) -> None:
    """Give the workbook back, without the backup that closing makes."""
    workbook.close(backup=False)


def done(workbook: Workbook) -> int:
    """How many actions are in it."""
    return workbook.db.history_head()[0] - BASE_OPERATIONS


def act(workbook: Workbook, number: int) -> None:
    """Do action ``number``; when this returns, it has been promised."""
    generator = random.Random(number)
    kinds: tuple[Callable[[Workbook, int, random.Random], None], ...] = (_judge, _add_evidence, _judge, _add_people)
    if number % 5 == 4 and workbook.db.can_undo():
        workbook.db.undo()
    else:
        kinds[number % 4](workbook, number, generator)


def _judge(workbook: Workbook, number: int, generator: random.Random) -> None:
    indicator = INDICATORS[number % len(INDICATORS)]
    narrative = f"Reading {number}. " + " ".join(
        generator.choice(("session", "partner", "group", "notes", "panel", "café"))
        for _ in range(generator.randint(5, 400))
    )
    with workbook.db.write(Op.JUDGE, f"SA {indicator}"):
        workbook.db.answers.save(
            Answer(f"answer {indicator}", ASSESSMENT, indicator, Judgement(number % 5), narrative=narrative)
        )


def _add_evidence(workbook: Workbook, number: int, generator: random.Random) -> None:
    content = generator.randbytes(generator.choice((90, 4_000, 30_000)))
    stored = workbook.evidence.add([content])
    item, answer = f"evidence {number}", f"answer for {number}"
    with workbook.db.write(Op.ADD_EVIDENCE):
        workbook.db.answers.save(Answer(answer, ASSESSMENT, f"X.{number}"))
        workbook.db.evidence.save(
            EvidenceItem(item, f"Minutes {number}", "minutes.pdf", FileState.STORED, stored.sha256, stored.size)
        )
        workbook.db.links.save(EvidenceLink(f"link {number}", answer, item, Strength.DOCUMENT))


def _add_people(workbook: Workbook, number: int, generator: random.Random) -> None:
    people = [
        Person(f"person {number}.{i}", f"P{number}{i}", f"Person {number}", held("facilitator", "lead")) for i in (1, 2)
    ]
    with workbook.db.write(Op.IMPORT_RECORDS):
        workbook.db.people.save_all(people)
        workbook.db.training.save_all(
            TrainingRecord(f"training {number}.{i}", people[i % 2].id, f"course {i}", CLOCK.today() - timedelta(days=i))
            for i in range(generator.randint(1, 8))
        )


def digest(workbook: Workbook) -> str:
    """One word for all content, without what is random in each workbook. The history is checked as well."""
    return digest_of(workbook.db)


def digest_of(database: Database) -> str:
    """As ``digest``, of the database alone."""
    connection = database._connection
    running = hashlib.sha256()
    for table in guards.tracked_tables(connection):
        if table != "meta":
            rows = connection.tuples(f'SELECT * FROM "{table}" ORDER BY id')
            running.update(repr((table, rows)).encode())
    running.update(repr(connection.tuples("SELECT number, op, undoes FROM history ORDER BY number")).encode())
    running.update(repr(connection.tuples("SELECT * FROM draft ORDER BY id")).encode())
    check = database.verify_history()
    return running.hexdigest() if check.whole else f"history: {check.problems[:3]}"


def evidence_problems(workbook: Workbook) -> list[str]:
    """What is wrong with the files that the records name, one line for each item."""
    problems = []
    for item in workbook.db.evidence.list(file_state=FileState.STORED.value):
        state = workbook.evidence.state(item.sha256)
        if state is not FileState.STORED:
            problems.append(f"{item.id}: {state}")
        elif _content_hash(workbook, item.sha256) != item.sha256:
            problems.append(f"{item.id}: silently wrong, so damaged")
    return problems


def _content_hash(workbook: Workbook, sha256: str) -> str:
    running = hashlib.sha256()
    for piece in workbook.evidence.read_chunks(sha256):
        running.update(piece)
    return running.hexdigest()
