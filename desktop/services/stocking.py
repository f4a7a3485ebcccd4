# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""From files to a new workbook that holds them, with signing set up and its secrets beside it."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop import __version__
from desktop.models.catalogue import Catalogue
from desktop.models.changes import Op
from desktop.models.errors import InputError
from desktop.services.at_work import AT_WORK
from desktop.services.intake import Intake, new_id, take_in
from desktop.services.packs import Step, no_step
from desktop.services.reading import GivenAssessment, GivenServices, read_answers, read_services
from desktop.services.signer_keys import set_up_signing
from desktop.services.workforce_file import GivenWorkforce, read_workforce
from desktop.storage.recovery import sheet_text
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import load_catalogue
from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files
from desktop.support.words import new_passphrase

WORKBOOK, ROOT_KEY, PASSPHRASES, SHEET = "workbook", "root-key.pem", "passphrase.txt", "recovery-sheet.txt"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """The files of an assessment, and what to print on the cover. ``evidence`` is a folder."""

    answers: Path
    services: Path
    evidence: Path
    workforce: Path | None = None
    made_for: str = ""
    reference: str = ""
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What comes from outside."""

    clock: Clock
    files: Files
    step: Step


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything read and checked, before anything is written."""

    request: PackRequest
    catalogue: Catalogue
    assessment: GivenAssessment
    services: GivenServices
    workforce: GivenWorkforce | None

    @classmethod
    def read(cls, request: PackRequest) -> "Inputs":
        """Read the files; raises ``InputError`` with every problem and its place."""
        if not request.evidence.is_dir():
            raise InputError(what=f"{request.evidence} is not a folder.", to_do="Name the folder of evidence files.")
        catalogue = load_catalogue()
        workforce = read_workforce(request.workforce, catalogue, new_id) if request.workforce else None
        return cls(
            request, catalogue, read_answers(request.answers, catalogue), read_services(request.services), workforce
        )

    def into(self, workbook: Workbook) -> Intake:
        """Store everything in the workbook."""
        return take_in(workbook, self.catalogue, self.assessment, self.services, self.workforce, self.request.evidence)


def practice_workbook_from_files(
    request: PackRequest, private: Path, clock: Clock, files: Files, step: Step = no_step
) -> None:
    """A practice workbook in ``private``, with the files taken in, signing set up, its secrets beside it, no pack."""
    step(1, 3, "Reading the practice files")
    inputs = Inputs.read(request)
    files.make_folder(private)
    step(2, 3, "Making the practice charity")
    with stocked(inputs, private, Tools(clock, files, step), practice=True) as (workbook, _, _):
        step(3, 3, "Saving who is at work")
        with workbook.db.write(Op.SET_UP_WORKBOOK, about=AT_WORK):
            workbook.db.meta.set(AT_WORK, inputs.assessment.assessor)


@contextlib.contextmanager
def stocked(inputs: Inputs, private: Path, tools: Tools, *, practice: bool) -> Iterator[tuple[Workbook, Intake, str]]:
    """A new workbook with its secrets beside it, the files taken in and signing set up; and its passphrase."""
    passphrase, root_passphrase = new_passphrase(), new_passphrase()
    workbook, code = Workbook.create(
        private / WORKBOOK, passphrase, clock=tools.clock, files=tools.files, practice=practice
    )
    with workbook:
        with plain_disk_errors("The passphrase file"):
            tools.files.write(private / PASSPHRASES, _passphrase_text(passphrase, root_passphrase, code).encode())
            tools.files.write(private / SHEET, _recovery_sheet(workbook, code, tools.clock).encode())
        workbook.ballast.keep()
        intake = inputs.into(workbook)
        set_up_signing(workbook, passphrase, root_passphrase, private / ROOT_KEY, tools.clock, tools.files)
        yield workbook, intake, passphrase


def _passphrase_text(passphrase: str, root_passphrase: str, code: str) -> str:
    return (
        f"passphrase: {passphrase}\nroot key passphrase: {root_passphrase}\nrecovery code: {code}\n\n"
        "The passphrase opens the workbook and signs packs. The recovery code opens it when the passphrase is lost.\n"
        "The root key, with its passphrase, gives out new signing certificates for the same charity.\n"
        "Keep this file and the root key away from the computer that holds the workbook.\n"
    )


def _recovery_sheet(workbook: Workbook, code: str, clock: Clock) -> str:
    return sheet_text(
        code,
        made=clock.today(),
        workbook_id=workbook.workbook_id,
        version=__version__,
        practice=workbook.practice,
    )
