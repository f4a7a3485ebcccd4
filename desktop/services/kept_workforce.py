# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce as it is now, kept until something is saved: then only what changed is read again."""

from datetime import date

from desktop.models.workforce.picture import Workforce
from desktop.services.standing import workforce_now
from desktop.storage.database import Database


class KeptWorkforce:
    """The workforce of one open workbook on any day. All services share what is read."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def on(self, day: date) -> Workforce:
        """The workforce on a day, with the charity's own courses and rules."""
        return workforce_now(self._db, day)
