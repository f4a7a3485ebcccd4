# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Forks children from a process that has imported everything and opened nothing, and kills them at random moments.

Started as a process of its own, so that no thread and no open database is ever forked.
"""

import json
import os
import signal
import time
import traceback
from collections.abc import Callable
from typing import Any


class ChildFailedError(Exception):
    """A child ended by itself, with an exception that nobody expected."""


Tell = Callable[[Any], None]
Work = Callable[[Tell], None]


def _child(work: Work, pipe: int) -> None:
    """Run ``work``, which may tell values; never returns."""

    def tell(value: object) -> None:
        os.write(pipe, json.dumps(value).encode() + b"\n")

    try:
        work(tell)
    except BaseException:  # the child must not unwind into the server's stack
        tell({"failed": traceback.format_exc()})
    finally:
        os._exit(0)


def start(work: Work) -> tuple[int, int]:
    """Start a child; gives its process id and the pipe that it tells on."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _child(work, writing)
    os.close(writing)
    return process, reading


def _values(told: bytes) -> list[Any]:
    values = [json.loads(line) for line in told.split(b"\n")[:-1]]
    for value in values:
        if isinstance(value, dict) and "failed" in value:
            raise ChildFailedError(value["failed"])
    return values


def run(work: Work) -> list[Any]:
    """What a child tells that runs to its end."""
    process, reading = start(work)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(process, 0)
    return _values(told)


def run_and_kill(work: Work, after: float) -> list[Any]:
    """What a child told until it was killed, ``after`` seconds from its first value."""
    process, reading = start(work)
    told = os.read(reading, 1 << 16)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as stream:
        told += stream.read()
    return _values(told)
