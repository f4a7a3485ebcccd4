# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Every field of every record comes back as it was saved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models import records as model
from desktop.models.changes import Op
from desktop.models.workforce import checks, competence, diversity, people, remembered, supervision, training
from desktop.models.workforce.checks import RecruitmentCheck
from desktop.models.workforce.competence import CompetenceJudgement
from desktop.models.workforce.diversity import DiversityCount
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.remembered import KnownWords, OtherName, RememberedLayout
from desktop.models.workforce.supervision import SupervisionRule, SupervisionSession
from desktop.models.workforce.training import Booking, CourseRule, HoursEntry, TrainingRecord, TrainingSession
from desktop.storage.database import Database
from desktop.storage.rows import RowMap
from tests.storage.databases import ANSWER, ASSESSMENT, PERSON, TRAINING, fill, new_database, reopened
from tests.storage.strategies import records

ITEM = model.EvidenceItem("ev-1", "Policy", sha256="ab" * 32)
LINK = model.EvidenceLink("li-1", "an-1", "ev-1", model.Strength.IN_USE)
OWN = st.just("own")
ANN = st.just("pe-1")
NONE = st.none()
COST = st.none() | st.integers(0, 2**63 - 1)
CLOSING = records(model.Closing, evidence_id=st.sampled_from([None, "ev-1"]))
SOMEONE = st.sampled_from([None, "pe-1"])
NOBODY = {"line_manager_id": SOMEONE, "practice_supervisor_id": NONE}
CASES: dict[str, tuple[Callable[[Database], Any], st.SearchStrategy[Any]]] = {
    "service": (lambda db: db.services, records(model.Service, id=OWN)),
    "assessment": (lambda db: db.assessments, records(model.Assessment, id=OWN)),
    "answer": (lambda db: db.answers, records(model.Answer, id=OWN, assessment_id=st.just("as-1"))),
    "service answer": (
        lambda db: db.service_answers,
        records(model.ServiceAnswer, id=OWN, answer_id=st.just("an-1"), service_id=st.just("se-1")),
    ),
    "second reading": (
        lambda db: db.second_readings,
        records(model.SecondReading, id=OWN, answer_id=st.just("an-1")),
    ),
    "version": (lambda db: db.catalogues, records(model.CatalogueVersion, id=OWN)),
    "evidence": (lambda db: db.evidence, records(model.EvidenceItem, id=OWN)),
    "link": (
        lambda db: db.links,
        records(model.EvidenceLink, id=OWN, answer_id=st.just("an-1"), evidence_id=st.just("ev-1")),
    ),
    "action": (
        lambda db: db.actions,
        records(model.Action, id=OWN, assessment_id=st.just("as-1"), cost=COST, closing=CLOSING),
    ),
    "person": (lambda db: db.people, records(Person, id=OWN, **NOBODY)),
    "training": (
        lambda db: db.training,
        records(TrainingRecord, id=OWN, person_id=ANN, certificate_id=st.sampled_from([None, "ev-1"]), session_id=NONE),
    ),
    "booking": (lambda db: db.bookings, records(Booking, id=OWN, person_id=ANN, session_id=NONE)),
    "session": (lambda db: db.sessions, records(TrainingSession, id=OWN, evidence_id=NONE)),
    "course": (lambda db: db.courses, records(CourseRule, id=OWN)),
    "hours": (lambda db: db.hours, records(HoursEntry, id=OWN, person_id=ANN)),
    "supervision": (
        lambda db: db.supervision,
        records(SupervisionSession, id=OWN, person_id=ANN, supervisor_id=SOMEONE, makes_up=NONE),
    ),
    "supervision rule": (lambda db: db.supervision_rules, records(SupervisionRule, id=OWN)),
    "competence": (
        lambda db: db.competence,
        records(CompetenceJudgement, id=OWN, person_id=ANN, level=st.integers(0, 4)),
    ),
    "check": (lambda db: db.checks, records(RecruitmentCheck, id=OWN, person_id=ANN)),
    "diversity": (lambda db: db.diversity, records(DiversityCount, id=OWN)),
    "layout": (lambda db: db.layouts, records(RememberedLayout, id=OWN)),
    "known words": (lambda db: db.known_words, records(KnownWords, id=OWN)),
    "other name": (lambda db: db.other_names, records(OtherName, id=OWN, person_id=ANN)),
}


@dataclass(frozen=True)
class Odd:
    weight: float


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    found = new_database(tmp_path / "workbook.db")
    fill(found)
    with found.write(Op.ADD_EVIDENCE):
        found.evidence.save(ITEM)
        found.services.save(model.Service("se-1", "Newid", model.ServiceType.BEHAVIOUR_CHANGE))
    yield found
    found.close()


