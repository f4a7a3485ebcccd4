# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups in the window: how they stand, making them, the list, and what going back would lose.

``finish`` and ``check`` may run in a job; everything else uses the database, stays on its thread, and never reads the
second place: what is there is known from the last look (``second_place``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from desktop.models.errors import AppError
from desktop.services.backup_state import BackupState
from desktop.services.second_place import SecondPlace, Seen, ToLookAt, look, require_there
from desktop.storage.backups import DAY, Backup, Backups, Draft
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.files import Files

Step = Callable[[int, int, str], None]


class BackupRunningError(AppError):
    """One backup at a time."""

    code = "backup_running"
    happened = "A backup is being made already."
    safe = "It goes on, and nothing was changed."
    to_do = "Wait until it is finished."


class Where(StrEnum):
    """Where a backup lies."""

    BESIDE = "beside"  # in the workbook's own folder
    SECOND = "second"  # in the second place


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup in a list. ``lost``: how many saved operations a workbook restored from it would not have."""

    backup: Backup
    where: Where
    made: datetime
    reason: str
    evidence: int
    lost: int

    @property
    def folder(self) -> Path:
        """The folder of this backup."""
        return self.backup.folder


@dataclass(frozen=True, slots=True)
class Started:
    """A backup whose database is copied; ``finish`` does the rest."""

    where: Where
    backups: Backups
    draft: Draft
    at: ToLookAt | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A backup that is made and checked; ``record`` keeps that there is one. ``seen``: the second place after it."""

    where: Where
    backup: Backup
    seen: Seen | None = None


class Keeping:
    """The backups of one workbook."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._workbook = workbook
        self._clock = clock
        self._files = files
        self._running = False
        self.second_place = SecondPlace(workbook, clock, files)

    @property
    def is_open(self) -> bool:
        """Whether the workbook is open still."""
        return self._workbook.is_open

    def state(self) -> BackupState:
        """How backups stand."""
        second, newest = self.second_place, self._workbook.backups.newest()
        return BackupState(
            beside=newest.manifest.made_at if newest else None,
            second_place=second.path(),
            second=second.newest(),
            seen=second.seen(),
            problem=self._workbook.backup_problem,
            now=self._clock.now(),
            today=self._clock.today(),
            practice=self._workbook.practice,
        )

    def due(self) -> tuple[Where, ...]:
        """Where a backup is due because of changes since the newest there, which is no longer fresh.

        Fresh is half an hour beside the workbook, and a day in the second place. A place that is away is not due.
        """
        beside = self._workbook.backups.is_due(self._workbook.db)
        owed = ((Where.BESIDE, beside), (Where.SECOND, self._is_second_behind()))
        return tuple(where for where, is_owed in owed if is_owed)

    def begin(self, where: Where = Where.BESIDE, reason: str = "asked") -> Started:
        """Copy the database. Follow with ``finish``, in a job, or ``give_up``."""
        if self._running:
            raise BackupRunningError
        second = where is Where.SECOND
        backups = self.second_place.backups() if second else self._workbook.backups
        draft = backups.begin(self._workbook.db, reason, lambda _done, _total: None)
        self._running = True
        return Started(where, backups, draft, self.second_place.to_look_at() if second else None)

    def begin_opening(self) -> Started | None:
        """Begin the backup that opening owes, or None: of work a day old and in none, of a workbook that has none at
        all because it was only ever locked, or in the second place when that is a day behind.
        """
        if self._workbook.read_only or self._running:
            return None
        backups = self._workbook.backups
        if backups.newest() is None or backups.is_overdue(self._workbook.db):
            return self.begin(Where.BESIDE, "daily")
        return self.begin(Where.SECOND, "daily") if Where.SECOND in self.due() else None

    def begin_closing(self) -> Started | None:
        """Begin the backup that closing owes, or None. Afterwards the workbook is closed without another."""
        owed = not self._workbook.read_only and not self._running
        return self.begin(Where.BESIDE, "closing") if owed and Where.BESIDE in self.due() else None

    def finish(self, started: Started, step: Step = lambda _done, _total, _label: None) -> Finished:
        """Check the copy, add the evidence and name the backup. ``step`` may raise to cancel: then nothing is left."""
        try:
            step(0, 1, "Checking the copy")
            if started.at is not None:
                require_there(started.at.path)
            made = started.backups.finish(
                started.draft, lambda done, total: step(done, total, f"Evidence file {done} of {total}")
            )
            seen = look(started.at) if started.at is not None else None
        except BaseException:
            self.give_up(started)
            raise
        self._running = False
        return Finished(started.where, made, seen)

    def give_up(self, started: Started) -> None:
        """Remove what ``begin`` left, when ``finish`` is never called."""
        self._files.discard_tree(started.draft.folder)
        self._running = False

    def failed(self, problem: AppError) -> BackupState:
        """Keep why a backup made unasked failed, until the next one is made; gives how backups stand now."""
        self._workbook.backup_problem = problem
        return self.state()

    def record(self, finished: Finished) -> BackupState:
        """Keep that there is a backup off this computer; gives how backups stand now."""
        self._workbook.backup_problem = None
        if finished.seen is not None:
            self.second_place.note(finished.backup)
            self.second_place.saw(finished.seen)
        return self.state()

    def all(self) -> tuple[BackupLine, ...]:
        """Every backup beside the workbook, and those that the last look found in the second place, newest first."""
        lines = [self._line(Where.BESIDE, backup) for backup in self._workbook.backups.all()]
        seen = self.second_place.seen()
        lines += [self._line(Where.SECOND, backup) for backup in (seen.backups if seen else ())]
        return tuple(sorted(lines, key=lambda line: (line.made, line.backup.manifest.number), reverse=True))

    def check(self, line: BackupLine, step: Step = lambda _done, _total, _label: None) -> None:
        """Prove a backup by reading all of it; raises an ``AppError``. Uses no database, and may run in a job."""
        step(0, line.evidence + 1, "Reading the records")
        self._workbook.backups.check(
            line.backup, lambda file: step(file, line.evidence + 1, f"Evidence file {file} of {line.evidence}")
        )

    def lost_by(self, line: BackupLine) -> str:
        """What going back to a backup would lose, in one sentence."""
        if not line.lost:
            return "Nothing was changed since this backup."
        changes = "1 change" if line.lost == 1 else f"{line.lost:,} changes"
        return f"A workbook restored from it is without the last {changes}. Your workbook of today stays as it is."

    def _line(self, where: Where, backup: Backup) -> BackupLine:
        manifest = backup.manifest
        lost = self._workbook.lost_by_restoring(backup)
        reason = _REASONS.get(manifest.reason, manifest.reason)
        return BackupLine(backup, where, manifest.made_at, reason, len(manifest.evidence), lost)

    def _is_second_behind(self) -> bool:
        """Whether the newest there is a day old, and more was saved since than the note that it was made."""
        seen = self.second_place.seen()
        if seen is None or not seen.reachable:
            return False
        if seen.newest is None:
            return True
        fresh = timedelta(0) <= self._clock.now() - seen.newest.manifest.made_at < DAY
        return not fresh and self._workbook.lost_by_restoring(seen.newest) > 1


_REASONS = {
    "asked": "You asked for it",
    "closing": "When Sevenfold closed",
    "daily": "After a day of work",
}
