# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training records of one person with their proof. A renewal is a record of its own: the old one stays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.day_checks import check_order, check_passed
from desktop.models.workforce.expiry import last_days
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.training import TrainingRecord, TrainingResult
from desktop.services.intake import new_id
from desktop.services.people import TrainingThereError
from desktop.services.standing import workforce_now
from desktop.services.targets import Mark
from desktop.services.workforce.bookings import take_up
from desktop.services.workforce.day_facts import check_course_length
from desktop.services.workforce.day_lines import RESULT_MARKS
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """A training record as typed. Proof is a certificate kept as evidence, or who saw it; both may be left out."""

    completed: date
    expires: date | None = None
    result: TrainingResult = TrainingResult.COMPLETED
    minutes: int | None = None
    provider: str = ""
    seen_by: str = ""
    certificate_id: str | None = None


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One training record. ``until``: how long it counts; ``proof``: what it rests on; ``record`` has the values."""

    id: str
    day: str
    words: str
    mark: Mark
    until: str
    length: str
    proof: str
    from_day: bool
    record: TrainingRecord


class TrainingRecords:
    """The training records of one open workbook, with their proof."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def history(self, person_id: str, course_id: str) -> tuple[RecordLine, ...]:
        """Every record that someone has of a course, the newest first."""
        course = workforce_now(self._db, self._clock.today()).catalogue.course(course_id)
        records = self._db.training.list(person_id=person_id, course_id=course_id)
        last = last_days([record for record in records if record.counts], course)
        return tuple(self._line(record, last) for record in reversed(records))

    def record(self, person_id: str, course_id: str, facts: RecordFacts) -> str:
        """Add a record; gives its id. Records there before stay, and a booking of the course ends."""
        record = self._checked(_with(TrainingRecord(new_id(), person_id, course_id, facts.completed), facts))
        name = self._db.people.get(person_id).name
        with self._db.write(Op.RECORD_TRAINING, f"of {name}", about=person_id):
            self._db.training.save(record)
            take_up(self._db, [record])
        return record.id

    def edit(self, record_id: str, facts: RecordFacts) -> None:
        """Mend a record that was typed wrongly. For a renewal, add a record."""
        record = self._checked(_with(self._db.training.get(record_id), facts))
        name = self._db.people.get(record.person_id).name
        with self._db.write(Op.EDIT_TRAINING, f"of {name}", about=record.person_id):
            self._db.training.save(record)

    def _checked(self, record: TrainingRecord) -> TrainingRecord:
        check_passed(record.completed, self._clock.today(), "The day of the course")
        check_order(record.completed, record.expires, ("The day of the course", "its last day"))
        check_course_length(record.minutes)
        check_no_number(record.provider, record.seen_by)
        if record.certificate_id is not None:
            self._db.evidence.get(record.certificate_id)
        course = workforce_now(self._db, self._clock.today()).catalogue.course(record.course_id)
        there = self._db.training.list(
            person_id=record.person_id, course_id=course.id, completed=record.completed.isoformat()
        )
        if any(other.id != record.id for other in there):
            raise TrainingThereError(course=course.name, name=self._db.people.get(record.person_id).name)
        return record

    def _line(self, record: TrainingRecord, last: Mapping[str, date | None]) -> RecordLine:
        return RecordLine(
            record.id,
            long_date(record.completed),
            record.result.value.capitalize(),
            RESULT_MARKS[record.result],
            _until(last[record.id], self._clock.today()) if record.counts else "Does not count",
            hours_words(record.minutes) if record.minutes else "",
            self._proof(record),
            record.session_id is not None,
            record,
        )

    def _proof(self, record: TrainingRecord) -> str:
        certificate = self._db.evidence.find(record.certificate_id) if record.certificate_id else None
        if certificate is not None:
            return f"Certificate: {certificate.title}"
        if record.seen_by:
            return f"Certificate seen by {record.seen_by}"
        return "On the list of a training day" if record.session_id else "No proof yet"


def _until(last: date | None, today: date) -> str:
    if last is None:
        return "Once is enough"
    return f"Lapsed {long_date(last)}" if last < today else f"In date until {long_date(last)}"


def _with(record: TrainingRecord, facts: RecordFacts) -> TrainingRecord:
    return replace(
        record,
        completed=facts.completed,
        expires=facts.expires,
        result=facts.result,
        minutes=facts.minutes,
        provider=" ".join(facts.provider.split()),
        seen_by=" ".join(facts.seen_by.split()),
        certificate_id=facts.certificate_id,
    )
