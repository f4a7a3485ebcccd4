# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Takes a whole assessment from files into a workbook, as one operation that can be undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Op
from desktop.models.errors import InputError
from desktop.models.records import Action, Answer, Assessment, EvidenceItem, EvidenceLink, FileState
from desktop.services.file_check import UnusableFileError, inspect, note_on
from desktop.services.reading import GivenAnswer, GivenAssessment, GivenEvidence, GivenServices
from desktop.services.workforce_file import GivenWorkforce
from desktop.storage.database import Database
from desktop.storage.evidence_errors import EvidenceError
from desktop.storage.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in: the new assessment, and what a person should know of the files."""

    assessment_id: str
    notes: tuple[str, ...]


def new_id() -> str:
    """A fresh record id."""
    return uuid4().hex


def take_in(
    workbook: Workbook,
    catalogue: Catalogue,
    given: GivenAssessment,
    services: GivenServices,
    workforce: GivenWorkforce | None,
    folder: Path,
) -> Intake:
    """Store everything given. Evidence files are taken from ``folder`` and beneath it, and from nowhere else."""
    db = workbook.db
    _require_one_charity(db, given, services)
    if workforce is not None and db.people.list():
        raise InputError(what="This workbook already has people.", to_do="Leave the workforce file out.")
    items, notes = _take_in_files(workbook, _distinct(given.answers), folder)
    assessment = Assessment(new_id(), given.dated, given.assessor, catalogue.version)
    with db.write(Op.IMPORT_RECORDS, subject=f"assessment of {given.dated.isoformat()}"):
        _save_services(db, services)
        db.assessments.save(assessment)
        for item in items.values():
            db.evidence.save(item)
        for answer in given.answers:
            _save_answer(db, assessment.id, answer, items)
        _save_workforce(db, workforce)
    return Intake(assessment.id, notes)


def _distinct(answers: Iterable[GivenAnswer]) -> tuple[GivenEvidence, ...]:
    return tuple(dict.fromkeys(item for answer in answers for item in answer.evidence))


def _take_in_files(
    workbook: Workbook, given: Sequence[GivenEvidence], folder: Path
) -> tuple[dict[GivenEvidence, EvidenceItem], tuple[str, ...]]:
    items: dict[GivenEvidence, EvidenceItem] = {}
    notes: dict[str, None] = {}
    for entry in given:
        item, note = _take_in_file(workbook, entry, find_file(entry.file, folder))
        items[entry] = item
        if note:
            notes[note] = None
    return items, tuple(notes)


def find_file(name: str, folder: Path) -> Path | None:
    """The file of that name in the folder, else beneath it; None when it is nowhere."""
    if (folder / name).is_file():
        return folder / name
    return next((path for path in sorted(folder.rglob("*")) if path.name == name and path.is_file()), None)


def _take_in_file(workbook: Workbook, given: GivenEvidence, path: Path | None) -> tuple[EvidenceItem, str]:
    item = EvidenceItem(
        id=new_id(), title=given.title, file_name=given.file, dated=given.dated, review_by=given.review_by
    )
    if path is None:
        return item, f"{given.file} was not found, so the pack names it as held, not supplied."
    try:
        kept_back = inspect(path, given.file)
        stored = workbook.evidence.add(path)
    except UnusableFileError as error:
        return replace(item, file_state=FileState.REFUSED, kept_back=str(error.facts["why"])), str(error)
    except EvidenceError as error:
        return replace(item, file_state=FileState.REFUSED, kept_back="could not be read"), str(error)
    stored_item = replace(
        item, file_state=FileState.STORED, sha256=stored.sha256, size=stored.size, kept_back=kept_back
    )
    return stored_item, note_on(given.file, kept_back)


def _require_one_charity(db: Database, given: GivenAssessment, services: GivenServices) -> None:
    """A pack is signed as one charity: the answers, the services and the workbook must name the same."""
    kept = db.organisation.find()
    name = kept.name if kept else services.organisation.name
    for other in (given.organisation, services.organisation.name):
        if " ".join(other.split()).casefold() != " ".join(name.split()).casefold():
            raise InputError(what=f"The files name two charities: {name!r} and {other!r}.", to_do="Check the files.")


def _save_services(db: Database, given: GivenServices) -> None:
    """A service keeps its id while its name stays; one that is no longer named leaves the list."""
    db.organisation.save(given.organisation)
    known = {service.name.casefold(): service.id for service in db.services.list()}
    for service in given.services:
        db.services.save(replace(service, id=known.pop(service.name.casefold(), "") or new_id()))
    for gone in known.values():
        db.services.remove(gone)


def _save_answer(
    db: Database, assessment_id: str, given: GivenAnswer, items: dict[GivenEvidence, EvidenceItem]
) -> None:
    answer = Answer(
        id=new_id(),
        assessment_id=assessment_id,
        indicator_id=given.indicator_id,
        judgement=given.judgement,
        not_applicable=given.not_applicable,
        narrative=given.narrative,
        judged_by=given.judged_by,
        judged_on=given.judged_on,
        second_reader=given.second_reader,
        confirmed_by=given.confirmed_by,
    )
    db.answers.save(answer)
    for entry in dict.fromkeys(given.evidence):
        db.links.save(EvidenceLink(new_id(), answer.id, items[entry].id, given.strength))
    for action in given.actions:
        db.actions.save(
            Action(new_id(), assessment_id, given.indicator_id, action.what, action.owner, action.due, action.state)
        )


def _save_workforce(db: Database, given: GivenWorkforce | None) -> None:
    if given is None:
        return
    for person in given.people:
        db.people.save(person)
    for record in given.training:
        db.training.save(record)
    for session in given.supervision:
        db.supervision.save(session)
