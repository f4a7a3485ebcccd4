# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person should know of their own pack before it is sent: one short line for each weak point."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.models.catalogue import Catalogue
from desktop.models.records import ActionState
from desktop.models.results import Result, RowState, StandardResult
from desktop.services.records import AssessmentRecords
from desktop.services.roles_only import RolesOnly
from desktop.services.snapshot import lapse_date


def weak_points(
    catalogue: Catalogue, records: AssessmentRecords, results: Sequence[StandardResult], as_at: date, today: date
) -> tuple[str, ...]:
    """The lines, gravest first."""
    return (
        *_names(catalogue, records),
        *_dates(records, as_at, today),
        *_results(results),
        *_late(catalogue, records, as_at),
    )


def _names(catalogue: Catalogue, records: AssessmentRecords) -> Iterator[str]:
    """Texts that hold a name which the pack elsewhere replaces by 'Colleague n'."""
    roles = RolesOnly()
    known = {person.name for person in records.people} | {action.owner for action in records.actions}
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
    ordered = [entry.number for entry in catalogue.indicators if entry.id in places]
    if ordered:
        yield f"The words under {', '.join(ordered)} name a colleague. Write the role instead."


def _dates(records: AssessmentRecords, as_at: date, today: date) -> Iterator[str]:
    lapses = lapse_date(records.assessment.dated)
    if max(as_at, today) > lapses:
        yield f"This assessment lapsed on {lapses:%d %B %Y}, and the pack says so."
    if as_at < records.assessment.dated:
        yield f"It is judged as at {as_at:%d %B %Y}, which is before the assessment."
    if as_at > today:
        yield f"It is judged as at {as_at:%d %B %Y}, a day that has not come yet."


def _results(results: Sequence[StandardResult]) -> Iterator[str]:
    gaps = [str(entry.standard) for entry in results if entry.result is Result.SAFETY_GAP]
    if gaps:
        yield f"The pack shows a safety gap in Standard {', '.join(gaps)}. Is the plan for it what you want to show?"
    rows = [row for entry in results for row in entry.indicators]
    unanswered = sum(row.state is RowState.OPEN for row in rows)
    if unanswered:
        yield f"{unanswered} indicators count as not answered."
    lowered = sum(row.said is not None and row.supported is not None and row.supported < row.said for row in rows)
    if lowered:
        yield f"{lowered} judgements count for less than you said, because of their evidence."


def _late(catalogue: Catalogue, records: AssessmentRecords, as_at: date) -> Iterator[str]:
    late = {
        action.indicator_id
        for action in records.actions
        if action.state is ActionState.OPEN and action.due is not None and action.due < as_at
    }
    if late:
        numbers = [entry.number for entry in catalogue.indicators if entry.id in late]
        yield f"Actions are late under {', '.join(numbers)}."
    lapsed = sum(item.review_by is not None and item.review_by < as_at for item in records.items)
    if lapsed:
        yield f"{lapsed} documents are past their review date."
