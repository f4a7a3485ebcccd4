# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Twenty processes open the same workbook at the same moment, again and again; each holder is then killed.

python -m tests.crash.race PLACE ROUNDS      tells each round's winner and what the others were told, as JSON
"""

import json
import os
import select
import signal
import sys
import time
from functools import partial
from pathlib import Path

from tests.crash import fork_server, subject
from tests.crash.fork_server import Tell

RACERS = 20


def race(folder: Path, barrier: int, tell: Tell) -> None:
    """Wait for the start, try to open, tell how it went; the winner holds on until killed."""
    select.select([barrier], [], [])
    try:
        subject.open_(folder)
    except Exception as error:
        tell([type(error).__name__, str(error)])
        return
    tell(["won", str(os.getpid())])
    time.sleep(600)


def late(folder: Path, tell: Tell) -> None:
    """Try to open while somebody holds the workbook."""
    try:
        subject.close(subject.open_(folder))
    except Exception as error:
        tell(str(error))


def one_round(folder: Path) -> dict[str, object]:
    """One race."""
    barrier, go = os.pipe()
    racers = [fork_server.start(partial(race, folder, barrier)) for _ in range(RACERS)]
    os.close(barrier)
    os.write(go, b"!")
    answers = []
    for _, reading in racers:
        told = os.read(reading, 1 << 16)
        answers.append(json.loads(told))
    after = fork_server.run(partial(late, folder))
    os.close(go)
    for process, reading in racers:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(reading)
    winners = [text for kind, text in answers if kind == "won"]
    return {"winners": winners, "others": [answer for answer in answers if answer[0] != "won"], "late": after}


def make(folder: Path, _tell: Tell) -> None:
    """Make the workbook."""
    subject.close(subject.create(folder))


def main(place: Path, rounds: int) -> None:
    """Race, kill the winner, race again."""
    folder = place / "workbook"
    fork_server.run(partial(make, folder))
    for _ in range(rounds):
        print(json.dumps(one_round(folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
