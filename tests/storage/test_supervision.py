# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The supervision ledger at work: planned, held, fallen through, owed and made up; each act one step back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.changes import Op
from desktop.models.day_checks import DayNotComeError
from desktop.services.people import People
from desktop.services.workforce.session_checks import (
    GivenBy,
    HeldSession,
    IntervalError,
    MinutesError,
    NobodyChosenError,
    NotHereThenError,
    OwnSupervisorError,
    SessionStateError,
    SessionThereError,
    TwoSupervisorsError,
)
from desktop.services.workforce.supervision import Supervision
from desktop.services.workforce.supervision_views import Track
from desktop.storage.workbook import Workbook
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026
OUTSIDE = GivenBy(outside="Sam Outside")


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def supervision(workbook: Workbook) -> Supervision:
    return Supervision(workbook, CLOCK)


@pytest.fixture
def jo(workbook: Workbook) -> str:
    return People(workbook, CLOCK).add("Jo Test", ["ONE"], date(2020, 1, 6))


@pytest.fixture
def al(workbook: Workbook) -> str:
    return People(workbook, CLOCK).add("Al Sample", ["MGR"], date(2020, 1, 6))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_cancelled_session_is_owed_until_one_that_stands_in_for_it_is_held(
    supervision: Supervision, workbook: Workbook, jo: str
) -> None:
    (planned,) = supervision.plan([jo], "SV3", ago(20), OUTSIDE)
    assert supervision.view(jo).sessions[0].state == "Was it held?"
    supervision.cancel([planned])
    again = supervision.plan_again(planned, TODAY + timedelta(days=3))
    (owed,) = supervision.owed()
    assert (owed.id, owed.state) == (planned, "Cancelled, owed: planned for 25 November 2026")
    third = supervision.move(again, TODAY - timedelta(days=1))
    assert [line.id for line in supervision.owed()] == [planned]
    assert supervision.make_up(planned, HeldSession(ago(1), 60, OUTSIDE)) == third
    assert supervision.owed() == ()
    lines = {line.id: line.state for line in supervision.view(jo).sessions}
    assert lines == {
        planned: "Cancelled, made up 21 November 2026",
        again: "Moved, made up 21 November 2026",
        third: "Held",
    }
    assert workbook.db.can_undo() == "Undo: make up supervision of Jo Test"
    with pytest.raises(SessionStateError, match="made up already"):
        supervision.make_up(planned, HeldSession(TODAY, 60))
    for title in ("move supervision", "plan supervision", "cancel supervision", "plan supervision"):
        workbook.db.undo()
        assert workbook.db.can_undo() == f"Undo: {title} of Jo Test"
    workbook.db.undo()
    assert workbook.db.supervision.list() == ()


def test_a_group_is_one_session_for_each_person_and_one_step(
    supervision: Supervision, workbook: Workbook, jo: str, al: str
) -> None:
    supervision.record([jo, al], "SV4", HeldSession(ago(2), 90, GivenBy(al)))
    first, second = workbook.db.supervision.list()
    assert first.group_id == second.group_id != ""
    (line,) = supervision.view(jo).sessions
    assert (line.together, line.length, line.supervisor) == (2, "1 hour 30 minutes", "Al Sample")
    assert workbook.db.can_undo() == "Undo: add supervision session of 2 people"
    planned = supervision.plan([jo, al], "SV4", ago(1))
    supervision.hold(planned[:1], HeldSession(ago(1), 60))
    supervision.not_attended(planned[1:])
    assert [line.person for line in supervision.owed()] == ["Al Sample"]


def test_what_is_due_counts_from_the_last_held_with_line_and_practice_apart(supervision: Supervision, jo: str) -> None:
    supervision.record([jo], "SV1", HeldSession(date(2026, 10, 20), 60))
    supervision.record([jo], "SV3", HeldSession(date(2026, 10, 20), 60, OUTSIDE))
    kinds = {line.kind_id: line for line in supervision.view(jo).kinds}
    assert (kinds["SV1"].track, kinds["SV1"].every, kinds["SV1"].words) == (
        Track.LINE,
        "every 6 weeks",
        "Due 1 December 2026",
    )
    assert (kinds["SV3"].track, kinds["SV3"].words) == (Track.PRACTICE, "Overdue since 20 November 2026")
    (line,) = supervision.lines()
    assert (line.line_management, line.practice.split(" since")[0]) == ("Due 1 Dec", "Overdue")
    assert (line.overdue, kinds["SV4"].words) == (1, "None recorded yet"), "a kind that is not recorded is not overdue"
    supervision.policy.set_every("SV3", 60)
    kinds = {line.kind_id: line for line in supervision.view(jo).kinds}
    assert (kinds["SV3"].every, kinds["SV3"].words) == ("every 2 months", "Due 20 December 2026")
    supervision.policy.set_every("SV3", None)
    assert {line.kind_id: line for line in supervision.view(jo).kinds}["SV3"].overdue
    with pytest.raises(IntervalError):
        supervision.policy.set_every("SV3", 0)


def test_the_line_manager_as_practice_supervisor_is_warned_of(
    supervision: Supervision, workbook: Workbook, jo: str, al: str
) -> None:
    people = workbook.db.people
    with workbook.db.write(Op.EDIT_PERSON):
        people.save(replace(people.get(jo), line_manager_id=al, practice_supervisor_id=al))
    supervision.record([jo], "SV3", HeldSession(ago(1), 60, GivenBy(al)))
    supervision.record([jo], "SV1", HeldSession(ago(1), 60, GivenBy(al)))
    view = supervision.view(jo)
    assert {line.kind_id: line.warning for line in view.sessions} == {
        "SV1": "",
        "SV3": "Given by the line manager (SA 6.5).",
    }
    assert view.warnings == ("The line manager is also the practice supervisor (SA 6.5).",)


