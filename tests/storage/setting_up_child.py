# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Run as a child: makes first workbooks, each killed a few disk writes later, and tells how each comes up again."""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.doorway import Doorway
from desktop.support.files import Files
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD, QUICK

STEP = 3


class KillingFiles(FastFiles):
    """Kills its own process at its n-th write or move."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._left = at

    def sync(self, descriptor: int) -> None:
        self._one_less()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._one_less()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._one_less()
        super().remove(path)

    def _one_less(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def door(home: Path, files: Files) -> Doorway:
    return Doorway(home, CLOCK, files, kdf=QUICK)


def first_run(home: Path, at: int) -> None:
    """Make a workbook and enter it, or be killed."""
    doorway = door(home, KillingFiles(at))
    doorway.enter(doorway.make_workbook(OLD).entered).close(backup=False)


def next_start(home: Path) -> str:
    """What the person finds at the next start: a first run again, or the step to go on with; it has to work."""
    doorway = door(home, FastFiles())
    current = doorway.current()
    entered = doorway.make_workbook(OLD).entered if current is None else doorway.unlock(current.folder, OLD)
    desk = doorway.enter(entered)
    step = desk.set_up.next_step()
    desk.close(backup=False)
    begun = "first run" if current is None else "goes on"
    return f"{begun}, {step}, {[each.name for each in doorway.known()]}"


def in_child(act: Callable[[], str | None], pipe: int) -> bool:
    """Whether it came to its end; what it gave, or why not, goes into the pipe."""
    process = os.fork()
    if process == 0:
        try:
            if said := act():
                os.write(pipe, said.encode() + b"\n")
        except AppError as error:
            os.write(pipe, f"refused: {error}\n".encode())
        finally:
            os._exit(0)
    return os.waitpid(process, 0)[1] == 0


def main(place: Path) -> None:
    """Kill later and later, until a first run comes to its end."""
    reading, writing = os.pipe()
    kills = 0
    for at in count(1, STEP):
        home = place / str(at)
        ended = in_child(lambda home=home, at=at: first_run(home, at), writing)  # type: ignore[misc]
        in_child(lambda home=home: next_start(home), writing)  # type: ignore[misc]
        if ended:
            break
        kills += 1
    os.close(writing)
    with os.fdopen(reading) as told:
        print(json.dumps({"kills": kills, "found": sorted(set(told.read().splitlines()))}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
