# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A desk: what is typed and what was done survive leaving it, and everyone hears of each save."""

from pathlib import Path

from desktop.models.changes import Changes, Op
from desktop.models.records import Judgement
from desktop.services.desk import Desk
from tests.storage.desks import MANAGER, named_workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, reopen


def test_drafts_and_undo_are_there_again_after_leaving(tmp_path: Path) -> None:
    desk = Desk(named_workbook(tmp_path / "w"), CLOCK, FastFiles())
    desk.rounds.starting.fresh(MANAGER)
    desk.assessing.judge("6.3", Judgement.IN_PLACE)
    name = desk.assessing.indicator("6.3").draft_name
    desk.keep_draft(name, "half a sen")
    desk.close(backup=False)
    desk = Desk(reopen(tmp_path / "w"), CLOCK, FastFiles())
    assert (desk.practice, desk.read_only, desk.charity.at_work()) == (False, False, MANAGER)
    assert desk.assessing.indicator("6.3").draft == desk.draft(name) == "half a sen"
    assert (desk.can_undo(), desk.can_redo()) == ("Undo: judge SA 6.3", None)
    desk.undo()
    assert desk.can_redo() == "Redo: judge SA 6.3"
    assert desk.assessing.indicator("6.3").score.said is None
    desk.redo()
    desk.drop_draft(name)
    assert desk.assessing.indicator("6.3").draft is None
    desk.close(backup=False)


def test_a_listener_finds_every_view_as_it_is_after_the_save(tmp_path: Path) -> None:
    desk = Desk(named_workbook(tmp_path / "w"), CLOCK, FastFiles())
    desk.rounds.starting.fresh(MANAGER)
    told: list[tuple[Op, int]] = []

    def hear(changes: Changes) -> None:
        view = desk.overview.view().assessment
        told.append((changes.op, view.answered if view else -1))

    desk.on_saved(hear)
    desk.assessing.judge("6.4", Judgement.IN_PLACE)
    desk.undo()
    desk.redo()
    desk.undo()
    desk.undo()
    assert told == [(Op.JUDGE, 1), (Op.UNDO, 0), (Op.REDO, 1), (Op.UNDO, 0), (Op.UNDO, -1)]
    desk.close(backup=False)


def test_a_listener_finds_people_who_are_the_first_that_anyone_asks_about(tmp_path: Path) -> None:
    desk = Desk(named_workbook(tmp_path / "w"), CLOCK, FastFiles())
    seen: list[int] = []
    desk.on_saved(lambda _changes: seen.append(len(desk.people.lines())))
    assert desk.people.lines() == ()
    desk.people.add("Ann Example", ["FAC"])
    desk.undo()
    assert seen == [1, 0]
    desk.close(backup=False)
