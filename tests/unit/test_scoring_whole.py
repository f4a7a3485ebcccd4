# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whole self-assessments against the bundled catalogue: an invented one, and the practice inputs where they are."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.models.records import Judgement, Service, ServiceType, Strength
from desktop.models.results import StandardResult
from desktop.models.scoring import AnswerFacts, EvidenceFacts, score
from desktop.support.catalogue_file import load_catalogue

INVENTED = Path(__file__).with_name("invented.json")
SHARED = Path(__file__).parents[2].parent / "shared" / "inputs"
CATALOGUE = load_catalogue()
needs_inputs = pytest.mark.skipif(
    not (SHARED / "expected.json").is_file(), reason="the practice inputs are not beside this checkout (shared/inputs)"
)


def day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def services(kinds: list[str]) -> list[Service]:
    return [Service(kind, kind, ServiceType(kind)) for kind in kinds]


def lowered(results: tuple[StandardResult, ...]) -> list[str]:
    rows = [row for result in results for row in result.indicators]
    return [row.indicator_id for row in rows if row.supported is not None and row.supported < (row.said or 0)]


def critical_gaps(results: tuple[StandardResult, ...]) -> list[str]:
    rows = [row for result in results for row in result.indicators]
    return [row.indicator_id for row in rows if row.critical and row.supported is not None and row.supported < 2]


def invented_answer(indicator_id: str, said: dict[str, Any]) -> AnswerFacts:
    if said.get("not_applicable"):
        return AnswerFacts(indicator_id, **said)
    item = EvidenceFacts(Strength(said["strength"]), day(said.get("review_by")))
    return AnswerFacts(indicator_id, Judgement(said["judgement"]), evidence=(item,))


def practice_answer(said: dict[str, Any]) -> AnswerFacts:
    judgement = said["judgement"]
    strength = Strength(said["evidence_strength"])
    return AnswerFacts(
        said["id"],
        Judgement(judgement) if isinstance(judgement, int) else None,
        not_applicable=judgement == "not applicable",
        reason=said["narrative"],
        judged_by=said["judged_by"] or "",
        confirmed_by=said["confirmed_by"] or "",
        evidence=tuple(EvidenceFacts(strength, day(item["review_by"])) for item in said["evidence"]),
    )


def test_invented_charity_scores_as_worked_out_by_hand() -> None:
    data = json.loads(INVENTED.read_text(encoding="utf-8"))
    answers = [invented_answer(indicator_id, said) for indicator_id, said in data["answers"].items()]
    results = score(CATALOGUE, services(data["services"]), answers, date.fromisoformat(data["as_at"]))
    found = {
        str(result.standard): {
            "result": result.result.value,
            "answered": result.answered,
            "applicable": result.applicable,
            "lowest": (result.range or (0, 0))[0],
            "highest": (result.range or (0, 0))[1],
            "worst": result.result_range[0].value,
            "best": result.result_range[1].value,
            "critical_not_applicable": result.critical_not_applicable,
        }
        for result in results
    }
    assert found == data["expected"]
    assert lowered(results) == data["lowered"]


@needs_inputs
def test_practice_inputs_score_as_expected() -> None:
    answers, made, expected = (
        json.loads((SHARED / name).read_text(encoding="utf-8"))
        for name in ("answers.json", "interventions.json", "expected.json")
    )
    wanted = expected["answers"]
    kinds = [service["type"] for service in made["services"]]
    facts = [practice_answer(said) for said in answers["answers"]]
    results = score(CATALOGUE, services(kinds), facts, date.fromisoformat(wanted["as_at"]))
    found = {
        str(result.standard): {
            "result": result.result.value,
            "answered": result.answered,
            "applicable": result.applicable,
            "range": list(result.range or ()),
        }
        for result in results
    }
    assert found == wanted["results"]
    assert lowered(results) == wanted["lowered_by_caps"]
    assert critical_gaps(results) == wanted["critical_gaps_after_caps"]
