# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6 live at work: it moves with the clock and the records, and no judgement moves with it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.models.records import Judgement
from desktop.models.workforce.training import TrainingRecord
from desktop.services.people import People
from desktop.services.workforce.session_checks import HeldSession
from desktop.services.workforce.standard_six import StandardSix
from desktop.services.workforce.supervision import Supervision
from desktop.storage.workbook import Workbook
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.workbooks import CLOCK, later

TODAY = CLOCK.today()  # 22 November 2026


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh(MANAGER)
        for indicator_id in ("6.3", "6.4", "6.9"):
            desk.assessing.judge(indicator_id, Judgement.IN_PLACE)
        yield workbook


@pytest.fixture
def team(workbook: Workbook) -> list[str]:
    """Six case managers whose core training lasts 24 months; that of one ends on 1 December 2026."""
    people = People(workbook, CLOCK)
    team = [people.add(f"Person {number}", ["CMG"], date(2020, 1, 6)) for number in range(6)]
    for number, person in enumerate(team):
        people.record_training(person, "T03", date(2024, 12, 1) if number == 0 else date(2026, 6, 1))
    return team


def test_the_clock_past_an_expiry_changes_the_figure_and_flags_it_and_no_judgement(
    workbook: Workbook, team: list[str]
) -> None:
    judgements = [(answer.indicator_id, answer.judgement) for answer in workbook.db.answers.list()]
    head = workbook.db.history_head()
    now = StandardSix(workbook, CLOCK).view()
    line = now.line("6.3")
    assert line.sentence == "6 of 6 practitioners hold core training in date; 1 lapses before 1 March 2027"
    assert [one.name for one in line.lapsing] == ["Person 0"]
    assert line.lapsing[0].lapses.endswith(", 1 December 2026")
    assert (line.met, line.flag, now.flags) == (True, "", ())
    assert StandardSix(workbook, later(days=9)).view().flags == (), "1 December is the last day that counts"
    then = StandardSix(workbook, later(days=10)).view()
    (flagged,) = then.flags
    assert flagged.sentence == "5 of 6 practitioners hold core training in date"
    assert flagged.flag == "The judgement is 3, In place. The records say less."
    first = flagged.people[0]
    assert (first.person_id, first.met) == (team[0], False)
    assert first.why.endswith("lapsed 1 December 2026.")
    assert then == StandardSix(workbook, CLOCK).view(TODAY + timedelta(days=10))
    assert [(answer.indicator_id, answer.judgement) for answer in workbook.db.answers.list()] == judgements
    assert workbook.db.history_head() == head, "looking writes nothing"


def test_the_figure_follows_each_save_and_each_undo(workbook: Workbook, team: list[str]) -> None:
    six, supervision = StandardSix(workbook, CLOCK), Supervision(workbook, CLOCK)
    assert six.view().line("6.4").met is None
    (planned,) = supervision.plan(team[:1], "SV1", TODAY - timedelta(days=3))
    assert (six.view().line("6.4").holders, six.view().line("6.4").needing) == (0, 1)
    assert [line.number for line in six.view().flags] == ["SA 6.4"]
    supervision.cancel([planned])
    supervision.make_up(planned, HeldSession(TODAY, 60))
    assert six.view().line("6.4").sentence.startswith("1 of 1 line management supervision sessions")
    workbook.db.undo()
    line = six.view().line("6.4")
    assert (line.holders, line.hidden_in_pack) == (0, True)
    assert next(one.why for one in line.people if one.person_id == team[0]).startswith("0 of 1 held; 1 owed")
    with workbook.db.write(Op.RECORD_TRAINING):
        workbook.db.training.save(TrainingRecord("t", team[0], "T20", TODAY))
    assert six.view().line("6.11").sentence.startswith("1 of 6 practitioners has the year's learning hours")
    workbook.db.erase_person(team[0])
    assert six.view().line("6.3").needing == 5


def test_a_day_in_the_past_shows_what_stood_then(workbook: Workbook, team: list[str]) -> None:
    view = StandardSix(workbook, CLOCK).view(date(2026, 5, 31))
    assert view.as_at_words == "31 May 2026"
    assert (view.people, view.line("6.3").holders) == (len(team), 1)
    assert view.line("6.9").sentence == "No figure: judge from evidence"
    assert view.line("6.9").flag == "", "where there is no figure, nothing speaks against the judgement"
    assert [line.number for line in view.lines] == [f"SA 6.{number}" for number in range(1, 12)]
