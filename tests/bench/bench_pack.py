# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Drawing a pack, tags and finishing and all, against the same pages by bare ReportLab with the same contents page.

Taken in turns, in processor time, so that a busy computer hurts both alike. ``python -m tests.bench.bench_pack`` prints
the ratios and ends with 1 when one is over its budget.
"""

import statistics
import time
from collections.abc import Callable
from io import BytesIO

import pypdf

from desktop.reports.evidence_pack import render
from tests.bench import bare_pack
from tests.documents import snapshots

BUDGET = 1.5
GROWTH_BUDGET = 3.6
ROUNDS = 5
SHORT, LONG = 13, 54  # how many times each narrative is told, for about 100 and 300 pages


def seconds(act: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    act()
    return time.process_time() - start


def medians(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median of each, taken in turns."""
    taken = [(seconds(first), seconds(second)) for _ in range(rounds)]
    return statistics.median(one for one, _ in taken), statistics.median(two for _, two in taken)


def against_bare() -> bool:
    """The practice-sized snapshot."""
    snapshot = snapshots.rich()
    pages = render(snapshot, snapshots.ATTACHMENTS).pages
    bare_pages = len(pypdf.PdfReader(BytesIO(bare_pack.draw(snapshot))).pages)
    ours, bare = medians(lambda: render(snapshot, snapshots.ATTACHMENTS), lambda: bare_pack.draw(snapshot), ROUNDS)
    ratio = ours / bare
    print(f"pack: {pages} pages tagged {ours:.2f} s, {bare_pages} pages bare {bare:.2f} s", end="; ")
    print(f"ratio {ratio:.2f}, budget {BUDGET}")
    return ratio <= BUDGET


def growth() -> bool:
    """Three times the pages."""
    short, long = snapshots.long(SHORT), snapshots.long(LONG)
    few, many = render(short, ()).pages, render(long, ()).pages
    one, three = medians(lambda: render(short, ()), lambda: render(long, ()), 3)
    ratio = three / one
    print(f"pack: {few} pages {one:.2f} s, {many} pages {three:.2f} s; growth {ratio:.2f}, budget {GROWTH_BUDGET}")
    return ratio <= GROWTH_BUDGET * (many / few) / 3


def main() -> int:
    """Run both."""
    return 0 if all([against_bare(), growth()]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
