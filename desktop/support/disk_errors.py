# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the disk answers, said for people. ``plain_disk_errors`` turns ``OSError`` of a write into these."""

import contextlib
import errno
from collections.abc import Iterator

from desktop.models.errors import AppError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FULL_WINDOWS = {39, 112}
_BARRED = {errno.EROFS, errno.EACCES, errno.EPERM}
_BARRED_WINDOWS = {5, 19}
_HELD_WINDOWS = {32, 33}


class DiskError(AppError):
    """Something could not be written."""

    code = "write_failed"
    happened = "{what} could not be written: {reason}."
    safe = "What was saved before is whole."
    to_do = "Check the disk or stick, then try again."


class DiskFullError(DiskError):
    """The disk has no room."""

    code = "disk_full"
    happened = "{what} could not be written because the disk is full."
    safe = "What was saved before is whole."
    to_do = "Free some space (the recycle bin and Downloads are good places to start), then try again."


class DiskBarredError(DiskError):
    """The folder does not accept writing."""

    code = "write_barred"
    happened = "{what} could not be written because this folder does not let Sevenfold write."
    safe = "What was saved before is whole."
    to_do = (
        "On Windows, open Controlled folder access in Windows Security and allow Sevenfold; on a stick, move its "
        "lock switch. Then try again."
    )


class DiskHeldError(DiskError):
    """Another program holds the file."""

    code = "file_held"
    happened = "{what} could not be written because another program is holding the file."
    safe = "What was saved before is whole."
    to_do = "Wait a minute for the virus scanner or sync program to finish, then try again."


@contextlib.contextmanager
def plain_disk_errors(what: str) -> Iterator[None]:
    """Raise a ``DiskError`` about ``what`` (a noun phrase) when the block meets an ``OSError``."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, what) from error


def disk_error(error: OSError, what: str) -> DiskError:
    """The ``DiskError`` that says what an ``OSError`` means for ``what``."""
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL or windows in _FULL_WINDOWS:
        return DiskFullError(what=what)
    if windows in _HELD_WINDOWS:
        return DiskHeldError(what=what)
    if error.errno in _BARRED or windows in _BARRED_WINDOWS:
        return DiskBarredError(what=what)
    return DiskError(what=what, reason=(error.strerror or "the disk reports a fault").lower())