@pytest.mark.parametrize("name", CASES)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_record_comes_back_as_it_was_saved(name: str, database: Database, data: st.DataObject) -> None:
    repository_of, made = CASES[name]
    repository = repository_of(database)
    first, second = data.draw(made), data.draw(made)
    for record in (first, second):
        with database.write(Op.IMPORT_RECORDS):
            repository.save(record)
        assert repository.get("own") == record
        assert record in repository.list()
    with database.write(Op.IMPORT_RECORDS):
        repository.remove("own")
    assert repository.find("own") is None
    assert "own" not in [record.id for record in repository.list()]
    with database.write(Op.IMPORT_RECORDS):
        repository.save_all([first])
    assert repository.get("own") == first


@given(first=records(model.Organisation), second=records(model.Organisation))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_charitys_details_come_back_as_they_were_saved(
    database: Database, first: model.Organisation, second: model.Organisation
) -> None:
    for details in (first, second):
        with database.write(Op.EDIT_ORGANISATION):
            database.organisation.save(details)
        assert database.organisation.get() == database.organisation.find() == details


def test_every_record_of_the_model_has_a_repository(database: Database) -> None:
    modules = [model, checks, competence, diversity, people, remembered, supervision, training]
    found = {
        kind for module in modules for kind in vars(module).values() if kind.__class__ is type and is_dataclass(kind)
    }
    kept = {repository_of(database)._rows.kind for repository_of, _ in CASES.values()}
    inside = {model.VictimSupport, model.ServiceFigures, model.FirstJudgement, model.Closing, people.RoleHeld}
    assert found == kept | inside | {model.Organisation}


def test_a_field_of_a_kind_that_no_column_holds_is_a_bug() -> None:
    with pytest.raises(TypeError, match="no column"):
        RowMap(Odd)


def test_nothing_there_is_said_without_fuss(tmp_path: Path) -> None:
    with new_database(tmp_path / "w.db") as empty:
        assert empty.organisation.find() is None
        assert empty.people.find("x") is None
        assert empty.answers.list() == ()
        assert empty.meta.get("x", "default") == "default"
        for look in (empty.organisation.get, lambda: empty.people.get("x")):
            with pytest.raises(LookupError):
                look()


def test_lists_are_filtered_by_columns_and_ordered(database: Database) -> None:
    other = model.Assessment("as-0", date(2025, 1, 5), "B", "2025.1")
    with database.write(Op.START_ASSESSMENT):
        database.assessments.save(other)
        database.answers.save_all(
            [replace(ANSWER, id="an-2", indicator_id="1.2"), replace(ANSWER, id="an-3", assessment_id="as-0")]
        )
    assert [answer.id for answer in database.answers.list(assessment_id="as-1")] == ["an-2", "an-1"]
    assert [answer.id for answer in database.answers.list(assessment_id="as-1", indicator_id="6.3")] == ["an-1"]
    assert database.answers.list(judged_on=None) == database.answers.list()
    assert database.assessments.list() == (other, ASSESSMENT)
    with pytest.raises(LookupError):
        database.answers.list(colour="red")


def test_removing_an_evidence_item_takes_it_from_every_answer_but_its_row_stays(database: Database) -> None:
    with database.write(Op.LINK_EVIDENCE):
        database.links.save(LINK)
    assert database.links.of_assessment("as-1") == database.links.list(answer_id="an-1") == (LINK,)
    assert database.links.of_assessment("as-0") == ()
    with database.write(Op.REMOVE_EVIDENCE):
        database.evidence.remove("ev-1")
    assert (database.evidence.list(), database.links.list()) == ((), ())
    assert database.evidence.hashes() == {ITEM.sha256}
    database.undo()
    assert (database.evidence.list(), database.links.list()) == ((ITEM,), (LINK,))


def test_removing_a_person_removes_what_was_theirs(database: Database) -> None:
    with database.write(Op.REMOVE_PERSON):
        database.people.remove("pe-1")
    assert (database.people.list(), database.training.list()) == ((), ())
    database.undo()
    assert (database.people.list(), database.training.list()) == ((PERSON,), (TRAINING,))


def test_roles_keep_their_order_and_change_row_by_row(database: Database) -> None:
    for roles in (("practitioner", "manager"), ("manager",), (), ("a", "b", "c"), ("c", "a")):
        with database.write(Op.EDIT_PERSON):
            database.people.save_all([replace(PERSON, roles=held(*roles))])
        assert database.people.get("pe-1").roles == held(*roles)


def test_meta_keeps_facts_by_name(database: Database, tmp_path: Path) -> None:
    with database.write(Op.CHANGE_SETTING):
        database.meta.set("practice", "yes")
        database.meta.set("practice", "no")
    database.close()
    with reopened(tmp_path / "workbook.db") as again:
        assert again.meta.get("practice") == "no"
        assert {"workbook_id", "practice"} == set(again.meta.all())
