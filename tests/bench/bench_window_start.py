# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The window against a bare PySide6 window with one table: to the unlock page, to Home, and from place to place.

``python -m tests.bench.bench_window_start`` prints the ratios and ends with 1 when one is over its budget.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.services.targets import Place, Target
from tests.app.stage import Stage, make_practice_home
from tests.storage.workbooks import create

BUDGET = 2.0
PLACE_MS = 100.0
ROUNDS, OPENINGS = 9, 5
ROOT = Path(__file__).resolve().parents[2]
CHILD = [sys.executable, "-m", "tests.bench.window_child"]


def seconds(*what: str) -> float:
    """From the start of a process to its first paint."""
    begun = time.perf_counter()
    with subprocess.Popen([*CHILD, *what], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        taken = time.perf_counter() - begun
    assert said == b"painted\n", f"{what[0]} ended without a paint"
    return taken


def painted(stage: Stage) -> None:
    """Lay out and paint at once."""
    QCoreApplication.sendPostedEvents()
    stage.window.repaint()


def opening(home: Path) -> tuple[float, dict[str, float], dict[str, float]]:
    """From the accepted passphrase to Home, then each place, first and second visit, all in seconds."""
    stage = Stage(home).start()
    doorway = stage.steering._load().doorway
    entered = doorway.unlock_practice()
    begun = time.perf_counter()
    stage.steering.way_in._enter(entered)
    painted(stage)
    to_home = time.perf_counter() - begun
    stage.working._ready.stop()  # a first visit here is one before the quiet moment that makes places ready
    visits: list[dict[str, float]] = []
    for _visit in range(2):
        taken = {}
        for place in (*list(Place)[1:], Place.HOME):
            begun = time.perf_counter()
            stage.working.go(Target(place))
            painted(stage)
            taken[place.words] = time.perf_counter() - begun
            stage.settle()
        visits.append(taken)
    stage.end()
    return to_home, visits[0], visits[1]


def say(what: str, ours: float, bare: float) -> float:
    """One line; gives the ratio."""
    print(f"{what}: {ours:.3f} s, bare window {bare:.3f} s, ratio {ours / bare:.2f}, budget {BUDGET}")
    return ours / bare


def worst(visits: list[dict[str, float]]) -> dict[str, float]:
    """The median of each place, in ms."""
    return {place: 1000 * statistics.median(visit[place] for visit in visits) for place in visits[0]}


def main() -> int:
    """Interleaved rounds; prints medians, ratios and budgets."""
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    with TemporaryDirectory() as name:
        room = Path(name)
        workbook, _code = create(room / "locked" / "workbooks" / "1")
        workbook.close(backup=False)
        pairs = [(seconds("bare"), seconds("ours", str(room / "locked"))) for _ in range(ROUNDS)]
        make_practice_home(room / "practice")
        homes = [Path(shutil.copytree(room / "practice", room / f"home-{at}")) for at in range(OPENINGS)]
        to_home, first, second = zip(*(opening(home) for home in homes), strict=True)
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratios = [
        say("start to the unlock page", ours, bare),
        say("accepted passphrase to Home", statistics.median(to_home), bare),
    ]
    over = False
    for which, visits in (("first", list(first)), ("second", list(second))):
        found = worst(visits)
        place = max(found, key=lambda each: found[each])
        print(f"{which} visit of a place, worst: {place} {found[place]:.0f} ms, budget {PLACE_MS:.0f}")
        print("  " + ", ".join(f"{each} {taken:.0f}" for each, taken in found.items()))
        over = over or found[place] > PLACE_MS
    return 1 if over or max(ratios) > BUDGET else 0


if __name__ == "__main__":
    raise SystemExit(main())
