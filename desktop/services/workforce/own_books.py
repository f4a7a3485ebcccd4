# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Storing a workforce book that Sevenfold made: what differs, as one step that can be undone. Nothing is removed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.sheet import SheetFile
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import OtherName
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession
from desktop.services.importing.own_book import OwnBook, read_own_book
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook


class BookProblemsError(AppError):
    """A book with lines that cannot be read, or that name what is not there."""

    code = "book_problems"
    happened = "{name} cannot be read back: {problems}"
    safe = "Nothing was changed."
    to_do = "Put it right in the spreadsheet, or export it again."


@dataclass(frozen=True, slots=True)
class BookBrought:
    """What a book brings: how many records are new, how many differ, how many are there already.

    ``without_file``: how many name a certificate or paper that is not in this workbook; they come without it.
    """

    new: int
    changed: int
    same: int
    without_file: int
    told: str


class OwnBooks:
    """Workforce books that come back."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db

    def look(self, file: SheetFile) -> BookBrought:
        """What storing the book would do. Raises ``NotOurBookError``, ``NewerBookError`` and ``BookProblemsError``."""
        return self._compare(file)[0]

    def store(self, file: SheetFile) -> BookBrought:
        """Store what is new or differs, as one step; nothing is written when nothing differs."""
        brought, differing = self._compare(file)
        if differing:
            repositories = _repositories(self._db)
            with self._db.write(Op.IMPORT_RECORDS, file.name):
                for kind, repository in repositories.items():
                    repository.save_all(record for record in differing if isinstance(record, kind))
        return brought

    def _compare(self, file: SheetFile) -> tuple[BookBrought, list[Any]]:
        book = read_own_book(file)
        present = {kind: repository.list() for kind, repository in _repositories(self._db).items()}
        problems = (*book.problems, *_lost(book, present))
        if problems:
            raise BookProblemsError(name=file.name, problems=" ".join(problems))
        there = {(type(record), record.id): record for records in present.values() for record in records}
        whole = [record for kind in present for record in book.of(kind)]
        others = [record for record in whole if there.get((type(record), record.id)) != record]
        evidence = {item.id for item in self._db.evidence.list()}
        fitted = [_fitting(record, evidence) for record in others]
        differing = [record for record in fitted if there.get((type(record), record.id)) != record]
        changed = sum((type(record), record.id) in there for record in differing)
        new, same = len(differing) - changed, len(whole) - len(differing)
        without = sum(before is not after for before, after in zip(others, fitted, strict=True))
        return BookBrought(new, changed, same, without, _told(new, changed, same, without)), differing


def _repositories(db: Database) -> dict[type[Any], Any]:
    """In an order in which every record finds what it names."""
    return {
        Person: db.people,
        CourseRule: db.courses,
        SupervisionRule: db.supervision_rules,
        TrainingSession: db.sessions,
        TrainingRecord: db.training,
        Booking: db.bookings,
        HoursEntry: db.hours,
        SupervisionSession: db.supervision,
        CompetenceJudgement: db.competence,
        RecruitmentCheck: db.checks,
        OtherName: db.other_names,
        DiversityCount: db.diversity,
    }


_NAMES: dict[str, type[Any]] = {  # which field names which kind of record
    "person_id": Person,
    "line_manager_id": Person,
    "practice_supervisor_id": Person,
    "supervisor_id": Person,
    "session_id": TrainingSession,
    "makes_up": SupervisionSession,
}


def _lost(book: OwnBook, present: dict[type[Any], Iterable[Any]]) -> list[str]:
    """Where a record of the book names one that is neither in it nor in the workbook."""
    known: dict[type[Any], set[str]] = {
        kind: {one.id for one in (*book.of(kind), *present[kind])}
        for kind in (Person, TrainingSession, SupervisionSession)
    }
    lost: dict[str, int] = {}
    for kind in present:
        for name in (name for name in _NAMES if name in kind.__dataclass_fields__):
            missing = sum(
                (value := getattr(record, name)) is not None and value not in known[_NAMES[name]]
                for record in book.of(kind)
            )
            if missing:
                lost[name] = lost.get(name, 0) + missing
    whom: dict[type[Any], str] = {
        Person: "a colleague",
        TrainingSession: "a training day",
        SupervisionSession: "a session",
    }
    return [f"{_counted(count)} {whom[_NAMES[name]]} that is not there." for name, count in lost.items()]


def _counted(count: int) -> str:
    return "1 line names" if count == 1 else f"{count} lines name"


def _fitting(record: Any, evidence: set[str]) -> Any:
    """The record, without a file that this workbook does not have."""
    if isinstance(record, TrainingRecord) and record.certificate_id not in {None, *evidence}:
        return replace(record, certificate_id=None)
    if isinstance(record, TrainingSession) and record.evidence_id not in {None, *evidence}:
        return replace(record, evidence_id=None)
    return record


def _told(new: int, changed: int, same: int, without: int) -> str:
    if not new and not changed:
        return "Everything in this book is in the workbook already."
    told = f"{new} new, {changed} changed, {same} as they are."
    return f"{told} {without} come without their file, which is not in this workbook." if without else told
