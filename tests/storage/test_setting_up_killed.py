# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A first run killed at any write comes up as a first run again, or goes on where it was."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="KILLED FIRST RUN NOT TESTED: it needs fork and SIGKILL")
def test_a_first_run_killed_anywhere_begins_again_or_goes_on_with_the_recovery_sheet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.setting_up_child", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    said = json.loads(done.stdout)
    assert said["kills"] > 5
    assert said["found"] == [
        "first run, recovery_sheet, ['Workbook 1']",
        "goes on, recovery_sheet, ['Workbook 1']",
    ]
