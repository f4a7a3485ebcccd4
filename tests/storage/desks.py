# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Desks for tests of services: a new workbook, empty, named, or with the practice charity's assessment in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, Organisation, Service, ServiceType
from desktop.services.at_work import AT_WORK
from desktop.services.desk import Desk
from desktop.services.intake import new_id, take_in
from desktop.services.reading import read_answers, read_services
from desktop.services.workforce_file import read_workforce
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import load_catalogue
from desktop.support.clock import Clock
from desktop.support.files import Files
from desktop.support.resources import resource
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, create

MANAGER, SECOND = "Kirsty Example", "Owain Example"
REASON = (
    "None of our services is offered to people under eighteen years old, and the referral form says so; "
    "we checked all referrals of the last two years for it."
)


@contextmanager
def desk_of(workbook: Workbook, clock: Clock = CLOCK) -> Iterator[Desk]:
    """A desk for a workbook, closed at the end without a backup."""
    desk = Desk(workbook, clock, FastFiles())
    try:
        yield desk
    finally:
        desk.close(backup=False)


def named_workbook(folder: Path, files: Files | None = None) -> Workbook:
    """A workbook whose charity has a name, one service and someone at work."""
    workbook, _code = create(folder, files=files)
    with workbook.db.write(Op.EDIT_ORGANISATION):
        workbook.db.organisation.save(Organisation("Harbour Example"))
        workbook.db.services.save(Service("se-1", "Harbour programme", ServiceType.BEHAVIOUR_CHANGE))
        workbook.db.meta.set(AT_WORK, MANAGER)
    return workbook


def practice_workbook(folder: Path) -> Workbook:
    """A workbook with the practice charity's answers, evidence, people and training."""
    workbook, _code = create(folder)
    catalogue, files = load_catalogue(), resource("practice")
    take_in(
        workbook,
        catalogue,
        read_answers(files / "answers.json", catalogue),
        read_services(files / "services.json"),
        read_workforce(files / "workforce.json", catalogue, new_id),
        files / "evidence",
    )
    return workbook


def hold(workbook: Workbook, item: EvidenceItem) -> str:
    """Put a piece of evidence into the library."""
    with workbook.db.write(Op.ADD_EVIDENCE):
        workbook.db.evidence.save(item)
    return item.id
