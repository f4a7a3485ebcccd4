# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One action: what is to be done, by whom, by when. Each field is saved when it is left."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.models.records import Action, ActionState
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.action_plan import ActionLine, ActionPlan, EmptyActionError
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.theme import state_of
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.field import Field, date_line, line
from desktop.ui.widgets.text import heading


class ActionCard(QFrame):
    """Shows one action and saves what a person changes in it."""

    def __init__(self, plan: ActionPlan, tools: Tools, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("action-card")
        self._plan, self._tools = plan, tools
        self._line: ActionLine | None = None
        self.back = button("All actions", "actions-back", back, kind="linkic", icon_name="arrow-left")
        self._badge = Badge("due")
        self._indicator = button("", "action-indicator", self._open_indicator, kind="link")
        self._what = line("action-what", limit=500)
        self._owner = line("action-owner")
        self._due = date_line("action-due")
        self._what_field = Field("What is to be done", self._what)
        owner_field = Field("Who does it (optional)", self._owner, "A name stays at home. Packs show the role.")
        self._due_field = Field("By when (optional)", self._due, "Such as 18 December 2026.")
        self._finish = button("Mark as done", "action-done", self._turn, kind="plain", icon_name="check")
        remove = button("Remove", "action-remove", self._take_away, kind="danger")
        for field in (self._what, self._owner, self._due):
            field.editingFinished.connect(self.save)
        fields = (self._what_field, owner_field, self._due_field)
        self._title = heading("", "h3")
        head = column(row(self._badge, None), row(self._indicator, None), gap=4)
        acts = row(self._finish, remove, None, gap=10)
        self.setLayout(column(self.back, self._title, head, *fields, 4, acts, None, gap=10, margins=(16, 12, 16, 12)))
        self._draft = RecordDraft(self, tools.drafts)

    @property
    def shown_id(self) -> str:
        """The id of the action that is shown, or ''."""
        return self._line.action.id if self._line else ""

    def show_line(self, shown: ActionLine) -> None:
        """Show an action. What was typed and is not saved is left alone, or stands there again."""
        self._line = shown
        self._draft.show(f"action {shown.action.id}", shown.action, self._fill)
        self._title.setText(shown.action.what)
        done = shown.action.state is ActionState.DONE
        self._badge.show_state(state_of(shown.mark.value), shown.state)
        say(self._indicator, f"{shown.number} {shown.short_name}")
        say(self._finish, "Open it again" if done else "Mark as done")

    def begin(self) -> None:
        """Put the focus where one types."""
        self._what.setFocus()

    def save(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        if (shown := self._line) is not None:
            self._draft.save(lambda: self._save(shown.action))

    def _fill(self) -> None:
        if self._line is not None:
            for field, text in ((self._what, self._line.action.what), (self._owner, self._line.action.owner)):
                if field.text() != text:
                    field.setText(text)
                    field.setCursorPosition(0)
            self._due.show_day(self._line.action.due)

    def _save(self, action: Action) -> None:
        what, due = self._what.text().strip(), action.due
        if not what:
            self._what_field.show_problem(EmptyActionError().brief, focus=False)
        try:
            due = typed_date_or_none(self._due.text(), self._tools.today())
        except TypedDateError as error:
            self._due_field.show_problem(error.brief, focus=False)  # the other fields are saved all the same
        changed = replace(action, what=what or action.what, owner=self._owner.text().strip(), due=due)
        if changed != action:
            self._plan.edit(changed)
        self._draft.settle()
        if self._line is not None:
            self.show_line(self._line)

    def _turn(self) -> None:
        if self._line is None:
            return
        self.save()
        if self._line.action.state is ActionState.DONE:
            self._plan.reopen(self._line.action.id)
        else:
            self._plan.finish(self._line.action.id)

    def _take_away(self) -> None:
        if self._line is not None:
            gone, self._line = self._line, None
            self._plan.remove(gone.action.id)
            self._tools.messages.done("The action was removed. Ctrl+Z brings it back.")

    def _open_indicator(self) -> None:
        if self._line is not None:
            self._tools.go(Target(Place.STANDARDS, self._line.action.indicator_id))
