# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The preview of a matrix of 200 people and 60 columns, read within all limits, against openpyxl alone reading it.

Both as whole processes, taken in turns, with their modules compiled before, as they are where the app is installed.
``python -m tests.bench.bench_sheets`` prints the ratios, for a matrix as typed
and for one with formulas in its last row, and ends with 1 when one is over its budget.
"""

import os
import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from openpyxl.utils import get_column_letter

BUDGET = 2.0
ROUNDS = 9
PEOPLE, COLUMNS = 200, 60
ROOT = Path(__file__).resolve().parents[2]
READ = (
    "import sys, openpyxl; [[c.value for r in s.iter_rows() for c in r] for s in openpyxl.load_workbook(sys.argv[1])]"
)
BARE = ("-c", READ)
OURS = ("-m", "desktop", "preview-import", "--json")
FIRST = (
    "Ann Bethan Carys Dilys Elin Ffion Gwen Hana Ines Jo Kaz Lowri Mair Nia Olwen Petra Rhian Sian Tomos Una".split()
)
FAMILY = "Adair Bevan Cule Dhillon Evans Farr Haynes Ives Jenkin Kaur".split()
NAMES = [f"{first} {family}" for first in FIRST for family in FAMILY]


def matrix(path: Path, *, formulas: bool) -> None:
    """A wide matrix of true dates, without repeats that would be easy to remember."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Role", *(f"Course {number}" for number in range(2, COLUMNS))])
    for person in range(PEOPLE):
        days = (date(2022, 1, 1) + timedelta(days=(person * 37 + at * 91) % 1700) for at in range(2, COLUMNS))
        sheet.append([NAMES[person], "Worker", *days])
    if formulas:
        letters = (get_column_letter(at) for at in range(3, COLUMNS + 1))
        sheet.append(["Total", "", *(f"=COUNTA({letter}2:{letter}{PEOPLE + 1})" for letter in letters)])
    book.save(path)


def seconds(arguments: tuple[str, ...], path: Path) -> float:
    """Wall time of one process. What it compiles is kept beside the file."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given["PYTHONPYCACHEPREFIX"] = str(path.parent / "compiled")
    command = [sys.executable, *arguments, str(path)]
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=given, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def ratio(name: str, path: Path) -> float:
    """Interleaved rounds, the first of which only compiles; prints medians, ratio and budget."""
    pairs = [(seconds(BARE, path), seconds(OURS, path)) for _ in range(ROUNDS + 1)][1:]
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    found = statistics.median(mine / theirs for theirs, mine in pairs)  # of neighbours: a machine changes its pace
    print(f"{name}: {ours:.3f} s, openpyxl alone {bare:.3f} s, ratio {found:.2f}, budget {BUDGET}")
    return found


def main() -> int:
    """Both matrices."""
    with TemporaryDirectory() as folder:
        plain, totals = Path(folder) / "plain.xlsx", Path(folder) / "totals.xlsx"
        matrix(plain, formulas=False)
        matrix(totals, formulas=True)
        found = [ratio("matrix of 200 x 60", plain), ratio("with a row of formulas", totals)]
    return 0 if max(found) <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
