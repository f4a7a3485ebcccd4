# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The gates of a standard (product rule 3, decision 12): from scored indicators to a result with its working."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop.models import wording
from desktop.models.records import Judgement
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult, WorkingLine

Row = IndicatorScore


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: whether it holds, how it reads, and what to say where it does not."""

    holds: bool
    line: WorkingLine
    because: str


def result_of_standard(number: int, rows: Sequence[Row]) -> StandardResult:
    """The result of one standard from all its rows, those not applicable among them."""
    applicable = [row for row in rows if row.state is not RowState.NOT_APPLICABLE]
    answered = sum(row.state is RowState.ANSWERED for row in applicable)
    in_place = sum(_at_least(row, 3) for row in applicable)
    counts = (in_place, in_place + len(applicable) - answered)
    left_out = sum(row.critical and row.state is RowState.NOT_APPLICABLE for row in rows)
    result = _result(applicable)
    return StandardResult(
        standard=number,
        result=result,
        answered=answered,
        applicable=len(applicable),
        in_place=counts,
        range=(percent(counts[0], len(applicable)), percent(counts[1], len(applicable))) if applicable else None,
        result_range=(
            _result(_filled(applicable, Judgement.NOT_IN_PLACE)),
            _result(_filled(applicable, Judgement.SHOWN_TO_WORK)),
        ),
        could_be_safety_gap=result is not Result.SAFETY_GAP and any(_open(row) and row.critical for row in applicable),
        critical_not_applicable=left_out,
        deciding=_deciding(result, applicable, left_out),
        working=tuple(gate.line for gate in _all_gates(applicable)) if applicable else (),
        indicators=tuple(rows),
    )


def percent(part: int, whole: int) -> int:
    """A share in whole per cent, halves upwards."""
    return (200 * part + whole) // (2 * whole)


def _result(rows: Sequence[Row]) -> Result:
    if not rows:
        return Result.NO_RESULT
    if not _no_gap(rows).holds:
        return Result.SAFETY_GAP
    if all(gate.holds for gate in _met_gates(rows)):
        return Result.MET
    if all(gate.holds for gate in _partly_gates(rows)):
        return Result.PARTLY_MET
    return Result.NOT_YET_MET


def _filled(rows: Sequence[Row], judgement: Judgement) -> list[Row]:
    """The rows with every open one taken as answered and supported at ``judgement``."""
    return [replace(row, state=RowState.ANSWERED, supported=judgement) if _open(row) else row for row in rows]


def _all_gates(rows: Sequence[Row]) -> tuple[Gate, ...]:
    return (_no_gap(rows), *_met_gates(rows), *_partly_gates(rows))


def _met_gates(rows: Sequence[Row]) -> tuple[Gate, ...]:
    needed = -(-4 * len(rows) // 5)  # the least whole number that is 80% or more
    return (
        _critical_at_least(rows, 3),
        _none_at_zero(rows),
        _enough(rows, 3, needed, wording.MET_SHARE),
        _all_answered(rows),
    )


def _partly_gates(rows: Sequence[Row]) -> tuple[Gate, ...]:
    needed = -(-len(rows) // 2)
    return (_critical_at_least(rows, 2), _enough(rows, 2, needed, wording.PARTLY_SHARE))


def _no_gap(rows: Sequence[Row]) -> Gate:
    critical = [row for row in rows if row.critical]
    under = [row for row in critical if row.supported is not None and row.supported < 2]
    count = wording.count_of(len(critical) - len(under), len(critical))
    return _gate(wording.NO_GAP, not under, count, under, wording.stands_critical(_standing(under)))


def _critical_at_least(rows: Sequence[Row], level: int) -> Gate:
    critical = [row for row in rows if row.critical]
    under = [row for row in critical if not _at_least(row, level)]
    rule = wording.CRITICAL_AT_LEAST[level]
    count = wording.count_of(len(critical) - len(under), len(critical))
    return _gate(rule, not under, count, under, wording.stands_critical(_standing(under)))


def _none_at_zero(rows: Sequence[Row]) -> Gate:
    zero = [row for row in rows if row.supported == Judgement.NOT_IN_PLACE]
    count = wording.count_at_zero(len(zero), len(rows))
    return _gate(wording.NONE_AT_ZERO, not zero, count, zero, wording.stands(_standing(zero)))


def _enough(rows: Sequence[Row], level: int, needed: int, rule: str) -> Gate:
    there = sum(_at_least(row, level) for row in rows)
    under = [row for row in rows if not _at_least(row, level)]
    because = wording.too_few(there, len(rows), level, needed)
    return _gate(rule, there >= needed, wording.count_needed(there, len(rows), needed), under, because)


def _all_answered(rows: Sequence[Row]) -> Gate:
    open_rows = [row for row in rows if _open(row)]
    count = wording.count_of(len(rows) - len(open_rows), len(rows))
    return _gate(wording.ALL_ANSWERED, not open_rows, count, open_rows, wording.stands(_standing(open_rows)))


def _gate(rule: str, holds: bool, count: str, rows: Sequence[Row], because: str) -> Gate:
    return Gate(holds, WorkingLine(rule, holds, count, tuple(row.indicator_id for row in rows)), because)


def _deciding(result: Result, rows: Sequence[Row], left_out: int) -> str:
    gates: dict[Result, Callable[[Sequence[Row]], tuple[Gate, ...]]] = {
        Result.SAFETY_GAP: lambda found: (_no_gap(found),),
        Result.PARTLY_MET: _met_gates,
        Result.NOT_YET_MET: _partly_gates,
    }
    if result in gates:
        failing = next(gate for gate in gates[result](rows) if not gate.holds)
        return wording.deciding(result, failing.because)
    if result is Result.MET:
        critical = sum(row.critical for row in rows)
        return wording.met(sum(_at_least(row, 3) for row in rows), len(rows), critical, left_out)
    return wording.NO_RESULT


def _standing(rows: Sequence[Row]) -> list[tuple[str, Judgement | None]]:
    return [(row.indicator_id, row.supported) for row in rows]


def _at_least(row: Row, level: int) -> bool:
    return row.supported is not None and row.supported >= level


def _open(row: Row) -> bool:
    return row.state is RowState.OPEN
