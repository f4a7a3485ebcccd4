# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads a spreadsheet: the cheap checks here, the rest in a child process that is stopped when it takes too long."""

import sys
from pathlib import Path

from desktop.models.sheet import Sheet, SheetFile, SheetKind
from desktop.sheets.encoded import AnswerError, decode
from desktop.sheets.kinds import kind_of
from desktop.sheets.limits import MOST_FILE, MOST_SECONDS
from desktop.sheets.refusals import (
    BY_CODE,
    CannotOpenError,
    FileTooLargeError,
    ReadingStoppedError,
    SheetRefusedError,
)
from desktop.sheets.talk import Talk
from desktop.support.files import Files


class Reading:
    """A file that a child is reading, while the caller does something else."""

    def __init__(self, name: str, data: bytes, seconds: float) -> None:
        if len(data) > MOST_FILE:
            raise FileTooLargeError
        self._name = name
        self._kind = kind_of(name, data)
        self._talk = Talk(child_command(self._kind), data, seconds)

    def result(self) -> SheetFile:
        """What is in the file, once. Waits for the child; raises ``SheetRefusedError`` with its reason."""
        answer = self._talk.answer()
        try:
            sheets = decode(answer)
        except AnswerError as error:
            raise ReadingStoppedError from error
        if isinstance(sheets, str):
            raise BY_CODE.get(sheets, SheetRefusedError)
        if self._kind == "csv":
            sheets = tuple(Sheet(Path(self._name).stem, sheet.rows) for sheet in sheets)
        return SheetFile(self._name, self._kind, sheets)

    def stop(self) -> None:
        """End the child at once; what waits for ``result`` is told that the reading was stopped."""
        self._talk.stop()


def start_reading(path: Path, files: Files, *, seconds: float = MOST_SECONDS) -> Reading:
    """Start to read a CSV, XLSX or ODS file. Raises ``SheetRefusedError`` for what can be told at once."""
    return Reading(path.name, _content(path, files), seconds)


def read_sheets(path: Path, files: Files, *, seconds: float = MOST_SECONDS) -> SheetFile:
    """What is in a CSV, XLSX or ODS file. Raises ``SheetRefusedError`` with the reason. Writes nothing."""
    return start_reading(path, files, seconds=seconds).result()


def read_sheet_bytes(name: str, data: bytes, *, seconds: float = MOST_SECONDS) -> SheetFile:
    """As ``read_sheets``, for a file that is already in memory."""
    return Reading(name, data, seconds).result()


def child_command(kind: SheetKind) -> list[str]:
    """How the child is started: by the hidden route of the program, which a frozen build is itself."""
    program = [] if getattr(sys, "frozen", False) else ["-P", "-s", "-m", "desktop"]
    return [sys.executable, *program, "--sheets", kind]


def _content(path: Path, files: Files) -> bytes:
    try:
        if not path.is_file():
            raise CannotOpenError
        return files.read_part(path, 0, MOST_FILE + 1)
    except OSError as error:
        raise CannotOpenError from error
