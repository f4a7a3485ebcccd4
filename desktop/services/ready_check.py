# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person should know of their own pack before it is sent: one short line for each weak point."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Catalogue, Indicator
from desktop.models.dates import long_date
from desktop.models.records import Judgement
from desktop.models.results import IndicatorScore, Result, RowState, StandardResult
from desktop.services.records import AssessmentRecords
from desktop.services.roles_only import RolesOnly
from desktop.services.targets import Place, Target


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One line, the place where it can be mended, and the ids of the records meant there (indicators or items)."""

    words: str
    place: Place
    ids: tuple[str, ...] = ()

    @property
    def target(self) -> Target:
        """Where to go: the place, and the first of the records."""
        return Target(self.place, self.ids[0] if self.ids else "")


def find_weak_points(
    catalogue: Catalogue, records: AssessmentRecords, results: Sequence[StandardResult], as_at: date, today: date
) -> tuple[WeakPoint, ...]:
    """The weak points, gravest first."""
    return (
        *_names(catalogue, records),
        *_dates(records, as_at, today),
        *_results(results),
        *_late(catalogue, records, as_at),
    )


def weak_points(
    catalogue: Catalogue, records: AssessmentRecords, results: Sequence[StandardResult], as_at: date, today: date
) -> tuple[str, ...]:
    """Their lines, gravest first."""
    return tuple(point.words for point in find_weak_points(catalogue, records, results, as_at, today))


def _names(catalogue: Catalogue, records: AssessmentRecords) -> Iterator[WeakPoint]:
    """Texts that hold a name which the pack elsewhere replaces by 'Colleague n'."""
    roles = RolesOnly()
    known = {person.name for person in records.workforce.people} | {action.owner for action in records.actions}
    for answer in records.answers.values():
        known |= {answer.judged_by, answer.second_reader, answer.confirmed_by}
    names = [re.escape(name.strip()) for name in known if name.strip() and roles.role(name) != " ".join(name.split())]
    if not names:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE)
    texts = [(answer.indicator_id, answer.narrative) for answer in records.answers.values()]
    texts += [(action.indicator_id, action.what) for action in records.actions]
    texts += [(found, item.title) for item in records.items for found in records.supports(item.id)]
    places = {indicator_id for indicator_id, text in texts if pattern.search(text)}
    ordered = [entry for entry in catalogue.indicators if entry.id in places]
    if ordered:
        words = f"The words under {_numbers(ordered)} name a colleague. Write the role instead."
        yield WeakPoint(words, Place.STANDARDS, _ids(ordered))


def _dates(records: AssessmentRecords, as_at: date, today: date) -> Iterator[WeakPoint]:
    lapses = records.lapses
    if max(as_at, today) > lapses:
        words = f"This assessment lapsed on {long_date(lapses)}, and the pack says so."
        yield WeakPoint(words, Place.STANDARDS)
    if as_at < records.assessment.dated:
        words = f"It is judged as at {long_date(as_at)}, which is before the assessment."
        yield WeakPoint(words, Place.PACKS)
    if as_at > today:
        yield WeakPoint(f"It is judged as at {long_date(as_at)}, a day that has not come yet.", Place.PACKS)


def _results(results: Sequence[StandardResult]) -> Iterator[WeakPoint]:
    gaps = [entry for entry in results if entry.result is Result.SAFETY_GAP]
    if gaps:
        numbers = ", ".join(str(entry.standard) for entry in gaps)
        words = f"The pack shows a safety gap in Standard {numbers}. Is the plan for it what you want to show?"
        unsafe = tuple(row.indicator_id for entry in gaps for row in entry.indicators if _is_unsafe(row))
        yield WeakPoint(words, Place.STANDARDS, unsafe)
    rows = [row for entry in results for row in entry.indicators]
    unanswered = tuple(row.indicator_id for row in rows if row.state is RowState.OPEN)
    if unanswered:
        yield WeakPoint(f"{len(unanswered)} indicators count as not answered.", Place.STANDARDS, unanswered)
    lowered = tuple(row.indicator_id for row in rows if _is_lowered(row))
    if lowered:
        counts = "1 judgement counts" if len(lowered) == 1 else f"{len(lowered)} judgements count"
        words = f"{counts} for less than you said, because of their evidence."
        yield WeakPoint(words, Place.STANDARDS, lowered)


def _is_unsafe(row: IndicatorScore) -> bool:
    return row.critical and row.supported is not None and row.supported < Judgement.PARTLY_IN_PLACE


def _is_lowered(row: IndicatorScore) -> bool:
    return row.said is not None and row.supported is not None and row.supported < row.said


def _late(catalogue: Catalogue, records: AssessmentRecords, as_at: date) -> Iterator[WeakPoint]:
    late = {action.indicator_id for action in records.actions if action.is_late(as_at)}
    if late:
        entries = [entry for entry in catalogue.indicators if entry.id in late]
        yield WeakPoint(f"Actions are late under {_numbers(entries)}.", Place.DUE, _ids(entries))
    lapsed = tuple(item.id for item in records.items if item.review_by is not None and item.review_by < as_at)
    if lapsed:
        yield WeakPoint(f"{len(lapsed)} documents are past their review date.", Place.EVIDENCE, lapsed)


def _numbers(indicators: Sequence[Indicator]) -> str:
    return ", ".join(entry.number for entry in indicators)


def _ids(indicators: Sequence[Indicator]) -> tuple[str, ...]:
    return tuple(entry.id for entry in indicators)
