# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The clock, passed in, so that tests and snapshots choose the time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time: ``now`` is an aware UTC datetime, ``today`` the local date of the laptop."""

    def now(self) -> datetime:
        """This instant, UTC."""

    def today(self) -> date:
        """The date where the laptop is."""


class SystemClock:
    """The laptop's clock."""

    def now(self) -> datetime:
        """This instant, UTC, whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)

    def today(self) -> date:
        """Today where the laptop is."""
        return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for tests and for work 'as at' a date."""

    instant: datetime

    def now(self) -> datetime:
        """The fixed instant."""
        return self.instant

    def today(self) -> date:
        """The date of the fixed instant."""
        return self.instant.date()
