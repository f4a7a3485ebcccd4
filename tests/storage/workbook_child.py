# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Run as a child, in a small or read-only place: works on a whole workbook and prints what was said."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.records import FileState
from desktop.storage.workbook import Workbook
from desktop.support.files import Files
from tests.storage.workbooks import NEW, OLD, QUICK, add_evidence, charity, create, name_charity, reopen


def in_read_only(folder: Path) -> dict[str, object]:
    """Read all, try every kind of write."""
    workbook = reopen(folder / "records", files=Files())
    found: dict[str, object] = {
        "read_only": workbook.read_only,
        "charity": charity(workbook),
        "evidence": [workbook.evidence.state_of_name(name).value for name in sorted(workbook.evidence.names())],
        "second": code(lambda: reopen(folder / "records", files=Files())),
        "record": code(lambda: name_charity(workbook, "B")),
        "add": code(lambda: workbook.evidence.add([b"paper"])),
        "backup": code(workbook.backup),
        "passphrase": code(lambda: workbook.keys.change_passphrase(OLD, NEW, QUICK)),
        "new": code(lambda: create(folder / "new", files=Files())),
    }
    workbook.close()
    return found


def in_small(folder: Path) -> dict[str, object]:
    """Fill the disk, give the ballast back, work on."""
    workbook, _ = create(folder / "records", files=Files())
    name_charity(workbook, "Hafan")
    stored = add_evidence(workbook, "e1", b"first paper")
    workbook.ballast.keep()
    held = workbook.layout.ballast.stat().st_size
    with (folder / "filler").open("wb", buffering=0) as filler:
        fill(filler.write)
        filler.truncate(filler.tell() - 3_000_000)
    said = {code(lambda: workbook.evidence.add([bytes(1_000_000)] * 9))}  # full half-way through
    with (folder / "more filler").open("wb", buffering=0) as filler:
        fill(filler.write)
    said |= {code(lambda n=n: name_charity(workbook, f"{n}" * 50_000)) for n in range(5)}  # type: ignore[misc]
    said |= {code(workbook.backup), code(lambda: workbook.evidence.add([b"small paper" * 2000]))}
    said |= {code(lambda: workbook.keys.change_passphrase(OLD, NEW, QUICK))}
    before = charity(workbook)
    released = workbook.ballast.release()
    after = code(lambda: name_charity(workbook, "Hafan again"))
    workbook.close(backup=False)
    again = reopen(folder / "records", files=Files())
    strays = len(again.evidence.strays([stored.sha256]))
    whole = again.db.verify_history().whole and again.evidence.state(stored.sha256) is FileState.STORED
    now = charity(again)
    again.close(backup=False)
    return {
        "held": held,
        "said": sorted(said),
        "before": before,
        "released": released,
        "after": after,
        "now": now,
        "whole": whole,
        "strays": strays,
    }


def fill(write: Callable[[bytes], object]) -> None:
    """Write until nothing fits."""
    for size in (1_000_000, 4096, 1):
        try:
            while True:
                write(bytes(size))
        except OSError:
            continue


def code(act: Callable[[], object]) -> str:
    """What was said, or 'done'."""
    try:
        got = act()
    except AppError as error:
        return error.code
    if isinstance(got, Workbook):
        got.close()
    return "done"


if __name__ == "__main__":
    print(json.dumps({"read_only": in_read_only, "small": in_small}[sys.argv[2]](Path(sys.argv[1]))))
