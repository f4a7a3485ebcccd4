# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two rounds side by side, also of different versions: what went up or down, what is new or withdrawn, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.carry_over import Carry, CarryLine, CarryPlan
from desktop.models.records import Judgement
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult


class Move(StrEnum):
    """How an indicator moved from one round to a later one, by what its evidence supports."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    ANSWERED = "answered"  # was open
    OPENED = "opened"  # is open again
    APPLIES = "applies"  # was not applicable
    LEFT_OUT = "left out"  # is not applicable now
    NEW = "new"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One indicator in both rounds. ``before`` and ``now`` None: there is none in that round.

    Of one that was split or joined, ``before`` is the lowest of those that it comes from.
    """

    indicator_id: str
    move: Move
    why: str
    carry: Carry
    before: IndicatorScore | None
    now: IndicatorScore | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two rounds. ``results`` by the number of the standard: before and now, None where a round has no such one."""

    lines: tuple[MovedLine, ...]
    results: Mapping[int, tuple[Result | None, Result | None]]

    def count(self, move: Move) -> int:
        """How many indicators moved so."""
        return sum(line.move is move for line in self.lines)


def compare(before: Sequence[StandardResult], now: Sequence[StandardResult], plan: CarryPlan) -> Compared:
    """What moved between two rounds. ``plan`` leads from the version of the first to that of the second."""
    old, new = _scores(before), _scores(now)
    lines = [_line(line, old, new[line.indicator_id]) for line in plan.lines]
    lines += [
        MovedLine(gone.id, Move.WITHDRAWN, gone.why, Carry.NEW, old[gone.id], None)
        for gone in plan.withdrawn
        if gone.id in old
    ]
    first = {result.standard: result.result for result in before}
    second = {result.standard: result.result for result in now}
    numbers = sorted(first.keys() | second.keys())
    return Compared(tuple(lines), {number: (first.get(number), second.get(number)) for number in numbers})


def _scores(results: Sequence[StandardResult]) -> Mapping[str, IndicatorScore]:
    return {score.indicator_id: score for result in results for score in result.indicators}


def _line(line: CarryLine, old: Mapping[str, IndicatorScore], now: IndicatorScore) -> MovedLine:
    sources = [old[one] for one in line.before if one in old]
    if not sources:
        return MovedLine(line.indicator_id, Move.NEW, "", line.carry, None, now)
    before = min(sources, key=_height)
    move = _move(before, now)
    return MovedLine(line.indicator_id, move, _why(before, now, move), line.carry, before, now)


def _height(score: IndicatorScore) -> int:
    """What is open is the lowest; what is not applicable decides nothing."""
    if score.state is RowState.NOT_APPLICABLE:
        return len(Judgement)
    return -1 if score.supported is None else int(score.supported)


def _move(before: IndicatorScore, now: IndicatorScore) -> Move:
    if before.state is not now.state:
        if now.state is RowState.NOT_APPLICABLE:
            return Move.LEFT_OUT
        if before.state is RowState.NOT_APPLICABLE:
            return Move.APPLIES
        return Move.ANSWERED if before.state is RowState.OPEN else Move.OPENED
    if before.supported is None or now.supported is None or before.supported == now.supported:
        return Move.SAME
    return Move.UP if now.supported > before.supported else Move.DOWN


def _why(before: IndicatorScore, now: IndicatorScore, move: Move) -> str:
    """The reason of a rise or a fall: the judgement itself, or what its evidence carries."""
    if move in {Move.OPENED, Move.LEFT_OUT}:
        return now.why
    if move not in {Move.UP, Move.DOWN} or before.said is None or now.said is None:
        return ""
    if before.said != now.said and (now.said > before.said) == (move is Move.UP):
        return f"Judged {now.said:d}; it was {before.said:d}."
    return f"Judged {now.said:d} as before, and the evidence {_evidence(before, now)}."


def _evidence(before: IndicatorScore, now: IndicatorScore) -> str:
    if before.strength == now.strength:
        return "carries it now" if now.supported == now.said else "does not carry it now"
    return f"is {now.strength.words.lower()}; it was {before.strength.words.lower()}"
