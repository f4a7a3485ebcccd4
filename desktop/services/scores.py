# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Results of a self-assessment straight from its files, and results as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.results import StandardResult
from desktop.models.scope import check_scope
from desktop.models.scoring import AnswerFacts, EvidenceFacts, score
from desktop.services.reading import GivenAnswer, GivenServices, read_answers, read_services
from desktop.support.catalogue_file import load_catalogue
from desktop.support.clock import SystemClock


@dataclass(frozen=True, slots=True)
class ScoredFiles:
    """Seven results in order, the date they hold for, and what the scope rules say."""

    as_at: date
    results: tuple[StandardResult, ...]
    notes: tuple[str, ...]


def score_files(answers: Path, services: Path, as_at: date | None = None) -> ScoredFiles:
    """Read both files and score them as at a date (today when None); raises ``InputError``."""
    catalogue = load_catalogue()
    given, run = read_answers(answers, catalogue), read_services(services)
    when = as_at or SystemClock().today()
    facts = [facts_as_given(answer) for answer in given.answers]
    return ScoredFiles(when, score(catalogue, run.services, facts, when), scope_notes(run))


def facts_as_given(answer: GivenAnswer) -> AnswerFacts:
    """The scoring facts of an answer file: its one strength is taken for each item (settled point 10)."""
    return AnswerFacts(
        indicator_id=answer.indicator_id,
        judgement=answer.judgement,
        not_applicable=answer.not_applicable,
        reason=answer.narrative if answer.not_applicable else "",
        judged_by=answer.judged_by,
        confirmed_by=answer.confirmed_by,
        evidence=tuple(EvidenceFacts(answer.strength, item.review_by, usable=True) for item in answer.evidence),
    )


def scope_notes(given: GivenServices) -> tuple[str, ...]:
    """What the scope rules say of each service, in sentences that name it."""
    return tuple(
        f"{service.name}: {note.sentence}"
        for service in given.services
        for note in check_scope(service, given.organisation.nation)
    )


def results_as_data(results: Iterable[StandardResult]) -> dict[str, dict[str, object]]:
    """Results by standard number, as plain data for JSON."""
    return {
        str(entry.standard): {
            "result": entry.result.value,
            "answered": entry.answered,
            "applicable": entry.applicable,
            "range": list(entry.range) if entry.range else None,
            "result_range": [bound.value for bound in entry.result_range],
            "deciding": entry.deciding,
            "working": [
                {"rule": line.rule, "holds": line.holds, "count": line.count, "indicators": list(line.indicator_ids)}
                for line in entry.working
            ],
        }
        for entry in results
    }
