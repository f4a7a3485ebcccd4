# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One assessment with everything it rests on, read from the workbook in one go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from desktop.models.records import (
    Action,
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    FileState,
    Organisation,
    Service,
    Strength,
)
from desktop.models.scoring import AnswerFacts, EvidenceFacts
from desktop.services.workforce_records import WorkforceRecords, kept_records
from desktop.storage.database import Database

USABLE = (FileState.STORED, FileState.HELD)


@dataclass(frozen=True, slots=True)
class AssessmentRecords:
    """The records behind one assessment. ``answers`` are by indicator id; ``items`` in the order of the index."""

    organisation: Organisation
    services: tuple[Service, ...]
    assessment: Assessment
    answers: Mapping[str, Answer]
    items: tuple[EvidenceItem, ...]
    links: tuple[EvidenceLink, ...]
    actions: tuple[Action, ...]
    workforce: WorkforceRecords

    def evidence_number(self, evidence_id: str) -> int:
        """The line of an item in the evidence index, from 1."""
        return next(number for number, item in enumerate(self.items, 1) if item.id == evidence_id)

    def evidence_of(self, answer_id: str) -> tuple[tuple[EvidenceItem, Strength], ...]:
        """The items of one answer with the strength that each gives there."""
        by_id = {item.id: item for item in self.items}
        return tuple((by_id[link.evidence_id], link.strength) for link in self.links if link.answer_id == answer_id)

    def supports(self, evidence_id: str) -> tuple[str, ...]:
        """The indicator ids that an item is used for."""
        ids = {answer.id: answer.indicator_id for answer in self.answers.values()}
        return tuple(ids[link.answer_id] for link in self.links if link.evidence_id == evidence_id)

    def facts(self) -> tuple[AnswerFacts, ...]:
        """What scoring needs to know of every answer."""
        by_id = {item.id: item for item in self.items}
        used: dict[str, list[tuple[EvidenceItem, Strength]]] = defaultdict(list)
        for link in self.links:
            used[link.answer_id].append((by_id[link.evidence_id], link.strength))
        return tuple(self._facts(answer, used[answer.id]) for answer in self.answers.values())

    def _facts(self, answer: Answer, used: Iterable[tuple[EvidenceItem, Strength]]) -> AnswerFacts:
        return AnswerFacts(
            indicator_id=answer.indicator_id,
            judgement=answer.judgement,
            not_applicable=answer.not_applicable,
            reason=answer.narrative if answer.not_applicable else "",
            judged_by=answer.judged_by,
            confirmed_by=answer.confirmed_by,
            evidence=tuple(
                EvidenceFacts(strength, item.review_by, usable=item.file_state in USABLE) for item, strength in used
            ),
        )


def read_assessment(db: Database, assessment_id: str) -> AssessmentRecords:
    """Everything behind one assessment; raises ``LookupError`` when there is none with this id."""
    links = db.links.of_assessment(assessment_id)
    return AssessmentRecords(
        organisation=_organisation(db),
        services=db.services.list(),
        assessment=db.assessments.get(assessment_id),
        answers=_answers(db, assessment_id),
        items=_items(db, links),
        links=links,
        actions=db.actions.list(assessment_id=assessment_id),
        workforce=kept_records(db).records(db),
    )


def read_again(db: Database, known: AssessmentRecords, changed: Set[str]) -> AssessmentRecords:
    """The records of the same assessment after a save: only what is in the changed tables is read."""
    links_changed = "evidence_link" in changed
    links = db.links.of_assessment(known.assessment.id) if links_changed else known.links
    return AssessmentRecords(
        organisation=_organisation(db) if "organisation" in changed else known.organisation,
        services=db.services.list() if "service" in changed else known.services,
        assessment=db.assessments.get(known.assessment.id) if "assessment" in changed else known.assessment,
        answers=_answers(db, known.assessment.id) if "answer" in changed else known.answers,
        items=_items(db, links) if links_changed or "evidence_item" in changed else known.items,
        links=links,
        actions=db.actions.list(assessment_id=known.assessment.id) if "action" in changed else known.actions,
        workforce=kept_records(db).records(db),
    )


def _organisation(db: Database) -> Organisation:
    return db.organisation.find() or Organisation("")  # not named yet


def _answers(db: Database, assessment_id: str) -> Mapping[str, Answer]:
    return {answer.indicator_id: answer for answer in db.answers.list(assessment_id=assessment_id)}


def _items(db: Database, links: Iterable[EvidenceLink]) -> tuple[EvidenceItem, ...]:
    used = {link.evidence_id for link in links}
    return tuple(item for item in db.evidence.list() if item.id in used)
