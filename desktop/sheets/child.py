# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The child process: the bytes of one file come in by pipe, its sheets go out as JSON."""

import codecs
import gc
import sys
import warnings
from collections.abc import Callable

from desktop.models.sheet import Sheet
from desktop.sheets.encoded import encode, encode_refusal
from desktop.sheets.limits import MOST_FILE, MOST_MEMORY, MOST_SECONDS
from desktop.sheets.refusals import NeedsTooMuchError, SheetRefusedError
from desktop.support.child_limits import allow_seconds, limit_process

LATE_LOADED = ("ascii", "cp1252", "cp437", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")

Read = Callable[[bytes], tuple[Sheet, ...]]


def serve(read: Read) -> int:
    """Read one file by ``read`` and answer. Called by each reader's own module, so that a child loads one library."""
    for encoding in LATE_LOADED:  # after the limits are set no file can be opened, not even Python's own
        codecs.lookup(encoding)
    warnings.simplefilter("ignore")
    gc.disable()  # one file and then the end: looking for garbage would take a fifth of the time
    limit_process(MOST_MEMORY)
    allow_seconds(MOST_SECONDS)
    sys.stdout.buffer.write(answer(read, sys.stdin.buffer.read(MOST_FILE)))
    sys.stdout.buffer.flush()
    return 0


def answer(read: Read, data: bytes) -> bytes:
    """The sheets of a file, or the refusal that came of it."""
    try:
        return encode(read(data))
    except SheetRefusedError as refusal:
        code = refusal.code
    except MemoryError:
        code = NeedsTooMuchError.code
    except Exception:  # whatever a stranger's file sets off, the parent gets a plain answer
        code = SheetRefusedError.code
    return encode_refusal(code)  # not among the above: while an error is held, so is all that was read
