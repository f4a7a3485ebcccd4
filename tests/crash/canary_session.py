# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Uses every feature of the storage with words that are found nowhere else, then ends as told.

python -m tests.crash.canary_session PLACE close|crash
"""

import contextlib
import os
import sys
from datetime import date
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import (
    Action,
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
    VictimSupport,
)
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord
from desktop.storage.key_store import WrongPassphraseError
from desktop.storage.keys import FLOOR
from desktop.storage.restore import restore
from desktop.storage.workbook import Workbook
from desktop.support.files import Files
from tests.crash.subject import CLOCK

CANARIES = {
    "charity": "Quillfeather Trust",
    "address": "19 Marrowby Lane Wexcombe",
    "e-mail": "hello@quillfeather.example",
    "phone": "01632 960983",
    "service": "Larkspur Turning Group",
    "partner": "Thistledown Advocates",
    "assessor": "Peregrine Oatcake",
    "narrative": "the ochre kettle narrative 5582",
    "second narrative": "the cobalt kettle narrative 7714",
    "undone narrative": "the vermilion kettle narrative 3309",
    "draft": "half typed about the magenta samovar",
    "evidence title": "Minutes of the Brambling panel",
    "file name": "brambling-minutes-final.txt",
    "file text": "A file sentence about the walnut harpsichord 90125. ",
    "why kept back": "shows the teal accordion of a neighbour",
    "where kept": "the tangerine cupboard behind the pantry",
    "person": "Ignatius Snodgrass-Penhaligon",
    "erased person": "Wilhelmina Trelawny-Fox",
    "action": "replace the amber lighthouse policy",
    "passphrase": "gherkin turret saffron mallet onyx",
    "second passphrase": "sorbet plinth coriander walrus jade",
    "wrong passphrase": "turnip ballad umbrella zinnia copper",
    "signing key": "a signing key of forty-four plain characters",
}


def organisation_and_answers(workbook: Workbook) -> None:
    """Charity, service, assessment, two wordings, a judgement undone and redone, an action, a draft."""
    say, db = CANARIES, workbook.db
    with db.write(Op.EDIT_ORGANISATION, say["charity"]):
        db.organisation.save(
            Organisation(say["charity"], address=say["address"], email=say["e-mail"], phone=say["phone"])
        )
    with db.write(Op.ADD_SERVICE, say["service"]):
        db.services.save(
            Service("s", say["service"], ServiceType.BEHAVIOUR_CHANGE, support=VictimSupport(say["partner"]))
        )
    with db.write(Op.START_ASSESSMENT):
        db.assessments.save(Assessment("a", date(2026, 3, 2), say["assessor"], "2023.1"))
    for words in ("narrative", "second narrative", "undone narrative"):
        with db.write(Op.JUDGE, say[words]):
            db.answers.save(Answer("r", "a", "6.3", Judgement.IN_PLACE, narrative=say[words] * 40))
    db.undo()
    db.undo()
    db.redo()
    with db.write(Op.ADD_ACTION, say["action"]):
        db.actions.save(Action("x", "a", "6.3", say["action"], owner=say["person"]))
    db.drafts.keep("page", say["draft"])


def people(workbook: Workbook) -> None:
    """Two people with records; one of them is erased."""
    db = workbook.db
    with db.write(Op.IMPORT_RECORDS, CANARIES["person"]):
        for number, name in enumerate(("person", "erased person")):
            db.people.save(Person(f"p{number}", f"P{number}", CANARIES[name], held("facilitator")))
            db.training.save(TrainingRecord(f"t{number}", f"p{number}", "course", date(2026, 1, 5)))
            db.supervision.save(
                SupervisionSession(f"v{number}", f"p{number}", "case", date(2026, 1, 6), SupervisionState.HELD)
            )
    db.erase_person("p1")


def evidence(workbook: Workbook, place: Path) -> Path:
    """A file stored, linked, copied out again for a look, and that copy removed. Gives the original."""
    say, db = CANARIES, workbook.db
    source = place / say["file name"]
    source.write_text(say["file text"] * 30_000)
    stored = workbook.evidence.add(source)
    with db.write(Op.ADD_EVIDENCE, say["evidence title"]):
        db.evidence.save(
            EvidenceItem(
                "e",
                say["evidence title"],
                source.name,
                FileState.STORED,
                stored.sha256,
                stored.size,
                kept_back=say["why kept back"],
                kept_where=say["where kept"],
            )
        )
        db.links.save(EvidenceLink("l", "r", "e", Strength.DOCUMENT))
    workbook.evidence.copy_out(stored.sha256, place / "seen")
    (place / "seen").unlink()
    return source


def main(place: Path, ending: str) -> None:
    """Everything, then close or crash in the middle of a write."""
    folder, first, second = place / "workbook", CANARIES["passphrase"], CANARIES["second passphrase"]
    workbook, code = Workbook.create(folder, first, clock=CLOCK, files=Files(), kdf=FLOOR)
    organisation_and_answers(workbook)
    people(workbook)
    evidence(workbook, place.parent).unlink()
    workbook.backup()
    workbook.keys.change_passphrase(first, second, FLOOR)
    workbook.keys.put_signing_key(second, CANARIES["signing key"].encode())
    workbook.keys.check_recovery_code(code)
    kept = workbook.backups.make(workbook.db)
    workbook.close()
    with contextlib.suppress(WrongPassphraseError):
        Workbook.open(folder, CANARIES["wrong passphrase"], clock=CLOCK, files=Files())
    restore(kept.folder, place / "restored", passphrase=second, files=Files(), clock=CLOCK)
    workbook = Workbook.open(folder, second, clock=CLOCK, files=Files())
    print(code)
    if ending == "crash":
        with workbook.db.write(Op.WRITE_NARRATIVE):
            for number in range(3000):  # more than the page cache holds, so that the journal and the file are written
                workbook.db.actions.save(Action(f"y{number}", "a", "6.3", CANARIES["second narrative"] * 20))
            sys.stdout.flush()
            os._exit(9)
    workbook.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
