# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Competence: the level that roles need, judgements as one step, gaps, and when to judge again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.day_checks import DayNotComeError
from desktop.models.errors import AppError
from desktop.models.workforce.competence import Basis
from desktop.models.workforce.people import RoleHeld
from desktop.services.people import People
from desktop.services.workforce.competence import (
    Competences,
    JudgedThemselvesError,
    NobodyJudgedError,
    NothingJudgedError,
)
from desktop.services.workforce.competence_lines import CompetenceLine, CompetenceState
from desktop.services.workforce.person_details import PersonDetails
from desktop.storage.workbook import Workbook
from tests.storage.databases import content
from tests.storage.workbooks import CLOCK, create

SEEN = Basis.OBSERVATION


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def people(workbook: Workbook) -> People:
    return People(workbook, CLOCK)


@pytest.fixture
def competences(workbook: Workbook) -> Competences:
    return Competences(workbook, CLOCK)


def line(competences: Competences, person_id: str, competency: str, on: date | None = None) -> CompetenceLine:
    return next(one for one in competences.sheet(person_id, on).lines if one.competency_id == competency)


def test_the_highest_level_of_the_roles_held_that_day_is_needed(
    competences: Competences, people: People, workbook: Workbook
) -> None:
    ann = people.add("Ann Test", [])
    PersonDetails(workbook, CLOCK).set_roles(
        ann, [RoleHeld("COF", None, date(2025, 12, 31)), RoleHeld("FAC", date(2026, 1, 1)), RoleHeld("VSW")]
    )
    assert line(competences, ann, "K8").needed == 4  # facilitator 4, victim-survivor support 1
    assert line(competences, ann, "K8", date(2025, 12, 31)).needed == 2  # still co-facilitator
    assert line(competences, ann, "K6").needed == 4  # from victim-survivor support
    sheet = competences.sheet(ann)
    assert (len(sheet.lines), sheet.at_level, sheet.needed) == (26, 0, 26)
    assert sheet.told == "0 of 26 at the level needed, 26 not judged."
    trustee = people.add("Tom Trust", ["TSL"])
    assert competences.sheet(trustee).told == "No role that needs a level is held."


def test_several_are_judged_as_one_step_and_show_the_gap(
    competences: Competences, people: People, workbook: Workbook
) -> None:
    ann = people.add("Ann Test", ["FAC"])
    before = content(workbook.db)
    competences.judge(ann, {"K8": 2, "K9": 4, "K1": 3}, " Val  Trainer ", SEEN)
    assert workbook.db.can_undo() == "Undo: judge competence of Ann Test"
    low = line(competences, ann, "K8")
    assert (low.state, low.gap, low.level_words, low.judged_by) == (
        CompetenceState.BELOW,
        2,
        "Does it with support",
        "Val Trainer",
    )
    assert low.sentence == (
        "Ann Test, Explores behaviour and attitudes, and invites responsibility, below the level, "
        "level 2, does it with support, judged 22 November 2026, level 4 is needed"
    )
    assert line(competences, ann, "K9").state is CompetenceState.AT_LEVEL
    assert line(competences, ann, "K9").again == "Judge again on 22 November 2028"
    assert max(one.gap for one in competences.sheet(ann).lines) == 4  # not judged at all counts whole
    workbook.db.undo()
    assert content(workbook.db) == before


def test_the_newest_stands_the_same_day_is_mended_and_history_stays(competences: Competences, people: People) -> None:
    ann = people.add("Ann Test", ["FAC"])
    competences.judge(ann, {"K1": 3}, "Val Trainer", SEEN, date(2026, 5, 1))
    competences.judge(ann, {"K1": 1}, "Val Trainer", Basis.DISCUSSION, date(2024, 5, 1))  # written down late
    assert line(competences, ann, "K1").level == 3
    competences.judge(ann, {"K1": 2}, "Meg Manager", SEEN, date(2026, 5, 1))  # a slip is mended
    assert [(one.day, one.level, one.basis) for one in competences.history(ann, "K1")] == [
        ("1 May 2026", 2, "Observation"),
        ("1 May 2024", 1, "Discussion"),
    ]
    competences.remove(competences.history(ann, "K1")[0].id)
    assert line(competences, ann, "K1").level == 1


def test_a_judgement_is_due_again_after_the_months_that_are_set(competences: Competences, people: People) -> None:
    ann = people.add("Ann Test", ["FAC"])
    competences.judge(ann, {"K1": 3}, "Val Trainer", SEEN, date(2024, 11, 22))  # 24 months ago to the day
    competences.judge(ann, {"K2": 3}, "Val Trainer", SEEN, date(2024, 11, 23))
    assert line(competences, ann, "K1").state is CompetenceState.JUDGE_AGAIN
    assert line(competences, ann, "K1").again == "Judge again since 22 November 2026"
    assert line(competences, ann, "K2").state is CompetenceState.AT_LEVEL
    assert competences.sheet(ann).told == "2 of 26 at the level needed, 24 not judged, 1 to judge again."
    competences.set_rejudge_months(25)
    assert line(competences, ann, "K1").state is CompetenceState.AT_LEVEL
    assert competences.rejudge_months() == 25


@pytest.mark.parametrize(
    ("levels", "by", "on", "refused"),
    [
        ({}, "Val Trainer", None, NothingJudgedError),
        ({"K1": 3}, "  ", None, NobodyJudgedError),
        ({"K1": 3}, "ann  TEST", None, JudgedThemselvesError),
        ({"K1": 3}, "Val 123456789012", None, CertificateNumberError),
        ({"K1": 3}, "Val Trainer", date(2026, 11, 23), DayNotComeError),
    ],
)
def test_a_judgement_that_cannot_be_right_is_refused(
    competences: Competences, people: People, levels: dict[str, int], by: str, on: date | None, refused: type[AppError]
) -> None:
    ann = people.add("Ann Test", ["FAC"])
    with pytest.raises(refused):
        competences.judge(ann, levels, by, SEEN, on)
    with pytest.raises(KeyError):
        competences.judge(ann, {"K1": 5}, "Val Trainer", SEEN)
    with pytest.raises(KeyError):
        competences.judge(ann, {"K99": 3}, "Val Trainer", SEEN)
    assert competences.history(ann, "K1") == ()
