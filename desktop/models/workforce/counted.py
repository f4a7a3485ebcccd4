# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person in a figure of Standard 6: whether they count, and why. Shown in the window only, never in a pack."""

from dataclasses import dataclass
from datetime import date

from desktop.models.workforce.people import Person


@dataclass(frozen=True, slots=True)
class Counted:
    """One person among those a figure is about.

    ``done`` of ``of``: 0 or 1 of 1 for a figure about people, sessions for one about supervision. ``met``: nothing is
    missing. ``lapses``: the last day on which it is met if nothing is done, None where that does not end.
    """

    person: Person
    done: int
    of: int
    met: bool
    why: str
    lapses: date | None = None
    lapsing: str = ""


def one(person: Person, why: str, *, met: bool, lapses: date | None = None, lapsing: str = "") -> Counted:
    """Someone who counts as one person or not."""
    return Counted(person, int(met), 1, met, why, lapses, lapsing)
