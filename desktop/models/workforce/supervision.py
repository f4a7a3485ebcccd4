# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The supervision ledger: date, minutes, kind and people. There is no field for what was talked about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SupervisionState(StrEnum):
    """What became of a planned session."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NOT_ATTENDED = "not attended"


@dataclass(frozen=True, slots=True)
class SupervisionSession:
    """One session of one person. A group session is one row for each person, with the same ``group_id``.

    ``held_on`` None: on the day it was planned for. ``makes_up`` is the id of the cancelled, missed or moved session
    that this one stands in for. A supervisor from elsewhere has only a name. ``themes`` are those of an observation.
    """

    id: str
    person_id: str
    kind_id: str
    planned_for: date
    state: SupervisionState = SupervisionState.PLANNED
    minutes: int = 0
    held_on: date | None = None
    supervisor_id: str | None = None
    outside_supervisor: str = ""
    makes_up: str | None = None
    group_id: str = ""
    themes: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.state is SupervisionState.HELD

    @property
    def day(self) -> date:
        """The day it was held on, or planned for."""
        return self.held_on or self.planned_for


@dataclass(frozen=True, slots=True)
class SupervisionRule:
    """How often the charity has a kind of supervision, where it differs from the catalogue. ``id`` is the kind's."""

    id: str
    every_days: int
    minutes: int = 0
