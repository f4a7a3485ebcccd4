# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What would raise a result: the fewest open actions that, once closed, bring a standard to a better one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from desktop.models.gates import result_of_standard
from desktop.models.records import Action, Judgement
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult

_RANKS = (Result.SAFETY_GAP, Result.NOT_YET_MET, Result.PARTLY_MET, Result.MET)


@dataclass(frozen=True, slots=True)
class WayUp:
    """Closing ``actions`` would make a standard ``result``, if what they put right is then in place and proved."""

    standard: int
    result: Result
    actions: tuple[Action, ...]

    @property
    def words(self) -> str:
        """'Closing 2 actions would make Standard 5 Partly met, once ...'."""
        what = "Closing 1 action" if len(self.actions) == 1 else f"Closing {len(self.actions)} actions"
        then = f"would make Standard {self.standard} {self.result.words}"
        return f"{what} {then}, once what they put right is shown to be in place."


def way_up(result: StandardResult, actions: Sequence[Action]) -> WayUp | None:
    """The way to the next better result of a standard by its open actions; None where they lead to none.

    An action that is closed puts its indicator in place, with evidence that carries it: supported at 3, or as it is
    where it stands higher. Every action of the way is needed; of equal ways it is the one that keeps the earlier ones.
    """
    if result.result not in _RANKS or result.result is Result.MET:
        return None
    own = {score.indicator_id for score in result.indicators if score.state is not RowState.NOT_APPLICABLE}
    open_ones = [one for one in actions if one.is_open and one.indicator_id in own]
    better = next((one for one in _better(result) if _reaches(result, one, open_ones)), None)
    if better is None:
        return None
    return WayUp(result.standard, better, _fewest(open_ones, partial(_reaches, result, better)))


def _better(result: StandardResult) -> tuple[Result, ...]:
    return _RANKS[_RANKS.index(result.result) + 1 :]


def _fewest(actions: Sequence[Action], enough: Callable[[Sequence[Action]], bool]) -> tuple[Action, ...]:
    """Without any that is not needed; the last ones go first. The actions of one indicator go together."""
    kept = list(actions)
    for indicator_id in dict.fromkeys(one.indicator_id for one in reversed(actions)):
        without = [one for one in kept if one.indicator_id != indicator_id]
        if enough(without):
            kept = without
    return tuple(kept)


def _reaches(result: StandardResult, better: Result, closed: Sequence[Action]) -> bool:
    done = {one.indicator_id for one in closed}
    rows = [_in_place(score) if score.indicator_id in done else score for score in result.indicators]
    return _RANKS.index(result_of_standard(result.standard, rows).result) >= _RANKS.index(better)


def _in_place(score: IndicatorScore) -> IndicatorScore:
    supported = max(score.supported or Judgement.NOT_IN_PLACE, Judgement.IN_PLACE)
    return replace(score, state=RowState.ANSWERED, supported=supported)
