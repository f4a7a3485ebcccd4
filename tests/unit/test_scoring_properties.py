# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What must hold for any self-assessment whatever (decisions 10 to 13)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.models.catalogue import Catalogue
from desktop.models.records import Judgement, Service, ServiceType, Strength
from desktop.models.results import Result, RowState, StandardResult
from desktop.models.scoring import AnswerFacts, EvidenceFacts, score
from tests.unit import small_catalogue

AS_AT = date(2026, 11, 20)
RANK = [Result.SAFETY_GAP, Result.NOT_YET_MET, Result.PARTLY_MET, Result.MET]
REASON = " ".join(["reason"] * 20)
PROVEN = (EvidenceFacts(Strength.OUTSIDE),)

strengths = st.sampled_from(Strength)
dates = st.none() | st.integers(-3, 3).map(lambda days: AS_AT + timedelta(days=days))
evidence = st.lists(st.builds(EvidenceFacts, strengths, dates, st.booleans()), max_size=3).map(tuple)
strong = st.just(PROVEN)
answers_given = st.builds(
    lambda judgement, items: AnswerFacts("", judgement, evidence=items), st.sampled_from(Judgement), evidence | strong
)
left_out = st.builds(
    lambda words, judge, confirmer: AnswerFacts(
        "", None, not_applicable=True, reason="w " * words, judged_by=judge, confirmed_by=confirmer
    ),
    st.sampled_from([0, 19, 20, 40]),
    st.sampled_from(["", "Ann Lee"]),
    st.sampled_from(["", "ann lee", "Bo Rae"]),
)
facts = st.one_of(answers_given, answers_given, answers_given, st.just(AnswerFacts("")), left_out)
good = st.builds(lambda level: AnswerFacts("", level, evidence=PROVEN), st.sampled_from([Judgement(3), Judgement(4)]))
fair = st.builds(
    lambda level: AnswerFacts("", level, evidence=PROVEN), st.sampled_from([Judgement(1), Judgement(2), Judgement(3)])
)
# Drawn at random alone, a standard is hardly ever near Met: some cases are mostly good, so that every gate decides.
moods = st.sampled_from([facts, st.one_of(good, good, good, good, facts), st.one_of(fair, fair, good, facts)])
types = st.lists(st.sampled_from(ServiceType), max_size=4, unique=True)
applies = st.lists(st.sampled_from(ServiceType), min_size=1, max_size=4, unique=True).map(tuple)
BASE = small_catalogue.catalogue()


@st.composite
def cases(draw: st.DrawFn) -> tuple[Catalogue, list[Service], list[AnswerFacts]]:
    """A first standard of one to six rows, some services, and an answer of any kind to each row."""
    size = draw(st.integers(1, 6))
    rows = tuple(
        replace(BASE.indicator("1.1"), id=f"1.{row}", critical=draw(st.booleans()), applies=draw(applies))
        for row in range(1, size + 1)
    )
    services = [Service(kind.name, kind.value, kind) for kind in draw(types)]
    mood = draw(moods)
    given_answers = [replace(draw(mood), indicator_id=f"1.{row}") for row in range(1, size + 1)]
    return replace(BASE, indicators=rows), services, given_answers


Case = tuple[Catalogue, list[Service], list[AnswerFacts]]


def first(case: Case, answers: Sequence[AnswerFacts] | None = None) -> StandardResult:
    catalogue, services, given_answers = case
    return score(catalogue, services, given_answers if answers is None else answers, AS_AT)[0]


def not_higher(after: StandardResult, before: StandardResult) -> bool:
    if Result.NO_RESULT in {after.result, before.result}:
        return after.result is before.result
    return RANK.index(after.result) <= RANK.index(before.result)


def changed(case: Case, row: int, answer: AnswerFacts) -> list[AnswerFacts]:
    return [*case[2][:row], answer, *case[2][row + 1 :]]


def by_the_book(found: StandardResult) -> Result:
    """Product rule 3 said once more, in fractions."""
    rows = [row for row in found.indicators if row.state is not RowState.NOT_APPLICABLE]
    levels = [-1 if row.supported is None else int(row.supported) for row in rows]
    critical = [level for row, level in zip(rows, levels, strict=True) if row.critical]
    if not rows:
        return Result.NO_RESULT
    if any(0 <= level < 2 for level in critical):
        return Result.SAFETY_GAP
    share = Fraction(sum(level >= 3 for level in levels), len(levels))
    if all(level >= 3 for level in critical) and min(levels) > 0 and share >= Fraction(4, 5):
        return Result.MET
    half = Fraction(sum(level >= 2 for level in levels), len(levels))
    if all(level >= 2 for level in critical) and half >= Fraction(1, 2):
        return Result.PARTLY_MET
    return Result.NOT_YET_MET


