# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce taken out as a spreadsheet: ``capture`` reads the workbook, ``draw`` parts are pure."""

from collections.abc import Callable, Iterable
from typing import Any

from desktop.models.prints import BookPrint, BookTable
from desktop.models.workforce.book import (
    ABOUT_COLUMNS,
    ABOUT_SHEET,
    BOOK_MARK,
    BOOK_VERSION,
    DBS_SHEET,
    MARK_LINE,
    SHEETS,
    VERSION_LINE,
    BookSheet,
    Names,
    RoleRow,
    role_rows,
)
from desktop.models.workforce.checks import CheckKind, RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.models.workforce.remembered import OtherName
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession
from desktop.reports.workforce_book import CSV_NOTE, csv_zip, workforce_book
from desktop.services.printing import Printing, no_step
from desktop.services.standing import workforce_now
from desktop.storage.database import Database
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

Step = Callable[[int, int, str], None]
TITLE = "Workforce"
READ_BACK = (
    "Sevenfold reads this sheet back. Keep its headings and ids as they are; the names beside an id are not read."
)
NOT_READ_BACK = "This sheet is for reading only. Sevenfold never reads it back."
LEFT_OUT = "DBS facts are left out. So are files: a certificate is in the evidence of the workbook."
WITH_DBS = "DBS facts go into this file because they were ticked, after the passphrase was typed again."


class Exporting:
    """What one open workbook can give out about its workforce."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock
        self._printing = Printing(workbook, clock)

    def capture(self, *, include_dbs: bool = False) -> BookPrint:
        """Everything about the workforce, as sheets.

        ``include_dbs``: with the DBS facts, on a sheet that is never read back. Whoever sets it has asked for the
        passphrase again just before (``Passphrases`` does); this class does not ask. Reasons for leaving are nowhere
        in the workbook, so none can go out.
        """
        workforce = workforce_now(self._db, self._clock.today())
        records, names = workforce_records(self._db), names_of(workforce)
        tables = [_about(include_dbs=include_dbs)]
        tables += [_table(sheet, records[sheet.kind], names) for sheet in SHEETS]
        if include_dbs:
            dbs = [check for check in self._db.checks.list() if check.kind is CheckKind.DBS]
            tables.append(_table(DBS_SHEET, dbs, names))
        return BookPrint(self._printing.capture_head(), TITLE, tuple(tables))

    def file_name(self, ending: str = "xlsx") -> str:
        """A name to offer for saving, like 'Workforce 22 November 2026.xlsx'."""
        return self._printing.file_name(TITLE, ending)


def draw_workforce_xlsx(book: BookPrint, step: Step = no_step) -> bytes:
    """The book as a spreadsheet. Pure."""
    return workforce_book(book, step)


def draw_workforce_csv(book: BookPrint, step: Step = no_step) -> bytes:
    """A ZIP with a CSV file for each sheet. Pure."""
    return csv_zip(book, step)


def workforce_records(db: Database) -> dict[type[Any], tuple[Any, ...]]:
    """What the round trip holds, by kind of record."""
    people = db.people.list()
    return {
        Person: people,
        RoleRow: tuple(role_rows(people)),
        TrainingRecord: db.training.list(),
        Booking: db.bookings.list(),
        TrainingSession: db.sessions.list(),
        SupervisionSession: db.supervision.list(),
        SupervisionRule: db.supervision_rules.list(),
        HoursEntry: db.hours.list(),
        CompetenceJudgement: db.competence.list(),
        CourseRule: db.courses.list(),
        RecruitmentCheck: tuple(check for check in db.checks.list() if check.kind is not CheckKind.DBS),
        OtherName: db.other_names.list(),
        DiversityCount: db.diversity.list(),
    }


def names_of(workforce: Workforce) -> Names:
    """What ids and codes are called."""
    catalogue = workforce.catalogue
    roles = {role.code: role.name for role in catalogue.roles}
    return {
        "person": {person.id: person.name for person in workforce.people},
        "course": {course.id: course.name for course in catalogue.courses},
        "role": roles,
        "roles": {
            person.id: ", ".join(roles.get(code, code) for code in workforce.roles(person))
            for person in workforce.people
        },
        "supervision": {kind.id: kind.name for kind in catalogue.supervision},
        "competency": {competency.id: competency.text for competency in catalogue.competencies},
    }


def _about(*, include_dbs: bool) -> BookTable:
    lines = (
        (MARK_LINE, BOOK_MARK),
        (VERSION_LINE, BOOK_VERSION),
        ("DBS facts", WITH_DBS if include_dbs else LEFT_OUT),
        ("CSV files", CSV_NOTE),
    )
    words = "Everything the workbook holds about the people who work here. Keep this file as safe as the workbook."
    return BookTable(ABOUT_SHEET, words, ((ABOUT_COLUMNS[0], 26), (ABOUT_COLUMNS[1], 90)), lines)


def _table(sheet: BookSheet, records: Iterable[object], names: Names) -> BookTable:
    return BookTable(
        sheet.title,
        READ_BACK if sheet.read_back else NOT_READ_BACK,
        tuple((column.heading, column.width) for column in sheet.columns),
        tuple(sheet.line(record, names) for record in records),
    )
