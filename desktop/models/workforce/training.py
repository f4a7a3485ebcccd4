# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training: what was completed, what is booked, the days it was given on, and the charity's own rules for a course."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TrainingResult(StrEnum):
    """How a course ended for someone. Only ``COMPLETED`` counts towards what a role must hold."""

    COMPLETED = "completed"
    PART = "part attended"
    NOT_PASSED = "not passed"


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """One course that one person took. Records are added, not replaced: the old one stays when a course is renewed.

    ``expires`` is the record's own last day and goes before the course's rule. ``minutes`` count towards learning
    hours. Proof is a certificate kept as evidence (``certificate_id``) or the name of who saw it (``seen_by``).
    """

    id: str
    person_id: str
    course_id: str
    completed: date
    expires: date | None = None
    result: TrainingResult = TrainingResult.COMPLETED
    minutes: int | None = None
    provider: str = ""
    seen_by: str = ""
    certificate_id: str | None = None
    session_id: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts towards what a role must hold."""
        return self.result is TrainingResult.COMPLETED


@dataclass(frozen=True, slots=True)
class Booking:
    """A course that someone is to take; planned is not done. ``booked_for`` None: the day is not known yet."""

    id: str
    person_id: str
    course_id: str
    booked_for: date | None = None
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class TrainingSession:
    """One training day. Who attended are the training records that name it; ``outside`` counts others, unnamed."""

    id: str
    course_id: str
    held_on: date
    minutes: int | None = None
    trainer: str = ""
    outside: int = 0
    evidence_id: str | None = None


@dataclass(frozen=True, slots=True)
class CourseRule:
    """A course as the charity has it: one of its own, or the catalogue's with the charity's changes, by the same id.

    ``valid_months`` None: once is enough. ``window_days``: when renewed within so many days before the last day, the
    new period begins at that last day; None: it begins on the day of completion. ``grace_days``: so long after the last
    day a lapse is shown as due, though it does not count as in date.
    """

    id: str
    name: str
    kind: str
    roles: tuple[str, ...] = ()
    core_for: tuple[str, ...] = ()
    mandatory: bool = False
    valid_months: int | None = None
    hours: int | None = None
    window_days: int | None = None
    grace_days: int = 0


@dataclass(frozen=True, slots=True)
class HoursEntry:
    """Time that counts towards an hours log of the catalogue: supervised practice or learning. Never what was said."""

    id: str
    person_id: str
    course_id: str
    day: date
    minutes: int
    supervised_by: str = ""
