# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The parent's side of the pipes: gives the bytes, takes the answer, and ends a child that takes too long."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from desktop.sheets.limits import MOST_ANSWER
from desktop.sheets.refusals import CannotStartReadingError, ReadingStoppedError, TooSlowSheetError
from desktop.support.child_start import child_environment

_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Talk:
    """One child, started at once. It is ended when it has answered, and after ``seconds`` in any case."""

    def __init__(self, command: Sequence[str], data: bytes, seconds: float) -> None:
        self._late = threading.Event()
        self._child = _started(command)
        self._watch = threading.Timer(seconds, self._stop)
        self._watch.daemon = True
        self._giving = threading.Thread(target=_give, args=(self._child.stdin, data), daemon=True)
        self._watch.start()
        self._giving.start()

    def answer(self) -> bytes:
        """All that the child says. Raises when it is too slow, or says too much."""
        said = self._child.stdout
        assert said is not None
        try:
            answer = said.read(MOST_ANSWER + 1)
        finally:
            self._watch.cancel()
            self._child.kill()
            self._child.wait()
            self._giving.join()
            said.close()
        if self._late.is_set():
            raise TooSlowSheetError
        if len(answer) > MOST_ANSWER:
            raise ReadingStoppedError
        return answer

    def stop(self) -> None:
        """End the child before it has answered."""
        self._child.kill()

    def _stop(self) -> None:
        self._late.set()
        self._child.kill()


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            env=child_environment(),
            creationflags=_NO_CONSOLE,
        )
    except OSError as error:
        raise CannotStartReadingError from error


def _give(pipe: IO[bytes], data: bytes) -> None:
    """Write while the answer is read, so that neither waits for the other."""
    with contextlib.suppress(OSError), pipe:
        pipe.write(data)
