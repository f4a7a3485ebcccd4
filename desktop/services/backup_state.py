# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How backups stand: how urgent they are, and in one sentence. Worked out from facts alone."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from desktop.models.dates import short_date
from desktop.models.errors import AppError
from desktop.services.second_place import Seen

AMBER_AFTER, RED_AFTER = 14, 30  # days without a backup off this computer


class Level(StrEnum):
    """How urgent backups are."""

    FINE = "fine"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class BackupState:
    """How backups stand at a moment, in the practice charity or not. Every backup is checked when it is made.

    Times are aware UTC. ``second``: when the newest backup off this computer was made. ``seen``: what the last look at
    the second place found, None while none has answered. ``problem``: why the last backup made unasked failed.
    """

    beside: datetime | None
    second_place: Path | None
    second: datetime | None
    seen: Seen | None
    problem: AppError | None
    now: datetime
    today: date
    practice: bool

    @property
    def away(self) -> bool:
        """Whether the second place was looked for, and not found."""
        return self.seen is not None and not self.seen.reachable

    @property
    def days_ago(self) -> int | None:
        """The age of the newest backup off this computer."""
        return max(0, (self.now - self.second).days) if self.second else None

    @property
    def level(self) -> Level:
        """How urgent backups are. The practice charity needs no second place."""
        days = self.days_ago
        if self.problem is not None or (days is not None and days > RED_AFTER):
            return Level.RED
        if self.practice:
            return Level.FINE
        short = self.second_place is None or self.beside is None or days is None or days > AMBER_AFTER
        return Level.AMBER if short else Level.FINE

    @property
    def sentence(self) -> str:
        """How they stand, for the status bar."""
        if self.problem is not None:
            return "The last backup could not be made"
        if self.beside is None:
            return "No backup yet"
        if self.level is Level.FINE:
            return f"Backup checked {_when(self.beside, self.today)}"
        if self.second_place is None:
            return "No second place for backups yet"
        if self.days_ago is None:
            return "No backup off this computer yet"
        return f"Last backup off this computer {self.days_ago} days ago"


def _when(instant: datetime, today: date) -> str:
    local = instant.astimezone()
    days = (today - local.date()).days
    named = {0: "today", 1: "yesterday"}.get(days, short_date(local, today))
    return f"{named} {local:%H:%M}"
