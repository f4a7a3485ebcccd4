# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``check-pack --help`` against a bare Python that parses the same kind of command line: how light is our start?"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

BUDGET = 4.0
ROUNDS = 15
ROOT = Path(__file__).resolve().parents[2]
BARE = [sys.executable, "-c", "import argparse; argparse.ArgumentParser().parse_args(['--help'])"]
OURS = [sys.executable, "-m", "desktop", "check-pack", "--help"]


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def main() -> int:
    """Interleaved rounds; prints medians, ratio and budget."""
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(ROUNDS)]
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = ours / bare
    print(f"check-pack --help: {ours:.3f} s, bare argparse {bare:.3f} s, ratio {ratio:.2f}, budget {BUDGET}")
    print("  (the wish: 0.3 s on the reference machine of 2 cores)")
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
