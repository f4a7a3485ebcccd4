# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The actions under an indicator, and one line to add another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.action_plan import ActionLine, ActionPlan
from desktop.services.indicator_views import IndicatorView
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.focus_kept import keeping_place
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.boxes import box, clear, column, plain, row, rule
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.field import Field, date_line, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import hint, words


@dataclass(frozen=True, slots=True)
class ActionActs:
    """What the rows do: open one in Due and actions, and who is offered as owner."""

    open: Callable[[str], object]
    owner: Callable[[], str]


class ActionRows(QWidget):
    """Rows that are built anew when they differ, and a small form for a new action."""

    def __init__(self, plan: ActionPlan, tools: Tools, acts: ActionActs) -> None:
        super().__init__()
        self._plan, self._tools, self._acts = plan, tools, acts
        self._indicator_id = ""
        self._shown: tuple[ActionLine, ...] | None = None
        self._view: IndicatorView | None = None
        self._narrow = False
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(4))
        self._what = line("add-action-what", limit=500)
        self._owner = line("add-action-owner")
        self._due = date_line("add-action-due")
        self._draft = FormDraft(tools.drafts, self._what, self._owner, self._due)
        self._what_field = Field("What is to be done", self._what)
        self._due_field = Field("By when (optional)", self._due, "Such as 18 December 2026.")
        keep = button("Add the action", "add-action-save", self._add)
        away = button("Go back", "add-action-back", self._go_back)
        for field in (self._what, self._owner, self._due):
            field.returnPressed.connect(self._add)
        owner = Field("Who does it (optional)", self._owner)
        self._form = box(
            column(
                self._what_field, owner, self._due_field, row(keep, away, None, gap=10), gap=8, margins=(12, 10, 12, 10)
            ),
            "well",
        )
        self._form.hide()
        self._begin = button("Add action", "add-action-here", self.begin, kind="linkic", icon_name="plus")
        self._begin.setToolTip("Ctrl+Shift+A")
        head = row(words("Actions", "body", 600), None, self._begin, gap=10)
        self.setLayout(column(head, self._room, self._form, gap=4))

    def show_view(self, view: IndicatorView) -> None:
        """Show the actions of an indicator."""
        if view.indicator.id != self._indicator_id:
            self._form.hide()
        self._indicator_id, self._view = view.indicator.id, view
        if view.actions == self._shown:
            return
        self._shown = view.actions
        with keeping_place(self, self._begin):
            self._fill(view)

    def stand(self, *, narrow: bool) -> None:
        """One part of a row under another where it is narrow."""
        self._narrow, was = narrow, self._narrow
        if narrow != was and self._view is not None:
            self._shown = None
            self.show_view(self._view)

    def _fill(self, view: IndicatorView) -> None:
        clear(self._room)
        if not view.actions:
            self._room.addWidget(hint("No actions yet. An action says what you will put right, who, and by when."))
        for shown in view.actions:
            self._room.addWidget(rule())
            self._room.addWidget(self._row(shown))

    def begin(self) -> None:
        """Begin a new action."""
        self.leave()
        self._what.clear()
        self._due.clear()
        self._owner.setText(self._acts.owner())
        self._what_field.clear_problem()
        self._due_field.clear_problem()
        self._draft.begin(f"new action {self._indicator_id}")
        self._form.show()
        self._what.setFocus()

    def leave(self) -> None:
        """Keep what is typed of a new action for the next time."""
        if not self._form.isHidden():
            self._draft.keep()

    def _row(self, shown: ActionLine) -> QWidget:
        action = shown.action
        what = LineButton(
            action.what,
            f"action-{action.id}",
            lambda: self._acts.open(action.id),
            spoken=f"{shown.state}: {action.what}",
        )
        turn = self._plan.finish if shown.is_open else self._plan.reopen
        done = button(
            "Done" if shown.is_open else "Open again", f"turn-{action.id}", lambda: turn(action.id), kind="link"
        )
        done.setAccessibleName(f"{'Mark as done' if shown.is_open else 'Open again'}: {action.what}")
        late = shown.days_late > 0
        when = words(shown.state, "body", 700 if late else 600, "gap" if late else "")
        mark, owner = Mark(state_of(shown.mark.value), 16), words(action.owner, tone="soft", wrap=self._narrow)
        if self._narrow:
            under = column(what, owner, row(when, done, None, gap=12), gap=2)
            return plain(row(mark, (under, 1), gap=10))
        return plain(row(mark, (what, 1), owner, when, done, gap=10))

    def _add(self) -> None:
        self._what_field.clear_problem()
        self._due_field.clear_problem()
        due: date | None
        try:
            due = typed_date_or_none(self._due.text(), self._tools.today())
        except TypedDateError as error:
            self._due_field.show_problem(" ".join(error.sentences[::2]))
            return
        try:
            self._plan.add(self._indicator_id, self._what.text(), self._owner.text().strip(), due)
        except AppError as error:
            self._what_field.show_problem(" ".join(error.sentences[::2]))
            return
        self._draft.drop()
        self._close()

    def _go_back(self) -> None:
        self._draft.drop()
        self._close()

    def _close(self) -> None:
        self._form.hide()
        self._begin.setFocus()
