# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The actions under an indicator, and one line to add another."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.models.records import ActionState
from desktop.services.action_plan import ActionLine, ActionPlan
from desktop.services.indicator_views import IndicatorView
from desktop.ui.forms.action_form import ActionForm
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.focus_kept import keeping_place
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.boxes import box, clear, column, plain, row, rule
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.later import later
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
        self._form_room = column(margins=(12, 10, 12, 10))
        self._well = box(self._form_room, "well")
        self._well.hide()
        self._begin = button("Add action", "add-action-here", self.begin, kind="linkic", icon_name="plus")
        self._begin.setToolTip("Ctrl+Shift+A")
        head = row(words("Actions", "body", 600), None, self._begin, gap=10)
        self.setLayout(column(head, self._room, self._well, gap=4))

    def show_view(self, view: IndicatorView) -> None:
        """Show the actions of an indicator."""
        other = view.indicator.id != self._indicator_id
        self._indicator_id, self._view = view.indicator.id, view
        if other:
            self._open(shown=bool(self._tools.drafts.draft(self._draft_name)))
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
        """Begin a new action, or go on with the one that is half filled in."""
        self._open(shown=True)
        self._form.take_focus()
        later(self, self._bring_into_view)  # it has its place in the next turn

    def leave(self) -> None:
        """Keep what is typed of a new action for the next time."""
        if not self._well.isHidden():
            self._form.leave()

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self._well, 0, sp(12))

    @cached_property
    def _form(self) -> ActionForm:
        """Made when it is first needed: most indicators are only looked at."""
        form = ActionForm(self._plan, self._tools, "add-action", lambda _id: self._close(), self._close)
        self._form_room.addWidget(form)
        return form

    @property
    def _draft_name(self) -> str:
        return f"new action {self._indicator_id}"

    def _open(self, *, shown: bool) -> None:
        if shown:
            self._form.begin(self._draft_name, [(self._indicator_id, self._indicator_id)], self._acts.owner())
        self._well.setVisible(shown)

    def _row(self, shown: ActionLine) -> QWidget:
        action = shown.action
        what = LineButton(
            action.what,
            f"action-{action.id}",
            lambda: self._acts.open(action.id),
            spoken=f"{shown.state}: {action.what}",
            most=3,
        )
        done = button(
            "Done" if shown.is_open else "Open again", f"turn-{action.id}", lambda: self._turn(shown), kind="link"
        )
        done.setAccessibleName(f"{'Mark as done' if shown.is_open else 'Open again'}: {action.what}")
        late = shown.days_late > 0
        when = words(shown.state, "body", 700 if late else 600, "gap" if late else "")
        how_far = shown.status if action.state in {ActionState.UNDER_WAY, ActionState.WAITING} else ""
        told = ", ".join(filter(None, (action.owner, how_far)))
        mark, owner = Mark(state_of(shown.mark.value), 16), words(told, tone="soft", wrap=self._narrow)
        if self._narrow:
            under = column(what, owner, row(when, done, None, gap=12), gap=2)
            return plain(row(mark, (under, 1), gap=10))
        return plain(row(mark, (what, 1), owner, when, done, gap=10))

    def _turn(self, shown: ActionLine) -> None:
        if shown.is_open:
            self._plan.finish(shown.action.id)
            self._tools.messages.done(shown.asks)
        else:
            self._plan.reopen(shown.action.id)

    def _close(self) -> None:
        self._well.hide()
        self._begin.setFocus()
