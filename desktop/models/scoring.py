# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scoring by gates (product rules 2 to 4): what is said, what the evidence carries, and the result per standard."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from desktop.models import wording
from desktop.models.catalogue import Catalogue, Indicator
from desktop.models.gates import result_of_standard
from desktop.models.records import Judgement, Service, Strength
from desktop.models.results import IndicatorScore, RowState, StandardResult

REASON_WORDS = 20
_result_of = lru_cache(maxsize=32)(result_of_standard)  # to judge an indicator changes one of the seven results


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What scoring needs of one evidence item of an answer. ``usable`` is False for missing or damaged files."""

    strength: Strength
    review_by: date | None = None
    usable: bool = True


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What scoring needs of one answer. ``judgement`` None and ``not_applicable`` False: not answered.

    ``by_service``: service id and judgement, where a service differs. ``to_confirm``: the answer was carried over from
    another wording, and counts once someone has confirmed it; a safety gap counts at once.
    """

    indicator_id: str
    judgement: Judgement | None = None
    not_applicable: bool = False
    reason: str = ""
    judged_by: str = ""
    confirmed_by: str = ""
    evidence: tuple[EvidenceFacts, ...] = ()
    by_service: tuple[tuple[str, Judgement], ...] = ()
    to_confirm: bool = False


def score(
    catalogue: Catalogue, services: Sequence[Service], answers: Sequence[AnswerFacts], as_at: date
) -> tuple[StandardResult, ...]:
    """The result of each standard, in order, as at a date.

    An indicator applies when any declared service is of a type that it is for. While no service is declared
    all of them apply: nothing can be left out before the scope is stated. Where services differ, the weakest of those
    that an indicator is for decides; of one service alone the results are those of ``score`` with that service.
    """
    by_indicator = _by_indicator(catalogue, answers)
    return tuple(
        _result_of(
            standard.number,
            tuple(
                score_indicator(
                    indicator,
                    _of_weakest(by_indicator.get(indicator.id, AnswerFacts(indicator.id)), indicator, services),
                    as_at,
                    applies=applies_to(indicator, services),
                )
                for indicator in catalogue.of_standard(standard.number)
            ),
        )
        for standard in catalogue.standards
    )


def applies_to(indicator: Indicator, services: Sequence[Service]) -> bool:
    """Whether any declared service needs the indicator; every indicator is needed while none is declared."""
    return not services or any(service.type in indicator.applies for service in services)


def score_indicator(indicator: Indicator, answer: AnswerFacts, as_at: date, *, applies: bool) -> IndicatorScore:
    """One indicator after the evidence cap, with its state in the count."""
    strength = best_strength(answer.evidence, as_at)
    state, why = _state(answer, applies=applies)
    supported = None
    if state is RowState.ANSWERED and answer.judgement is not None:
        supported = min(answer.judgement, highest_supported(strength, critical=indicator.critical))
        if supported < answer.judgement:
            why = _lowered(indicator, answer, answer.judgement, supported, as_at)
        if answer.to_confirm and not (indicator.critical and supported < Judgement.PARTLY_IN_PLACE):
            state, supported, why = RowState.OPEN, None, wording.TO_CONFIRM
    return IndicatorScore(
        indicator_id=indicator.id,
        critical=indicator.critical,
        state=state,
        said=answer.judgement,
        strength=strength,
        supported=supported,
        why=why,
    )


def best_strength(evidence: Sequence[EvidenceFacts], as_at: date) -> Strength:
    """The best over the items that can be used; an item past its review date counts as a document at most."""
    return max((_current_strength(item, as_at) for item in evidence if item.usable), default=Strength.NONE)


def highest_supported(strength: Strength, *, critical: bool) -> Judgement:
    """The highest judgement that evidence of this strength carries."""
    if strength <= Strength.WORD:
        return Judgement.BEING_DEVELOPED
    if strength == Strength.DOCUMENT:
        return Judgement.PARTLY_IN_PLACE if critical else Judgement.IN_PLACE
    return Judgement.SHOWN_TO_WORK


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and spaces."""
    return _plain(one) == _plain(other)


def words_in(text: str) -> int:
    """How many words a text has; a dash or a dot on its own is no word."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _by_indicator(catalogue: Catalogue, answers: Sequence[AnswerFacts]) -> Mapping[str, AnswerFacts]:
    known = {indicator.id for indicator in catalogue.indicators}
    found: dict[str, AnswerFacts] = {}
    for answer in answers:
        if answer.indicator_id not in known or answer.indicator_id in found:
            message = f"answer to {answer.indicator_id!r}: no such indicator, or answered twice"
            raise ValueError(message)
        found[answer.indicator_id] = answer
    return found


def _of_weakest(answer: AnswerFacts, indicator: Indicator, services: Sequence[Service]) -> AnswerFacts:
    """The answer with the lowest judgement of the services that the indicator is for; open where one has none."""
    own = dict(answer.by_service)
    said = [own.get(service.id, answer.judgement) for service in services if service.type in indicator.applies]
    if not own or not said or answer.not_applicable:
        return answer
    levels = [one for one in said if one is not None]
    return replace(answer, judgement=min(levels) if len(levels) == len(said) else None)


def _state(answer: AnswerFacts, *, applies: bool) -> tuple[RowState, str]:
    if not applies:
        return RowState.NOT_APPLICABLE, wording.NOT_FOR_THESE_SERVICES
    if answer.not_applicable:
        doubts = _doubts(answer)
        if doubts:
            return RowState.OPEN, wording.not_counted_yet(doubts)
        return RowState.NOT_APPLICABLE, wording.CONFIRMED
    if answer.judgement is None:
        return RowState.OPEN, wording.NOT_ANSWERED
    return RowState.ANSWERED, ""


def _doubts(answer: AnswerFacts) -> tuple[str, ...]:
    """Why a stated "not applicable" does not count; nothing when it does."""
    doubts = []
    words = words_in(answer.reason)
    if words < REASON_WORDS:
        doubts.append(wording.reason_too_short(words, REASON_WORDS))
    if not _plain(answer.judged_by):
        doubts.append(wording.NO_JUDGE)
    if not _plain(answer.confirmed_by):
        doubts.append(wording.NO_CONFIRMER)
    elif same_person(answer.judged_by, answer.confirmed_by):
        doubts.append(wording.SAME_PERSON)
    return tuple(doubts)


def _lowered(indicator: Indicator, answer: AnswerFacts, said: Judgement, supported: Judgement, as_at: date) -> str:
    strength = best_strength(answer.evidence, as_at)
    needed = next(step for step in Strength if highest_supported(step, critical=indicator.critical) >= said)
    without_dates = max((item.strength for item in answer.evidence if item.usable), default=Strength.NONE)
    with_all_files = max((_current_strength(item, as_at) for item in answer.evidence), default=Strength.NONE)
    if without_dates >= needed:
        cause = wording.PAST_REVIEW
    elif with_all_files >= needed:
        cause = wording.FILES_UNUSABLE
    else:
        cause = wording.RESTS_ON[strength]
    return wording.lowered(said, supported, cause, needed)


def _current_strength(item: EvidenceFacts, as_at: date) -> Strength:
    lapsed = item.review_by is not None and item.review_by < as_at
    return min(item.strength, Strength.DOCUMENT) if lapsed else item.strength


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
