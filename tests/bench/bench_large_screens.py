# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Each screen of the workforce with 200 people, 12,000 training records and 5,000 sessions, against the practice data.

A round saves something, reads the screen anew and paints it: a fact of the charity, then a fact about one person, after
which all is worked out again. ``python -m tests.bench.bench_large_screens`` prints the medians and ratios of both, and
ends with 1 when one of the first is over its budget.
"""

import os
import statistics
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.models.changes import Op
from desktop.services.desk import Desk
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.due.page import DuePage
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.people.matrix.page import MatrixPage
from desktop.ui.pages.people.needs.page import NeedsPage
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.pages.people.standard_six.page import StandardSixPage
from desktop.ui.theme import LOOK
from tests.bench.large_workforce import large_workforce
from tests.storage.desks import desk_of, practice_workbook
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.listener import Listener

BUDGET, ROUNDS = 2.0, 7
Make = Callable[[Desk, Tools], Page]
Save = Callable[[Database, int], None]
SCREENS: Mapping[str, Make] = {
    "Home": lambda desk, tools: HomePage(desk.overview, tools),
    "Due": DuePage,
    "People": PeoplePage,
    "Matrix": MatrixPage,
    "Needs": NeedsPage,
    "Standard 6": StandardSixPage,
}


def shown(desk: Desk, make: Make) -> Page:
    """The screen, as wide as the window gives it."""
    listener = Listener()
    page = make(desk, Tools(listener, Jobs(listener.tell), lambda _target: None, CLOCK.today, drafts=desk))
    page.resize(1084, 680)
    page.arrange(72.0)
    page.refresh()
    page.show()
    return page


def save_a_fact(database: Database, number: int) -> None:
    """Something that is no record of the workforce."""
    with database.write(Op.CHANGE_SETTING):
        database.meta.set("bench", str(number))


def save_a_person(database: Database, number: int) -> None:
    """Something that every screen of the workforce depends on."""
    someone = database.people.list()[0]
    with database.write(Op.EDIT_PERSON, someone.name):
        database.people.save(replace(someone, outside_supervisor=f"Someone {number}"))


def one_round(desk: Desk, page: Page, save: Save, number: int) -> float:
    """Save, then read and paint."""
    save(desk._workbook.db, number)
    begun = time.perf_counter()
    page.refresh()
    page.grab()
    return time.perf_counter() - begun


def large(folder: Path) -> Workbook:
    """The practice workbook with a large team in it."""
    workbook, records = practice_workbook(folder), large_workforce()
    with workbook.db.write(Op.IMPORT_RECORDS, "bench"):
        workbook.db.people.save_all(records.people)
        workbook.db.training.save_all(records.training)
        workbook.db.supervision.save_all(records.supervision)
        workbook.db.checks.save_all(records.checks)
        workbook.db.hours.save_all(records.hours)
    return workbook


def main() -> int:
    """Print each screen's medians and ratio."""
    QApplication([])
    LOOK.wear("light", 100)
    worst = 0.0
    with TemporaryDirectory() as folder, ExitStack() as open_desks:
        small = open_desks.enter_context(desk_of(practice_workbook(Path(folder) / "practice")))
        big = open_desks.enter_context(desk_of(large(Path(folder) / "large")))
        for name, make in SCREENS.items():
            pages = [(desk, shown(desk, make)) for desk in (small, big)]
            for what, save in (("after another save", save_a_fact), ("after a person's", save_a_person)):
                found = [[one_round(desk, page, save, number) for desk, page in pages] for number in range(ROUNDS)]
                practice, ours = (statistics.median(side) for side in zip(*found, strict=True))
                worst = max(worst, ours / practice) if save is save_a_fact else worst
                print(
                    f"{name}, {what}: {1000 * ours:.0f} ms against {1000 * practice:.0f}, {ours / practice:.2f} times"
                )
    print(f"  budget {BUDGET}")
    return int(worst > BUDGET)


if __name__ == "__main__":
    raise SystemExit(main())
