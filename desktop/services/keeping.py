# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Backups in the window: how they stand, making them, the second place, and what going back would lose.

``finish`` may run in a job; everything else uses the database and stays on its thread.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.dates import short_date
from desktop.models.errors import AppError
from desktop.storage.backups import DAY, Backup, Backups, Draft
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PLACE_FACT, LAST_FACT = "second_place", "second_place_last"
AMBER_AFTER, RED_AFTER = 14, 30  # days without a backup off this computer
Step = Callable[[int, int, str], None]


class SecondPlaceError(AppError):
    """A place that cannot take backups."""

    code = "second_place"
    happened = "{path} cannot be the second place for backups: {why}."
    safe = "Nothing was changed, and the backups beside the workbook go on."
    to_do = "Choose a folder on a memory stick, or one that is kept in step with another computer."


class SecondPlaceAwayError(AppError):
    """The second place is not connected."""

    code = "second_place_away"
    happened = "The second place for backups, {path}, cannot be found."
    safe = "Your records and the backups beside them are whole."
    to_do = "Put the memory stick in, or choose another second place."


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


class Level(StrEnum):
    """How urgent backups are."""

    FINE = "fine"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class BackupState:
    """How backups stand. Every backup is checked when it is made; times are aware UTC.

    ``days_ago`` counts from the newest backup off this computer. ``sentence`` is for the status bar; ``problem`` says
    why the last one made unasked failed.
    """

    level: Level
    sentence: str
    beside: datetime | None
    second_place: Path | None
    reachable: bool
    second: datetime | None
    days_ago: int | None
    same_disk: bool
    problem: AppError | None


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


@dataclass(frozen=True, slots=True)
class Finished:
    """A backup that is made and checked; ``record`` keeps that there is one."""

    where: Where
    backup: Backup


