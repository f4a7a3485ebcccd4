# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A new action for any indicator, beside the list of actions."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from desktop.services.action_plan import ActionPlan
from desktop.ui.forms.action_form import ActionForm, Choice
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import heading

_DRAFT = "new action"


class NewAction(QFrame):
    """Adds an action and gives its id to ``added``."""

    def __init__(
        self, plan: ActionPlan, tools: Tools, added: Callable[[str], object], give_up: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("new-action")
        self._form = ActionForm(plan, tools, "new-action", added, give_up, kind="primary")
        self.setLayout(column(heading("New action", "h3"), self._form, None, gap=10, margins=(16, 12, 16, 12)))
        self.take_focus, self.leave = self._form.take_focus, self._form.leave

    @property
    def waits(self) -> bool:
        """Whether one was left half filled in."""
        return self._form.waits(_DRAFT)

    def begin(self, indicators: Sequence[Choice], owner: str) -> None:
        """Start with empty fields, or with what was there the last time."""
        self._form.begin(_DRAFT, indicators, owner)
