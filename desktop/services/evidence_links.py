# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which evidence an answer rests on: the one place that links, unlinks and sets how strong it is."""

from dataclasses import replace

from desktop.models.catalogue import number_of
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.records import Answer, EvidenceLink, Strength
from desktop.services.closed_rounds import require_open_round
from desktop.services.intake import new_id
from desktop.services.standing import newest_assessment
from desktop.storage.database import Database


class NoAssessmentToLinkError(AppError):
    """Evidence is to be linked before there is any assessment."""

    code = "no_assessment_to_link"
    happened = "There is no assessment yet, so evidence cannot be linked to an indicator."
    safe = "The evidence itself is kept."
    to_do = "Start an assessment, then link the evidence to the indicators it supports."


def link(db: Database, indicator_id: str, evidence_id: str, strength: Strength) -> str:
    """Use an item for an indicator of the newest assessment; gives the link's id. One operation.

    Linking again what is linked sets the strength.
    """
    db.evidence.get(evidence_id)
    with db.write(Op.LINK_EVIDENCE, f"to {number_of(indicator_id)}", about=evidence_id):
        return save_link(db, indicator_id, evidence_id, strength)


def unlink(db: Database, link_id: str) -> None:
    """Stop using an item for an answer. The item stays. Nothing happens when the link is gone."""
    found = db.links.find(link_id)
    if found is None:
        return
    require_open_round(db, db.answers.get(found.answer_id).assessment_id)
    with db.write(Op.UNLINK_EVIDENCE, f"from {_number(db, found)}", about=found.evidence_id):
        db.links.remove(link_id)


def set_strength(db: Database, link_id: str, strength: Strength) -> None:
    """Say how strong an item is for the answer it is linked to."""
    found = db.links.get(link_id)
    if found.strength is strength:
        return
    require_open_round(db, db.answers.get(found.answer_id).assessment_id)
    with db.write(Op.LINK_EVIDENCE, f"to {_number(db, found)}", about=found.evidence_id):
        db.links.save(replace(found, strength=strength))


def save_link(db: Database, indicator_id: str, evidence_id: str, strength: Strength) -> str:
    """The link's rows, inside an open operation: the answer too, unanswered, when there is none yet."""
    answer = _answer(db, indicator_id)
    there = db.links.list(answer_id=answer.id, evidence_id=evidence_id)
    made = replace(there[0], strength=strength) if there else EvidenceLink(new_id(), answer.id, evidence_id, strength)
    db.links.save(made)
    return made.id


def _answer(db: Database, indicator_id: str) -> Answer:
    assessment = newest_assessment(db)
    if assessment is None:
        raise NoAssessmentToLinkError
    require_open_round(db, assessment.id)
    there = db.answers.list(assessment_id=assessment.id, indicator_id=indicator_id)
    if there:
        return there[0]
    made = Answer(new_id(), assessment.id, indicator_id)
    db.answers.save(made)
    return made


def _number(db: Database, found: EvidenceLink) -> str:
    return number_of(db.answers.get(found.answer_id).indicator_id)
