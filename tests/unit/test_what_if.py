# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What would raise a result: the next better one, and no action that is not needed for it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.records import Action, ActionState, Judgement, Strength
from desktop.models.results import Result, StandardResult
from desktop.models.scoring import AnswerFacts, EvidenceFacts, score
from desktop.models.what_if import WayUp, way_up
from tests.unit import small_catalogue

AS_AT = date(2026, 11, 20)
RANK = [Result.SAFETY_GAP, Result.NOT_YET_MET, Result.PARTLY_MET, Result.MET]


def standing(pattern: str, critical: str = "") -> StandardResult:
    """A first standard with one row a letter: 0 to 4, or '-' for not answered; the rows in ``critical`` are so."""
    rows = [small_catalogue.indicator(f"1.{at}", critical=str(at) in critical) for at, _ in enumerate(pattern, 1)]
    answers = [
        AnswerFacts(f"1.{at}", Judgement(int(letter)), evidence=(EvidenceFacts(Strength.OUTSIDE),))
        for at, letter in enumerate(pattern, 1)
        if letter != "-"
    ]
    return score(small_catalogue.catalogue(rows), [], answers, AS_AT)[0]


def actions(*rows: int) -> list[Action]:
    return [Action(f"a{at}", "round", f"1.{row}", "Put it right") for at, row in enumerate(rows)]


def rows_of(way: WayUp | None) -> list[str]:
    assert way is not None
    return [action.indicator_id for action in way.actions]


def test_the_actions_that_are_needed_and_no_other() -> None:
    way = way_up(standing("23300"), actions(1, 2, 4, 5))
    assert way is not None
    assert (way.result, rows_of(way)) == (Result.MET, ["1.4", "1.5"])
    assert rows_of(way_up(standing("1000"), actions(1, 2, 3, 4))) == ["1.1", "1.2"]


def test_the_next_better_result_comes_before_the_best() -> None:
    way = way_up(standing("0000"), actions(1, 2, 3, 4))
    assert way is not None
    assert (way.result, len(way.actions)) == (Result.PARTLY_MET, 2)


def test_a_safety_gap_is_closed_by_the_critical_ones_first() -> None:
    way = way_up(standing("01000", critical="2"), actions(1, 2, 3))
    assert way is not None
    assert (way.result, rows_of(way)) == (Result.NOT_YET_MET, ["1.2"])


def test_nothing_is_promised_where_actions_lead_to_no_better_result() -> None:
    assert way_up(standing("0000"), actions(1)) is None
    assert way_up(standing("0000"), []) is None
    assert way_up(standing("3333"), actions(1)) is None, "it is met"
    done = [replace(action, state=ActionState.DONE) for action in actions(1, 2)]
    assert way_up(standing("0033"), done) is None
    assert way_up(standing("0033"), [replace(action, indicator_id="2.1") for action in actions(1, 2)]) is None


def test_several_actions_for_one_indicator_go_together() -> None:
    assert rows_of(way_up(standing("-3333"), actions(1, 1))) == ["1.1", "1.1"]


@given(
    st.text(alphabet="01234-", min_size=1, max_size=6),
    st.sets(st.sampled_from("123456")),
    st.lists(st.integers(1, 6), max_size=6),
)
def test_every_action_of_a_way_is_needed_and_together_they_are_enough(
    pattern: str, critical: set[str], rows: list[int]
) -> None:
    before = standing(pattern, "".join(critical))
    way = way_up(before, actions(*(row for row in rows if row <= len(pattern))))
    if way is None:
        return
    assert RANK.index(way.result) > RANK.index(before.result)

    def after(closed: set[str]) -> int:
        letters = [
            str(max(3, int(letter)))
            if letter != "-" and f"1.{at}" in closed
            else "3"
            if f"1.{at}" in closed
            else letter
            for at, letter in enumerate(pattern, 1)
        ]
        return RANK.index(standing("".join(letters), "".join(critical)).result)

    closed = {action.indicator_id for action in way.actions}
    assert after(closed) >= RANK.index(way.result)
    assert all(after(closed - {one}) < RANK.index(way.result) for one in closed)