class Keeping:
    """The backups of one workbook."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._workbook = workbook
        self._clock = clock
        self._files = files
        self._running = False

    def state(self) -> BackupState:
        """How backups stand."""
        place = self.second_place()
        reachable = place is not None and place.is_dir()
        beside = _made(self._workbook.backups.newest())
        second = self._newest_off(place if reachable else None)
        days = max(0, (self._clock.now() - second).days) if second else None
        problem = self._workbook.backup_problem
        level = self._level(days, has_place=place is not None, has_backup=beside is not None, problem=problem)
        sentence = self._sentence(level, beside, place, days)
        same = place is not None and reachable and self._is_same_disk(place)
        return BackupState(level, sentence, beside, place, reachable, second, days, same, problem)

    def second_place(self) -> Path | None:
        """The second place, or None before one is chosen."""
        kept = self._workbook.db.meta.get(PLACE_FACT)
        return Path(kept) if kept else None

    def set_second_place(self, path: Path) -> None:
        """Choose the second place: a folder that is there, outside the workbook, and can be written."""
        self._require_fit(path)
        with self._workbook.db.write(Op.CHANGE_SETTING, "the second place for backups"):
            self._workbook.db.meta.set(PLACE_FACT, str(path.absolute()))

    def due(self) -> tuple[Where, ...]:
        """Where a backup is due because of changes since the newest there, which is no longer fresh.

        Fresh is half an hour beside the workbook, and a day in the second place. A place that is away is not due.
        """
        found = []
        if self._workbook.backups.is_due(self._workbook.db):
            found.append(Where.BESIDE)
        place = self.second_place()
        if place is not None and place.is_dir() and self._is_behind(self._workbook.backups_at(place)):
            found.append(Where.SECOND)
        return tuple(found)

    def begin(self, where: Where = Where.BESIDE, reason: str = "asked") -> Started:
        """Copy the database. Follow with ``finish``, in a job, or ``give_up``."""
        if self._running:
            raise BackupRunningError
        backups = self._backups(where)
        draft = backups.begin(self._workbook.db, reason, lambda _done, _total: None)
        self._running = True
        return Started(where, backups, draft)

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
            made = started.backups.finish(
                started.draft, lambda done, total: step(done, total, f"Evidence file {done} of {total}")
            )
        except BaseException:
            self.give_up(started)
            raise
        self._running = False
        return Finished(started.where, made)

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
        if finished.where is Where.SECOND:
            manifest = finished.backup.manifest
            facts = {"made": manifest.made, "number": manifest.history_number}
            with self._workbook.db.write(Op.BACK_UP, "to the second place", about=manifest.history_head):
                self._workbook.db.meta.set(LAST_FACT, json.dumps(facts))
        return self.state()

    def all(self) -> tuple[BackupLine, ...]:
        """Every backup that can be reached, newest first."""
        lines = [self._line(Where.BESIDE, backup) for backup in self._workbook.backups.all()]
        place = self.second_place()
        if place is not None and place.is_dir():
            lines += [self._line(Where.SECOND, backup) for backup in self._workbook.backups_at(place).all()]
        return tuple(sorted(lines, key=lambda line: (line.made, line.backup.manifest.number), reverse=True))

    def check(self, line: BackupLine) -> None:
        """Prove a backup by reading all of it; raises an ``AppError``. Uses no database, and may run in a job."""
        self._workbook.backups.check(line.backup)

    def lost_by(self, line: BackupLine) -> str:
        """What going back to a backup would lose, in one sentence."""
        if not line.lost:
            return "Nothing was changed since this backup."
        changes = "1 change" if line.lost == 1 else f"{line.lost:,} changes"
        return f"A workbook restored from it is without the last {changes}. Your workbook of today stays as it is."

    def _backups(self, where: Where) -> Backups:
        if where is Where.BESIDE:
            return self._workbook.backups
        place = self.second_place()
        if place is None or not place.is_dir():
            raise SecondPlaceAwayError(path=place or "not chosen yet")
        return self._workbook.backups_at(place)

    def _line(self, where: Where, backup: Backup) -> BackupLine:
        manifest = backup.manifest
        lost = self._workbook.lost_by_restoring(backup)
        reason = _REASONS.get(manifest.reason, manifest.reason)
        return BackupLine(backup, where, manifest.made_at, reason, len(manifest.evidence), lost)

    def _require_fit(self, path: Path) -> None:
        if not path.is_dir():
            raise SecondPlaceError(path=path, why="there is no such folder")
        if path.resolve().is_relative_to(self._workbook.layout.folder.resolve()):
            raise SecondPlaceError(path=path, why="it is inside the workbook")
        with plain_disk_errors("A test file"):
            trial = path / "sevenfold-test.tmp"
            self._files.write(trial, b"Sevenfold writes here to see whether it can.\n")
            self._files.remove(trial)

    def _newest_off(self, place: Path | None) -> datetime | None:
        """When the newest backup off this computer was made: as the place says, or as it was when last seen."""
        if place is not None:
            return _made(self._workbook.backups_at(place).newest())
        kept = self._workbook.db.meta.get(LAST_FACT)
        return datetime.fromisoformat(json.loads(kept)["made"]) if kept else None

    def _is_behind(self, backups: Backups) -> bool:
        """Whether the newest is a day old, and more was saved since than the note that it was made."""
        newest = backups.newest()
        if newest is None:
            return True
        fresh = timedelta(0) <= self._clock.now() - newest.manifest.made_at < DAY
        return not fresh and self._workbook.lost_by_restoring(newest) > 1

    def _is_same_disk(self, place: Path) -> bool:
        return place.stat().st_dev == self._workbook.layout.folder.stat().st_dev

    def _level(self, days: int | None, *, has_place: bool, has_backup: bool, problem: AppError | None) -> Level:
        if problem is not None or (days is not None and days > RED_AFTER):
            return Level.RED
        if self._workbook.practice:
            return Level.FINE
        short = not has_place or not has_backup or days is None or days > AMBER_AFTER
        return Level.AMBER if short else Level.FINE

    def _sentence(self, level: Level, beside: datetime | None, place: Path | None, days: int | None) -> str:
        if self._workbook.backup_problem is not None:
            return "The last backup could not be made"
        if beside is None:
            return "No backup yet"
        if level is Level.FINE:
            return f"Backup checked {_when(beside, self._clock.today())}"
        if place is None:
            return "No second place for backups yet"
        if days is None:
            return "No backup off this computer yet"
        return f"Last backup off this computer {days} days ago"


_REASONS = {
    "asked": "You asked for it",
    "closing": "When Sevenfold closed",
    "daily": "After a day of work",
}


def _made(backup: Backup | None) -> datetime | None:
    return backup.manifest.made_at if backup else None


def _when(instant: datetime, today: date) -> str:
    local = instant.astimezone()
    days = (today - local.date()).days
    named = {0: "today", 1: "yesterday"}.get(days, short_date(local, today))
    return f"{named} {local:%H:%M}"
