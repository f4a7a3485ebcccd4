# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scoring, case by case: the cap by evidence, not applicable, the gates and the sentences."""

from datetime import date
from typing import Any

import pytest

from desktop.models.gates import percent
from desktop.models.records import Judgement, Service, ServiceType, Strength
from desktop.models.results import Result, RowState, StandardResult
from desktop.models.scoring import (
    AnswerFacts,
    EvidenceFacts,
    applies_to,
    best_strength,
    highest_supported,
    same_person,
    score,
    words_in,
)
from tests.unit import small_catalogue

AS_AT = date(2026, 11, 20)
YESTERDAY, TOMORROW = date(2026, 11, 19), date(2026, 11, 21)
PROVEN = (EvidenceFacts(Strength.OUTSIDE),)
REASON = " ".join(["because"] * 20)
MET_WITHOUT_ONE = (
    "Met, 1 critical not applicable, because every critical indicator stands at 3 or more, "
    "and 1 of 1 stands at 3 or more."
)
TWO_DOUBTS = (
    "Not applicable does not count yet: the reason has 2 of the 20 words it needs "
    "and no second person has confirmed it."
)
GROUP = Service("s1", "Group", ServiceType.BEHAVIOUR_CHANGE)
LINE = Service("s2", "Line", ServiceType.HELP_SEEKING)


def rows(pattern: str) -> list[dict[str, Any]]:
    """One indicator a letter: 'C' critical, 'c' critical but not for a help line, 'x' not critical."""
    return [
        small_catalogue.indicator(
            f"1.{place}",
            critical=letter in "Cc",
            applies=("behaviour change",) if letter == "c" else small_catalogue.ALL_TYPES,
        )
        for place, letter in enumerate(pattern, start=1)
    ]


def answer(row: int, level: int | None, *evidence: EvidenceFacts) -> AnswerFacts:
    judgement = None if level is None else Judgement(level)
    return AnswerFacts(f"1.{row}", judgement, evidence=evidence or PROVEN)


def left_out(row: int, reason: str = REASON, judged_by: str = "Ann Lee", confirmed_by: str = "Bo Rae") -> AnswerFacts:
    return AnswerFacts(f"1.{row}", not_applicable=True, reason=reason, judged_by=judged_by, confirmed_by=confirmed_by)


def first_standard(pattern: str, *answers: AnswerFacts, services: tuple[Service, ...] = (GROUP,)) -> StandardResult:
    return score(small_catalogue.catalogue(rows(pattern)), services, answers, AS_AT)[0]


def levels(pattern: str, given: str) -> StandardResult:
    """Levels by row, well proven: 0 to 4, '-' for not answered, 'n' for not applicable and confirmed."""
    answers = [
        left_out(row) if level == "n" else answer(row, None if level == "-" else int(level))
        for row, level in enumerate(given, start=1)
    ]
    return first_standard(pattern, *answers)


@pytest.mark.parametrize(
    ("strength", "critical", "highest"),
    [
        (0, False, 1),
        (0, True, 1),
        (1, False, 1),
        (1, True, 1),
        (2, False, 3),
        (2, True, 2),
        (3, False, 4),
        (3, True, 4),
        (4, False, 4),
        (4, True, 4),
    ],
)
def test_evidence_caps_the_judgement(strength: int, critical: bool, highest: int) -> None:
    assert highest_supported(Strength(strength), critical=critical) == highest


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), 0),
        ((EvidenceFacts(Strength.IN_USE, usable=False),), 0),
        ((EvidenceFacts(Strength.WORD), EvidenceFacts(Strength.IN_USE)), 3),
        ((EvidenceFacts(Strength.OUTSIDE, YESTERDAY),), 2),
        ((EvidenceFacts(Strength.WORD, YESTERDAY),), 1),
        ((EvidenceFacts(Strength.OUTSIDE, AS_AT),), 4),
        ((EvidenceFacts(Strength.OUTSIDE, TOMORROW),), 4),
        ((EvidenceFacts(Strength.OUTSIDE, YESTERDAY), EvidenceFacts(Strength.IN_USE, TOMORROW)), 3),
        ((EvidenceFacts(Strength.OUTSIDE, usable=False), EvidenceFacts(Strength.WORD)), 1),
    ],
)
def test_strength_is_the_best_current_item(items: tuple[EvidenceFacts, ...], expected: int) -> None:
    assert best_strength(items, AS_AT) == expected


