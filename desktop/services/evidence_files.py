# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads stored evidence files, in a thread: for a preview, for a copy, for a check of all. No database here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.models.errors import AppError
from desktop.models.records import EvidenceItem, FileState
from desktop.storage.evidence_errors import DamagedEvidenceError, MissingEvidenceError
from desktop.storage.evidence_store import EvidenceStore

Step = Callable[[int, int, str], None]
MOST_TO_SHOW = 60_000_000


class NoStoredFileError(AppError):
    """An item that has no file in the workbook."""

    code = "no_stored_file"
    happened = "{title} has no file in this workbook."
    safe = "Nothing was changed."
    to_do = "Look where it is kept, or add its file."


class TooLargeToShowError(AppError):
    """A file too large for a preview."""

    code = "too_large_to_show"
    happened = "{title} is larger than 60 MB, so it is not shown here."
    safe = "The file is stored whole."
    to_do = "Save a copy, and open that."


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One stored file. Reading it needs no database, so a thread may."""

    title: str
    file_name: str
    sha256: str
    size: int
    store: EvidenceStore

    @classmethod
    def of(cls, item: EvidenceItem, store: EvidenceStore) -> "StoredFile":
        """The file of an item; raises ``NoStoredFileError`` when it has none."""
        if not item.sha256:
            raise NoStoredFileError(title=item.title)
        return cls(item.title, item.file_name, item.sha256, item.size, store)

    def read(self) -> bytes:
        """The whole content, each piece proved; raises when it is missing, damaged or too large."""
        if self.size > MOST_TO_SHOW:
            raise TooLargeToShowError(title=self.title)
        return b"".join(self.store.read_chunks(self.sha256))

    def copy_to(self, target: Path) -> None:
        """Write a plain copy outside the workbook."""
        self.store.copy_out(self.sha256, target)


def check_files(store: EvidenceStore, hashes: Sequence[str], step: Step) -> Mapping[str, FileState]:
    """Read every file whole; how each is, by hash."""
    found = {}
    for done, sha256 in enumerate(hashes):
        tell = partial(step, done, len(hashes), f"Checking file {done + 1} of {len(hashes)}")
        tell()
        found[sha256] = _state(store, sha256, tell)
    return found


def _state(store: EvidenceStore, sha256: str, tell: Callable[[], None]) -> FileState:
    try:
        for _ in store.read_chunks(sha256):
            tell()
    except MissingEvidenceError:
        return FileState.MISSING
    except DamagedEvidenceError:
        return FileState.DAMAGED
    return FileState.STORED