@given(cases())
def test_result_follows_the_rule_as_written(case: Case) -> None:
    found = first(case)
    assert found.result is by_the_book(found)


@given(cases())
def test_supported_never_exceeds_what_is_said(case: Case) -> None:
    for row in first(case).indicators:
        assert (row.supported is None) == (row.state is not RowState.ANSWERED)
        assert row.supported is None or (row.said is not None and row.supported <= row.said)


@given(cases(), st.data())
def test_lowering_a_judgement_never_raises_a_result(case: Case, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(case[2]) - 1))
    higher, lower = sorted(data.draw(st.lists(st.sampled_from(Judgement), min_size=2, max_size=2)), reverse=True)
    answer = AnswerFacts(case[2][row].indicator_id, higher, evidence=data.draw(evidence | strong))
    case = (case[0], case[1], changed(case, row, answer))
    before, after = first(case), first(case, changed(case, row, replace(answer, judgement=lower)))
    assert not_higher(after, before)
    assert after.in_place[0] <= before.in_place[0]
    assert after.in_place[1] <= before.in_place[1]


@given(cases(), st.data())
def test_losing_evidence_never_raises_a_result(case: Case, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(case[2]) - 1))
    some = data.draw(evidence.filter(bool) | strong)
    answer = AnswerFacts(case[2][row].indicator_id, data.draw(st.sampled_from(Judgement)), evidence=some)
    case = (case[0], case[1], changed(case, row, answer))
    item = data.draw(st.integers(0, len(some) - 1))
    lost = replace(some[item], usable=False)
    lapsed = replace(some[item], review_by=AS_AT - timedelta(days=1))
    weaker = replace(some[item], strength=Strength(data.draw(st.integers(0, some[item].strength))))
    before = first(case)
    for kept in ((), (lost,), (lapsed,), (weaker,)):
        items = (*some[:item], *kept, *some[item + 1 :])
        after = first(case, changed(case, row, replace(answer, evidence=items)))
        assert not_higher(after, before)
        assert after.in_place[0] <= before.in_place[0]
        assert (after.indicators[row].supported or 0) <= (before.indicators[row].supported or 0)


@given(cases(), st.booleans())
def test_new_unanswered_row_never_raises_a_result(case: Case, critical: bool) -> None:
    catalogue, services, answers = case
    extra = replace(BASE.indicator("1.1"), id="1.99", critical=critical)
    before = first(case)
    assume(before.result is not Result.NO_RESULT)
    after = first((replace(catalogue, indicators=(*catalogue.indicators, extra)), services, answers))
    assert after.applicable == before.applicable + 1
    assert not_higher(after, before)
    assert RANK.index(after.result_range[0]) <= RANK.index(before.result_range[0])


@given(cases(), st.data())
def test_final_result_lies_in_the_range_however_the_open_rows_are_answered(case: Case, data: st.DataObject) -> None:
    before = first(case)
    open_rows = {row.indicator_id for row in before.indicators if row.state is RowState.OPEN}
    level = st.sampled_from(Judgement) if data.draw(st.booleans()) else st.just(Judgement.SHOWN_TO_WORK)
    closed = [
        AnswerFacts(answer.indicator_id, data.draw(level), evidence=data.draw(strong | evidence))
        if answer.indicator_id in open_rows
        else answer
        for answer in case[2]
    ]
    after = first(case, closed)
    assume(after.result is not Result.NO_RESULT)
    assert after.answered == after.applicable == before.applicable
    worst, best = before.result_range
    assert RANK.index(worst) <= RANK.index(after.result) <= RANK.index(best)
    assert before.in_place[0] <= after.in_place[0] <= before.in_place[1]
    assert after.result is not Result.SAFETY_GAP or before.result is Result.SAFETY_GAP or before.could_be_safety_gap
    assert before.range is not None
    assert after.range is not None
    assert before.range[0] <= after.range[0] == after.range[1] <= before.range[1]


