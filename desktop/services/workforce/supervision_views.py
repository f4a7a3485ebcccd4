# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The frozen views of supervision that screens show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.catalogue import SupervisionKind
from desktop.models.workforce.supervision import SupervisionSession
from desktop.services.targets import Mark


class Track(StrEnum):
    """What a kind of supervision is part of; line management and practice supervision are never one."""

    LINE = "Line management"
    PRACTICE = "Practice supervision"
    OBSERVED = "Observation"
    TOGETHER = "Planning and case discussion"
    OTHER = "Other"

    @classmethod
    def of(cls, kind: SupervisionKind) -> "Track":
        """The track of a kind, by the indicator that it feeds."""
        found = {"6.4": cls.LINE, "6.5": cls.PRACTICE, "6.6": cls.OBSERVED, "6.7": cls.TOGETHER}
        return found.get(kind.feeds, cls.OTHER)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session. ``state`` in words; ``owed`` while nothing makes it up; ``together`` counts a group, 1 for one."""

    id: str
    person_id: str
    person: str
    kind_id: str
    kind: str
    track: Track
    day: date
    day_words: str
    state: str
    mark: Mark
    owed: bool
    minutes: int
    length: str
    supervisor: str
    themes: tuple[str, ...]
    together: int
    warning: str
    session: SupervisionSession


@dataclass(frozen=True, slots=True)
class KindLine:
    """One kind that is asked for of one person: ``words`` like 'Overdue since 3 May 2026'.

    ``due`` None: none of the kind is recorded for anyone yet.
    """

    kind_id: str
    kind: str
    track: Track
    every: str
    last: str
    due: date | None
    words: str
    mark: Mark
    overdue: bool
    planned: date | None


@dataclass(frozen=True, slots=True)
class SupervisionLine:
    """One person in the list: counts, the next day on which something is due, and a sentence for all of it."""

    person_id: str
    code: str
    name: str
    owed: int
    overdue: int
    unsaid: int
    next_due: date | None
    words: str
    mark: Mark
    line_management: str
    practice: str


@dataclass(frozen=True, slots=True)
class SupervisionView:
    """One person's supervision. ``sessions`` newest first; ``warnings`` are about who supervises."""

    line: SupervisionLine
    kinds: tuple[KindLine, ...]
    owed: tuple[SessionLine, ...]
    sessions: tuple[SessionLine, ...]
    warnings: tuple[str, ...]
