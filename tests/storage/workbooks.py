# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Small workbooks for storage tests: cheapest allowed key settings, no waiting for the disk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, FileState, Organisation
from desktop.storage.durability import Durability
from desktop.storage.evidence_store import Stored
from desktop.storage.keys import FLOOR, KdfParameters
from desktop.storage.restore import Restored, restore
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock, FixedClock
from desktop.support.files import Files
from tests.storage.faulty_files import FastFiles
from tests.storage.known_keys import remember_keys

remember_keys()
OLD = "purple lantern orchard"
NEW = "quiet harbour saxophone"
START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CLOCK = FixedClock(START)
QUICK: KdfParameters = FLOOR
FAST = Durability(synchronous="OFF")


def later(**gap: float) -> FixedClock:
    """A clock that stands this much after the start."""
    return FixedClock(START + timedelta(**gap))


def create(
    folder: Path, *, clock: Clock = CLOCK, files: Files | None = None, practice: bool = False
) -> tuple[Workbook, str]:
    return Workbook.create(
        folder, OLD, clock=clock, files=files or FastFiles(), kdf=QUICK, durability=FAST, practice=practice
    )


def reopen(folder: Path, passphrase: str = OLD, *, clock: Clock = CLOCK, files: Files | None = None) -> Workbook:
    return Workbook.open(folder, passphrase, clock=clock, files=files or FastFiles(), durability=FAST)


def restored(
    backup: Path, folder: Path, *, code: str = "", passphrase: str = OLD, files: Files | None = None
) -> Restored:
    return restore(
        backup, folder, passphrase=passphrase, code=code, files=files or FastFiles(), clock=CLOCK, durability=FAST
    )


def name_charity(workbook: Workbook, name: str) -> None:
    with workbook.db.write(Op.EDIT_ORGANISATION):
        workbook.db.organisation.save(Organisation(name))


def charity(workbook: Workbook) -> str:
    return workbook.db.organisation.get().name


def add_evidence(workbook: Workbook, item_id: str, content: bytes) -> Stored:
    stored = workbook.evidence.add([content])
    with workbook.db.write(Op.ADD_EVIDENCE):
        item = EvidenceItem(item_id, f"Paper {item_id}", "paper.txt", FileState.STORED, stored.sha256, stored.size)
        workbook.db.evidence.save(item)
    return stored
