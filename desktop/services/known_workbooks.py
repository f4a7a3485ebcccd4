# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which workbooks this device knows, told without a passphrase. Light: the unlock page needs it before all else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from desktop.models.errors import AppError
from desktop.storage.layout import LOCK, MAKING, Layout
from desktop.storage.pointer import Pointer
from desktop.support.clock import Clock
from desktop.support.files import PART, Files

WORKBOOKS = "workbooks"
LARGEST_KEY_FILE = 256 * 1024


class OtherFolderError(AppError):
    """The folder chosen is not that of a workbook."""

    code = "other_folder"
    happened = "There is no workbook in {folder}."
    safe = "Nothing was changed, and the workbook used until now stays the one in use."
    to_do = "Choose the folder that holds the workbook itself. To open a backup, choose Restore a backup."


@dataclass(frozen=True, slots=True)
class KnownWorkbook:
    """One workbook of this device: a neutral name, never the charity's.

    ``number`` is how its recovery sheet and its backups name it, or '' when its key file cannot be read.
    """

    folder: Path
    name: str
    number: str
    last_used: date | None
    is_current: bool
    is_practice: bool
    is_there: bool


class KnownWorkbooks:
    """The workbooks of one home folder, and which of them is in use. The practice charity is not among them."""

    def __init__(self, home: Path, files: Files, clock: Clock) -> None:
        self.home = home
        self._files = files
        self._pointer = Pointer(home, files, clock)

    def all(self) -> tuple[KnownWorkbook, ...]:
        """Every workbook, the current one first."""
        current = self._current_folder()
        earlier = [each.folder for each in self._pointer.previous()]
        folders = dict.fromkeys([*([current] if current else []), *earlier, *self._made_here()])
        return tuple(self._about(folder, current) for folder in folders)

    def current(self) -> KnownWorkbook | None:
        """The workbook to unlock, or None on a device where none was begun. It may have gone: see ``is_there``."""
        folder = self._current_folder()
        return self._about(folder, folder) if folder else None

    def at(self, folder: Path) -> KnownWorkbook:
        """The workbook in a folder that a person chose. It becomes the one in use only when it was unlocked."""
        if not _is_there(folder):
            raise OtherFolderError(folder=folder)
        return self._about(folder.absolute(), self._current_folder())

    def new_folder(self) -> Path:
        """Where a new workbook goes: a folder that is not there yet."""
        return next(folder for folder in self._numbered() if not folder.exists())

    def folder_to_make(self) -> Path:
        """As ``new_folder``, or one in which a workbook was begun and never finished: making it again clears it."""
        return next(each for each in self._numbered() if not each.exists() or _is_unfinished(each))

    def use(self, folder: Path) -> None:
        """Unlock this workbook from now on. The one used before stays, and stays known."""
        if folder.absolute() != self._pointer.current():
            self._pointer.switch(folder)

    def _numbered(self) -> Iterator[Path]:
        return (self.home / WORKBOOKS / str(number) for number in count(1))

    def _current_folder(self) -> Path | None:
        """The one in use; a first workbook that was made just before a kill counts as such."""
        return self._pointer.current() or next(iter(self._made_here()), None)

    def _made_here(self) -> list[Path]:
        folder = self.home / WORKBOOKS
        found = folder.iterdir() if folder.is_dir() else ()
        return sorted((each for each in found if _is_there(each)), key=lambda each: (len(each.name), each.name))

    def _about(self, folder: Path, current: Path | None) -> KnownWorkbook:
        ours = folder.parent == self.home / WORKBOOKS and folder.name.isdecimal()
        number, is_practice = self._on_the_label(folder)
        return KnownWorkbook(
            folder=folder,
            name=f"Workbook {folder.name}" if ours else folder.name,
            number=number,
            last_used=_last_used(Layout(folder)),
            is_current=folder == current,
            is_practice=is_practice,
            is_there=_is_there(folder),
        )

    def _on_the_label(self, folder: Path) -> tuple[str, bool]:
        """What the key file says openly, read without what proves it: unlocking does that."""
        try:
            fields = json.loads(self._files.read_part(Layout(folder).keys, 0, LARGEST_KEY_FILE))
            return str(fields["workbook"])[:8], fields["practice"] is True
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return "", False


def _is_there(folder: Path) -> bool:
    return Layout(folder).is_workbook and not Layout(folder).making.exists()


def _is_unfinished(folder: Path) -> bool:
    return Layout(folder).making.exists() or all(each.name in {LOCK, MAKING + PART} for each in folder.iterdir())


def _last_used(layout: Layout) -> date | None:
    """When its lock was last taken or given back."""
    try:
        return datetime.fromtimestamp(layout.lock.stat().st_mtime, UTC).astimezone().date()
    except OSError:
        return None
