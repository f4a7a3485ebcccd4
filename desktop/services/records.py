# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One assessment with everything it rests on, read from the workbook in one go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from desktop.models.records import (
    Action,
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    FileState,
    Judgement,
    Organisation,
    SecondReading,
    Service,
    ServiceAnswer,
    Strength,
)
from desktop.models.rounds import SignOff, lapse_day, standing_sign_off
from desktop.models.scoring import AnswerFacts, EvidenceFacts, same_person
from desktop.services.workforce_records import WorkforceRecords, kept_records
from desktop.storage.database import Database

USABLE = (FileState.STORED, FileState.HELD)


@dataclass(frozen=True, slots=True)
class AssessmentRecords:
    """The records behind one assessment. ``answers`` are by indicator id; ``items`` in the order of the index.

    ``sign_off`` is the one that stands, or None; ``readings`` are by the id of the answer that was read.
    """

    organisation: Organisation
    services: tuple[Service, ...]
    assessment: Assessment
    answers: Mapping[str, Answer]
    items: tuple[EvidenceItem, ...]
    links: tuple[EvidenceLink, ...]
    actions: tuple[Action, ...]
    workforce: WorkforceRecords
    service_answers: tuple[ServiceAnswer, ...] = ()
    readings: Mapping[str, SecondReading] = field(default_factory=dict)
    sign_off: SignOff | None = None

    @property
    def lapses(self) -> date:
        """The last day on which the round holds (product rule 5): 12 months after the sign-off, or after it began."""
        return lapse_day(self.sign_off.signed_on if self.sign_off else self.assessment.dated)

    def read_by_two(self, answer: Answer) -> bool:
        """Whether a second person judged, or confirmed, what the first one said."""
        reading = self.readings.get(answer.id)
        others = (reading.reader if reading else "", answer.second_reader, answer.confirmed_by)
        return any(other.strip() and not same_person(other, answer.judged_by) for other in others)

    def for_service(self, answer_id: str, service_id: str) -> ServiceAnswer | None:
        """What is said of an answer for one service, where that differs."""
        own = (one for one in self.service_answers if (one.answer_id, one.service_id) == (answer_id, service_id))
        return next(own, None)

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
        differ: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
        for one in self.service_answers:
            if one.judgement is not None:
                differ[one.answer_id].append((one.service_id, one.judgement))
        return tuple(self._facts(answer, used[answer.id], differ[answer.id]) for answer in self.answers.values())

    def _facts(
        self,
        answer: Answer,
        used: Iterable[tuple[EvidenceItem, Strength]],
        differ: Iterable[tuple[str, Judgement]],
    ) -> AnswerFacts:
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
            by_service=tuple(differ),
            to_confirm=answer.to_confirm,
        )


def read_assessment(db: Database, assessment_id: str) -> AssessmentRecords:
    """Everything behind one assessment; raises ``LookupError`` when there is none with this id."""
    items, links = _evidence(db, assessment_id)
    return AssessmentRecords(
        organisation=_organisation(db),
        services=db.services.list(),
        assessment=db.assessments.get(assessment_id),
        answers=_answers(db, assessment_id),
        items=items,
        links=links,
        actions=db.actions.list(assessment_id=assessment_id),
        workforce=kept_records(db).records(db),
        service_answers=db.service_answers.of_assessment(assessment_id),
        readings=_readings(db, assessment_id),
        sign_off=standing_sign_off(db.sign_offs.list(assessment_id=assessment_id)),
    )


def read_again(db: Database, known: AssessmentRecords, changed: Set[str]) -> AssessmentRecords:
    """The records of the same assessment after a save: only what is in the changed tables is read."""
    own = known.assessment.id
    evidence_changed = bool({"evidence_link", "evidence_item"} & changed)
    items, links = _evidence(db, own) if evidence_changed else (known.items, known.links)
    return AssessmentRecords(
        organisation=_organisation(db) if "organisation" in changed else known.organisation,
        services=db.services.list() if "service" in changed else known.services,
        assessment=db.assessments.get(own) if "assessment" in changed else known.assessment,
        answers=_answers(db, own) if "answer" in changed else known.answers,
        items=items,
        links=links,
        actions=db.actions.list(assessment_id=own) if "action" in changed else known.actions,
        workforce=kept_records(db).records(db),
        service_answers=db.service_answers.of_assessment(own) if "service_answer" in changed else known.service_answers,
        readings=_readings(db, own) if "second_reading" in changed else known.readings,
        sign_off=standing_sign_off(db.sign_offs.list(assessment_id=own)) if "sign_off" in changed else known.sign_off,
    )


def _organisation(db: Database) -> Organisation:
    return db.organisation.find() or Organisation("")  # not named yet


def _answers(db: Database, assessment_id: str) -> Mapping[str, Answer]:
    return {answer.indicator_id: answer for answer in db.answers.list(assessment_id=assessment_id)}


def _readings(db: Database, assessment_id: str) -> Mapping[str, SecondReading]:
    return {reading.answer_id: reading for reading in db.second_readings.of_assessment(assessment_id)}


def _evidence(db: Database, assessment_id: str) -> tuple[tuple[EvidenceItem, ...], tuple[EvidenceLink, ...]]:
    """The items used, and the links. A signed-off round keeps its links to an item that was removed since."""
    links = db.links.of_assessment(assessment_id)
    used = {link.evidence_id for link in links}
    items = tuple(item for item in db.evidence.list() if item.id in used)
    there = {item.id for item in items}
    return items, tuple(link for link in links if link.evidence_id in there)
