# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A workforce book on its way back in: nothing is asked, for ids and dates are as they went out."""

from desktop.services.workforce.own_books import BookBrought, OwnBooks
from desktop.services.workforce.sheet_import import Outcome
from desktop.services.workforce.sheet_reading import ReadBook


class BookImport:
    """A book that was read. Beginning raises ``NewerBookError`` and ``BookProblemsError``."""

    touched = False  # there is nothing to decide, so nothing is lost by leaving

    def __init__(self, books: OwnBooks, read: ReadBook) -> None:
        self._books, self.file = books, read.file
        self._brought = books.look(read.file)

    def outcome(self) -> Outcome:
        """What it would bring as things stand."""
        return _outcome(self._brought)

    def store(self) -> Outcome:
        """Store what is new or differs, as one step."""
        return _outcome(self._books.store(self.file))


def _outcome(brought: BookBrought) -> Outcome:
    parts = [f"{number} {what}" for number, what in ((brought.new, "new"), (brought.changed, "changed")) if number]
    records = "record" if brought.new + brought.changed == 1 else "records"
    less = (
        f"{brought.same} as they are" if brought.same else "",
        f"{brought.without_file} without the file, which is not in this workbook" if brought.without_file else "",
    )
    sentence = f"{' and '.join(parts)} {records}" if parts else ""
    return Outcome(not parts, sentence, ", ".join(filter(None, less)), ())
