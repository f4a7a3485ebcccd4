# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A desk: an open workbook at work, with all that a person can do with it."""

from collections.abc import Callable
from contextlib import ExitStack

from desktop.models.changes import Changes
from desktop.services.action_plan import ActionPlan
from desktop.services.assessing import Assessing
from desktop.services.charity import Charity
from desktop.services.finding import Finding
from desktop.services.keeping import Keeping
from desktop.services.library import Library
from desktop.services.overview import Overview
from desktop.services.packing import Packing
from desktop.services.passphrases import Passphrases
from desktop.services.people import People
from desktop.services.printing import Printing
from desktop.services.record_book import RecordBook
from desktop.services.rounds.rounds import Rounds
from desktop.services.set_up_steps import SetUpSteps
from desktop.services.signing_desk import SigningDesk
from desktop.services.story import Story
from desktop.services.workforce.bookings import Bookings
from desktop.services.workforce.calendar_export import CalendarExport
from desktop.services.workforce.checks import Checks
from desktop.services.workforce.competence import Competences
from desktop.services.workforce.courses import Courses
from desktop.services.workforce.diversity import Diversity
from desktop.services.workforce.exporting import Exporting
from desktop.services.workforce.hours import Hours
from desktop.services.workforce.imports import Imports
from desktop.services.workforce.matrix import Matrix
from desktop.services.workforce.merging import Merging
from desktop.services.workforce.needs import TrainingNeeds
from desktop.services.workforce.own_books import OwnBooks
from desktop.services.workforce.person_details import PersonDetails
from desktop.services.workforce.printing import WorkforcePrinting
from desktop.services.workforce.standard_six import StandardSix
from desktop.services.workforce.supervision import Supervision
from desktop.services.workforce.training_days import TrainingDays
from desktop.services.workforce.training_records import TrainingRecords
from desktop.services.workforce_records import kept_records
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files


class Desk:
    """An open workbook at work. One thread only; ``close`` when done."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self.practice = workbook.practice
        self.read_only = workbook.read_only
        self._workbook = workbook
        self._before_closing: list[Callable[[], object]] = []
        kept_records(workbook.db)  # made now, it hears of each save before the window does
        self.assessing = Assessing(workbook, clock)
        self.printing = Printing(workbook, clock)
        self.rounds = Rounds(workbook, clock, self.assessing, self.printing)
        self.actions = ActionPlan(workbook, clock)
        self.finding = Finding(workbook)
        self.library = Library(workbook, clock, files)
        self.charity = Charity(workbook, clock)
        self.people = People(workbook, clock)
        self.person_details = PersonDetails(workbook, clock)
        self.checks = Checks(workbook, clock)
        self.diversity = Diversity(workbook, clock)
        self.courses = Courses(workbook, clock)
        self.training_days = TrainingDays(workbook, clock)
        self.bookings = Bookings(workbook, clock)
        self.competences = Competences(workbook, clock)
        self.matrix = Matrix(workbook, clock)
        self.training_needs = TrainingNeeds(workbook, clock)
        self.training_records = TrainingRecords(workbook, clock)
        self.supervision = Supervision(workbook, clock)
        self.hours = Hours(workbook, clock)
        self.standard_six = StandardSix(workbook, clock)
        self.imports = Imports(workbook, clock)
        self.merging = Merging(workbook)
        self.exporting = Exporting(workbook, clock)
        self.own_books = OwnBooks(workbook)
        self.workforce_printing = WorkforcePrinting(workbook, clock)
        self.packing = Packing(workbook, clock, files)
        self.keeping = Keeping(workbook, clock, files)
        self.signing = SigningDesk(workbook, clock, files)
        self.overview = Overview(
            workbook, clock, self.assessing, self.actions, self.keeping, self.signing, self.rounds.starting
        )
        self.calendar = CalendarExport(workbook, clock, self.overview.due_lines)
        self.set_up = SetUpSteps(workbook)
        self.passphrases = Passphrases(workbook, self.set_up)
        self.story = Story(workbook)
        self.record_book = RecordBook(workbook, self.assessing)

    def on_saved(self, told: Callable[[Changes], None]) -> None:
        """Have ``told`` called after each save, undo and redo included."""
        self._workbook.db.on_saved(told)

    def can_undo(self) -> str | None:
        """What undo would do, like 'Undo: judge SA 6.3', or None."""
        return self._workbook.db.can_undo()

    def can_redo(self) -> str | None:
        """What redo would do, like 'Redo: judge SA 6.3', or None."""
        return self._workbook.db.can_redo()

    def undo(self) -> Changes:
        """Take the newest step back."""
        return self._workbook.db.undo()

    def redo(self) -> Changes:
        """Do the step last undone again."""
        return self._workbook.db.redo()

    def keep_draft(self, name: str, text: str) -> None:
        """Keep text that is being typed, so that a lock or a crash loses nothing."""
        self._workbook.db.drafts.keep(name, text)

    def draft(self, name: str) -> str:
        """The text kept under a name, or ''."""
        return self._workbook.db.drafts.get(name)

    def drop_draft(self, name: str) -> None:
        """Forget a text, because it was saved or given up."""
        self._workbook.db.drafts.drop(name)

    def before_closing(self, act: Callable[[], object]) -> None:
        """Have ``act`` called once, just before the workbook closes, while what is being typed can still be kept."""
        self._before_closing.append(act)

    def close(self, *, backup: bool = True) -> None:
        """Back up when something changed, and close the workbook."""
        with ExitStack() as closing:
            closing.callback(self._workbook.close, backup=backup)
            while self._before_closing:
                closing.callback(self._before_closing.pop())