def test_an_observation_has_themes_from_the_list_alone(supervision: Supervision, jo: str) -> None:
    themes = [theme.code for theme in supervision.themes()]
    assert len(themes) >= 10
    supervision.record([jo], "SV6", HeldSession(ago(1), 45, OUTSIDE, tuple(themes[:2])))
    (line,) = supervision.view(jo).sessions
    assert line.themes == tuple(theme.name for theme in supervision.themes()[:2])
    for kind, theme in (("SV6", "what someone said"), ("SV1", themes[0])):
        with pytest.raises(ValueError, match="from the list"):
            supervision.record([jo], kind, HeldSession(ago(2), 45, themes=(theme,)))


def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    supervision: Supervision, workbook: Workbook, jo: str
) -> None:
    before = workbook.db.can_undo()
    for minutes in (0, -5, 481):
        with pytest.raises(MinutesError, match=f"{minutes} minutes"):
            supervision.record([jo], "SV1", HeldSession(TODAY, minutes))
    with pytest.raises(DayNotComeError):
        supervision.record([jo], "SV1", HeldSession(TODAY + timedelta(days=1), 60))
    with pytest.raises(OwnSupervisorError):
        supervision.record([jo], "SV1", HeldSession(TODAY, 60, GivenBy(jo)))
    with pytest.raises(TwoSupervisorsError):
        supervision.record([jo], "SV1", HeldSession(TODAY, 60, GivenBy("x", "Sam")))
    with pytest.raises(NotHereThenError):
        supervision.plan([jo], "SV1", date(2020, 1, 5))
    with pytest.raises(NobodyChosenError):
        supervision.plan([], "SV1", TODAY)
    with pytest.raises(CertificateNumberError):
        supervision.plan([jo], "SV1", TODAY, GivenBy(outside="Sam 001234567890"))
    assert workbook.db.can_undo() == before
    (held,) = supervision.record([jo], "SV1", HeldSession(TODAY, 480))
    with pytest.raises(SessionThereError):
        supervision.record([jo], "SV1", HeldSession(TODAY, 60))
    (planned,) = supervision.plan([jo], "SV3", ago(1))
    for again in (
        lambda: supervision.plan([jo], "SV3", ago(1)),
        lambda: supervision.record([jo], "SV3", HeldSession(ago(1), 60)),
        lambda: supervision.move(planned, ago(1)),
    ):
        with pytest.raises(SessionThereError, match="use that entry"):
            again()
    for act in (supervision.cancel, supervision.not_attended):
        with pytest.raises(SessionStateError, match="is held"):
            act([held])


def test_mistakes_are_put_right(supervision: Supervision, workbook: Workbook, jo: str) -> None:
    (planned,) = supervision.plan([jo], "SV1", ago(5))
    supervision.edit_plan(planned, ago(4), OUTSIDE)
    supervision.hold([planned], HeldSession(ago(3), 50, OUTSIDE))
    supervision.edit(planned, HeldSession(ago(2), 55, OUTSIDE))
    (line,) = supervision.view(jo).sessions
    assert (line.day, line.minutes, line.session.planned_for) == (ago(2), 55, ago(4))
    supervision.put_back(planned)
    supervision.cancel([planned])
    supervision.put_back(planned)
    moved = supervision.move(planned, TODAY)
    last = supervision.move(moved, TODAY + timedelta(days=1))
    supervision.remove(moved)
    assert workbook.db.supervision.get(last).makes_up == planned
    assert [line.id for line in supervision.owed()] == [planned]
    supervision.remove(last)
    assert len(supervision.owed()) == 1


def test_every_act_is_one_step_and_undoing_all_is_the_start(
    supervision: Supervision, workbook: Workbook, jo: str, al: str
) -> None:
    def records() -> tuple[object, object]:
        return workbook.db.supervision.list(), workbook.db.supervision_rules.list()

    kept = [(workbook.db.can_undo(), records())]

    def done() -> None:
        kept.append((workbook.db.can_undo(), records()))

    first, second = supervision.plan([jo, al], "SV4", ago(30), OUTSIDE)
    done()
    supervision.hold([first], HeldSession(ago(29), 60, OUTSIDE))
    done()
    supervision.not_attended([second])
    done()
    third = supervision.plan_again(second, ago(20))
    done()
    supervision.edit_plan(third, ago(19), OUTSIDE)
    done()
    fourth = supervision.move(third, ago(5))
    done()
    supervision.cancel([fourth])
    done()
    supervision.make_up(second, HeldSession(ago(1), 60, OUTSIDE))
    done()
    supervision.edit(first, HeldSession(ago(30), 75, OUTSIDE))
    done()
    supervision.put_back(first)
    done()
    supervision.remove(fourth)
    done()
    supervision.policy.set_every("SV4", 60)
    done()
    assert [line.state for line in supervision.view(al).owed] == []
    for before in reversed(kept[:-1]):
        workbook.db.undo()
        assert (workbook.db.can_undo(), records()) == before
    for after in kept[1:]:
        workbook.db.redo()
        assert (workbook.db.can_undo(), records()) == after
