# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Starting the next round: from the last answers, with what that would do, or with none."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.services.rounds.starting import CarryPreview, Starting
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Tools
from desktop.ui.pages.standards.rounds.words import carry_words, changed_lines
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import heading, words

_UNSIGNED = Question(
    "Start the next assessment?",
    "The last one is not signed off, and cannot be once the next one has begun. Ctrl+Z takes the beginning back.",
    "Not yet",
    "Start it",
)


class NextRound(QFrame):
    """A card. ``begun`` is called once the new round is there."""

    def __init__(
        self, starting: Starting, tools: Tools, at_work: Callable[[], str], begun: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("next-round")
        self._starting, self._tools, self._at_work, self._begun = starting, tools, at_work, begun
        self._signed_off = True
        self._said = words("", wrap=True)
        self._said.setObjectName("next-said")
        self._changed = QVBoxLayout()
        self._changed.setSpacing(sp(4))
        self._changed.setContentsMargins(sp(12), sp(10), sp(12), sp(10))
        self._well = box(self._changed, "well")
        self._name = line("next-assessor", limit=120)
        self._field = Field("Who assesses?", self._name, width=320)
        self._from_last = button("Start from the last answers", "next-from-last", lambda: self._go(starting.from_last))
        self._fresh = button("Start with no answers", "next-fresh", lambda: self._go(starting.fresh), kind="plain")
        acts = plain(Flow(self._from_last, self._fresh))
        title = heading("Start the next assessment", "h3")
        self.setLayout(column(title, self._said, self._well, self._field, acts, gap=12, margins=(16, 12, 16, 14)))

    def show_preview(self, preview: CarryPreview, last: date) -> None:
        """What it would do; on the day of the last one no other can start."""
        self._signed_off = preview.signed_off
        may_start = last < self._tools.today() and not self._tools.drafts.read_only
        told = carry_words(preview)
        if last >= self._tools.today():
            told = [f"The last one is dated {long_date(last)}. The next can start on a later day."]
        self._said.setText(" ".join(told))
        lines = changed_lines(preview)
        clear(self._changed)
        for name, how, _texts in lines:
            self._changed.addWidget(words(f"{name}: {how}", "small", wrap=True))
        self._well.setVisible(bool(lines))
        for part in (self._field, self._from_last, self._fresh):
            part.setVisible(may_start)
        if not self._name.text() and not self._name.hasFocus():
            self._name.setText(self._at_work())

    def _go(self, start: Callable[[str], object]) -> None:
        if not self._name.text().strip():
            self._field.show_problem("Type a name first, so that the pack can say who judged.")
            return
        self._field.clear_problem()
        if self._signed_off:
            self._start(start)
        else:
            self._tools.messages.ask(_UNSIGNED, lambda: self._start(start))

    def _start(self, start: Callable[[str], object]) -> None:
        try:
            start(self._name.text())
        except AppError as error:
            self._tools.messages.tell(error)
        else:
            self._begun()
