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
from tests.app.stage import Stage, breathe, make_practice_home
from tests.storage.workbooks import create

BUDGET = 2.0
PLACE_MS = 100.0
ROUNDS, OPENINGS = 9, 5
ROOT = Path(__file__).resolve().parents[2]
CHILD = [sys.executable, "-m", "tests.bench.window_child"]


def compiled(room: Path) -> dict[str, str]:
    """Surroundings in which our modules are compiled once, as an installer does it."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**around, "PYTHONPYCACHEPREFIX": str(room / "compiled")}


def seconds(around: dict[str, str], *what: str) -> float:
    """From the start of a process to its first paint."""
    begun = time.perf_counter()
    command, pipe, nowhere = [*CHILD, *what], subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=around, stdout=pipe, stderr=nowhere) as child:
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
    """From the accepted passphrase to Home, then each place at once after that, and in a quiet window; in seconds."""
    stage = Stage(home).start()
    doorway = stage.steering._load().doorway
    entered = doorway.unlock_practice()
    begun = time.perf_counter()
    stage.steering.way_in._enter(entered)
    stage.working._ready.stop()  # else the quiet moments in between would make the places ready
    while not stage.working.frame._begun:  # Home comes in a few turns after its frame
        breathe(1)
    painted(stage)
    to_home = time.perf_counter() - begun
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


def listed(places: dict[str, float]) -> str:
    """Each place with its ms."""
    return ", ".join(f"{place} {taken:.0f}" for place, taken in places.items())


def main() -> int:
    """Interleaved rounds; prints medians, ratios and budgets."""
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    with TemporaryDirectory() as name:
        room = Path(name)
        workbook, _code = create(room / "locked" / "workbooks" / "1")
        workbook.close(backup=False)
        around, ours_at = compiled(room), str(room / "locked")
        _compiling = seconds(around, "bare"), seconds(around, "ours", ours_at)
        pairs = [(seconds(around, "bare"), seconds(around, "ours", ours_at)) for _ in range(ROUNDS)]
        make_practice_home(room / "practice")
        homes = [Path(shutil.copytree(room / "practice", room / f"home-{at}")) for at in range(OPENINGS)]
        to_home, first, second = zip(*(opening(home) for home in homes), strict=True)
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratios = [
        say("start to the unlock page", ours, bare),
        say("accepted passphrase to Home", statistics.median(to_home), bare),
    ]
    at_once, ready = worst(list(first)), worst(list(second))
    print(f"a place that was not made ready yet, worst: {max(at_once.values()):.0f} ms ({listed(at_once)})")
    print(f"a place that is ready, worst: {max(ready.values()):.0f} ms, budget {PLACE_MS:.0f} ({listed(ready)})")
    return 1 if max(ready.values()) > PLACE_MS or max(ratios) > BUDGET else 0


if __name__ == "__main__":
    raise SystemExit(main())
