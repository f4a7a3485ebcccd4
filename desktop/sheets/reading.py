# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads a spreadsheet: the cheap checks here, the rest in a child process that is stopped when it takes too long."""

import contextlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from desktop.models.sheet import Sheet, SheetFile, SheetKind
from desktop.sheets.encoded import AnswerError, decode
from desktop.sheets.kinds import kind_of
from desktop.sheets.limits import MOST_ANSWER, MOST_FILE, MOST_SECONDS
from desktop.sheets.refusals import (
    BY_CODE,
    CannotOpenError,
    CannotStartReadingError,
    FileTooLargeError,
    ReadingStoppedError,
    SheetRefusedError,
    TooSlowSheetError,
)
from desktop.support.child_start import child_environment
from desktop.support.files import Files

_MODULES: dict[SheetKind, str] = {
    "csv": "desktop.sheets.delimited",
    "xlsx": "desktop.sheets.xlsx",
    "ods": "desktop.sheets.ods",
}
_NO_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_sheets(path: Path, files: Files, *, seconds: float = MOST_SECONDS) -> SheetFile:
    """What is in a CSV, XLSX or ODS file. Raises ``SheetRefusedError`` with the reason. Writes nothing."""
    return read_sheet_bytes(path.name, _content(path, files), seconds=seconds)


def read_sheet_bytes(name: str, data: bytes, *, seconds: float = MOST_SECONDS) -> SheetFile:
    """As ``read_sheets``, for a file that is already in memory."""
    if len(data) > MOST_FILE:
        raise FileTooLargeError
    kind = kind_of(name, data)
    sheets = _asked(kind, data, seconds)
    if kind == "csv":
        sheets = tuple(Sheet(Path(name).stem, sheet.rows) for sheet in sheets)
    return SheetFile(name, kind, sheets)


def child_command(kind: SheetKind) -> list[str]:
    """How the child is started. A frozen build starts itself, by its hidden route."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--sheets", kind]
    return [sys.executable, "-P", "-s", "-m", _MODULES[kind]]


def _content(path: Path, files: Files) -> bytes:
    try:
        if not path.is_file():
            raise CannotOpenError
        return files.read_part(path, 0, MOST_FILE + 1)
    except OSError as error:
        raise CannotOpenError from error


def _asked(kind: SheetKind, data: bytes, seconds: float) -> tuple[Sheet, ...]:
    answer, late = _talk(child_command(kind), data, seconds)
    if late:
        raise TooSlowSheetError
    try:
        said = decode(answer)
    except AnswerError as error:
        raise ReadingStoppedError from error
    if isinstance(said, str):
        raise BY_CODE.get(said, SheetRefusedError)
    return said


def _talk(command: list[str], data: bytes, seconds: float) -> tuple[bytes, bool]:
    """What the child answers, and whether it had to be stopped for being slow."""
    late = threading.Event()
    try:
        child = subprocess.Popen(
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
    assert child.stdin is not None
    assert child.stdout is not None

    def stop() -> None:
        late.set()
        child.kill()

    watch = threading.Timer(seconds, stop)
    giving = threading.Thread(target=_give, args=(child.stdin, data), daemon=True)
    watch.start()
    giving.start()
    try:
        answer = child.stdout.read(MOST_ANSWER + 1)
    finally:
        watch.cancel()
        child.kill()
        child.wait()
        giving.join()
        child.stdout.close()
    return (b"" if len(answer) > MOST_ANSWER else answer), late.is_set()


def _give(pipe: BinaryIO, data: bytes) -> None:
    """Write while the answer is read, so that neither waits for the other."""
    with contextlib.suppress(OSError), pipe:
        pipe.write(data)
