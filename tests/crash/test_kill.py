# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Killed at any moment: what was acknowledged is there, nothing is half done, and work goes on (trust.md R1)."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.crash.recording import ROOT

KILLS = 300
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="KILLS NOT TESTED: they need fork and SIGKILL")


@pytest.mark.slow
def test_no_kill_loses_or_halves_an_action(swift: Path) -> None:
    started = time.monotonic()
    servers = [start(swift / f"server {seed}", KILLS // 2, seed) for seed in (1, 2)]
    findings = [json.loads(server.communicate()[0]) for server in servers]
    actions = sum(finding["actions"] for finding in findings)
    print(f"{KILLS} kills, {actions} acknowledged actions, {time.monotonic() - started:.0f} s: {findings}")
    assert [bad for finding in findings for bad in finding["bad"]] == []
    assert sum(finding["found"].get("whole", 0) for finding in findings) == KILLS
    assert actions > KILLS


def start(place: Path, kills: int, seed: int) -> subprocess.Popen[str]:
    """Start one kill loop in a process of its own."""
    place.mkdir()
    command = [sys.executable, "-m", "tests.crash.kill_loop", str(place), str(kills), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
