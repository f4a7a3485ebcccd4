# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Freezes the newest assessment as a form for a meeting. Names stay in it: the form is for the charity's own table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.catalogue import Catalogue, Indicator
from desktop.models.pack import ActionPart, EvidenceRef, IndicatorPart
from desktop.models.prints import FormIndicator, FormKind, FormPrint, FormStandard, PrintHead
from desktop.models.records import Action, Answer, Assessment, Organisation
from desktop.models.results import IndicatorScore, StandardResult
from desktop.models.scoring import score
from desktop.services.records import AssessmentRecords, read_assessment
from desktop.services.standing import current_catalogue, newest_assessment
from desktop.services.workforce_records import WorkforceRecords
from desktop.storage.database import Database


def capture_form(db: Database, head: PrintHead, kind: FormKind, standards: Sequence[int], as_at: date) -> FormPrint:
    """The form for the standards with these numbers (none given: all). One short read of the workbook."""
    assessment = newest_assessment(db)
    known = current_catalogue(db)
    records = read_assessment(db, assessment.id) if assessment else _nothing_yet(db, as_at, known.version)
    forms = _Forms(known, records, kind, as_at)
    results = score(known, records.services, records.facts(), as_at)
    wanted = set(standards)
    return FormPrint(
        head=head,
        kind=kind,
        assessed=assessment.dated if assessment else None,
        titles_note=known.titles_note,
        standards=tuple(forms.standard(result) for result in results if not wanted or result.standard in wanted),
    )


def _nothing_yet(db: Database, today: date, version: str) -> AssessmentRecords:
    nothing = Assessment("", today, "", version)
    charity = db.organisation.find() or Organisation("")
    return AssessmentRecords(charity, db.services.list(), nothing, {}, (), (), (), WorkforceRecords())


@dataclass(frozen=True, slots=True)
class _Forms:
    catalogue: Catalogue
    records: AssessmentRecords
    kind: FormKind
    as_at: date

    def standard(self, result: StandardResult) -> FormStandard:
        standard = self.catalogue.standard(result.standard)
        scores = {entry.indicator_id: entry for entry in result.indicators}
        own = self.catalogue.of_standard(standard.number)
        return FormStandard(
            number=standard.number,
            title=standard.title,
            short_name=standard.short_name,
            result=None if self.kind is FormKind.BLANK else result,
            indicators=tuple(self._indicator(one, scores[one.id]) for one in own),
        )

    def _indicator(self, indicator: Indicator, found: IndicatorScore) -> FormIndicator:
        mine = [action for action in self.records.actions if action.indicator_id == indicator.id]
        actions = () if self.kind is FormKind.BLANK else tuple(self._action(action) for action in mine)
        return FormIndicator(self._part(indicator, found), indicator.why, indicator.evidence, actions)

    def _part(self, indicator: Indicator, found: IndicatorScore) -> IndicatorPart:
        answer = self.records.answers.get(indicator.id) or Answer("", "", indicator.id)
        return IndicatorPart(
            id=indicator.id,
            number=indicator.number,
            short_name=indicator.short_name,
            text=indicator.text,
            critical=indicator.critical,
            state=found.state,
            said=found.said,
            supported=found.supported,
            strength=found.strength,
            why=found.why if found.said is not None or answer.not_applicable else "",
            narrative=answer.narrative,
            confirmed_by=answer.confirmed_by,
            two_readers=self.records.read_by_two(answer),
            evidence=self._evidence(answer),
        )

    def _evidence(self, answer: Answer) -> tuple[EvidenceRef, ...]:
        return tuple(
            EvidenceRef(
                number=self.records.evidence_number(item.id),
                title=item.title,
                lapsed=item.review_by is not None and item.review_by < self.as_at,
                state=item.file_state,
            )
            for item, _strength in self.records.evidence_of(answer.id)
        )

    def _action(self, action: Action) -> ActionPart:
        return ActionPart(
            indicator_number=self.catalogue.indicator(action.indicator_id).number,
            what=action.what,
            owner=action.owner,
            due=action.due,
            late=action.is_late(self.as_at),
            state=action.state,
            cost=action.cost,
        )
