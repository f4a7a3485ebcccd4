# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is printed about the workforce: certificates of attendance, one person's record, the matrix.

``capture`` parts read the workbook and are short; ``draw`` parts are pure and may run in a thread.
"""

from datetime import date

from desktop.models.errors import AppError
from desktop.models.prints import CertificatePerson, CertificatePrint, HeatPart, MatrixPrint, RecordPrint
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.training import TrainingRecord, TrainingResult, TrainingSession
from desktop.reports.certificates import draw_certificates
from desktop.reports.matrix_print import draw_matrix
from desktop.reports.person_record import draw_record
from desktop.services.printing import Printing, Step, no_step
from desktop.services.standing import workforce_now
from desktop.services.workforce.matrix_cells import MatrixCell, MatrixView
from desktop.services.workforce.person_record import PersonRecord
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock


class NobodyToCertifyError(AppError):
    """A training day without anyone of the charity's own who attended."""

    code = "nobody_to_certify"
    happened = "None of your people are recorded as having attended this day."
    safe = "Nothing was printed."
    to_do = "Tick who attended on the training day first."


class WorkforcePrinting:
    """What one open workbook can print about its workforce."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._printing = Printing(workbook, clock)

    def capture_certificates(self, day_id: str) -> CertificatePrint:
        """A certificate for each person who attended a training day, by name. Who did not pass is left out.

        Raises ``NobodyToCertifyError``; ``LookupError`` when the day is gone.
        """
        day = self._db.sessions.get(day_id)
        records = [one for one in self._db.training.list(session_id=day_id) if one.result in _ATTENDED]
        if not records:
            raise NobodyToCertifyError
        people = [self._person(one, day) for one in records]
        course = workforce_now(self._db, self._clock.today()).catalogue.course(day.course_id).name
        by_name = sorted(people, key=lambda one: one.name.casefold())
        return CertificatePrint(self._printing.capture_head(), course, day.held_on, day.trainer, tuple(by_name))

    def capture_record(self, person_id: str, *, include_dbs: bool = False) -> RecordPrint:
        """Everything held about someone; ``LookupError`` when they are gone.

        ``include_dbs``: with the DBS facts. Whoever sets it has asked for the passphrase again just before.
        """
        workforce = workforce_now(self._db, self._clock.today())
        record = PersonRecord(self._db, workforce, self._db.people.get(person_id))
        return record.printed(self._printing.capture_head(), include_dbs=include_dbs)

    def capture_matrix(self, title: str, view: MatrixView, on: date | None = None) -> MatrixPrint:
        """A matrix as the screen shows it, filters and all; ``on``: the day that it holds for."""
        return MatrixPrint(
            self._printing.capture_head(),
            title,
            view.told,
            tuple((column.name, column.figure if column.needing else "") for column in view.columns),
            tuple((row.name, tuple(_part(cell) for cell in row.cells)) for row in view.rows),
            tuple(HeatPart(count.mark, count.word, str(count.cells)) for count in view.counts),
            on or self._clock.today(),
        )

    def file_name(self, title: str) -> str:
        """A name to offer for saving, like 'Training matrix 22 November 2026.pdf'."""
        return self._printing.file_name(title, "pdf")

    def _person(self, record: TrainingRecord, day: TrainingSession) -> CertificatePerson:
        minutes = record.minutes or day.minutes
        name = self._db.people.get(record.person_id).name
        return CertificatePerson(name, hours_words(minutes) if minutes else "", record.result is TrainingResult.PART)


_ATTENDED = frozenset({TrainingResult.COMPLETED, TrainingResult.PART})


def _part(cell: MatrixCell) -> HeatPart:
    return HeatPart(cell.mark, cell.word, cell.short if cell.short != cell.word else "")


def draw_certificates_pdf(certificates: CertificatePrint, step: Step = no_step) -> bytes:
    """The certificates as a tagged PDF, a page each. Pure."""
    return draw_certificates(certificates, step)


def draw_record_pdf(record: RecordPrint, step: Step = no_step) -> bytes:
    """The record as a tagged PDF. Pure."""
    return draw_record(record, step)


def draw_matrix_pdf(matrix: MatrixPrint, step: Step = no_step) -> bytes:
    """The matrix as a tagged PDF on paper on its side. Pure."""
    return draw_matrix(matrix, step)
