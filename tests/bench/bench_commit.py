# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Saving through the door (history, undo, guards) against the bare commit of the same rows by sqlite-utils.

Both on the same encrypted database with the app's own settings, taken in turns.
``python -m tests.bench.bench_commit`` prints the ratios and ends with 1 when one is over its budget.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.models.changes import Op
from desktop.models.records import Answer, Judgement
from desktop.models.workforce.training import TrainingRecord
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from desktop.storage.rows import RowMap
from tests.bench.large_workforce import large_workforce
from tests.storage.databases import ANSWER, ASSESSMENT, new_database

BUDGET = 3.0
INDICATORS = 67
ROUNDS = 300
BATCHES, BATCH = 7, 1000
ROWS, TRAINING = RowMap(Answer), RowMap(TrainingRecord)
TEAM = large_workforce()


def answer(number: int, within: int = INDICATORS) -> Answer:
    """A judgement that differs from the one saved before it for the same indicator."""
    name = f"{number % within}"
    words = f"Seen in {number} files. " * 8
    return replace(ANSWER, id=name, indicator_id=name, judgement=Judgement(number // within % 5), narrative=words)


def plain(record: Answer) -> dict[str, object]:
    """The same row for sqlite-utils."""
    return dict(zip(ROWS.columns, ROWS.values(record), strict=True))


def one_by_door(database: Database, number: int) -> None:
    """One judgement as the app saves it."""
    with database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(answer(number))


def one_bare(database: Database, number: int) -> None:
    """The same row, committed by sqlite-utils alone."""
    database._connection.utils.table("bare").upsert(plain(answer(number)), pk="id")


def batch_by_door(database: Database, number: int) -> None:
    """Many new answers as one operation."""
    fresh = [answer(n, 10**9) for n in range((number + 1) * BATCH, (number + 2) * BATCH)]
    with database.write(Op.IMPORT_RECORDS, "answers"):
        database.answers.save_all(fresh)


def batch_bare(database: Database, number: int) -> None:
    """The same rows by ``insert_all``."""
    fresh = [plain(answer(n, 10**9)) for n in range((number + 1) * BATCH, (number + 2) * BATCH)]
    database._connection.utils.table("bare").insert_all(fresh)


def training(number: int) -> list[TrainingRecord]:
    """A large team's training, under ids that were not there yet."""
    return [replace(record, id=f"{number}-{record.id}") for record in TEAM.training]


def training_by_door(database: Database, number: int) -> None:
    """A whole import as one operation, as it is stored."""
    with database.write(Op.IMPORT_RECORDS, "matrix.xlsx"):
        database.training.save_all(training(number))


def training_bare(database: Database, number: int) -> None:
    """The same rows by ``insert_all``."""
    columns, values = TRAINING.columns, TRAINING.values
    rows = (dict(zip(columns, values(record), strict=True)) for record in training(number))
    database._connection.utils.table("bare_training").insert_all(rows)


Act = Callable[[Database, int], None]


def medians(database: Database, ours: Act, bare: Act, rounds: int) -> tuple[float, float]:
    """The median seconds of each, taken in turns so that a busy computer hurts both alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for found, act in zip(taken, (ours, bare), strict=True):
            start = time.perf_counter()
            act(database, number)
            found.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def main() -> int:
    """Print both ratios."""
    worst = 0.0
    with TemporaryDirectory() as folder, new_database(Path(folder) / "workbook.db", SAFE) as database:
        with database.write(Op.START_ASSESSMENT):
            database.assessments.save(ASSESSMENT)
            database.people.save_all(TEAM.people)
        database._connection.utils.table("bare").create(
            {name: int if name in {"judgement", "not_applicable"} else str for name in ROWS.columns},
            pk="id",
            strict=True,
        )
        database._connection.utils.table("bare_training").create(
            {name: int if name == "minutes" else str for name in TRAINING.columns}, pk="id", strict=True
        )
        for what, ours, bare, rounds in (
            ("one judgement saved", one_by_door, one_bare, ROUNDS),
            (f"{BATCH} answers imported", batch_by_door, batch_bare, BATCHES),
            (f"{len(TEAM.training)} training records imported", training_by_door, training_bare, BATCHES),
        ):
            door, plainly = medians(database, ours, bare, rounds)
            worst = max(worst, door / plainly)
            print(
                f"{what}: {1000 * door:.2f} ms against {1000 * plainly:.2f} ms bare, "
                f"{door / plainly:.2f} times (budget {BUDGET:.0f})"
            )
    return int(worst > BUDGET)


if __name__ == "__main__":
    raise SystemExit(main())
