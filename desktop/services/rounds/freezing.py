# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From the records to what a sign-off freezes of them, and back to records that a pack can be drawn from."""

from collections.abc import Iterator
from datetime import date, datetime

from desktop.models.catalogue import Catalogue
from desktop.models.rounds import FrozenFigures, FrozenRound, SignOff
from desktop.models.scoring import same_person
from desktop.models.workforce.figures import FROM_EVIDENCE_ONLY, workforce_part
from desktop.models.workforce.live import figure_sentences
from desktop.models.workforce.picture import Workforce
from desktop.services.records import AssessmentRecords
from desktop.services.workforce_records import WorkforceRecords


def figures_of(workforce: Workforce) -> FrozenFigures:
    """The workforce's figures as packs show them: counts for the tables, and a sentence an indicator."""
    said = figure_sentences(workforce)
    return FrozenFigures(
        workforce_part(workforce) if workforce.people else None,
        tuple((key, words) for key, words in said.items() if key not in FROM_EVIDENCE_ONLY),
    )


def freeze(
    records: AssessmentRecords, catalogue: Catalogue, as_at: date, taken_at: datetime, history: tuple[int, str]
) -> FrozenRound:
    """All that a pack of a round is drawn from, with the workforce as it is on a day, in words and counts."""
    workforce = records.workforce.on(catalogue, as_at)
    return FrozenRound(
        taken_at=taken_at,
        as_at=as_at,
        history=history,
        catalogue=catalogue,
        organisation=records.organisation,
        services=records.services,
        assessment=records.assessment,
        answers=tuple(records.answers.values()),
        service_answers=records.service_answers,
        readings=tuple(records.readings.values()),
        items=records.items,
        links=records.links,
        actions=records.actions,
        figures=figures_of(workforce),
        counted=tuple(sorted(_counted(records, workforce))),
    )


def thaw(frozen: FrozenRound, sign_off: SignOff) -> AssessmentRecords:
    """The records that a sign-off froze. Of the workforce there are none: its figures are in ``frozen.figures``."""
    return AssessmentRecords(
        organisation=frozen.organisation,
        services=frozen.services,
        assessment=frozen.assessment,
        answers={answer.indicator_id: answer for answer in frozen.answers},
        items=frozen.items,
        links=frozen.links,
        actions=frozen.actions,
        workforce=WorkforceRecords(),
        service_answers=frozen.service_answers,
        readings={reading.answer_id: reading for reading in frozen.readings},
        sign_off=sign_off,
    )


def _counted(records: AssessmentRecords, workforce: Workforce) -> Iterator[str]:
    """The people at work on the day, and those who are named in the round."""
    named = tuple(name for name in _names(records) if name.strip())
    for person in workforce.people:
        if person.works_on(workforce.as_at) or any(same_person(person.name, name) for name in named):
            yield person.id


def _names(records: AssessmentRecords) -> Iterator[str]:
    yield records.assessment.assessor
    for answer in records.answers.values():
        yield from (answer.judged_by, answer.second_reader, answer.confirmed_by, answer.first.by)
    for one in records.service_answers:
        yield one.judged_by
    for reading in records.readings.values():
        yield from (reading.reader, reading.settled_by)
    for action in records.actions:
        yield from (action.owner, action.closing.by)
