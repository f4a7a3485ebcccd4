# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second place for backups: a stick or shared folder, which may be away, or take minutes to say so.

So the window never reads it: ``SecondPlace.to_look_at`` says what to look at, ``look`` reads it in a thread of its own,
and ``saw`` keeps what was found until the next look.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage.backups import Backup, Backups
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

PLACE_FACT, LAST_FACT = "second_place", "second_place_last"


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


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the second place found. ``backups`` are in the order they were made; ``at`` is aware UTC."""

    path: Path
    at: datetime
    reachable: bool
    same_disk: bool = False
    backups: tuple[Backup, ...] = ()

    @property
    def newest(self) -> Backup | None:
        """The newest backup there."""
        return self.backups[-1] if self.backups else None


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """What ``look`` needs."""

    path: Path
    backups: Backups
    workbook: Path
    clock: Clock


def look(at: ToLookAt) -> Seen:
    """Look whether the second place is there, and what it holds. Uses no database; a place that hangs holds it up."""
    with suppress(OSError):  # it may go away meanwhile
        if at.path.is_dir():
            same_disk = at.path.stat().st_dev == at.workbook.stat().st_dev
            return Seen(at.path, at.clock.now(), reachable=True, same_disk=same_disk, backups=at.backups.all())
    return Seen(at.path, at.clock.now(), reachable=False)


def require_there(path: Path) -> None:
    """Refuse a second place that went away: to make its folder anew would put the backup on this disk."""
    if not path.is_dir():
        raise SecondPlaceAwayError(path=path)


class SecondPlace:
    """The second place of one workbook."""

    def __init__(self, workbook: Workbook, clock: Clock, files: Files) -> None:
        self._workbook = workbook
        self._clock = clock
        self._files = files
        self._seen: Seen | None = None

    def path(self) -> Path | None:
        """Where it is, or None before one is chosen."""
        kept = self._workbook.db.meta.get(PLACE_FACT)
        return Path(kept) if kept else None

    def choose(self, path: Path) -> None:
        """Choose a folder that is there, outside the workbook, and can be written."""
        self._require_fit(path)
        with self._workbook.db.write(Op.CHANGE_SETTING, "the second place for backups"):
            self._workbook.db.meta.set(PLACE_FACT, str(path.absolute()))
        chosen = self.to_look_at()
        assert chosen is not None
        self.saw(look(chosen))  # it has just answered

    def to_look_at(self) -> ToLookAt | None:
        """What ``look`` is to look at, or None before a place is chosen."""
        path = self.path()
        if path is None:
            return None
        return ToLookAt(path, self._workbook.backups_at(path), self._workbook.layout.folder, self._clock)

    def saw(self, seen: Seen) -> None:
        """Keep what a look found."""
        self._seen = seen

    def seen(self) -> Seen | None:
        """What the last look found; None when no look at this place has answered yet."""
        return self._seen if self._seen is not None and self._seen.path == self.path() else None

    def backups(self) -> Backups:
        """For making one. Raises when the last look did not find the place."""
        seen = self.seen()
        if seen is None or not seen.reachable:
            raise SecondPlaceAwayError(path=self.path() or "not chosen yet")
        return self._workbook.backups_at(seen.path)

    def newest(self) -> datetime | None:
        """When the newest backup there was made: as the place says, or as it was noted when it was made."""
        seen = self.seen()
        if seen is not None and seen.reachable:
            return seen.newest.manifest.made_at if seen.newest else None
        kept = self._workbook.db.meta.get(LAST_FACT)
        return datetime.fromisoformat(json.loads(kept)["made"]) if kept else None

    def note(self, made: Backup) -> None:
        """Note in the workbook that a backup was made there."""
        manifest = made.manifest
        facts = {"made": manifest.made, "number": manifest.history_number}
        with self._workbook.db.write(Op.BACK_UP, "to the second place", about=manifest.history_head):
            self._workbook.db.meta.set(LAST_FACT, json.dumps(facts))

    def _require_fit(self, path: Path) -> None:
        if not path.is_dir():
            raise SecondPlaceError(path=path, why="there is no such folder")
        if path.resolve().is_relative_to(self._workbook.layout.folder.resolve()):
            raise SecondPlaceError(path=path, why="it is inside the workbook")
        with plain_disk_errors("A test file"):
            trial = path / "sevenfold-test.tmp"
            self._files.write(trial, b"Sevenfold writes here to see whether it can.\n")
            self._files.remove(trial)
