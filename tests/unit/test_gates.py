# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Every standard of up to five rows there can be: the rule as written, and what may never happen (decision 13)."""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement

from desktop.models.gates import result_of_standard
from desktop.models.records import Judgement, Strength
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult

Kind = tuple[bool, int]  # critical, level; a level of -1 is not answered
OPEN = -1
KINDS: list[Kind] = [(critical, level) for critical in (False, True) for level in range(OPEN, 5)]
ALL = [kinds for size in range(1, 6) for kinds in combinations_with_replacement(KINDS, size)]
RANK = {Result.SAFETY_GAP: 0, Result.NOT_YET_MET: 1, Result.PARTLY_MET: 2, Result.MET: 3}


@cache
def found(kinds: tuple[Kind, ...]) -> StandardResult:
    return result_of_standard(1, [row(place, kind) for place, kind in enumerate(kinds, start=1)])


def row(place: int, kind: Kind) -> IndicatorScore:
    critical, level = kind
    state, judgement = (RowState.OPEN, None) if level == OPEN else (RowState.ANSWERED, Judgement(level))
    return IndicatorScore(f"1.{place}", critical, state, judgement, Strength.OUTSIDE, judgement)


def with_row(kinds: tuple[Kind, ...], place: int, *instead: Kind) -> tuple[Kind, ...]:
    return tuple(sorted((*kinds[:place], *instead, *kinds[place + 1 :])))


def rank(kinds: tuple[Kind, ...]) -> int:
    return RANK[found(tuple(sorted(kinds))).result]


def worst_and_best(kinds: tuple[Kind, ...]) -> tuple[int, int]:
    worst, best = found(kinds).result_range
    return RANK[worst], RANK[best]


def by_the_book(kinds: tuple[Kind, ...]) -> Result:
    """Product rule 3 said once more, in fractions."""
    levels = [level for _, level in kinds]
    critical = [level for is_critical, level in kinds if is_critical]
    if any(0 <= level < 2 for level in critical):
        return Result.SAFETY_GAP
    share = Fraction(sum(level >= 3 for level in levels), len(levels))
    if all(level >= 3 for level in critical) and min(levels) > 0 and share >= Fraction(80, 100):
        return Result.MET
    half = Fraction(sum(level >= 2 for level in levels), len(levels))
    if all(level >= 2 for level in critical) and half >= Fraction(1, 2):
        return Result.PARTLY_MET
    return Result.NOT_YET_MET


def test_every_result_follows_the_rule_as_written() -> None:
    assert len(ALL) == 6187
    assert [kinds for kinds in ALL if found(kinds).result is not by_the_book(kinds)] == []


def test_no_row_lowered_by_one_raises_a_result() -> None:
    assert [
        kinds
        for kinds in ALL
        for place, (critical, level) in enumerate(kinds)
        if level > 0 and rank(with_row(kinds, place, (critical, level - 1))) > rank(kinds)
    ] == []


def test_no_new_unanswered_row_raises_a_result() -> None:
    small = [kinds for kinds in ALL if len(kinds) < 5]
    added = [(kinds, (*kinds, (critical, OPEN))) for kinds in small for critical in (False, True)]
    assert [kinds for kinds, more in added if rank(more) > rank(kinds)] == []


def test_answering_an_open_row_stays_within_the_range_and_narrows_it() -> None:
    for kinds in ALL:
        worst, best = worst_and_best(kinds)
        assert worst <= rank(kinds) <= best
        for place, (critical, level) in enumerate(kinds):
            if level == OPEN:
                for answer in range(5):
                    after = worst_and_best(with_row(kinds, place, (critical, answer)))
                    assert worst <= after[0] <= after[1] <= best


def test_range_is_reached_at_both_ends() -> None:
    for kinds in ALL:
        filled = [
            tuple(sorted((critical, end if level == OPEN else level) for critical, level in kinds)) for end in (0, 4)
        ]
        assert worst_and_best(kinds) == (rank(filled[0]), rank(filled[1]))


def test_leaving_an_open_row_out_never_beats_its_best_case() -> None:
    for kinds in ALL:
        for place, (_, level) in enumerate(kinds):
            if level == OPEN and len(kinds) > 1:
                after = worst_and_best(with_row(kinds, place))
                worst, best = worst_and_best(kinds)
                assert worst <= after[0] <= after[1] <= best


def test_possible_safety_gap_is_said_exactly_where_there_is_one() -> None:
    for kinds in ALL:
        possible = worst_and_best(kinds)[0] == 0 and rank(kinds) > 0
        assert found(kinds).could_be_safety_gap is possible