@given(cases(), st.data())
def test_confirmed_not_applicable_never_beats_the_best_case_of_leaving_the_row_open(
    case: Case, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(case[2]) - 1))
    indicator_id = case[2][row].indicator_id
    left_open = first(case, changed(case, row, AnswerFacts(indicator_id)))
    confirmed = AnswerFacts(
        indicator_id, not_applicable=True, reason=REASON, judged_by="Ann Lee", confirmed_by="Bo Rae"
    )
    after = first(case, changed(case, row, confirmed))
    assume(after.result is not Result.NO_RESULT)
    assert RANK.index(after.result) <= RANK.index(left_open.result_range[1])
    assert RANK.index(after.result_range[1]) <= RANK.index(left_open.result_range[1])
    assert RANK.index(after.result_range[0]) >= RANK.index(left_open.result_range[0])


@given(cases())
def test_stated_not_applicable_that_does_not_count_is_as_if_not_answered(case: Case) -> None:
    before = first(case)
    answers = [
        AnswerFacts(answer.indicator_id) if answer.not_applicable and row.state is RowState.OPEN else answer
        for answer, row in zip(case[2], before.indicators, strict=True)
    ]
    after = first(case, answers)
    assert (after.result, after.range, after.result_range) == (before.result, before.range, before.result_range)


@given(cases())
def test_ranges_are_in_order_and_hold_the_present_result(case: Case) -> None:
    found = first(case)
    if found.result is Result.NO_RESULT:
        assert found.range is None
        return
    worst, best = (RANK.index(result) for result in found.result_range)
    assert worst <= RANK.index(found.result) <= best
    assert found.range is not None
    assert 0 <= found.range[0] <= found.range[1] <= 100
    assert found.in_place[1] - found.in_place[0] == found.applicable - found.answered
    assert found.could_be_safety_gap == (worst == 0 and found.result is not Result.SAFETY_GAP)
    assert found.answered < found.applicable or worst == best


@given(cases(), st.randoms(use_true_random=False))
def test_order_of_answers_and_evidence_does_not_matter(case: Case, random: Random) -> None:
    mixed = [replace(answer, evidence=answer.evidence[::-1]) for answer in case[2]]
    random.shuffle(mixed)
    assert first(case, mixed) == first(case)


@given(cases())
def test_sentences_are_whole_and_start_with_the_result(case: Case) -> None:
    found = first(case)
    assert found.deciding.startswith(found.result.words)
    assert all(row.why == "" or row.why.endswith(".") for row in found.indicators)
    assert found.deciding.count(".") == 1 + found.deciding.count("SA ")


@given(cases(), st.data())
def test_an_answer_that_is_still_to_be_confirmed_never_raises_a_result(case: Case, data: st.DataObject) -> None:
    waiting = [replace(answer, to_confirm=data.draw(st.booleans())) for answer in case[2]]
    before, after = first(case), first(case, waiting)
    assume(before.result is not Result.NO_RESULT)
    assert not_higher(after, before)
    assert after.applicable == before.applicable
    assert RANK.index(after.result_range[0]) <= RANK.index(before.result_range[0])


@given(cases(), st.data())
def test_the_weakest_service_decides(case: Case, data: st.DataObject) -> None:
    catalogue, services, given_answers = case
    assume(services)
    own = st.lists(st.sampled_from(Judgement), min_size=len(services), max_size=len(services))
    answers = [
        replace(answer, by_service=tuple(zip((one.id for one in services), data.draw(own), strict=True)))
        for answer in given_answers
    ]
    together = first((catalogue, services, answers))
    for service in services:
        alone = first((catalogue, [service], answers))
        for row, other in zip(together.indicators, alone.indicators, strict=True):
            if row.state is RowState.ANSWERED and other.state is RowState.ANSWERED:
                assert (row.supported or 0) <= (other.supported or 0)
        if {row.state for row in alone.indicators} == {RowState.ANSWERED}:
            assert not_higher(together, alone)


@given(cases(), st.data())
def test_a_service_without_a_judgement_opens_the_row_for_all(case: Case, data: st.DataObject) -> None:
    catalogue, services, given_answers = case
    assume(len(services) > 1)
    row = data.draw(st.integers(0, len(given_answers) - 1))
    mine = data.draw(st.sampled_from(services))
    answer = AnswerFacts(given_answers[row].indicator_id, by_service=((mine.id, Judgement.SHOWN_TO_WORK),))
    found = first((catalogue, services, changed(case, row, answer))).indicators[row]
    others = [one for one in services if one.type in catalogue.indicators[row].applies and one is not mine]
    assert found.state is not RowState.ANSWERED or not others
