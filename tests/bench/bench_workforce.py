# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6 as at a day, and the supervision of everyone, against reading the same records from the workbook once.

200 people, 12,000 training records and 5,000 sessions, taken in turns; each round asks about another day, so nothing is
kept from the round before. ``python -m tests.bench.bench_workforce`` ends with 1 when a ratio is over its budget.
"""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.models.changes import Op
from desktop.models.workforce.live import live_figures
from desktop.models.workforce.picture import Workforce
from desktop.services.workforce.supervision_lines import Lines
from desktop.services.workforce_records import WorkforceRecords, read_workforce
from desktop.storage.database import Database
from desktop.support.catalogue_file import load_catalogue
from tests.bench.large_workforce import AS_AT, large_workforce
from tests.storage.databases import new_database

BUDGET = 1.0
ROUNDS = 15
CATALOGUE = load_catalogue()


def all_lines(workforce: Workforce) -> None:
    """The supervision of everyone, as its list shows it."""
    lines = Lines(workforce)
    for person in workforce.staff:
        lines.person(person)


def seconds(act: Callable[[], object]) -> float:
    """Wall time of one run."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def store(database: Database, records: WorkforceRecords) -> None:
    """Put all records into the workbook."""
    with database.write(Op.IMPORT_RECORDS, "bench"):
        database.people.save_all(records.people)
        database.training.save_all(records.training)
        database.supervision.save_all(records.supervision)
        database.checks.save_all(records.checks)
        database.hours.save_all(records.hours)


def main() -> int:
    """Interleaved rounds; prints medians and ratios."""
    taken: dict[str, list[float]] = {"read": [], "Standard 6 as at a day": [], "everyone's supervision": []}
    with TemporaryDirectory() as folder, new_database(Path(folder) / "workbook.db") as database:
        store(database, large_workforce())
        records = read_workforce(database)
        for number in range(ROUNDS):
            day = AS_AT + timedelta(days=number)
            taken["read"].append(seconds(partial(read_workforce, database)))
            for name, act in (("Standard 6 as at a day", live_figures), ("everyone's supervision", all_lines)):
                taken[name].append(seconds(partial(act, records.on(CATALOGUE, day))))
    bare = statistics.median(taken.pop("read"))
    worst = 0.0
    for name, found in taken.items():
        ours = statistics.median(found)
        worst = max(worst, ours / bare)
        print(f"{name}: {1000 * ours:.0f} ms against {1000 * bare:.0f} ms to read, {ours / bare:.2f} times")
    print(f"  budget {BUDGET}; the wish: 100 ms for Standard 6 on the reference machine of 2 cores")
    return int(worst > BUDGET)


if __name__ == "__main__":
    raise SystemExit(main())
