# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two rounds side by side: each move with its reason, also over versions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from desktop.models.carry_over import Carry, carry_plan
from desktop.models.catalogue import Catalogue, Withdrawn
from desktop.models.compare import Compared, Move, MovedLine, compare
from desktop.models.records import Judgement, Strength
from desktop.models.results import Result, StandardResult
from desktop.models.scoring import AnswerFacts, EvidenceFacts, score
from tests.unit import small_catalogue

AS_AT = date(2026, 11, 20)
FIRST = small_catalogue.catalogue([small_catalogue.indicator(f"1.{row}") for row in range(1, 4)])
REASON = " ".join(["reason"] * 20)
OPEN = AnswerFacts("")
ASIDE = AnswerFacts("", not_applicable=True, reason=REASON, judged_by="Ann Lee", confirmed_by="Bo Rae")


def said(level: int, strength: Strength = Strength.OUTSIDE) -> AnswerFacts:
    return AnswerFacts("", Judgement(level), evidence=(EvidenceFacts(strength),))


def compared(before: Mapping[str, AnswerFacts], now: Mapping[str, AnswerFacts], version: Catalogue = FIRST) -> Compared:
    return compare(scored(FIRST, before), scored(version, now), carry_plan(FIRST, version))


def scored(catalogue: Catalogue, answers: Mapping[str, AnswerFacts]) -> tuple[StandardResult, ...]:
    return score(catalogue, [], [replace(answer, indicator_id=one) for one, answer in answers.items()], AS_AT)


def line(found: Compared, indicator_id: str) -> MovedLine:
    return next(one for one in found.lines if one.indicator_id == indicator_id)


@pytest.mark.parametrize(
    ("before", "now", "move", "why"),
    [
        (said(2), said(3), Move.UP, "Judged 3; it was 2."),
        (said(4), said(1), Move.DOWN, "Judged 1; it was 4."),
        (said(3), said(3), Move.SAME, ""),
        (
            said(4, Strength.DOCUMENT),
            said(4, Strength.IN_USE),
            Move.UP,
            "Judged 4 as before, and the evidence is shown in use; it was a document.",
        ),
        (
            said(3, Strength.IN_USE),
            said(4, Strength.WORD),
            Move.DOWN,
            "Judged 4 as before, and the evidence is someone's word; it was shown in use.",
        ),
        (OPEN, said(1), Move.ANSWERED, ""),
        (said(1), OPEN, Move.OPENED, "Not answered yet."),
        (OPEN, OPEN, Move.SAME, ""),
        (ASIDE, said(2), Move.APPLIES, ""),
        (said(2), ASIDE, Move.LEFT_OUT, "Not applicable, with a reason that a second person has confirmed."),
        (ASIDE, ASIDE, Move.SAME, ""),
    ],
)
def test_each_move_has_its_reason(before: AnswerFacts, now: AnswerFacts, move: Move, why: str) -> None:
    found = line(compared({"1.1": before}, {"1.1": now}), "1.1")
    assert (found.move, found.why) == (move, why)


def test_over_versions_a_part_is_compared_with_the_whole_and_a_whole_with_its_lowest_part() -> None:
    one, two, three, *others = FIRST.indicators
    version = replace(
        FIRST,
        version="2099.2",
        follows="2099.1",
        indicators=(
            replace(one, id="1.6", replaces=("1.1",)),
            replace(one, id="1.7", replaces=("1.1",)),
            replace(two, id="1.8", replaces=("1.2", "2.1")),
            replace(two, id="1.9"),
            *others[1:],
        ),
        withdrawn=(Withdrawn(three.id, "It was asked twice."),),
    )
    before = {"1.1": said(2), "1.2": said(4), "1.3": said(3), "2.1": said(1)}
    found = compared(before, {"1.6": said(3), "1.7": said(1), "1.8": said(2), "1.9": said(0)}, version)
    told = {one.indicator_id: (one.move, one.carry) for one in found.lines if one.indicator_id[0] == "1"}
    assert told == {
        "1.6": (Move.UP, Carry.SPLIT),
        "1.7": (Move.DOWN, Carry.SPLIT),
        "1.8": (Move.UP, Carry.JOINED),
        "1.9": (Move.NEW, Carry.NEW),
        "1.3": (Move.WITHDRAWN, Carry.NEW),
    }
    assert line(found, "1.3").why == "It was asked twice."
    assert found.count(Move.UP) == 2


def test_the_results_of_the_standards_stand_side_by_side() -> None:
    every = [f"1.{row}" for row in range(1, 4)]
    found = compared({one: said(2) for one in every}, {one: said(3) for one in every})
    assert found.results[1] == (Result.PARTLY_MET, Result.MET)
    assert found.results[2] == (Result.NOT_YET_MET, Result.NOT_YET_MET)
