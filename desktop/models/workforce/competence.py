# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence: the level that someone was judged to have, by whom, when and on what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """What a judgement of competence rests on."""

    OBSERVATION = "observation"
    DISCUSSION = "discussion"
    QUALIFICATION = "qualification"


LEVELS = ("Not needed", "Aware", "Does it with support", "Does it alone", "Leads or teaches others")


@dataclass(frozen=True, slots=True)
class CompetenceJudgement:
    """One judgement of one competency, level 0 to 4 as in ``LEVELS``. Judgements are added; the newest one stands."""

    id: str
    person_id: str
    competency_id: str
    level: int
    judged_on: date
    judged_by: str
    basis: Basis
