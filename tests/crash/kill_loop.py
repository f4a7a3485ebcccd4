# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Kills a writer again and again and compares what it had acknowledged with what is found afterwards.

python -m tests.crash.kill_loop PLACE KILLS SEED      tells its findings as one line of JSON
"""

import json
import random
import sys
from functools import partial
from pathlib import Path

from tests.crash import fork_server, subject
from tests.crash.fork_server import Tell
from tests.crash.judging import GOOD, judge

LONGEST_WAIT = 0.04
ACTIONS_PER_WORKBOOK = 60


def expected_contents(folder: Path, tell: Tell) -> None:
    """Tell the digest after each action of a session that nobody disturbs."""
    workbook = subject.create(folder)
    tell(subject.digest(workbook))
    for number in range(ACTIONS_PER_WORKBOOK + 60):
        subject.act(workbook, number)
        tell(subject.digest(workbook))
    subject.close(workbook)


def make(folder: Path, _tell: Tell) -> None:
    """Make a new workbook."""
    subject.close(subject.create(folder))


def work_for_ever(folder: Path, tell: Tell) -> None:
    """Act until killed, telling after each action how many are done."""
    workbook = subject.open_(folder)
    number = subject.done(workbook)
    while True:
        subject.act(workbook, number)
        number += 1
        tell(number)


def check(folder: Path, expected: list[str], done: int, tell: Tell) -> None:
    """Tell the verdict, and how many actions there are now."""
    judged = judge(folder, expected, done)
    tell([judged.verdict, judged.detail, judged.done])


def main(place: Path, kills: int, seed: int) -> None:
    """Kill, check, add up."""
    generator = random.Random(seed)
    expected = fork_server.run(partial(expected_contents, place / "undisturbed"))
    found: dict[str, int] = {}
    bad: list[str] = []
    actions, workbooks, done = 0, 0, ACTIONS_PER_WORKBOOK
    folder = place
    for kill in range(kills):
        if done >= ACTIONS_PER_WORKBOOK:
            workbooks += 1
            folder, done = place / f"workbook {workbooks}", 0
            fork_server.run(partial(make, folder))
            subject.know_key(folder)
        told = fork_server.run_and_kill(partial(work_for_ever, folder), generator.uniform(0, LONGEST_WAIT))
        actions += told[-1] - done
        [[verdict, detail, done]] = fork_server.run(partial(check, folder, expected, told[-1]))
        found[verdict] = found.get(verdict, 0) + 1
        if verdict not in GOOD:
            bad.append(f"kill {kill}: {verdict}: {detail}")
            done = ACTIONS_PER_WORKBOOK
    print(json.dumps({"found": found, "bad": bad, "actions": actions, "workbooks": workbooks}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
