# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Many start at once: one opens the workbook, the others are told who has it, a killed holder hinders nobody (F08)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.race import RACERS
from tests.crash.recording import ROOT

ROUNDS = 10


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="RACES NOT TESTED: they need fork and SIGKILL")
def test_one_of_twenty_opens_and_the_others_learn_who(swift: Path) -> None:
    command = [sys.executable, "-m", "tests.crash.race", str(swift), str(ROUNDS)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    rounds = [json.loads(line) for line in told.splitlines()]
    others = [answer for each in rounds for answer in each["others"]]
    named = [text for each in rounds for _, text in each["others"] if f"(process {each['winners'][0]})" in text]
    print(f"{ROUNDS} races of {RACERS}: {len(others)} refused, {len(named)} of them were told who has it")
    assert [len(each["winners"]) for each in rounds] == [1] * ROUNDS
    assert {kind for kind, _ in others} == {"AlreadyOpenError"}
    for each in rounds:
        [late] = each["late"]
        assert f"(process {each['winners'][0]})" in late
    assert len(named) == len(others)
