# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a judgement counts as where that is not what was said, and the second person who agrees to "not applicable".

It stands between our words and the evidence: it comes and goes with a judgement, and must not push the words down
under the hand. What it asks for, the evidence, is right below it.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.results import RowState
from desktop.services.indicator_views import IndicatorView
from desktop.ui.widgets.boxes import box, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words


class Counted(QWidget):
    """``confirm`` gets the name of the second person."""

    def __init__(self, confirm: Callable[[str], object]) -> None:
        super().__init__()
        self._act = confirm
        self._mark = Mark("due", 20, ground="sunken")
        self._said = words("", "body", 700, wrap=True)
        self._why = words("", wrap=True)
        well = row(self._mark, (plain(column(self._said, self._why, gap=1)), 1), gap=12, margins=(12, 8, 12, 8))
        self._well = box(well, "well")
        self._well.setObjectName("said-and-supported")
        self._name = line("confirm-name")
        self._field = Field(
            "Who else agrees that it does not apply?", self._name, "A second person, by name. It is stated, not proved."
        )
        agree = button("They agree", "confirm-not-applicable", self._confirm)
        self._name.returnPressed.connect(self._confirm)
        self._confirmation = plain(column(self._field, row(agree, None), gap=6))
        self.setLayout(column(self._well, self._confirmation, gap=6))

    def show_view(self, view: IndicatorView) -> None:
        """Show what the judgement of an indicator counts as; nothing where that is what was said."""
        answer = view.answer
        told = _told(view)
        self._well.setVisible(told is not None)
        if told is not None:
            state_name, sentence, why = told
            self._mark.show_state(state_name)
            self._said.setText(sentence)
            self._why.setText(why)
            self._why.setVisible(bool(why))
        asks = answer.not_applicable and not answer.confirmed_by
        self._confirmation.setVisible(asks)
        if not answer.not_applicable:
            self._name.clear()
            self._field.clear_problem()
        self.setVisible(told is not None or asks)

    def show_problem(self, sentence: str) -> None:
        """Say why the confirmation was not taken."""
        self._field.show_problem(sentence)

    def _confirm(self) -> None:
        self._field.clear_problem()
        self._act(self._name.text().strip())


def _told(view: IndicatorView) -> tuple[str, str, str] | None:
    """The name of a state, a sentence, and why or what changes it; what is to be done first where that is plain."""
    lowered, answer = view.said_and_supported, view.answer
    if lowered is not None and not view.evidence:
        return "due", "Add evidence to count this.", f"{lowered.sentence} {lowered.to_change}"
    if lowered is not None:
        return "due", lowered.sentence, f"{lowered.why} {lowered.to_change}"
    if view.score.state is RowState.NOT_APPLICABLE:
        by = f", confirmed by {answer.confirmed_by}" if answer.confirmed_by else ""
        return "not_applicable", f"Not applicable{by}.", view.score.why
    if answer.not_applicable:
        return "not_answered", "This counts as not answered for now.", view.score.why
    return None
