# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Builds the frozen snapshot of a pack from the records of a workbook. Pure: the same records, the same snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop import __version__
from desktop.models.catalogue import Catalogue, Indicator
from desktop.models.pack import (
    ActionPart,
    EvidenceRef,
    FilePart,
    IndicatorPart,
    PackSnapshot,
    ServicePart,
    SignedOffPart,
    SignerPart,
    StandardPart,
    VolumePart,
)
from desktop.models.records import Answer, FileState
from desktop.models.results import IndicatorScore, StandardResult
from desktop.models.rounds import FrozenFigures, SignOff
from desktop.models.scope import check_scope
from desktop.services.records import AssessmentRecords
from desktop.services.roles_only import RolesOnly


@dataclass(frozen=True, slots=True)
class PackDetails:
    """What a pack says of itself: for whom, when, by whom, and what goes with it."""

    pack_id: str
    practice: bool
    taken_at: datetime
    as_at: date
    made_for: str
    reference: str
    signer: SignerPart
    files: tuple[FilePart, ...]
    volumes: tuple[VolumePart, ...]
    history: tuple[int, str]
    today: date
    figures_left_out: bool = False


def build_snapshot(
    catalogue: Catalogue,
    records: AssessmentRecords,
    results: Sequence[StandardResult],
    figures: FrozenFigures,
    details: PackDetails,
) -> PackSnapshot:
    """Everything the pages show."""
    roles = RolesOnly()
    files = {file.number: file for file in details.files}
    parts = _Parts(catalogue, records, roles, dict(figures.sentences), files, details.as_at)
    return PackSnapshot(
        pack_id=details.pack_id,
        practice=details.practice,
        taken_at=details.taken_at,
        as_at=details.as_at,
        app_version=__version__,
        organisation=records.organisation,
        services=tuple(
            ServicePart(service, tuple(n.sentence for n in check_scope(service, records.organisation.nation)))
            for service in records.services
        ),
        made_for=details.made_for,
        reference=details.reference,
        assessed=records.assessment.dated,
        lapses=records.lapses,
        lapsed=max(details.as_at, details.today) > records.lapses,
        signed_off=_signed_off(records.sign_off),
        catalogue_version=records.assessment.catalogue_version,
        titles_note=catalogue.titles_note,
        standards=tuple(parts.standard(result) for result in results),
        actions=parts.actions(),
        workforce=figures.part,
        files=details.files,
        volumes=details.volumes,
        signer=details.signer,
        history_number=details.history[0],
        history_head=details.history[1],
        figures_left_out=details.figures_left_out,
    )


def _signed_off(sign_off: SignOff | None) -> SignedOffPart | None:
    """The sign-off as a pack shows it: by role, never by name."""
    return SignedOffPart(sign_off.role, sign_off.signed_on, sign_off.minute) if sign_off else None


@dataclass(frozen=True, slots=True)
class _Parts:
    catalogue: Catalogue
    records: AssessmentRecords
    roles: RolesOnly
    figures: Mapping[str, str]
    files: Mapping[int, FilePart]
    as_at: date

    def standard(self, result: StandardResult) -> StandardPart:
        standard = self.catalogue.standard(result.standard)
        scores = {entry.indicator_id: entry for entry in result.indicators}
        return StandardPart(
            standard.number,
            standard.title,
            standard.short_name,
            result,
            tuple(self._indicator(entry, scores[entry.id]) for entry in self.catalogue.of_standard(standard.number)),
        )

    def _indicator(self, indicator: Indicator, score: IndicatorScore) -> IndicatorPart:
        answer = self.records.answers.get(indicator.id) or Answer("", "", indicator.id)
        return IndicatorPart(
            id=indicator.id,
            number=indicator.number,
            short_name=indicator.short_name,
            text=indicator.text,
            critical=indicator.critical,
            state=score.state,
            said=score.said,
            supported=score.supported,
            strength=score.strength,
            why=score.why,
            narrative=answer.narrative,
            confirmed_by=self.roles.role(answer.confirmed_by),
            two_readers=self.records.read_by_two(answer),
            evidence=self._evidence(answer),
            by_service=self._by_service(indicator, answer),
            figure=self.figures.get(indicator.id, ""),
        )

    def _by_service(self, indicator: Indicator, answer: Answer) -> str:
        """What is said for each service, where any differs."""
        own = [service for service in self.records.services if service.type in indicator.applies]
        found = [(service.name, self.records.for_service(answer.id, service.id)) for service in own]
        if answer.not_applicable or not any(one for _name, one in found):
            return ""
        levels = [(name, one.judgement if one else answer.judgement) for name, one in found]
        said = "; ".join(f"{name} {'not judged' if level is None else int(level)}" for name, level in levels)
        return f"{said}. The weakest decides."

    def _evidence(self, answer: Answer) -> tuple[EvidenceRef, ...]:
        refs = []
        for item, _strength in self.records.evidence_of(answer.id):
            refs.append(
                EvidenceRef(
                    self.records.evidence_number(item.id),
                    item.title,
                    lapsed=item.review_by is not None and item.review_by < self.as_at,
                    state=FileState.HELD if item.kept_back and item.file_state is FileState.STORED else item.file_state,
                )
            )
        return tuple(refs)

    def actions(self) -> tuple[ActionPart, ...]:
        """The action plan, in the order of the records; the page puts late ones first."""
        return tuple(
            ActionPart(
                indicator_number=self.catalogue.indicator(action.indicator_id).number,
                what=action.what,
                owner=self.roles.role(action.owner),
                due=action.due,
                late=action.is_late(self.as_at),
                state=action.state,
                cost=action.cost,
            )
            for action in self.records.actions
        )
