# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook's database: one encrypted connection, used on one thread, with all that hangs off it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from desktop.models.changes import Changes, Op
from desktop.models.records import (
    Action,
    Answer,
    Assessment,
    CatalogueVersion,
    EvidenceLink,
    SecondReading,
    Service,
    ServiceAnswer,
)
from desktop.models.rounds import SignOff
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.remembered import KnownWords, OtherName, RememberedLayout
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession
from desktop.storage import history, opening, undo
from desktop.storage.answer_parts import AnswerPartRepo
from desktop.storage.durability import SAFE, Durability
from desktop.storage.evidence_repo import EvidenceRepo
from desktop.storage.history import HistoryCheck
from desktop.storage.migrations import MIGRATIONS
from desktop.storage.people_repo import PeopleRepo
from desktop.storage.repository import Repository
from desktop.storage.small_repos import DraftRepo, MetaRepo, OrganisationRepo
from desktop.storage.sqlcipher import Connection, Migrations, connect
from desktop.storage.story import Event, story_of
from desktop.storage.undo import NothingToUndoError, StaleUndoError, Step, UndoList
from desktop.storage.unit_of_work import Operation, UnitOfWork
from desktop.support.clock import Clock
from desktop.support.files import Files

_GUARDS_ALTERED = "The guards that keep changes inside Sevenfold were altered or taken out; they were put back."


