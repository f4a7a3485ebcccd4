# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The action plan: what is to be put right, by whom and by when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.models.catalogue import Catalogue, number_of
from desktop.models.changes import Op
from desktop.models.dates import short_date
from desktop.models.errors import AppError
from desktop.models.money import CostSum, cost_sum
from desktop.models.records import Action, ActionState, Closing
from desktop.models.scoring import same_person
from desktop.services.at_work import at_work
from desktop.services.intake import new_id
from desktop.services.standing import current_catalogue, newest_assessment
from desktop.services.targets import Mark
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

SOON_DAYS = 30
_MONTH = 30


class EmptyActionError(AppError):
    """An action that says nothing."""

    code = "empty_action"
    happened = "The action does not say what is to be done."
    safe = "Nothing was changed."
    to_do = "Write it in a few words, such as: Agree the referral form with the refuge."


class NoPlanError(AppError):
    """Actions belong to an assessment."""

    code = "no_plan"
    happened = "There is no assessment yet, and actions belong to one."
    safe = "Nothing was changed."
    to_do = "Start the assessment on the page Standards, then add the action."


class Show(StrEnum):
    """Which actions to list."""

    ALL = "all"
    OPEN = "open"
    LATE = "late"
    MINE = "mine"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action as lists show it. ``due_in``: days from today, negative when late, None without a date.

    ``evidence``: the title of the piece of evidence that shows that it is done, where it is in the library.
    """

    action: Action
    number: str
    short_name: str
    due_in: int | None
    state: str
    mark: Mark
    evidence: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is not done yet."""
        return self.action.is_open

    @property
    def status(self) -> str:
        """How far it is, as people read it."""
        return self.action.state.words

    @property
    def asks(self) -> str:
        """What is said when it has just been closed."""
        return f"Closed. Open it to say what shows it, and to judge {self.number} again."

    @property
    def days_late(self) -> int:
        """How many days an open action is late; 0 when it is not."""
        return max(0, -self.due_in) if self.is_open and self.due_in is not None else 0


class ActionPlan:
    """The actions of the newest assessment."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def lines(self, show: Show = Show.ALL) -> tuple[ActionLine, ...]:
        """The actions: late first, then by date, then without a date, done ones last. Mine: open and my own."""
        assessment = newest_assessment(self._db)
        if assessment is None:
            return ()
        lines = lines_of(
            self._db.actions.list(assessment_id=assessment.id), current_catalogue(self._db), self._clock.today()
        )
        return tuple(self._with_evidence(line) for line in lines if self._is_shown(line, show))

    def line(self, action_id: str) -> ActionLine | None:
        """One action; None when it is gone."""
        action = self._db.actions.find(action_id)
        if action is None:
            return None
        (line,) = lines_of([action], current_catalogue(self._db), self._clock.today())
        return self._with_evidence(line)

    def add(
        self, indicator_id: str, what: str, owner: str = "", due: date | None = None, cost: int | None = None
    ) -> str:
        """Add an action, and say its id."""
        assessment = newest_assessment(self._db)
        if assessment is None:
            raise NoPlanError
        action = Action(new_id(), assessment.id, indicator_id, _said(what), owner.strip(), due, cost=cost)
        with self._db.write(Op.ADD_ACTION, f"to {number_of(indicator_id)}", about=action.id):
            self._db.actions.save(action)
        return action.id

    def edit(self, action: Action) -> None:
        """Save what was changed in an action."""
        changed = replace(action, what=_said(action.what), owner=action.owner.strip())
        with self._db.write(Op.EDIT_ACTION, f"of {number_of(action.indicator_id)}", about=action.id):
            self._db.actions.save(changed)

    def finish(self, action_id: str) -> None:
        """Mark an action as done, today and by who is at work."""
        self.move(action_id, ActionState.DONE)

    def reopen(self, action_id: str) -> None:
        """Mark an action as still to be done."""
        self.move(action_id, ActionState.OPEN)

    def move(self, action_id: str, state: ActionState) -> None:
        """Say how far an action is. One that is opened again no longer says who closed it and what shows it."""
        action = self._db.actions.get(action_id)
        if state is action.state:
            return
        done = state is ActionState.DONE
        closing = Closing(at_work(self._db), self._clock.today()) if done else Closing()
        moved, number = replace(action, state=state, closing=closing), number_of(action.indicator_id)
        subject = f"of {number}" if done else f"of {number} to “{state.words}”"
        with self._db.write(Op.FINISH_ACTION if done else Op.MOVE_ACTION, subject, about=action_id):
            self._db.actions.save(moved)

    def remove(self, action_id: str) -> None:
        """Take an action away. Nothing happens when it is not there."""
        action = self._db.actions.find(action_id)
        if action is None:
            return
        with self._db.write(Op.REMOVE_ACTION, f"of {number_of(action.indicator_id)}", about=action.id):
            self._db.actions.remove(action.id)

    def _with_evidence(self, line: ActionLine) -> ActionLine:
        shown_by = line.action.closing.evidence_id
        item = self._db.evidence.find(shown_by) if shown_by else None
        return line if item is None else replace(line, evidence=item.title)

    def _is_shown(self, line: ActionLine, show: Show) -> bool:
        if show is Show.ALL:
            return True
        if show is Show.MINE:
            me = at_work(self._db)
            return line.is_open and bool(me) and same_person(line.action.owner, me)
        return {Show.OPEN: line.is_open, Show.DONE: not line.is_open, Show.LATE: line.days_late > 0}[show]


def lines_of(actions: Iterable[Action], catalogue: Catalogue, today: date) -> tuple[ActionLine, ...]:
    """The lines of some actions, as at a day, in the order of the plan."""
    names = {indicator.id: indicator.short_name for indicator in catalogue.indicators}
    lines = [
        ActionLine(
            action,
            number_of(action.indicator_id),
            names.get(action.indicator_id, ""),
            None if action.due is None else (action.due - today).days,
            *_state(action, today),
        )
        for action in actions
    ]
    return tuple(sorted(lines, key=_order))


def cost_of(lines: Iterable[ActionLine]) -> CostSum:
    """What some actions cost together."""
    return cost_sum(line.action.cost for line in lines)


def late_words(days: int) -> str:
    """'1 day late', '7 days late', and from 60 days '2 months late'."""
    if days >= 2 * _MONTH:
        return f"{days // _MONTH} months late"
    return f"{days} {'day' if days == 1 else 'days'} late"


def _state(action: Action, today: date) -> tuple[str, Mark]:
    if not action.is_open:
        return "Done", Mark.TICK
    if action.due is None:
        return "No date", Mark.QUEST
    days = (action.due - today).days
    if days < 0:
        return late_words(-days), Mark.CROSS
    if days == 0:
        return "Due today", Mark.CLOCK
    return f"Due {short_date(action.due, today)}", Mark.CLOCK if days <= SOON_DAYS else Mark.RING


def _order(line: ActionLine) -> tuple[bool, date, list[int], str]:
    action = line.action
    place = [int(part) for part in action.indicator_id.split(".")]
    return (not action.is_open, action.due or date.max, place, action.what)


def _said(what: str) -> str:
    text = " ".join(what.split())
    if not text:
        raise EmptyActionError
    return text
