# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What scoring finds: plain results, made by ``scoring`` and shown by screens, packs and commands."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.records import Judgement, Strength


class Result(StrEnum):
    """The result of one standard (product rule 3), worst first."""

    SAFETY_GAP = "safety_gap"
    NOT_YET_MET = "not_yet_met"
    PARTLY_MET = "partly_met"
    MET = "met"
    NO_RESULT = "no_result"

    @property
    def words(self) -> str:
        """The result as people read it."""
        return {
            "safety_gap": "Safety gap",
            "not_yet_met": "Not yet met",
            "partly_met": "Partly met",
            "met": "Met",
            "no_result": "No result",
        }[self.value]


class RowState(StrEnum):
    """How an indicator stands in the count."""

    ANSWERED = "answered"
    OPEN = "open"  # not answered, or "not applicable" that does not count yet
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One indicator after the evidence cap. ``why`` says in one sentence what lowered or opened it, or is ''."""

    indicator_id: str
    critical: bool
    state: RowState
    said: Judgement | None
    strength: Strength
    supported: Judgement | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """One gate of the working: the rule in words, whether it holds, the count, and the deciding indicators."""

    rule: str
    holds: bool
    count: str
    indicator_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardResult:
    """The result of one standard with its working.

    ``range``: lowest and highest share, in whole per cent, of applicable rows supported at 3 or more, or None
    when nothing applies. ``in_place``: the same as counts of ``applicable``. ``result_range``: worst, best.
    """

    standard: int
    result: Result
    answered: int
    applicable: int
    in_place: tuple[int, int]
    range: tuple[int, int] | None
    result_range: tuple[Result, Result]
    could_be_safety_gap: bool
    critical_not_applicable: int
    deciding: str
    working: tuple[WorkingLine, ...]
    indicators: tuple[IndicatorScore, ...]
