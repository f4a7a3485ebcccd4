# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading a charity's own sheet as a job: no database, steps to show, and a child process that cancelling ends."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillReadingError
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.sheet import SheetFile
from desktop.services.importing.layout import Layout
from desktop.services.importing.own_book import is_own_book
from desktop.services.importing.preview import Preview
from desktop.services.importing.previewing import guess_layout, preview
from desktop.sheets.reading import Reading, start_reading
from desktop.support.files import Files

Step = Callable[[int, int, str], None]
_EVERY_SECONDS = 0.05
_STEPS = 4


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A file with the likeliest layout, and what it would bring in that layout."""

    file: SheetFile
    layout: Layout
    preview: Preview


@dataclass(frozen=True, slots=True)
class ReadBook:
    """A workforce book that Sevenfold made: it needs no layout."""

    file: SheetFile


def read_and_guess(path: Path, files: Files, today: date, step: Step) -> ReadSheet | ReadBook:
    """As ``read_sheet``, with what can be made of the file. Raises ``NoLayoutError`` too."""
    file = read_sheet(path, files, step)
    if is_own_book(file):
        return ReadBook(file)
    step(2, _STEPS, "Finding out what stands where")
    layout = guess_layout(file)
    step(3, _STEPS, "Looking at every row")
    return ReadSheet(file, layout, preview(file, layout, today))


def read_sheet(path: Path, files: Files, step: Step) -> SheetFile:
    """What is in a CSV, XLSX or ODS file. Raises ``SheetRefusedError`` with the reason, ``CancelledError`` by step."""
    step(0, _STEPS, f"Opening {path.name}")
    reading = start_reading(path, files)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="sheet") as waiting:
        try:
            return _answer(reading, waiting, lambda: step(1, _STEPS, f"Reading {path.name}"))
        except BaseException:
            reading.stop()
            raise


def _answer(reading: Reading, waiting: ThreadPoolExecutor, step: Callable[[], None]) -> SheetFile:
    answer = waiting.submit(reading.result)
    while True:
        step()
        try:
            return answer.result(_EVERY_SECONDS)
        except StillReadingError:
            if answer.done():
                raise