@pytest.mark.parametrize(
    ("critical", "said", "items", "why"),
    [
        (True, 3, (), "Said 3 but counts as 1, because there is no evidence; current evidence that shows it in use"),
        (False, 3, (), "Said 3 but counts as 1, because there is no evidence; a current document would carry it."),
        (
            False,
            2,
            (EvidenceFacts(Strength.WORD),),
            "Said 2 but counts as 1, because it rests on someone's word alone;",
        ),
        (True, 4, (EvidenceFacts(Strength.DOCUMENT),), "Said 4 but counts as 2, because it rests on a document alone;"),
        (
            True,
            2,
            (EvidenceFacts(Strength.NONE),),
            "Said 2 but counts as 1, because there is no evidence; a current doc",
        ),
        (
            True,
            3,
            (EvidenceFacts(Strength.IN_USE, YESTERDAY),),
            "Said 3 but counts as 2, because the evidence is past its review date;",
        ),
        (
            False,
            3,
            (EvidenceFacts(Strength.IN_USE, usable=False),),
            "Said 3 but counts as 1, because evidence files are missing or damaged;",
        ),
        (
            False,
            4,
            (EvidenceFacts(Strength.DOCUMENT, YESTERDAY), EvidenceFacts(Strength.IN_USE, usable=False)),
            "Said 4 but counts as 3, because evidence files are missing or damaged;",
        ),
    ],
)
def test_lowered_judgement_says_why_and_what_would_carry_it(
    critical: bool,
    said: int,
    items: tuple[EvidenceFacts, ...],
    why: str,
) -> None:
    facts = AnswerFacts("1.1", Judgement(said), evidence=items)
    row = first_standard("C" if critical else "x", facts).indicators[0]
    assert row.why.startswith(why)
    assert row.why.endswith("would carry it.")


def test_judgement_that_stands_says_nothing() -> None:
    row = first_standard("C", answer(1, 3)).indicators[0]
    assert (row.said, row.supported, row.strength, row.why) == (3, 3, Strength.OUTSIDE, "")


@pytest.mark.parametrize(
    ("pattern", "given", "result", "deciding"),
    [
        (
            "C",
            "3",
            Result.MET,
            "Met, because every critical indicator stands at 3 or more, and 1 of 1 stands at 3 or more.",
        ),
        ("xx", "33", Result.MET, "Met, because 2 of 2 stand at 3 or more and none is left open."),
        (
            "CC",
            "3n",
            Result.MET,
            MET_WITHOUT_ONE,
        ),
        ("C", "1", Result.SAFETY_GAP, "Safety gap, because SA 1.1 is critical and stands at 1."),
        ("CCx", "104", Result.SAFETY_GAP, "Safety gap, because SA 1.1 and SA 1.2 are critical and stand at 0 and 1."),
        (
            "CCCCC",
            "11111",
            Result.SAFETY_GAP,
            "Safety gap, because SA 1.1, SA 1.2, SA 1.3 and 2 more are critical and stand at 1.",
        ),
        ("CC", "1-", Result.SAFETY_GAP, "Safety gap, because SA 1.1 is critical and stands at 1."),
        ("C", "2", Result.PARTLY_MET, "Partly met, because SA 1.1 is critical and stands at 2."),
        ("Cxxxxx", "303333", Result.PARTLY_MET, "Partly met, because SA 1.2 stands at 0."),
        ("Cxxxx", "32233", Result.PARTLY_MET, "Partly met, because 3 of 5 stand at 3 or more, and 4 must."),
        ("Cxxxx", "3-333", Result.PARTLY_MET, "Partly met, because SA 1.2 is not answered."),
        ("C", "-", Result.NOT_YET_MET, "Not yet met, because SA 1.1 is critical and is not answered."),
        (
            "CC",
            "--",
            Result.NOT_YET_MET,
            "Not yet met, because SA 1.1 and SA 1.2 are critical and are not answered.",
        ),
        ("xxx", "411", Result.NOT_YET_MET, "Not yet met, because 1 of 3 stands at 2 or more, and 2 must."),
        ("CC", "2-", Result.NOT_YET_MET, "Not yet met, because SA 1.2 is critical and is not answered."),
        ("C", "n", Result.NO_RESULT, "No result, because none of these indicators applies."),
    ],
)
def test_gates_and_the_deciding_sentence(pattern: str, given: str, result: Result, deciding: str) -> None:
    found = levels(pattern, given)
    assert (found.result, found.deciding) == (result, deciding)


def test_met_line_names_critical_rows_of_mixed_standing() -> None:
    found = levels("CCx", "2-3")
    line = next(line for line in found.working if line.rule.startswith("For Met: every critical"))
    assert (line.holds, line.count, line.indicator_ids) == (False, "0 of 2", ("1.1", "1.2"))


@pytest.mark.parametrize(
    ("given", "result"), [("33330", Result.PARTLY_MET), ("33331", Result.MET), ("33311", Result.PARTLY_MET)]
)
def test_80_per_cent_is_exact_and_a_zero_forbids_met(given: str, result: Result) -> None:
    assert levels("xxxxx", given).result is result


@pytest.mark.parametrize(
    ("given", "result"), [("2211", Result.PARTLY_MET), ("2111", Result.NOT_YET_MET), ("22111", Result.NOT_YET_MET)]
)
def test_half_is_enough_for_partly_met(given: str, result: Result) -> None:
    assert levels("x" * len(given), given).result is result


def test_open_rows_give_a_range_from_worst_to_best() -> None:
    found = levels("Cxxxx", "-3333")
    assert found.result is Result.NOT_YET_MET
    assert found.result_range == (Result.SAFETY_GAP, Result.MET)
    assert found.could_be_safety_gap
    assert (found.answered, found.applicable, found.in_place, found.range) == (4, 5, (4, 5), (80, 100))


