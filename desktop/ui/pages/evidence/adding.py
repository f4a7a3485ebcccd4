# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Adding evidence: files are made ready in a job, then each is asked about, then recorded. Nothing is lost between."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.evidence_details import EvidenceDetails
from desktop.services.evidence_intake import Prepared, Refused
from desktop.services.library import Library
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import EVIDENCE_FILES, Notice
from desktop.ui.infra.page import Tools
from desktop.ui.pages.evidence.layers import Layers
from desktop.ui.pages.evidence.pasted import pasted_from
from desktop.ui.pages.evidence.sheet import NewItem
from desktop.ui.widgets.given import files_in
from desktop.ui.widgets.words_shown import shown

_MOST_NOTES = 3
_JOB = "Adding evidence"


class Adding(QObject):
    """From files, the clipboard or a note to evidence in the list.

    ``turned`` tells that the sheet opens or closes, ``added`` the id that was recorded last.
    """

    turned = Signal()
    added = Signal(str)

    def __init__(self, library: Library, tools: Tools, layers: Layers) -> None:
        super().__init__()
        self._library, self._tools, self._layers = library, tools, layers
        self._waiting: list[Prepared] = []
        self._noting = False
        self._notes: list[str] = []
        self._cautions: list[str] = []
        self._added, self._number, self._total = 0, 0, 0
        layers.kept.connect(self._keep)
        layers.left_out.connect(self._leave_out)
        layers.all_left_out.connect(self._leave_all_out)

    @property
    def open(self) -> bool:
        """Whether the sheet asks about something now."""
        return self._noting or bool(self._waiting)

    def choose(self) -> None:
        """Let the person choose files."""
        self._tools.messages.choose_files("Add files as evidence", EVIDENCE_FILES, self.take_files)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Make files ready, in a job, then ask about each."""
        wanted = tuple(paths)
        if wanted:
            self._start(lambda step: self._library.prepare(wanted, step))

    def take_held(self, held: QMimeData | None) -> None:
        """Take what the clipboard or a drag holds: files, a picture, or words."""
        files = files_in(held) if held is not None else ()
        if files:
            self.take_files(files)
            return
        pasted = pasted_from(held, self._tools.today()) if held is not None else None
        if pasted is None:
            self._tools.messages.tell(
                Notice(
                    "There is nothing here that can be added.",
                    to_do="Copy files, a picture or some words, then paste again.",
                )
            )
            return
        name, content = pasted.file_name, pasted.content
        self._start(lambda step: (self._library.prepare_bytes(name, content(), step),))

    def note(self) -> None:
        """Ask about something that is kept elsewhere."""
        if self.open:
            return
        self._noting = True
        self._layers.sheet.ask(NewItem("Note where it is kept"))
        self.turned.emit()

    def leave(self) -> None:
        """The place is left or the workbook closes: keep what is ready, with what was typed so far."""
        if self._waiting:
            offered = EvidenceDetails(self._waiting[0].title)
            self._record(self._waiting, self._layers.sheet.typed(offered, focus=False) or offered, again=True)
        elif self._noting and not self._leave_note():
            return
        if self.open:
            self._end()

    def _start(self, prepare: Callable[[Step], Sequence[Prepared | Refused]]) -> None:
        self._tools.jobs.start(Job(_JOB, prepare, self._ready, cancelled=self._stopped))

    def _ready(self, made: Sequence[Prepared | Refused]) -> None:
        fresh = [one for one in made if isinstance(one, Prepared)]
        if not isValid(self._layers):
            self._take_unasked(fresh, made)
            return
        was_open = self.open
        self._waiting += fresh
        self._total += len(fresh)
        if fresh and not was_open:
            self._ask()
        refused = [one for one in made if isinstance(one, Refused)]
        if refused:
            self._layers.refused.show_refused(refused, len(self._waiting))
        self.turned.emit()

    def _take_unasked(self, fresh: Sequence[Prepared], made: Sequence[Prepared | Refused]) -> None:
        """The page was built anew meanwhile, as the text size changed: list the files as they are, and lose none."""
        recorded = self._library.record(fresh)
        told = [_count_words(recorded.added)] if recorded.added else []
        told += _first(recorded.notes)
        self._tell(told, [*recorded.cautions, *(str(one.error) for one in made if isinstance(one, Refused))])

    def _stopped(self) -> None:
        self._tools.messages.done("Adding was stopped. No file was added.")

    def _ask(self) -> None:
        self._number = self._number or 1
        one = self._waiting[0]
        there = self._library.already_there(one)
        uses = self._library.item(there.id).used_by if there else ()
        head = "One new file" if self._total == 1 else f"File {self._number} of {self._total}"
        self._layers.sheet.ask(
            NewItem(
                head,
                one.file_name,
                one.title,
                one.note,
                there.title if there else "",
                frozenset(use.indicator_id for use in uses),
                len(self._waiting) - 1,
                lambda: self._library.prepared_file(one),
            )
        )

    def _keep(self, typed: EvidenceDetails, same: bool) -> None:
        try:
            if self._noting:
                self.added.emit(self._library.add_note(typed))
                self._added += 1
                self._noted()
            else:
                batch = self._waiting if same else self._waiting[:1]
                self._record(batch, typed, again=False)
                self._next(len(batch))
        except AppError as error:
            self._layers.sheet.show_error(error)

    def _record(self, batch: Sequence[Prepared], typed: EvidenceDetails, *, again: bool) -> None:
        """Record files with what was typed for the first; ``again``: with plain details where that cannot be."""
        others = [replace(typed, title=one.title) for one in batch[1:]]
        try:
            recorded = self._library.record(batch, [typed, *others])
        except AppError:
            if not again:
                raise
            recorded = self._library.record(batch)
        self._notes += recorded.notes
        self._cautions += recorded.cautions
        self._added += recorded.added
        if recorded.ids:
            self.added.emit(recorded.ids[-1])

    def _leave_note(self) -> bool:
        """Whether the sheet may close: the note was kept, or nothing was typed. Half a note stays as it is."""
        typed = self._layers.sheet.typed(focus=False)
        if typed == EvidenceDetails(""):
            return True
        try:
            if typed is not None:
                self.added.emit(self._library.add_note(typed))
                self._added += 1
                return True
        except AppError as error:
            self._layers.sheet.show_error(error)
        return False

    def _noted(self) -> None:
        self._noting = False
        self._next(0)

    def _leave_out(self) -> None:
        if self._noting:
            self._noted()
            return
        self._library.discard(self._waiting[:1])
        self._next(1)

    def _leave_all_out(self) -> None:
        self._library.discard(self._waiting)
        self._next(len(self._waiting))

    def _next(self, done: int) -> None:
        self._waiting = self._waiting[done:]
        self._number += done
        if self._waiting:
            self._ask()
        else:
            self._end()

    def _end(self) -> None:
        """The sheet closes; say what became of it all."""
        told = [_count_words(self._added)] if self._added else []
        told += _first(list(dict.fromkeys(self._notes)))
        self._tell(told, list(dict.fromkeys(self._cautions)))
        self._waiting, self._notes, self._cautions, self._noting = [], [], [], False
        self._added = self._number = self._total = 0
        self._layers.sheet.forget()
        self.turned.emit()

    def _tell(self, told: Sequence[str], cautions: Sequence[str]) -> None:
        """What became of it; with a mark that is no tick, where there is something to look at."""
        if cautions:
            self._tools.messages.tell(
                Notice(" ".join(told) or "No file was added.", to_do=" ".join(_first(cautions)), grave=True)
            )
        elif told:
            self._tools.messages.done(" ".join(told))


def _first(notes: Sequence[str]) -> list[str]:
    """As many notes as can be read at once; the files themselves tell the rest."""
    more = len(notes) - _MOST_NOTES
    return [shown(note) for note in notes[:_MOST_NOTES]] + (
        [f"There is more to know of {more} others."] if more > 0 else []
    )


def _count_words(count: int) -> str:
    return "1 piece of evidence was added." if count == 1 else f"{count} pieces of evidence were added."
