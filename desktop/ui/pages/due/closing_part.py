# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is told and asked of an action that is done: who closed it, what shows it, and whether to judge again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QFrame

from desktop.models.dates import long_date
from desktop.services.action_plan import ActionLine, ActionPlan
from desktop.services.library import Library
from desktop.services.targets import Place, Target
from desktop.ui.forms.evidence_chooser import EvidenceChooser
from desktop.ui.infra.page import Tools
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import LineButton, button, say
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.text import words


class ClosingPart(QFrame):
    """``shown_by`` is the field for words; the card saves it with its other fields."""

    def __init__(self, plan: ActionPlan, library: Library, tools: Tools, save: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "well")
        self._plan, self._library, self._tools, self._save = plan, library, tools, save
        self._line: ActionLine | None = None
        self.told = words("", "body", 600, wrap=True)
        self.shown_by = line("action-shown-by", limit=500)
        field = Field("What shows that it is done? (optional)", self.shown_by, "Such as: minutes of 3 November.")
        self._shown = LineButton("", "action-evidence", self._open_evidence, most=3)
        self._pick = button("Choose evidence", "action-evidence-pick", self._choose, icon_name="paperclip")
        self._drop = button("Take it away", "action-evidence-drop", lambda: self._keep(None), kind="link")
        asked = words("Did it change how the indicator stands? Nothing is judged by itself.", wrap=True)
        self._judge = button("", "action-judge", self._judge_again, kind="plain")
        parts = (self.told, field, self._shown, row(self._pick, self._drop, None), 4, asked, row(self._judge, None))
        self.setLayout(column(*parts, gap=8, margins=(12, 10, 12, 12)))

    def show_line(self, shown: ActionLine) -> None:
        """Show how an action was closed; nothing while it is open. The card fills the field."""
        self._line = shown
        self.setHidden(shown.is_open)
        self.told.setText(closed_words(shown))
        self._shown.show_line(f"Evidence: {shown.evidence}", "action-evidence")
        for part in (self._shown, self._drop):
            part.setVisible(bool(shown.evidence))
        say(self._pick, "Choose other evidence" if shown.evidence else "Choose evidence")
        say(self._judge, f"Judge {shown.number} again")

    def _choose(self) -> None:
        EvidenceChooser(self, "What shows that it is done?", "Choose it", self._library, self._keep).open()

    def _keep(self, evidence_id: str | None) -> None:
        self._save()
        if self._line is not None:
            action = self._line.action
            self._plan.edit(replace(action, closing=replace(action.closing, evidence_id=evidence_id)))

    def _open_evidence(self) -> None:
        if self._line is not None and self._line.action.closing.evidence_id:
            self._tools.go(Target(Place.EVIDENCE, self._line.action.closing.evidence_id))

    def _judge_again(self) -> None:
        if self._line is not None:
            self._tools.go(Target(Place.STANDARDS, self._line.action.indicator_id))


def closed_words(shown: ActionLine) -> str:
    """'Closed on 3 November 2026 by K. Example.'"""
    closing = shown.action.closing
    parts = ["Closed", f"on {long_date(closing.on)}" if closing.on else "", f"by {closing.by}" if closing.by else ""]
    return f"{' '.join(part for part in parts if part)}."
