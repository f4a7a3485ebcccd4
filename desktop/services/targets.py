# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where a line of a screen leads, and which mark stands before it. Plain values: the window knows what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The seven places of the window."""

    HOME = "home"
    STANDARDS = "standards"
    EVIDENCE = "evidence"
    PEOPLE = "people"
    DUE = "due"
    PACKS = "packs"
    CHARITY = "charity"

    @property
    def words(self) -> str:
        """The place as people read it."""
        return {
            "home": "Home",
            "standards": "Standards",
            "evidence": "Evidence",
            "people": "People",
            "due": "Due and actions",
            "packs": "Bids and packs",
            "charity": "Our charity",
        }[self.value]


class Mark(StrEnum):
    """How a thing stands, by the name of its drawn mark."""

    TICK = "tick"
    HALF = "half"
    RING = "ring"
    WARN = "warn"
    DOTS = "dots"
    DASH = "dash"
    CLOCK = "clock"
    CROSS = "cross"
    GAPBOX = "gapbox"
    CAL = "cal"
    QUEST = "quest"


@dataclass(frozen=True, slots=True)
class Target:
    """A place, and what to show there: an indicator '5.5', a standard '5', the id of a record, a part, or ''."""

    place: Place
    id: str = ""
