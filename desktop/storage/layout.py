# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The names inside a workbook folder."""

from dataclasses import dataclass
from pathlib import Path

DATABASE = "workbook.db"
KEYS = "keys.json"
KEYS_COPY = "keys.copy.json"
EVIDENCE = "evidence"
BACKUPS = "backups"
LOCK = "lock"
MAKING = "unfinished"
BALLAST = "ballast"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of one workbook are."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database; SQLite keeps ``workbook.db-journal`` beside it."""
        return self.folder / DATABASE

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.folder / KEYS

    @property
    def keys_copy(self) -> Path:
        """The second copy of the key file."""
        return self.folder / KEYS_COPY

    @property
    def evidence(self) -> Path:
        """The folder of encrypted evidence files."""
        return self.folder / EVIDENCE

    @property
    def backups(self) -> Path:
        """The folder of backups that stay beside the workbook."""
        return self.folder / BACKUPS

    @property
    def lock(self) -> Path:
        """The file that the operating system holds while the workbook is open."""
        return self.folder / LOCK

    @property
    def making(self) -> Path:
        """There only while the workbook is being made: nobody has worked in it yet."""
        return self.folder / MAKING

    @property
    def ballast(self) -> Path:
        """The file that takes up room for a day when the disk is full."""
        return self.folder / BALLAST

    @property
    def is_workbook(self) -> bool:
        """Whether this folder looks like a workbook."""
        return self.database.is_file() or self.keys.is_file() or self.keys_copy.is_file()
