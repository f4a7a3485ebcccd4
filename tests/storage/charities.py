# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A small charity that can sign: one answer with a stored file, one kept elsewhere, and one person."""

from datetime import date
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import (
    Answer,
    Assessment,
    EvidenceItem,
    EvidenceLink,
    FileState,
    Judgement,
    Organisation,
    Service,
    ServiceType,
    Strength,
)
from desktop.models.workforce.people import Person, held
from desktop.services.signing_desk import SigningDesk
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import load_catalogue
from desktop.support.clock import Clock
from tests.storage import workbooks
from tests.storage.faulty_files import FastFiles

NAME = "Harbour Change Project"
ROOT_PASSPHRASE = "lighthouse tin whistle"
PAPER = b"Minutes of the practice meeting.\n" * 90_000  # more than two pieces


def small_charity(folder: Path, clock: Clock = workbooks.CLOCK) -> Workbook:
    """The workbook, open, without a signing certificate."""
    workbook, _ = workbooks.create(folder, clock=clock)
    stored = workbook.evidence.add([PAPER])
    db = workbook.db
    with db.write(Op.IMPORT_RECORDS):
        db.organisation.save(Organisation(NAME))
        db.services.save(Service("se-1", "Turning Point", ServiceType.BEHAVIOUR_CHANGE, weeks=26))
        db.assessments.save(Assessment("as-1", date(2026, 11, 1), "A. Manager", load_catalogue().version))
        db.answers.save(Answer("an-1", "as-1", "1.1", Judgement.IN_PLACE, narrative="Read at each meeting."))
        db.evidence.save(EvidenceItem("ev-1", "Minutes", "minutes.txt", FileState.STORED, stored.sha256, stored.size))
        db.evidence.save(EvidenceItem("ev-2", "Lease of the office"))
        db.links.save(EvidenceLink("li-1", "an-1", "ev-1", Strength.IN_USE))
        db.links.save(EvidenceLink("li-2", "an-1", "ev-2", Strength.DOCUMENT))
        db.people.save(Person("pe-1", "P1", "Siân Example", held("practitioner"), date(2025, 2, 3)))
    return workbook


def set_up(workbook: Workbook, root_key: Path, clock: Clock = workbooks.CLOCK) -> SigningDesk:
    """Give it its first signatory."""
    desk = SigningDesk(workbook, clock, FastFiles())
    desk.record(desk.prepare_set_up(desk.ask_to_set_up(root_key), workbooks.OLD, ROOT_PASSPHRASE))
    return desk
