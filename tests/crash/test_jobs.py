# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backup, restore, change of passphrase and upgrade, killed or cut off: old or new, never between (F09, F12)."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.crash import jobs
from tests.crash.recording import MARK, ROOT, build_shim, record
from tests.crash.replay import Disk, State, power_cuts, read_log

KILLS = 25
CUTS = 30
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="KILLED JOBS NOT TESTED: they need fork and SIGKILL"),
]


def test_no_kill_leaves_a_job_half_done(swift: Path) -> None:
    findings = []
    names = sorted(jobs.JOBS)
    for pair in (names[:2], names[2:]):
        servers = [start(swift / name, name) for name in pair]
        findings += [json.loads(server.communicate()[0]) for server in servers]
    print("\n".join(str(finding) for finding in findings))
    assert [bad for finding in findings for bad in finding["bad"]] == []
    assert sum(finding["kills"] for finding in findings) == 4 * KILLS


def start(place: Path, name: str) -> subprocess.Popen[str]:
    """Start the killing of one job in a process of its own."""
    place.mkdir()
    command = [sys.executable, "-m", "tests.crash.kill_jobs", str(place), name, str(KILLS), "7"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled recorder."""
    return build_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def template(swift: Path) -> Path:
    """A place with a workbook and a backup, to be copied."""
    place = swift / "template"
    jobs.prepare(place)
    return place


@pytest.mark.parametrize("name", sorted(jobs.JOBS))
def test_no_power_cut_leaves_a_job_half_done(shim: Path, template: Path, swift: Path, name: str) -> None:
    before = jobs.content_of(template, name, upgraded=False)
    watched = swift / "watched"
    shutil.copytree(template, watched)
    disk = Disk(watched)
    record(
        shim,
        watched,
        swift / "log",
        [sys.executable, "-m", "tests.crash.recorded_job", str(watched), name, str(MARK)],
    )
    records = read_log(swift / "log", watched)
    after = jobs.content_of(watched, name, upgraded=True)
    states = power_cuts(disk, records, CUTS, 9, swift / "states")
    problems = list(judged(states, name, before, after))
    print(f"{name}: {CUTS} power cuts in {len(records)} recorded calls, {len(problems)} problems")
    assert problems == []


def judged(states: Iterator[State], name: str, before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """All problems of all states, found by two worker processes."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        waiting = [
            (state.what, pool.submit(judge, state.folder, name, before, after, finished="finished" in state.marks))
            for state in states
        ]
        for what, future in waiting:
            yield from (f"{what}: {problem}" for problem in future.result())


def judge(place: Path, name: str, before: dict[str, str], after: dict[str, str], *, finished: bool) -> list[str]:
    """The problems of one state; its folder is removed afterwards."""
    problems = jobs.problems_after(place, name, before, after, finished=finished)
    shutil.rmtree(place)
    return problems
