# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Scenes of the action plan: the board, an action with its cost, one that is closed, and what falls due, narrowed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QPushButton

from desktop.models.records import Action, ActionState
from desktop.services.targets import Place
from tests.app.stage import Stage

Way = Callable[[Stage], object]
_WAYS = (ActionState.UNDER_WAY, ActionState.WAITING, ActionState.DONE)
_COST = 120_050


def planned(stage: Stage) -> None:
    """Some actions are under way, waiting or done, and some have a cost."""
    plan = stage.working.desk.actions
    if any(line.action.cost for line in plan.lines()):
        return
    for line, state in zip(plan.lines()[1:], _WAYS, strict=False):
        plan.edit(replace(line.action, cost=_COST))
        plan.move(line.action.id, state)


def board(stage: Stage) -> None:
    """The board, with a card in each column."""
    planned(stage)
    _list(stage)
    stage.press("due-tab-board")


def with_cost(stage: Stage) -> None:
    """An action that is under way."""
    planned(stage)
    _open(stage, ActionState.UNDER_WAY)


def closed(stage: Stage) -> None:
    """An action that is closed, with what shows it."""
    planned(stage)
    desk = stage.working.desk
    done = _one(stage, ActionState.DONE)
    shown_by = desk.library.lines()[0].id
    if done.closing.evidence_id is None:
        desk.actions.edit(replace(done, closing=replace(done.closing, shown_by="Minutes", evidence_id=shown_by)))
    _open(stage, ActionState.DONE)


def choosing_evidence(stage: Stage) -> None:
    """Choosing what shows that an action is done."""
    closed(stage)
    stage.press("action-evidence-pick")


def due_of(kind: str) -> Way:
    """What falls due of one kind, or of all."""

    def go(stage: Stage) -> None:
        _list(stage)
        stage.press("due-tab-everything")
        chosen = stage.find("due-kind")
        assert isinstance(chosen, QComboBox)
        chosen.setCurrentIndex(chosen.findData(kind))
        chosen.activated.emit(chosen.currentIndex())
        stage.settle()

    return go


def _list(stage: Stage) -> None:
    stage.go(Place.DUE)
    for name in ("actions-back", "new-action-back"):
        for back in stage.window.findChildren(QPushButton, name):
            if back.isVisible():
                back.click()
    stage.settle()


def _open(stage: Stage, state: ActionState) -> None:
    _list(stage)
    stage.go(Place.DUE, _one(stage, state).id)


def _one(stage: Stage, state: ActionState) -> Action:
    """One of a status; of those that are done, the one that was closed here."""
    actions = [line.action for line in stage.working.desk.actions.lines() if line.action.state is state]
    return max(actions, key=lambda action: bool(action.closing.by))


ACTIONS: dict[str, Way] = {
    "due-narrowed": due_of("training"),
    "due-all-again": due_of(""),
    "action-board": board,
    "action-with-cost": with_cost,
    "action-closed": closed,
    "action-choosing-evidence": choosing_evidence,
}
