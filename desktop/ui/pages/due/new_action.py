# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A new action: for which indicator, what, who, by when."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from desktop.models.errors import AppError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.action_plan import ActionPlan
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, date_line, line
from desktop.ui.widgets.text import words


class NewAction(QFrame):
    """Adds an action and gives its id to ``added``."""

    def __init__(
        self, plan: ActionPlan, tools: Tools, added: Callable[[str], object], give_up: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("new-action")
        self._plan, self._tools, self._added, self._gone_back = plan, tools, added, give_up
        self._indicator = chooser("new-action-indicator", ())
        self._what = line("new-action-what", limit=500)
        self._owner = line("new-action-owner")
        self._due = date_line("new-action-due")
        self._draft = FormDraft(tools.drafts, self._what, self._owner, self._due)
        self._what_field = Field("What is to be done", self._what, "In a few words, beginning with a verb.")
        self._due_field = Field("By when (optional)", self._due, "Such as 18 December 2026.")
        fields = (
            Field("For which indicator", self._indicator),
            self._what_field,
            Field("Who does it (optional)", self._owner),
            self._due_field,
        )
        add = button("Add the action", "new-action-add", self._add, kind="primary")
        back = button("Go back", "new-action-back", self._go_back)
        self.setLayout(
            column(
                words("New action", "h3", 700),
                *fields,
                4,
                row(add, back, None, gap=10),
                None,
                gap=10,
                margins=(16, 12, 16, 12),
            )
        )
        for field in (self._what, self._owner, self._due):
            field.returnPressed.connect(self._add)

    def begin(self, indicators: Sequence[tuple[str, str]], owner: str) -> None:
        """Start with empty fields, or what was typed the last time; ``indicators`` are (id, words)."""
        self.leave()
        self._indicator.clear()
        for value, text in indicators:
            self._indicator.addItem(text, value)
        self._what.clear()
        self._due.clear()
        self._owner.setText(owner)
        self._what_field.clear_problem()
        self._due_field.clear_problem()
        self._draft.begin("new action")
        self._indicator.setFocus()

    def leave(self) -> None:
        """Keep what is typed for the next time."""
        self._draft.keep()

    def _go_back(self) -> None:
        self._draft.drop()
        self._gone_back()

    def _add(self) -> None:
        self._what_field.clear_problem()
        self._due_field.clear_problem()
        try:
            due = typed_date_or_none(self._due.text(), self._tools.today())
        except TypedDateError as error:
            self._due_field.show_problem(" ".join(error.sentences[::2]))
            return
        try:
            made = self._plan.add(self._indicator.currentData(), self._what.text(), self._owner.text().strip(), due)
        except AppError as error:
            self._what_field.show_problem(" ".join(error.sentences[::2]))
            return
        self._draft.drop()
        self._added(made)
