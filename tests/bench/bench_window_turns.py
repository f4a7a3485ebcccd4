# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The longest turn of the window's thread in a short fixed journey, against the turn that shows one bare table.

``python -m tests.bench.bench_window_turns`` prints the longest turns and the ratio, and ends with 1 over the budget.
Processor time of the window's own thread counts, so that other programs on the machine hardly do.
"""

import os
import shutil
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from desktop.services.targets import Place
from tests.app.hands import Hands
from tests.app.stage import Stage, breathe, make_practice_home
from tests.bench.window_child import Plain

BUDGET = 8.0
ROUNDS = 5
LISTED = 6
SENTENCE = "Every victim-survivor named at referral is offered support by a named partner."


def bare_table() -> float:
    """Seconds of work to make, lay out and paint a window with one table of a thousand rows, by PySide6 alone."""
    begun = time.thread_time()
    window, view, model = QMainWindow(), QTableView(), Plain()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1280, 800)
    window.show()
    breathe()
    window.repaint()
    taken = time.thread_time() - begun
    window.close()
    window.deleteLater()
    breathe()
    return taken


def journey(home: Path) -> dict[str, float]:
    """The longest turn of each thing that a person does, in seconds of work."""
    hands = Hands(Stage(home).start(practice=True))
    for place in Place:
        hands.click(f"place-{place.value}")
    hands.click("place-standards")
    for judgement in "0123":
        hands.click(f"judge-{judgement}")
        hands.paste("narrative", f"{SENTENCE} {judgement}")
        hands.click("add-action-here")
        hands.type("add-action-what", f"Ask the partner, {judgement}")
        hands.click("add-action-save")
        hands.click("place-home")
        hands.click("place-standards")
        hands.click("next-indicator")
    hands.click("link-evidence")
    hands.enter("link-find", "policy")
    hands.stage.window.activateWindow()  # without a screen nobody gives the focus back to the window
    for _step in range(4):
        hands.keys("Ctrl+Z")
    hands.stage.end()
    return hands.watch.turns


def listed(turns: Mapping[str, float]) -> str:
    """The longest turns, longest first."""
    found = sorted(turns.items(), key=lambda turn: -turn[1])[:LISTED]
    return ", ".join(f"{1000 * taken:.0f} ms {what}" for what, taken in found)


def medians(rounds: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median over the rounds, by what was done."""
    found = defaultdict(list)
    for turns in rounds:
        for what, taken in turns.items():
            found[what].append(taken)
    return {what: statistics.median(taken) for what, taken in found.items()}


def main() -> int:
    """Interleaved rounds; prints the longest turns, their ratio to the bare table's, and the budget."""
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    tables, journeys = [], []
    with TemporaryDirectory() as name:
        room = Path(name)
        make_practice_home(room / "practice")
        bare_table()  # loads fonts and style
        for at in range(ROUNDS):
            tables.append(bare_table())
            journeys.append(journey(Path(shutil.copytree(room / "practice", room / f"home-{at}"))))
    turns, table = medians(journeys), statistics.median(tables)
    longest = max(turns.values())
    print(f"longest turns: {listed(turns)}")
    print(f"longest turn: {longest:.3f} s, bare table {table:.3f} s, ratio {longest / table:.2f}, budget {BUDGET}")
    return 1 if longest / table > BUDGET else 0


if __name__ == "__main__":
    raise SystemExit(main())
