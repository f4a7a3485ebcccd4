# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A pack that is being made: which step it is at, what was chosen, what was drawn, which pages were shown.

It lives as long as the workbook is open, so that leaving the place, or another text size, loses nothing of it. What
was chosen is kept in the workbook, so that it outlives a lock too. What was drawn does not: it is drawn again.
"""

from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from desktop.models.errors import AppError
from desktop.services.pack_drawing import PackDraft
from desktop.services.packing import BEGUN_PACK, Packing
from desktop.services.packs import MadePack
from desktop.ui.infra.form_draft import Drafts
from desktop.ui.infra.jobs import Job, Jobs, Step
from desktop.ui.pages.packs.chosen import Chosen

_AnyJob = Job[PackDraft] | Job[MadePack]
DRAWING, SIGNING = "Drawing the pack", "Signing the pack"


class Stage(IntEnum):
    """How far it is."""

    CHOOSING = 1
    DRAWING = 2
    READING = 3
    TO_SIGN = 4
    SIGNING = 5
    DONE = 6

    @property
    def step(self) -> int:
        """The number of the step as it is told: those that ask something count."""
        return (1, 1, 2, 3, 3, 4)[self - 1]


class Making(QObject):
    """One pack at a time. ``changed`` when the step is another; ``failed`` with what went wrong."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, packing: Packing, jobs: Jobs, drafts: Drafts) -> None:
        super().__init__(jobs)
        self._packing, self._jobs, self._drafts = packing, jobs, drafts
        self._job: _AnyJob | None = None
        kept = drafts.draft(BEGUN_PACK)
        self.started = bool(kept)
        self.stage = Stage.CHOOSING
        self.chosen = Chosen.of_text(kept) if kept else Chosen()
        self.draft: PackDraft | None = None
        self.made: MadePack | None = None
        self.read = False
        self._seen: set[int] = set()

    @classmethod
    def of(cls, packing: Packing, jobs: Jobs, drafts: Drafts) -> "Making":
        """The one of this workbook. It belongs to the jobs, which outlive the page."""
        for each in jobs.children():
            if isinstance(each, Making) and each.serves(packing):
                return each
        return cls(packing, jobs, drafts)

    def serves(self, packing: Packing) -> bool:
        """Whether it makes packs of this workbook."""
        return self._packing is packing

    def begin(self) -> None:
        """Start anew, or go on where it was left. What was finished makes room."""
        if self.stage is Stage.DONE:
            self._forget()
        self.started = True
        self.changed.emit()

    def keep(self) -> None:
        """Keep what was chosen, until the pack is made or given up."""
        if self.started and self.stage is not Stage.DONE:
            text = self.chosen.as_text()
            if text != self._drafts.draft(BEGUN_PACK):
                self._drafts.keep_draft(BEGUN_PACK, text)

    def give_up(self) -> None:
        """Forget it all: nothing of it is on any disk."""
        self.cancel()
        self._forget()
        self.changed.emit()

    def go_to(self, stage: Stage) -> None:
        """Go back, or on. Reading needs pages, and signing needs that they were read."""
        wanted = min(stage, self.furthest())
        if wanted is not self.stage:
            self.stage = Stage(wanted)
            self.changed.emit()

    def furthest(self) -> Stage:
        """How far one may go now."""
        if self.draft is None:
            return Stage.CHOOSING
        return Stage.TO_SIGN if self.read else Stage.READING

    # Drawing

    def draw(self) -> None:
        """Draw the pages. Raises ``AppError`` when the records do not allow it."""
        captured, folder = self._packing.capture(self.chosen.wish()), self.chosen.folder
        assert folder is not None, "the page asks for the folder first"
        self.draft, self.read, self._seen = None, False, set()

        def work(step: Step) -> PackDraft:
            return self._packing.draw(captured, folder, step)

        job = Job(
            DRAWING,
            work,
            lambda draft: self._drawn(job, draft),
            lambda error: self._failed(job, error),
            lambda: self._stopped(job),
        )
        self._job = job
        self._show(Stage.DRAWING)
        self._jobs.start(job)

    def _drawn(self, job: Job[PackDraft], draft: PackDraft) -> None:
        if job.is_cancelled:
            self._stopped(job)
            return
        self._job = None
        self.draft = draft
        self._show(Stage.READING)

    # Reading

    def note_seen(self, page: int) -> None:
        """A page was shown from top to bottom."""
        self._seen.add(page)

    def unseen(self) -> tuple[int, ...]:
        """The pages of the draft that were not shown yet."""
        count = self.draft.pages if self.draft else 0
        return tuple(page for page in range(1, count + 1) if page not in self._seen)

    def say_read(self, read: bool) -> bool:
        """The person says that every page was read; believed only when every page was shown. Gives what holds."""
        self.read = read and self.draft is not None and not self.unseen()
        return self.read

    # Signing

    def sign(self, passphrase: str, read_by: str) -> None:
        """Sign what was read, and write it."""
        draft, folder = self.draft, self.chosen.folder
        if draft is None or folder is None or not self.read:
            return

        def work(step: Step) -> MadePack:
            return self._packing.sign(draft, folder, passphrase, read_by, step)

        job = Job(
            SIGNING,
            work,
            lambda made: self._signed(job, made),
            lambda error: self._failed(job, error),
            lambda: self._stopped(job),
        )
        self._job = job
        self._show(Stage.SIGNING)
        self._jobs.start(job)

    def _signed(self, job: Job[MadePack], made: MadePack) -> None:
        if job.is_cancelled:
            self._packing.withdraw(made)
            self._stopped(job)
            return
        try:
            self._packing.record(made)
        except AppError as error:
            self._failed(job, error)
            return
        self._job = None
        self._drop()
        self.made, self.draft, self.read = made, None, False
        self._show(Stage.DONE)

    # What runs

    def cancel(self) -> None:
        """Stop what runs; the step before it is shown again at once."""
        job = self._job
        if job is not None:
            job.is_cancelled = True
            self._stopped(job)

    def _failed(self, job: _AnyJob, error: AppError) -> None:
        if job is self._job:
            self._stopped(job)
            self.failed.emit(error)

    def _stopped(self, job: _AnyJob) -> None:
        if job is self._job:
            self._job = None
            self._show(self.furthest())

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    def _drop(self) -> None:
        if self._drafts.draft(BEGUN_PACK):  # a workbook that can only be read has none, and refuses to drop
            self._drafts.drop_draft(BEGUN_PACK)

    def _forget(self) -> None:
        self._drop()
        self.started, self.stage, self.chosen = False, Stage.CHOOSING, Chosen()
        self.draft, self.made, self.read, self._seen = None, None, False, set()
