# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bringing a charity's own sheets into the workbook: previewed, decided, stored as one step that can be undone."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.sheet import SheetFile
from desktop.models.workforce.remembered import KnownWords
from desktop.services.importing.bring_staff import bring_staff
from desktop.services.importing.bring_supervision import bring_supervision
from desktop.services.importing.bring_training import bring_attendance, bring_training
from desktop.services.importing.bringing import Bringing, Gathering, Present
from desktop.services.importing.decisions import Choice, Decisions, Meaning
from desktop.services.importing.layout import Kind, Layout
from desktop.services.importing.preview import Preview
from desktop.services.importing.previewing import guess_layout, preview
from desktop.services.importing.proposing import Known, propose, words_id
from desktop.services.importing.remembering import layout_from, layout_id, layout_text
from desktop.services.intake import new_id
from desktop.services.standing import workforce_now
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

_BRINGS: Mapping[Kind, Callable[[Gathering], Bringing]] = MappingProxyType(
    {
        Kind.TRAINING: bring_training,
        Kind.STAFF: bring_staff,
        Kind.SUPERVISION: bring_supervision,
        Kind.ATTENDANCE: bring_attendance,
    }
)


class NothingToImportError(AppError):
    """Every cell is left out or there already."""

    code = "nothing_to_import"
    happened = "There is nothing in {name} that the workbook does not have already{undecided}."
    safe = "Nothing was changed."
    to_do = "Decide what is still open, or choose another file."


class Imports:
    """What is brought in from sheets. Reading the file is a job of its own (``desktop.sheets``)."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def layout(self, file: SheetFile, kind: Kind | None = None, sheet: str | None = None) -> Layout:
        """The layout to begin with: remembered for such headings, or the likeliest. Raises ``NoLayoutError``."""
        return self.remembered(file, guess_layout(file, kind, sheet))

    def remembered(self, file: SheetFile, guessed: Layout) -> Layout:
        """The layout that a person corrected before for such headings, or the guessed one."""
        remembered = self._db.layouts.find(layout_id(file, guessed))
        return layout_from(remembered.layout, guessed) if remembered else guessed

    def preview(self, file: SheetFile, layout: Layout) -> Preview:
        """What the file would bring with that layout."""
        return preview(file, layout, self._clock.today())

    def propose(self, shown: Preview) -> Decisions:
        """The decisions that need no person."""
        return propose(shown, self.known())

    def bringing(self, shown: Preview, decisions: Decisions) -> Bringing:
        """What would be stored with these decisions. Nothing is stored."""
        db = self._db
        present = Present(
            db.people.list(),
            db.training.list(),
            db.bookings.list(),
            db.checks.list(),
            db.supervision.list(),
            db.sessions.list(),
            db.other_names.list(),
        )
        gathering = Gathering(shown, decisions, present, new_id, self._clock.today())
        return _BRINGS[shown.layout.kind](gathering)

    def store(self, file: SheetFile, shown: Preview, decisions: Decisions) -> Bringing:
        """Store what the file brings, with what was decided about its words, as one step. Raises when it is nothing."""
        brought = self.bringing(shown, decisions)
        if brought.nothing:
            still = f"; {decisions.undecided} are still to be decided" if decisions.undecided else ""
            raise NothingToImportError(name=file.name, undecided=still)
        check_no_number(*_texts(brought))
        db = self._db
        with db.write(Op.IMPORT_RECORDS, file.name):
            db.people.save_all(brought.people)
            db.sessions.save_all(brought.sessions)
            db.training.save_all(brought.training)
            db.bookings.save_all(brought.bookings)
            db.checks.save_all(brought.checks)
            db.supervision.save_all(brought.supervision)
            db.known_words.save_all(_words(decisions))
            db.other_names.save_all(brought.other_names)
            db.layouts.save(layout_text(layout_id(file, shown.layout), shown.layout))
        return brought

    def known(self) -> Known:
        """What an import is held against."""
        db = self._db
        catalogue = workforce_now(db, self._clock.today()).catalogue
        return Known(catalogue, db.people.list(), db.other_names.list(), db.known_words.list())


def _texts(brought: Bringing) -> Iterator[str]:
    """What of it is free text, where a number could hide."""
    for person in brought.people:
        yield person.outside_supervisor
    for session in brought.supervision:
        yield session.outside_supervisor
    for day in brought.sessions:
        yield day.trainer
    for record in brought.training:
        yield from (record.provider, record.seen_by)


def _words(decisions: Decisions) -> list[KnownWords]:
    kinds = (("course", decisions.courses), ("role", decisions.roles), ("supervision", decisions.kinds))
    return [
        KnownWords(words_id(kind, text), kind, meaning.id)
        for kind, words in kinds
        for text, meaning in words.items()
        if _said(meaning)
    ]


def _said(meaning: Meaning) -> bool:
    return meaning.choice in {Choice.KNOWN, Choice.LEFT_OUT}
