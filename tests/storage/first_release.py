# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook database of the first release, and what must show of it in every later version.

Run once before the release (``python -m tests.storage.first_release``), never after it.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from desktop.models import records as model
from desktop.models.changes import Op
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from tests.storage.databases import new_database

FOLDER = Path(__file__).parents[1] / "fixtures" / "db"
REPOSITORIES = (
    "services",
    "assessments",
    "answers",
    "evidence",
    "links",
    "actions",
    "people",
    "training",
    "supervision",
)
LONG = "Mae'r gwasanaeth yn cefnogi teuluoedd. " * 40


def shown(database: Database) -> dict[str, Any]:
    """Everything that a person could see of the workbook, as plain JSON values."""
    found: dict[str, Any] = {
        name: [asdict(record) for record in getattr(database, name).list()] for name in REPOSITORIES
    }
    found["organisation"] = asdict(database.organisation.get())
    found["drafts"] = database.drafts.all()
    found["history"] = list(database.history_head())
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str, ensure_ascii=False))
    return plain


def build(path: Path) -> dict[str, Any]:
    """Make the database with invented people, accents, long text, removed rows, undone steps and an erasure."""
    with new_database(path, SAFE) as database:
        _charity(database)
        _people(database)
        _judgements(database)
        database.drafts.keep("answer/2.1", "Half a sentence about Dŵr")
        found = shown(database)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
    return found


def _charity(database: Database) -> None:
    with database.write(Op.EDIT_ORGANISATION):
        database.organisation.save(model.Organisation("Elusen Tŷ Gobaith", "Tŷ Gobaith", "0000001", nation="Wales"))
    with database.write(Op.ADD_SERVICE, "Newid"):
        support = model.VictimSupport("Invented Partner", "linked support", funded=True, funding="council grant")
        figures = model.ServiceFigures("2025", 40, 31, 22, 15)
        kind = model.ServiceType.BEHAVIOUR_CHANGE
        elements = ("group work", "case management")
        database.services.save(
            model.Service("se-1", "Newid", kind, weeks=26, elements=elements, support=support, figures=figures)
        )
        database.services.save(model.Service("se-2", "Closed one", model.ServiceType.HELP_SEEKING))
    with database.write(Op.REMOVE_SERVICE, "Closed one"):
        database.services.remove("se-2")


def _people(database: Database) -> None:
    with database.write(Op.IMPORT_RECORDS, "staff list"):
        for number, name in enumerate(("Zoë Ó Briain", "Łucja D'Example", 'Siân "Sid" Test')):
            database.people.save(model.Person(f"pe-{number}", f"P{number}", name, ("practitioner",), date(2024, 2, 29)))
            database.training.save(
                model.TrainingRecord(
                    f"tr-{number}", f"pe-{number}", "core", date(2025, 1, 1 + number), date(2027, 1, 1)
                )
            )
    with database.write(Op.RECORD_SUPERVISION, "Zoë Ó Briain"):
        database.supervision.save(
            model.SupervisionSession("su-0", "pe-0", "clinical", date(2025, 3, 1), held=True, minutes=90)
        )
    database.erase_person("pe-2")


def _judgements(database: Database) -> None:
    with database.write(Op.START_ASSESSMENT, "2026"):
        database.assessments.save(model.Assessment("as-1", date(2026, 1, 5), "A. Manager", "2026.1"))
    with database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(model.Answer("an-1", "as-1", "6.3", model.Judgement.IN_PLACE, narrative=LONG))
    with database.write(Op.ADD_EVIDENCE, "Polisi"):
        stored = model.FileState.STORED
        item = model.EvidenceItem("ev-1", "Polisi ✓", "polisi ŵ.pdf", stored, "ab" * 32, 1234, date(2025, 5, 5))
        database.evidence.save(item)
        database.links.save(model.EvidenceLink("li-1", "an-1", "ev-1", model.Strength.IN_USE))
    with database.write(Op.ADD_ACTION, "SA 6.3"):
        database.actions.save(model.Action("ac-1", "as-1", "6.3", "Gwneud rhywbeth", "manager", date(2026, 6, 1)))
    with database.write(Op.JUDGE, "SA 6.4"):
        database.answers.save(model.Answer("an-2", "as-1", "6.4", not_applicable=True, narrative="reason"))
    database.undo()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "v01.db").unlink(missing_ok=True)
    text = json.dumps(build(FOLDER / "v01.db"), indent=1, ensure_ascii=False, sort_keys=True)
    (FOLDER / "v01.json").write_text(text + "\n", encoding="utf-8")
