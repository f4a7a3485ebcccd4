# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One program at a time: a lock file held by the operating system, so a killed holder leaves nothing to click away.

The file stays when the lock is given back: deleting it would let two openers hold two different files.
"""

import contextlib
import errno
import getpass
import json
import os
import platform
import sys
from pathlib import Path

from desktop.models.errors import AppError
from desktop.support.clock import Clock
from desktop.support.disk_errors import disk_error, plain_disk_errors
from desktop.support.files import Files

_NOTE_BYTES = 4096
_NOTE_SECONDS = (0.1, 0.2, 0.4)
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 30  # far behind the note, because Windows forbids reading locked bytes

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyOpenError(AppError):
    """Someone holds the workbook."""

    code = "already_open"
    happened = "This workbook is already open{who}."
    safe = "Nothing was changed."
    to_do = "Use the window that is open, or close it there first."


class InstanceLock:
    """Held from ``take`` to ``release``, or until the process ends, however it ends."""

    def __init__(self, descriptor: int, files: Files) -> None:
        self._descriptor: int | None = descriptor
        self._files = files

    @classmethod
    def take(cls, path: Path, files: Files, clock: Clock) -> "InstanceLock":
        """Take the lock at once or raise ``AlreadyOpenError``, which says who and since when."""
        with plain_disk_errors("The lock file"):
            descriptor = files.open_to_hold(path)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _BUSY:
                raise AlreadyOpenError(who=_holder(path, files)) from error
            raise disk_error(error, "The lock file") from error
        note = {"pid": os.getpid(), "host": platform.node(), "user": _user(), "since": clock.now().isoformat()}
        with contextlib.suppress(OSError):  # a full disk spoils the note, not the lock
            files.rewrite_held(descriptor, json.dumps(note).encode())
        return cls(descriptor, files)

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                self._files.rewrite_held(self._descriptor, b"")
            os.close(self._descriptor)
            self._descriptor = None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list
        return "someone"


def _holder(path: Path, files: Files) -> str:
    """Who holds it, in words, or ''. A holder of this very moment is given time to write its note over an older one."""
    for seconds in _NOTE_SECONDS:
        files.wait_for_others(seconds)
        if who := _noted(path, files):
            return who
    return ""


def _noted(path: Path, files: Files) -> str:
    try:
        note = json.loads(files.read_part(path, 0, _NOTE_BYTES))
        if note["host"] == platform.node() and _is_gone(int(note["pid"])):
            return ""  # the note of a holder that was killed; the next one has not written its own yet
        day, hour = str(note["since"])[:10], str(note["since"])[11:16]
        return f" by {note['user']} on {note['host']} since {day} {hour} UTC (process {note['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # the holder is just writing it


def _is_gone(process: int) -> bool:
    """Whether no such process runs, where asking does no harm (on Windows it would end it)."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False
