# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workbook database of each release, and what must show of it in every later version.

Run once before a release (``python -m tests.storage.release_files``), never after it: it makes the file of the newest.
"""

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.models import records as model
from desktop.models.changes import Op
from desktop.models.rounds import SignOff
from desktop.models.workforce.checks import CheckKind, DbsLevel, Decision, RecruitmentCheck
from desktop.models.workforce.competence import Basis, CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import EmployedAs, Person, RoleHeld, held
from desktop.models.workforce.remembered import KnownWords, OtherName, RememberedLayout
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession, SupervisionState
from desktop.models.workforce.training import (
    Booking,
    CourseRule,
    HoursEntry,
    TrainingRecord,
    TrainingResult,
    TrainingSession,
)
from desktop.storage import opening
from desktop.storage.database import Database
from desktop.storage.durability import SAFE
from desktop.storage.migrations import MIGRATIONS
from tests.storage.databases import new_database

FOLDER = Path(__file__).parents[1] / "fixtures" / "db"
REPOSITORIES = (
    "services",
    "catalogues",
    "assessments",
    "answers",
    "service_answers",
    "second_readings",
    "sign_offs",
    "evidence",
    "links",
    "actions",
    "people",
    "training",
    "sessions",
    "bookings",
    "courses",
    "hours",
    "supervision",
    "supervision_rules",
    "competence",
    "checks",
    "diversity",
    "layouts",
    "known_words",
    "other_names",
)
NEWEST = f"v{len(opening.names(MIGRATIONS)):02}"
LONG = "Mae'r gwasanaeth yn cefnogi teuluoedd. " * 40


def shown(database: Database) -> dict[str, Any]:
    """Everything that a person could see of the workbook, as plain JSON values."""
    found: dict[str, Any] = {
        name: [asdict(record) for record in getattr(database, name).list()] for name in REPOSITORIES
    }
    found["organisation"] = asdict(database.organisation.get())
    found["drafts"] = database.drafts.all()
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str, ensure_ascii=False))
    return plain


def build(path: Path) -> dict[str, Any]:
    """Make the database with invented people, accents, long text, removed rows, undone steps and an erasure."""
    with new_database(path, SAFE) as database:
        _charity(database)
        _people(database)
        _workforce(database)
        _judgements(database)
        _sign_off(database)
        database.drafts.keep("answer/2.1", "Half a sentence about Dŵr")
        found = shown(database) | {"history": list(database.history_head())}
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
            database.people.save(Person(f"pe-{number}", f"P{number}", name, held("practitioner"), date(2024, 2, 29)))
            database.training.save(
                TrainingRecord(f"tr-{number}", f"pe-{number}", "core", date(2025, 1, 1 + number), date(2027, 1, 1))
            )
    with database.write(Op.RECORD_SUPERVISION, "Zoë Ó Briain"):
        database.supervision.save(
            SupervisionSession("su-0", "pe-0", "clinical", date(2025, 3, 1), SupervisionState.HELD, 90)
        )
    database.erase_person("pe-2")


def _workforce(database: Database) -> None:
    """One of everything that the second release added."""
    with database.write(Op.EDIT_PERSON, "Łucja D'Example"):
        role = RoleHeld("practitioner", date(2024, 2, 29), date(2026, 1, 31))
        database.people.save(
            Person(
                "pe-1",
                "P1",
                "Łucja D'Example",
                (role, RoleHeld("lead")),
                date(2024, 2, 29),
                employed_as=EmployedAs.SESSIONAL,
                weekly_minutes=450,
                line_manager_id="pe-0",
                outside_supervisor="Dr Invented",
                with_users=True,
                first_contact=date(2024, 4, 1),
                induction_on=date(2024, 3, 29),
                induction_by="Zoë Ó Briain",
            )
        )
    with database.write(Op.RECORD_SESSION, "core"):
        database.courses.save(CourseRule("own-1", "Ein cwrs ni", "course", ("lead",), valid_months=18, window_days=60))
        database.sessions.save(TrainingSession("ts-1", "own-1", date(2026, 2, 2), 330, "Zoë Ó Briain", outside=4))
        record = TrainingRecord(
            "tr-9", "pe-1", "own-1", date(2026, 2, 2), None, TrainingResult.PART, 150, session_id="ts-1"
        )
        database.training.save(record)
        database.bookings.save(Booking("bo-1", "pe-1", "own-1", date(2026, 9, 1)))
        database.hours.save(HoursEntry("ho-1", "pe-0", "T23", date(2026, 1, 9), 120, "Łucja D'Example"))
    with database.write(Op.CANCEL_SUPERVISION, "Zoë Ó Briain"):
        cancelled, rule = SupervisionState.CANCELLED, SupervisionRule("clinical", 28, 60)
        database.supervision.save(SupervisionSession("su-1", "pe-0", "clinical", date(2026, 1, 6), cancelled))
        made_up = SupervisionSession(
            "su-2", "pe-0", "clinical", date(2026, 1, 13), SupervisionState.HELD, 60, None, "pe-1", makes_up="su-1"
        )
        database.supervision.save(made_up)
        database.supervision_rules.save(rule)
    with database.write(Op.JUDGE_COMPETENCE, "K9"):
        judged = CompetenceJudgement("co-1", "pe-1", "K9", 3, date(2026, 2, 3), "Zoë Ó Briain", Basis.OBSERVATION)
        database.competence.save(judged)
    with database.write(Op.RECORD_CHECK, "Łucja D'Example"):
        checked = RecruitmentCheck(
            "ch-1",
            "pe-1",
            CheckKind.DBS,
            date(2024, 2, 1),
            "Zoë Ó Briain",
            DbsLevel.ENHANCED,
            date(2024, 1, 20),
            update_service=True,
            decision=Decision.SUITABLE,
            decided_on=date(2024, 2, 2),
            decided_by="Zoë Ó Briain",
            recheck_due=date(2027, 1, 20),
        )
        database.checks.save(checked)
    with database.write(Op.IMPORT_RECORDS, "matrix"):
        database.diversity.save(DiversityCount("di-1", "Language", "Cymraeg", 6, date(2026, 1, 1)))
        database.layouts.save(RememberedLayout("la-1", "training", "{}"))
        database.known_words.save(KnownWords("course cyfeirio", "course", "own-1"))
        database.other_names.save(OtherName("on-1", "pe-1", "Lucja Example"))


def _judgements(database: Database) -> None:
    with database.write(Op.START_ASSESSMENT, "2026"):
        database.assessments.save(model.Assessment("as-1", date(2026, 1, 5), "A. Manager", "2026.1"))
    with database.write(Op.JUDGE, "SA 6.3"):
        database.answers.save(model.Answer("an-1", "as-1", "6.3", model.Judgement.IN_PLACE, narrative=LONG))
    _round(database)
    with database.write(Op.ADD_EVIDENCE, "Polisi"):
        stored = model.FileState.STORED
        item = model.EvidenceItem("ev-1", "Polisi ✓", "polisi ŵ.pdf", stored, "ab" * 32, 1234, date(2025, 5, 5))
        database.evidence.save(item)
        database.links.save(model.EvidenceLink("li-1", "an-1", "ev-1", model.Strength.IN_USE))
    with database.write(Op.ADD_ACTION, "SA 6.3"):
        database.actions.save(model.Action("ac-1", "as-1", "6.3", "Gwneud rhywbeth", "manager", date(2026, 6, 1)))
    _closed(database)
    with database.write(Op.JUDGE, "SA 6.4"):
        database.answers.save(model.Answer("an-2", "as-1", "6.4", not_applicable=True, narrative="reason"))
    database.undo()


def _round(database: Database) -> None:
    """One of everything that the third release added."""
    with database.write(Op.JUDGE, "SA 6.3"):
        first = model.FirstJudgement(model.Judgement.PARTLY_IN_PLACE, "A. Manager", date(2026, 1, 6))
        answer = model.Answer("an-1", "as-1", "6.3", model.Judgement.IN_PLACE, narrative=LONG, first=first)
        kinds = ("training matrix", "log of supervised practice")
        database.answers.save(replace(answer, work=model.WorkStatus.READY, kinds=kinds, carried_as="reworded"))
        weaker = model.Judgement.BEING_DEVELOPED
        database.service_answers.save(model.ServiceAnswer("sa-1", "an-1", "se-1", weaker, "Nid yma eto", "A. Manager"))
    with database.write(Op.ADD_SECOND_READER, "SA 6.3"):
        database.second_readings.save(
            model.SecondReading("sr-1", "an-1", "Zoë Ó Briain", model.Judgement.PARTLY_IN_PLACE, comment="Rhy uchel")
        )
    with database.write(Op.EDIT_ASSESSMENT, "2026"):
        opened = model.Assessment("as-1", date(2026, 1, 5), "A. Manager", "2026.1", "as-0", date(2026, 1, 9))
        database.assessments.save(opened)
        database.catalogues.save(model.CatalogueVersion("2027.1", "", date(2026, 1, 8), '{"version": "2027.1"}'))


def _sign_off(database: Database) -> None:
    with database.write(Op.SIGN_OFF, "2026"):
        frozen, sha256 = '{"counted": ["pe-0"]}', "cd" * 32
        database.assessments.save(model.Assessment("as-2", date(2026, 1, 19), "A. Manager", "2026.1"))
        signed = SignOff("so-1", "as-2", "Invented Chair", "Cadeirydd", date(2026, 1, 20), "4.2", frozen, sha256)
        database.sign_offs.save(signed)
    with database.write(Op.REOPEN):
        database.sign_offs.save(
            replace(signed, reopened_on=date(2026, 1, 21), reopened_by="A. Manager", reopened_why="Camgymeriad")
        )


def _closed(database: Database) -> None:
    """An action with all that the third release added."""
    with database.write(Op.FINISH_ACTION, "SA 6.3"):
        closing = model.Closing("Zoë Ó Briain", date(2026, 5, 30), "Cofnod y cyfarfod", "ev-1")
        done = model.ActionState.DONE
        database.actions.save(model.Action("ac-2", "as-1", "6.3", "Talu", state=done, cost=120_050, closing=closing))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{NEWEST}.db").unlink(missing_ok=True)
    text = json.dumps(build(FOLDER / f"{NEWEST}.db"), indent=1, ensure_ascii=False, sort_keys=True)
    (FOLDER / f"{NEWEST}.json").write_text(text + "\n", encoding="utf-8")
