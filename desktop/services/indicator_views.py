# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One indicator as the page Standards shows it: its answer, evidence, actions, and what it counts as and why."""

from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Indicator, Standard
from desktop.models.records import Answer, EvidenceItem, Judgement, Strength
from desktop.models.results import IndicatorScore, RowState, StandardResult
from desktop.models.wording import joined
from desktop.models.workforce.figures import SEPARATE_WORKERS
from desktop.models.workforce.live import hidden_in_pack
from desktop.models.workforce.sides import on_both_sides
from desktop.services.action_plan import ActionLine, lines_of
from desktop.services.carried import CarriedFrom
from desktop.services.records import USABLE
from desktop.services.standing import Standing, says_more

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class LinkedEvidence:
    """One piece of evidence under an indicator, with the strength it gives there."""

    link_id: str
    item: EvidenceItem
    strength: Strength
    lapsed: bool
    missing: bool


@dataclass(frozen=True, slots=True)
class SaidAndSupported:
    """Why a judgement counts for less than was said, in three sentences."""

    sentence: str
    why: str
    to_change: str


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service that an indicator is for. ``judgement`` None: it is as for all of them."""

    service_id: str
    name: str
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator with its answer and all around it.

    ``answer`` has an empty id before anything is kept. ``draft`` is text typed and not yet kept as the narrative, or
    None; ``draft_name`` is the name to keep it under. ``previous`` and ``next`` are ids, '' at the ends.
    ``services``: those that it is for, where there are several; ``carried``: it waits to be confirmed;
    ``signed_off``: the day from which on nothing of it changes.
    """

    indicator: Indicator
    standard: Standard
    answer: Answer
    score: IndicatorScore
    result: StandardResult
    evidence: tuple[LinkedEvidence, ...]
    actions: tuple[ActionLine, ...]
    figure: str
    warnings: tuple[str, ...]
    said_and_supported: SaidAndSupported | None
    previous: str
    next: str
    draft_name: str
    draft: str | None
    second_reader: str = ""
    services: tuple[ServiceLine, ...] = ()
    carried: CarriedFrom | None = None
    signed_off: date | None = None


def indicator_view(
    standing: Standing, indicator_id: str, draft: tuple[str, str | None], carried: CarriedFrom | None = None
) -> IndicatorView:
    """One indicator. ``draft`` is the name of its draft, and the text kept under it or None."""
    catalogue, answer = standing.catalogue, standing.answer(indicator_id)
    indicator = catalogue.indicator(indicator_id)
    ids = ["", *(entry.id for entry in catalogue.indicators), ""]
    place = ids.index(indicator_id)
    name, text = draft
    return IndicatorView(
        indicator=indicator,
        standard=catalogue.standard(indicator.standard),
        answer=answer,
        score=standing.scores[indicator_id],
        result=standing.result_of(indicator_id),
        evidence=_evidence(standing, answer),
        actions=lines_of(
            (action for action in standing.records.actions if action.indicator_id == indicator_id),
            catalogue,
            standing.as_at,
        ),
        figure=_figure(standing, indicator_id),
        warnings=_warnings(standing, indicator_id),
        said_and_supported=said_and_supported(standing.scores[indicator_id]),
        previous=ids[place - 1],
        next=ids[place + 1],
        draft_name=name,
        draft=None if text == answer.narrative else text,
        second_reader=_second_reader(standing, answer),
        services=_services(standing, answer, indicator),
        carried=carried,
        signed_off=standing.records.sign_off.signed_on if standing.records.sign_off else None,
    )


def said_and_supported(score: IndicatorScore) -> SaidAndSupported | None:
    """The sentences for a judgement that counts for less than was said; None where it does not."""
    said, supported = score.said, score.supported
    if score.state is not RowState.ANSWERED or said is None or supported is None or supported >= said:
        return None
    _, _, reason = score.why.partition("because ")
    why, _, to_change = reason.partition("; ")
    if score.critical and supported < Judgement.PARTLY_IN_PLACE:
        to_change += " Until then the standard shows a safety gap."
    return SaidAndSupported(
        f"You said {said:d}, {said.words}. It counts as {supported:d}, {supported.words}.",
        f"{_capital(why)}.",
        _capital(to_change),
    )


def is_lapsed(item: EvidenceItem, today: date) -> bool:
    """Whether a piece of evidence is past its review date."""
    return item.review_by is not None and item.review_by < today


def is_missing(item: EvidenceItem) -> bool:
    """Whether the file of a piece of evidence cannot be used: missing, damaged or refused."""
    return item.file_state not in USABLE


def _services(standing: Standing, answer: Answer, indicator: Indicator) -> tuple[ServiceLine, ...]:
    """The services that an indicator is for; none where there is but one, or it does not apply."""
    own = [service for service in standing.records.services if service.type in indicator.applies]
    if len(own) < _SEVERAL or answer.not_applicable:
        return ()
    found = [(service, standing.records.for_service(answer.id, service.id)) for service in own]
    return tuple(ServiceLine(service.id, service.name, one.judgement if one else None) for service, one in found)


def _second_reader(standing: Standing, answer: Answer) -> str:
    reading = standing.records.readings.get(answer.id)
    return reading.reader if reading else answer.second_reader


def _evidence(standing: Standing, answer: Answer) -> tuple[LinkedEvidence, ...]:
    items = {item.id: item for item in standing.records.items}
    lines = [
        LinkedEvidence(link.id, item, link.strength, is_lapsed(item, standing.as_at), is_missing(item))
        for link in standing.records.links
        if link.answer_id == answer.id
        for item in (items[link.evidence_id],)
    ]
    return tuple(sorted(lines, key=lambda line: (-line.strength, line.item.title.casefold(), line.link_id)))


def _figure(standing: Standing, indicator_id: str) -> str:
    """The whole service's figure in words. A figure that packs hide is shown here, and that it is hidden there."""
    figure = standing.live.get(indicator_id)
    if figure is None or (figure.met is None and not figure.in_pack):
        return ""
    return f"{figure.sentence}." + (" Packs hide it: fewer than 5 people." if hidden_in_pack(figure) else "")


def _warnings(standing: Standing, indicator_id: str) -> tuple[str, ...]:
    figure = standing.live.get(indicator_id)
    if figure is not None and says_more(standing, indicator_id, figure):
        return ("The records say less than the judgement does.",)
    if indicator_id != SEPARATE_WORKERS:
        return ()
    names = [person.name or person.code for person in on_both_sides(standing.workforce)]
    if not names:
        return ()
    verb = "works" if len(names) == 1 else "work"
    return (f"{joined(names)} {verb} both with people who use abuse and with victim-survivors.",)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
