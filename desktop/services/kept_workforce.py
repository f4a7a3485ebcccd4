# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as it is now, kept until something is saved: then only what changed is read again."""

from datetime import date

from desktop.models.changes import Changes
from desktop.models.workforce.picture import Workforce
from desktop.services.standing import current_catalogue
from desktop.services.workforce_records import WorkforceRecords, read_workforce
from desktop.storage.database import Database


class KeptWorkforce:
    """The records of one open workbook, and the workforce of the days last asked about."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records: WorkforceRecords | None = None
        self._changed: set[str] = set()
        self._kept: Workforce | None = None
        db.on_saved(self._note)

    def on(self, day: date) -> Workforce:
        """The workforce on a day, with the charity's own courses and rules."""
        if self._records is None:
            self._records = read_workforce(self._db)
        elif self._changed:
            self._records = read_workforce(self._db, self._records, self._changed)
        if self._changed or self._kept is None or self._kept.as_at != day:
            self._kept = self._records.on(current_catalogue(self._db), day)
        self._changed = set()
        return self._kept

    def _note(self, changes: Changes) -> None:
        self._changed |= changes.tables
