# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The action plan: what comes first, whose it is, and what each step is called."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.models.records import ActionState, Closing, EvidenceItem
from desktop.services.action_plan import ActionPlan, EmptyActionError, NoPlanError, Show, cost_of, late_words
from desktop.services.desk import Desk
from tests.storage.desks import MANAGER, SECOND, desk_of, hold, named_workbook
from tests.storage.workbooks import CLOCK

TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(named_workbook(tmp_path / "w")) as found:
        yield found


@pytest.fixture
def plan(desk: Desk) -> ActionPlan:
    desk.rounds.starting.fresh(MANAGER)
    return desk.actions


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def fill(plan: ActionPlan) -> None:
    plan.add("2.2", "Someday")
    plan.add("6.10", "Later in the same week", "kirsty example", day(40))
    plan.add("6.2", "Soon", SECOND, day(40))
    plan.add("5.5", "Late", SECOND, day(-7))
    plan.add("1.1", "Now", "", day(0))
    plan.finish(plan.add("1.1", "Ready", MANAGER, day(-30)))


def test_an_action_needs_an_assessment_and_words(desk: Desk) -> None:
    assert desk.actions.lines() == ()
    with pytest.raises(NoPlanError, match="Start the assessment"):
        desk.actions.add("2.2", "Agree it")
    desk.rounds.starting.fresh(MANAGER)
    with pytest.raises(EmptyActionError, match="does not say what"):
        desk.actions.add("2.2", " \n ")
    kept = desk.actions.add("2.2", "  Agree\n it ", " Owain ", TODAY)
    action = desk.actions.lines()[0].action
    assert (action.id, action.what, action.owner) == (kept, "Agree it", "Owain")
    with pytest.raises(EmptyActionError):
        desk.actions.edit(replace(action, what=""))


def test_late_comes_first_then_by_day_then_without_a_day_and_done_is_last(plan: ActionPlan) -> None:
    fill(plan)
    assert [(line.action.what, line.number, line.state, line.mark.value) for line in plan.lines()] == [
        ("Late", "SA 5.5", "7 days late", "cross"),
        ("Now", "SA 1.1", "Due today", "clock"),
        ("Soon", "SA 6.2", "Due 1 Jan 2027", "ring"),
        ("Later in the same week", "SA 6.10", "Due 1 Jan 2027", "ring"),
        ("Someday", "SA 2.2", "No date", "quest"),
        ("Ready", "SA 1.1", "Done", "tick"),
    ]
    assert [(line.due_in, line.days_late) for line in plan.lines()][::5] == [(-7, 7), (-30, 0)]


def test_the_filters_show_what_they_say(plan: ActionPlan) -> None:
    fill(plan)
    shown = {show: [line.action.what for line in plan.lines(show)] for show in Show}
    assert len(shown[Show.ALL]) == 6
    assert len(shown[Show.OPEN]) == 5
    assert (shown[Show.LATE], shown[Show.DONE]) == (["Late"], ["Ready"])
    assert shown[Show.MINE] == ["Later in the same week"]


def test_each_step_has_its_name_and_can_be_undone(desk: Desk, plan: ActionPlan) -> None:
    made = plan.add("2.2", "Agree it")
    titles = [desk.can_undo()]
    plan.edit(replace(plan.lines()[0].action, owner="Owain"))
    titles.append(desk.can_undo())
    plan.finish(made)
    titles.append(desk.can_undo())
    plan.reopen(made)
    plan.remove(made)
    titles.append(desk.can_undo())
    assert titles == [
        "Undo: add action to SA 2.2",
        "Undo: edit action of SA 2.2",
        "Undo: finish action of SA 2.2",
        "Undo: remove action of SA 2.2",
    ]
    plan.remove(made)
    desk.undo()
    assert [(line.action.owner, line.state) for line in plan.lines()] == [("Owain", "No date")]


def test_long_lateness_is_told_in_months() -> None:
    assert [late_words(days) for days in (1, 59, 60, 595)] == [
        "1 day late",
        "59 days late",
        "2 months late",
        "19 months late",
    ]


def test_closing_says_who_and_when_and_undo_brings_back_every_state(desk: Desk, plan: ActionPlan) -> None:
    made = plan.add("2.2", "Agree it", cost=120_050)
    before = plan.lines()[0].action
    for state, title in (
        (ActionState.UNDER_WAY, "Undo: move action of SA 2.2 to “Under way”"),
        (ActionState.DONE, "Undo: finish action of SA 2.2"),
        (ActionState.WAITING, "Undo: move action of SA 2.2 to “Waiting”"),
    ):
        was = plan.lines()[0].action
        plan.move(made, state)
        now = plan.lines()[0].action
        closing = Closing(MANAGER, TODAY) if state is ActionState.DONE else Closing()
        assert now == replace(was, state=state, closing=closing)
        assert desk.can_undo() == title
        plan.move(made, state)  # nothing changes, and nothing is recorded
        desk.undo()
        assert plan.lines()[0].action == was
        desk.redo()
        assert plan.lines()[0].action == now
    for _step in range(3):
        desk.undo()
    assert plan.lines()[0].action == before


def test_what_shows_that_it_is_done_is_named_while_it_is_in_the_library(tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "shown_by")
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh(MANAGER)
        hold(workbook, EvidenceItem("ev-1", "Signed protocol"))
        desk.actions.finish(desk.actions.add("2.2", "Agree it"))
        done = desk.actions.lines()[0].action
        desk.actions.edit(replace(done, closing=replace(done.closing, shown_by="In the minutes", evidence_id="ev-1")))
        line = desk.actions.lines()[0]
        assert (line.evidence, line.action.closing.shown_by, line.action.closing.by) == (
            "Signed protocol",
            "In the minutes",
            MANAGER,
        )
        desk.library.remove("ev-1")
        assert desk.actions.lines()[0].evidence == ""
        desk.undo()
        assert desk.actions.lines()[0] == line
        judged = desk.assessing.indicator("2.2").answer.judgement
        assert judged is None, "closing judges nothing"


def test_the_cost_of_a_list_says_what_it_is_of(plan: ActionPlan) -> None:
    for number, cost in enumerate((120_050, None, 0)):
        plan.add("2.2", f"Step {number}", cost=cost)
    assert cost_of(plan.lines()).words == "£1,200.50 for the 2 of 3 actions with a cost"
