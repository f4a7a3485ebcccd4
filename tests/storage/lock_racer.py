# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A process that tries to open a workbook and says how it went; started by test_instance_lock."""

import sys
from pathlib import Path

from desktop.storage.instance_lock import AlreadyOpenError, InstanceLock
from desktop.support.clock import SystemClock
from desktop.support.files import Files


def opened(folder: Path) -> object:
    """The whole workbook. Imported here, so that twenty racers for the lock alone start quickly."""
    from tests.storage.workbooks import reopen

    return reopen(folder)


def main(what: str, place: str) -> None:
    """Wait for the word, try, say ``held`` or ``refused``, and keep what was got until told to end."""
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        kept = opened(Path(place)) if what == "workbook" else InstanceLock.take(Path(place), Files(), SystemClock())
    except AlreadyOpenError as error:
        print("refused", str(error).replace("\n", " "), flush=True)
        return
    print("held", flush=True)
    sys.stdin.readline()
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