class Database:
    """Reads through its repositories, writes through ``write`` only."""

    def __init__(self, connection: Connection, key: bytes, *, clock: Clock, audit_key: bytes) -> None:
        self._connection = connection
        self._key = key
        self._audit_key = audit_key
        self._steps: UndoList | None = None
        self._door = UnitOfWork(connection, clock, audit_key, self._saved)
        self.meta = MetaRepo(connection)
        self.organisation = OrganisationRepo(connection)
        self.services = Repository(connection, Service, "service", order="name, id", keeps_removed=True)
        self.catalogues = Repository(connection, CatalogueVersion, "catalogue_version", order="id")
        self.assessments = Repository(connection, Assessment, "assessment", order="dated, id", keeps_removed=True)
        self.answers = Repository(connection, Answer, "answer", order="assessment_id, indicator_id")
        self.service_answers = AnswerPartRepo(
            connection, ServiceAnswer, "service_answer", order="answer_id, service_id"
        )
        self.second_readings = AnswerPartRepo(connection, SecondReading, "second_reading", order="answer_id")
        self.sign_offs = Repository(connection, SignOff, "sign_off", order="signed_on, id")
        self.evidence = EvidenceRepo(connection)
        self.links = AnswerPartRepo(connection, EvidenceLink, "evidence_link", order="answer_id, evidence_id, id")
        self.actions = Repository(connection, Action, "action", order="due IS NULL, due, indicator_id, id")
        self.people = PeopleRepo(connection)
        self.training = Repository(connection, TrainingRecord, "training_record", order="completed, id")
        self.sessions = Repository(connection, TrainingSession, "training_session", order="held_on, id")
        self.bookings = Repository(connection, Booking, "booking", order="booked_for IS NULL, booked_for, id")
        self.courses = Repository(connection, CourseRule, "course", order="name, id")
        self.hours = Repository(connection, HoursEntry, "hours_entry", order="day, id")
        self.supervision = Repository(connection, SupervisionSession, "supervision_session", order="planned_for, id")
        self.supervision_rules = Repository(connection, SupervisionRule, "supervision_rule", order="id")
        self.competence = Repository(connection, CompetenceJudgement, "competence_judgement", order="judged_on, id")
        self.checks = Repository(connection, RecruitmentCheck, "recruitment_check", order="seen_on, id")
        self.diversity = Repository(connection, DiversityCount, "diversity_count", order='"group", label, id')
        self.layouts = Repository(connection, RememberedLayout, "import_layout", order="id")
        self.known_words = Repository(connection, KnownWords, "known_words", order="id")
        self.other_names = Repository(connection, OtherName, "other_name", order="name, id")
        self.drafts = DraftRepo(connection, clock)

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes,
        *,
        clock: Clock,
        audit_key: bytes,
        durability: Durability = SAFE,
        workbook_id: str = "",
        practice: bool = False,
        by: str = "",
    ) -> "Database":
        """Make a new, empty database. Its first operation says whose it is: its id and whether it is for practice."""
        if path.exists():
            raise FileExistsError(path)
        connection = connect(path, key, durability=durability, mode="rwc")
        try:
            opening.apply(connection, MIGRATIONS)
            database = cls(connection, key, clock=clock, audit_key=audit_key)
            database.by = by
            with database.write(Op.CREATE_WORKBOOK):
                database.meta.set("workbook_id", workbook_id or uuid4().hex)
                database.meta.set("practice", "yes" if practice else "no")
        except BaseException:
            connection.close()
            opening.clear_unfinished(path)
            raise
        return database

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        clock: Clock,
        audit_key: bytes,
        files: Files,
        durability: Durability = SAFE,
        migrations: Migrations = MIGRATIONS,
    ) -> "Database":
        """Open a database: refused untouched when damaged or newer, brought up to date through a verified copy."""
        opener = opening.Opener(clock, audit_key, files, durability)
        return cls(opener.open(path, key, migrations), key, clock=clock, audit_key=audit_key)

    @staticmethod
    def verify(path: Path, key: bytes) -> None:
        """Check a closed copy thoroughly; raises DamagedDatabaseError."""
        opening.verify(path, key)

    def backup_to(self, path: Path, step: Callable[[int, int], None]) -> None:
        """Copy to a new file under the same key. ``step(done, total)``, in pages, may raise: then no file is left."""
        opening.copy(self._connection, self._key, path, step)

    @property
    def by(self) -> str:
        """Who is at work, which history keeps with each operation: the id of the key slot that opened the workbook."""
        return self._door.by

    @by.setter
    def by(self, person_id: str) -> None:
        self._door.by = person_id

    def write(self, op: Op, subject: str = "", *, about: str = "") -> AbstractContextManager[Operation]:
        """The one door. ``subject`` completes the title ('SA 6.3'); ``about`` is the id of the record meant."""
        return self._door.write(op, subject, about=about)

    def on_saved(self, told: Callable[[Changes], None]) -> None:
        """Have ``told`` called after each saved operation, undo and redo included; never when nothing differed."""
        self._door.listeners.append(told)

    def can_undo(self) -> str | None:
        """What undo would do, like 'Undo: judge SA 6.3', or None."""
        return self._title("Undo", self._undo_list.undo)

    def can_redo(self) -> str | None:
        """What redo would do, like 'Redo: judge SA 6.3', or None."""
        return self._title("Redo", self._undo_list.redo)

    def undo(self) -> Changes:
        """Take the newest step back."""
        return self._reverse(Op.UNDO)

    def redo(self) -> Changes:
        """Do the step last undone again."""
        return self._reverse(Op.REDO)

    def erase_person(self, person_id: str) -> Changes:
        """Remove a person with their records and blank what the history keeps of them. Cannot be undone.

        Entries that were joined to theirs are the same person: what the history keeps of those is blanked first.
        """
        for joined in undo.joined_to(self._connection, person_id):
            with self._door.write(Op.ERASE_PERSON, about=joined):
                undo.erase(self._connection, joined)
        with self._door.write(Op.ERASE_PERSON, about=person_id) as operation:
            undo.erase(self._connection, person_id)
        return operation.saved

    def story(self, table: str, record_id: str, field: str = "", hanging: tuple[str, ...] = ()) -> tuple[Event, ...]:
        """What became of a record and of what hangs on it by ``field``, oldest first."""
        return tuple(story_of(self._connection, table, record_id, field, hanging))

    def history_head(self) -> tuple[int, str]:
        """Number and seal of the newest operation, to be printed where nobody can change it."""
        return history.head(self._connection)

    def verify_history(self, anchor: tuple[int, str] | None = None) -> HistoryCheck:
        """Walk the history and hold the records against it; an anchor also finds a cut or rebuilt history.

        It says too when the guards were altered, if this opening found them so.
        """
        check = history.verify(self._connection, self._audit_key, anchor)
        if self._connection.guards_altered:
            check = replace(check, problems=(*check.problems, _GUARDS_ALTERED))
        return check

    def close(self) -> None:
        """Close the file and give up its lock."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _undo_list(self) -> UndoList:
        if self._steps is None:
            self._steps = undo.load(self._connection)
        return self._steps

    def _saved(self, number: int, op: Op, undoes: int | None) -> None:
        if self._steps is not None:
            self._steps.add(number, op, undoes)
            if op is Op.ERASE_PERSON:
                self._steps.drop(undo.erased(self._connection))

    def _title(self, word: str, steps: list[Step]) -> str | None:
        if not steps:
            return None
        subject = history.subject_of(self._connection, steps[-1].first)
        return f"{word}: {steps[-1].op.title(subject)}"

    def _reverse(self, op: Op) -> Changes:
        word, steps = ("Undo", self._undo_list.undo) if op is Op.UNDO else ("Redo", self._undo_list.redo)
        title = self._title(word, steps)
        if title is None:
            raise NothingToUndoError(what=word.lower())
        step = steps[-1]
        try:
            with self._door.write(op, undoes=step.number) as operation:
                undo.put_back(self._connection, step.number, operation.number, title)
        except StaleUndoError:
            self._undo_list.drop({step.number})
            raise
        return operation.saved
