# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One action: what, by whom, by when, at what cost, and how far it is. Each field is saved when it is left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.models.money import TypedCostError, pounds, typed_cost
from desktop.models.records import Action, ActionState
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.action_plan import ActionLine, EmptyActionError
from desktop.services.desk import Desk
from desktop.services.targets import Place, Target
from desktop.ui.forms.cost_line import COST_HINT, cost_line
from desktop.ui.forms.history_dialog import HistoryDialog
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.pages.due.closing_part import ClosingPart
from desktop.ui.theme import state_of
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, chooser, date_line, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading


class ActionCard(QFrame):
    """Shows one action and saves what a person changes in it."""

    def __init__(self, desk: Desk, tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("action-card")
        self._plan, self._story, self._tools = desk.actions, desk.story, tools
        self._line: ActionLine | None = None
        self.back = button("All actions", "actions-back", back, kind="linkic", icon_name="arrow-left")
        self._badge = Badge("due")
        self._indicator = button("", "action-indicator", self._open_indicator, kind="link")
        self._what = line("action-what", limit=500)
        self._owner = line("action-owner")
        self._due = date_line("action-due")
        self._cost = cost_line("action-cost")
        self._status = chooser("action-status", [(state.value, state.words) for state in ActionState])
        self._status.activated.connect(lambda _at: self.save())
        self._closing = ClosingPart(desk.actions, desk.library, tools, self.save)
        self._what_field = Field("What is to be done", self._what)
        owner_field = Field("Who does it (optional)", self._owner, "A name stays at home. Packs show the role.")
        self._due_field = Field("By when (optional)", self._due, "Such as 18 December 2026.")
        self._cost_field = Field("Cost (optional)", self._cost, COST_HINT)
        status_field = Field("How far it is", self._status)
        self._finish = button("Mark as done", "action-done", self._turn, kind="plain", icon_name="check")
        remove = button("Remove", "action-remove", self._take_away, kind="danger")
        history = button("History", "action-history", self._show_history, kind="linkic", icon_name="history")
        for field in (self._what, self._owner, self._due, self._cost, self._closing.shown_by):
            field.editingFinished.connect(self.save)
        fields = (self._what_field, owner_field, self._due_field, self._cost_field, status_field)
        self._title = heading("", "h3")
        head = column(row(self._badge, None), row(self._indicator, None), gap=4)
        acts = plain(Flow(self._finish, remove, history, gap=10))
        parts = (self.back, self._title, head, self._closing, *fields, 4, acts, None)
        self.setLayout(column(*parts, gap=10, margins=(16, 12, 16, 12)))
        self._draft = RecordDraft(self, tools.drafts)

    def _show_history(self) -> None:
        if (shown := self._line) is None:
            return
        self.save()
        lines = self._story.of_action(shown.action.id)
        HistoryDialog(self, f"History of the action for {shown.number}", lines, shown.action.what, self._reword).open()

    def _reword(self, what: str) -> None:
        """Use an earlier wording again."""
        self._what.setText(what)
        self.save()

    @property
    def shown_id(self) -> str:
        """The id of the action that is shown, or ''."""
        return self._line.action.id if self._line else ""

    def show_line(self, shown: ActionLine) -> None:
        """Show an action. What was typed and is not saved is left alone, or stands there again."""
        self._line = shown
        self._draft.show(f"action {shown.action.id}", shown.action, self._fill)
        self._title.setText(shown.action.what)
        self._closing.show_line(shown)
        self._badge.show_state(state_of(shown.mark.value), shown.state)
        say(self._indicator, f"{shown.number} {shown.short_name}")
        say(self._finish, "Mark as done" if shown.is_open else "Open it again")

    def begin(self) -> None:
        """Put the focus where one types."""
        self._what.setFocus()

    def save(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        if (shown := self._line) is not None:
            self._draft.save(lambda: self._save(shown.action))

    def _fill(self) -> None:
        if self._line is not None:
            action = self._line.action
            cost = "" if action.cost is None else pounds(action.cost)
            texts = ((self._what, action.what), (self._owner, action.owner), (self._cost, cost))
            for field, text in (*texts, (self._closing.shown_by, action.closing.shown_by)):
                if field.text() != text:
                    field.setText(text)
                    field.setCursorPosition(0)
            self._due.show_day(action.due)
            self._status.setCurrentIndex(self._status.findData(action.state.value))

    def _save(self, action: Action) -> None:
        what, due, cost = self._what.text().strip(), action.due, action.cost
        if not what:
            self._what_field.show_problem(EmptyActionError().brief, focus=False)
        try:
            due = typed_date_or_none(self._due.text(), self._tools.today())
        except TypedDateError as error:
            self._due_field.show_problem(error.brief, focus=False)  # the other fields are saved all the same
        try:
            cost = typed_cost(self._cost.text())
        except TypedCostError as error:
            self._cost_field.show_problem(error.brief, focus=False)
        closing = replace(action.closing, shown_by=self._closing.shown_by.text().strip())
        owner, state = self._owner.text().strip(), ActionState(self._status.currentData())
        changed = replace(action, what=what or action.what, owner=owner, due=due, cost=cost, closing=closing)
        if changed != action:
            self._plan.edit(changed)
        self._plan.move(action.id, state)
        self._draft.settle()
        if self._line is not None:
            self.show_line(self._line)

    def _turn(self) -> None:
        if self._line is None:
            return
        self.save()
        if self._line.is_open:
            self._plan.finish(self._line.action.id)
            self._closing.shown_by.setFocus()
        else:
            self._plan.reopen(self._line.action.id)

    def _take_away(self) -> None:
        if self._line is not None:
            gone, self._line = self._line, None
            self._plan.remove(gone.action.id)
            self._tools.messages.done("The action was removed. Ctrl+Z brings it back.")

    def _open_indicator(self) -> None:
        if self._line is not None:
            self._tools.go(Target(Place.STANDARDS, self._line.action.indicator_id))
