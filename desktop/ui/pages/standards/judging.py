# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The judgement: the picker, who judged and when, what is said beside what is supported, and not applicable."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.records import Judgement
from desktop.models.results import RowState
from desktop.services.indicator_views import IndicatorView
from desktop.ui.widgets.boxes import box, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.text import words

QUESTION = "How well is this in place?"


@dataclass(frozen=True, slots=True)
class JudgingActs:
    """``judge`` gets 0 to 4, ``not_applicable`` nothing, ``confirm`` the name of the second person."""

    judge: Callable[[Judgement], object]
    not_applicable: Callable[[], object]
    confirm: Callable[[str], object]


class Judging(QWidget):
    """Shows and takes the judgement of one indicator."""

    def __init__(self, acts: JudgingActs, *, single_keys: bool) -> None:
        super().__init__()
        self._acts = acts
        self._who = words("", "small", tone="soft", wrap=True)
        self.picker = Picker(single_keys=single_keys, question=QUESTION)
        self.picker.picked.connect(self._picked)
        self._mark = Mark("due", 20, ground="sunken")
        self._said = words("", "body", 700, wrap=True)
        self._why = words("", wrap=True)
        well = row(self._mark, (plain(column(self._said, self._why, gap=1)), 1), gap=12, margins=(12, 8, 12, 8))
        self._well = box(well, "well")
        self._well.setObjectName("said-and-supported")
        self._name = line("confirm-name")
        self._confirm_field = Field(
            "Who else agrees that it does not apply?", self._name, "A second person, by name. It is stated, not proved."
        )
        confirm = button("They agree", "confirm-not-applicable", self._confirm)
        self._name.returnPressed.connect(self._confirm)
        self._confirmation = plain(column(self._confirm_field, row(confirm, None), gap=6))
        head = row(words(QUESTION, "body", 600), (self._who, 1), gap=12)
        self.setLayout(column(head, self.picker, self._well, self._confirmation, gap=6))

    def show_view(self, view: IndicatorView) -> None:
        """Show the judgement of an indicator."""
        answer = view.answer
        judgement = None if answer.judgement is None else int(answer.judgement)
        self.picker.show_choice(judgement, not_applicable=answer.not_applicable)
        self._who.setText(_who(view))
        self._tell_well(view)
        self._confirmation.setVisible(answer.not_applicable and not answer.confirmed_by)
        if not answer.not_applicable:
            self._name.clear()
            self._confirm_field.clear_problem()

    def show_problem(self, sentence: str) -> None:
        """Say why the confirmation was not taken."""
        self._confirm_field.show_problem(sentence)

    def _tell_well(self, view: IndicatorView) -> None:
        told = view.said_and_supported
        if told is not None:
            self._say("due", told.sentence, " ".join(filter(None, (told.why, told.to_change))))
        elif view.score.state is RowState.NOT_APPLICABLE:
            by = f", confirmed by {view.answer.confirmed_by}" if view.answer.confirmed_by else ""
            self._say("not_applicable", f"Not applicable{by}.", view.score.why)
        elif view.answer.not_applicable:
            self._say("not_answered", "This counts as not answered for now.", view.score.why)
        else:
            self._well.hide()

    def _say(self, state_name: str, sentence: str, why: str) -> None:
        self._mark.show_state(state_name)
        self._said.setText(sentence)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._well.show()

    def _picked(self, choice: object) -> None:
        if isinstance(choice, int):
            self._acts.judge(Judgement(choice))
        else:
            self._acts.not_applicable()

    def _confirm(self) -> None:
        self._confirm_field.clear_problem()
        self._acts.confirm(self._name.text().strip())


def _who(view: IndicatorView) -> str:
    answer = view.answer
    if answer.judged_on is None and not answer.judged_by:
        return "Not judged yet."
    day = long_date(answer.judged_on) if answer.judged_on else ""
    by = ", ".join(filter(None, (answer.judged_by, day)))
    second = f"Second reader: {answer.second_reader}." if answer.second_reader else "No second reader yet."
    return f"{by}. {second}"
