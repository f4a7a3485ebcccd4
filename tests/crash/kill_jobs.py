# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Kills one kind of job at random moments, each time on a fresh copy of the same workbook.

python -m tests.crash.kill_jobs PLACE JOB KILLS SEED      tells its findings as one line of JSON
"""

import json
import random
import shutil
import sys
import time
from functools import partial
from pathlib import Path

from tests.crash import fork_server, jobs, subject
from tests.crash.fork_server import Tell

Contents = dict[str, str]


def undisturbed(place: Path, name: str, tell: Tell) -> None:
    """Tell the content before and after the job, and how long it takes."""
    tell(jobs.content_of(place, name, upgraded=False))
    steps = jobs.JOBS[name](place)
    next(steps)
    started = time.monotonic()
    next(steps, None)
    tell(time.monotonic() - started)


def after(place: Path, name: str, tell: Tell) -> None:
    """Tell the content after the job."""
    tell(jobs.content_of(place, name, upgraded=True))


def do(place: Path, name: str, tell: Tell) -> None:
    """Do the job, telling when it begins and when it is done; then wait to be killed."""
    steps = jobs.JOBS[name](place)
    next(steps)
    tell("begun")
    next(steps, None)
    tell("finished")
    time.sleep(600)


def check(place: Path, name: str, contents: tuple[Contents, Contents], finished: bool, tell: Tell) -> None:
    """Tell what is wrong after a kill, and whether the job had its effect."""
    old, new = contents
    tell(jobs.problems_after(place, name, old, new, finished=finished))


def main(place: Path, name: str, kills: int, seed: int) -> None:
    """Prepare once, then copy, kill, check, add up."""
    generator = random.Random(seed)
    template = place / "template"
    fork_server.run(lambda _tell: jobs.prepare(template))
    subject.know_key(template / jobs.WORKBOOK)
    trial = place / "undisturbed"
    shutil.copytree(template, trial)
    before, seconds = fork_server.run(partial(undisturbed, trial, name))
    [new] = fork_server.run(partial(after, trial, name))
    bad: list[str] = []
    finished_jobs = 0
    for kill in range(kills):
        trial = place / f"trial {kill}"
        shutil.copytree(template, trial)
        moment = generator.uniform(0, seconds * 1.2)
        told = fork_server.run_and_kill(partial(do, trial, name), moment)
        finished = told[-1] == "finished"
        finished_jobs += finished
        if finished and moment < 0.7 * seconds:  # the machine is quicker or slower now: aim anew
            seconds *= 0.85
        elif not finished and moment > 0.7 * seconds:
            seconds *= 1.3
        [problems] = fork_server.run(partial(check, trial, name, (before, new), finished))
        bad += [f"{name}, killed after {moment * 1000:.1f} ms: {problem}" for problem in problems]
        shutil.rmtree(trial)
    print(json.dumps({"job": name, "kills": kills, "ms": round(seconds * 1000), "finished": finished_jobs, "bad": bad}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