def test_present_gap_is_not_also_a_possible_gap() -> None:
    assert not levels("CC", "1-").could_be_safety_gap
    assert not levels("Cx", "3-").could_be_safety_gap


def test_nothing_applicable_has_no_range_and_no_working() -> None:
    found = levels("C", "n")
    assert (found.range, found.working, found.result_range) == (None, (), (Result.NO_RESULT, Result.NO_RESULT))
    assert found.critical_not_applicable == 1


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(8, 9, 89), (7, 8, 88), (1, 8, 13), (1, 3, 33), (0, 4, 0), (4, 4, 100), (1, 200, 1)]
)
def test_per_cent_rounds_halves_up(part: int, whole: int, expected: int) -> None:
    assert percent(part, whole) == expected


def test_working_tells_every_gate_in_words() -> None:
    found = levels("Cxxxx", "32-33")
    assert [(line.holds, line.count) for line in found.working] == [
        (True, "1 of 1"),
        (True, "1 of 1"),
        (True, "0 of 5 at 0"),
        (False, "3 of 5, and 4 are needed"),
        (False, "4 of 5"),
        (True, "1 of 1"),
        (True, "4 of 5, and 3 are needed"),
    ]


def test_standard_without_critical_rows_says_there_is_none_to_count() -> None:
    assert levels("x", "3").working[0].count == "none to count"
    assert levels("x", "3").working[3].count == "1 of 1, and 1 is needed"


@pytest.mark.parametrize(
    ("facts", "state", "why"),
    [
        (left_out(1), RowState.NOT_APPLICABLE, "Not applicable, with a reason that a second person has confirmed."),
        (
            left_out(1, " ".join(["word"] * 19)),
            RowState.OPEN,
            "Not applicable does not count yet: the reason has 19 of the 20 words it needs.",
        ),
        (
            left_out(1, " - ".join(["word"] * 19)),
            RowState.OPEN,
            "Not applicable does not count yet: the reason has 19 of the 20 words it needs.",
        ),
        (
            left_out(1, confirmed_by=" ann  LEE "),
            RowState.OPEN,
            "Not applicable does not count yet: it was confirmed by the person who judged it.",
        ),
        (
            left_out(1, confirmed_by="  "),
            RowState.OPEN,
            "Not applicable does not count yet: no second person has confirmed it.",
        ),
        (
            left_out(1, judged_by=""),
            RowState.OPEN,
            "Not applicable does not count yet: who judged it is not recorded.",
        ),
        (
            left_out(1, "too short", confirmed_by=""),
            RowState.OPEN,
            TWO_DOUBTS,
        ),
        (AnswerFacts("1.1"), RowState.OPEN, "Not answered yet."),
        (answer(1, 3), RowState.ANSWERED, ""),
    ],
)
def test_not_applicable_counts_only_with_a_reason_and_a_second_person(
    facts: AnswerFacts, state: RowState, why: str
) -> None:
    row = first_standard("C", facts).indicators[0]
    assert (row.state, row.why) == (state, why)


def test_row_that_no_declared_service_needs_is_left_out_without_a_reason() -> None:
    found = first_standard("cx", answer(1, 0), answer(2, 3), services=(LINE,))
    assert found.indicators[0].state is RowState.NOT_APPLICABLE
    assert found.indicators[0].supported is None
    assert found.indicators[0].why.startswith("Not applicable, because none of the services declared")
    assert (found.result, found.applicable, found.critical_not_applicable) == (Result.MET, 1, 1)


def test_one_service_that_needs_a_row_is_enough() -> None:
    found = first_standard("cx", answer(1, 0), answer(2, 3), services=(LINE, GROUP))
    assert (found.result, found.applicable) == (Result.SAFETY_GAP, 2)


def test_everything_applies_while_no_service_is_declared() -> None:
    catalogue = small_catalogue.catalogue(rows("c"))
    assert applies_to(catalogue.indicator("1.1"), [])
    assert not applies_to(catalogue.indicator("1.1"), [LINE])


def test_missing_answer_is_not_answered() -> None:
    assert first_standard("C").answered == 0


def test_seven_results_come_in_order() -> None:
    assert [found.standard for found in score(small_catalogue.catalogue(), [], [], AS_AT)] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("answers", [[answer(1, 3), answer(1, 2)], [AnswerFacts("9.9")]])
def test_answers_that_cannot_be_are_a_fault_of_the_caller(answers: list[AnswerFacts]) -> None:
    with pytest.raises(ValueError, match="no such indicator, or answered twice"):
        first_standard("C", *answers)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Lee", " ann  lee", True),
        ("AnnLee", "Ann Lee", True),
        ("Ann\u00a0Lee", "Ann Lee", True),
        ("Llŷr", "Lly\u0302r", True),
        ("Ann Lee", "Ann Leigh", False),
    ],
)
def test_names_are_the_same_but_for_capitals_and_spaces(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_a_dash_is_no_word() -> None:
    assert words_in("  not - for 16-year-olds … ok ") == 4
