# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A new action: for which indicator, what, who, by when, at what cost. One form for both places that add them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.models.money import TypedCostError, typed_cost
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.action_plan import ActionPlan
from desktop.ui.forms.cost_line import COST_HINT, cost_line
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, date_line, line

Choice = tuple[str, str]


class ActionForm(QWidget):
    """Adds an action and gives its id to ``added``; ``away`` is called when it is given up.

    ``name`` begins the names of its controls. ``kind`` is how its button is dressed.
    """

    def __init__(
        self,
        plan: ActionPlan,
        tools: Tools,
        name: str,
        added: Callable[[str], object],
        away: Callable[[], object],
        *,
        kind: str = "",
    ) -> None:
        super().__init__()
        self._plan, self._tools, self._added, self._away = plan, tools, added, away
        self._indicator = chooser(f"{name}-indicator", ())
        self._what = line(f"{name}-what", limit=500)
        self._owner = line(f"{name}-owner")
        self._due = date_line(f"{name}-due")
        self._cost = cost_line(f"{name}-cost")
        self._draft = FormDraft(tools.drafts, self._what, self._owner, self._due, self._cost, self._indicator)
        self._indicator_field = Field("For which indicator", self._indicator)
        self._what_field = Field("What is to be done", self._what, "In a few words, beginning with a verb.")
        self._due_field = Field("By when (optional)", self._due, "Such as 18 December 2026.")
        self._cost_field = Field("Cost (optional)", self._cost, COST_HINT)
        owner = Field("Who does it (optional)", self._owner)
        keep = button("Add the action", f"{name}-save", self._add, kind=kind)
        back = button("Go back", f"{name}-back", self._go_back)
        acts = row(keep, back, None, gap=10)
        fields = (self._indicator_field, self._what_field, owner, self._due_field, self._cost_field)
        self.setLayout(column(*fields, 2, acts, gap=10))
        for field in (self._what, self._owner, self._due, self._cost):
            field.returnPressed.connect(self._add)

    def waits(self, draft_name: str) -> bool:
        """Whether a form was left half filled in under this name."""
        return self._draft.waits(draft_name)

    def begin(self, draft_name: str, indicators: Sequence[Choice], owner: str) -> None:
        """Start empty, or with what was there the last time; ``indicators`` are (id, words), one or more."""
        self._draft.leave()
        self._indicator.clear()
        for value, text in indicators:
            self._indicator.addItem(text, value)
        self._indicator_field.setVisible(len(indicators) > 1)
        self._what.clear()
        self._due.clear()
        self._cost.clear()
        self._owner.setText(owner)
        self._clear_problems()
        self._draft.begin(draft_name)

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        (self._indicator if self._indicator.count() > 1 else self._what).setFocus()

    def leave(self) -> None:
        """Keep what is filled in for the next time."""
        self._draft.keep()

    def _clear_problems(self) -> None:
        for field in (self._what_field, self._due_field, self._cost_field):
            field.clear_problem()

    def _go_back(self) -> None:
        self._draft.drop()
        self._away()

    def _add(self) -> None:
        self._clear_problems()
        try:
            due = typed_date_or_none(self._due.text(), self._tools.today())
        except TypedDateError as error:
            self._due_field.show_problem(error.brief)
            return
        try:
            cost = typed_cost(self._cost.text())
        except TypedCostError as error:
            self._cost_field.show_problem(error.brief)
            return
        try:
            made = self._plan.add(self._indicator.currentData(), self._what.text(), self._owner.text(), due, cost)
        except AppError as error:
            self._what_field.show_problem(error.brief)
            return
        self._draft.drop()
        self._added(made)
