# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The judgement: the picker, and who judged when."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.records import Judgement, WorkStatus
from desktop.services.indicator_views import IndicatorView
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.text import words

QUESTION = "How well is this in place?"


class Judging(QWidget):
    """``judge`` gets 0 to 4, ``not_applicable`` nothing, ``set_work`` how far the work is."""

    def __init__(
        self,
        judge: Callable[[Judgement], object],
        not_applicable: Callable[[], object],
        set_work: Callable[[WorkStatus], object],
        *,
        single_keys: bool,
    ) -> None:
        super().__init__()
        self._judge, self._not_applicable = judge, not_applicable
        self._who = words("", "small", tone="soft", wrap=True)
        self._work = chooser("work-status", [(one.value, one.words) for one in WorkStatus])
        self._work.setAccessibleName("How far is the work?")
        self._work.setToolTip("How far the work is. It changes no result.")
        self._work.activated.connect(lambda _at: set_work(WorkStatus(self._work.currentData())))
        self.picker = Picker(single_keys=single_keys, question=QUESTION)
        self.picker.picked.connect(self._picked)
        head = row(words(QUESTION, "body", 600), None, self._work, gap=12)
        self.setLayout(column(head, self._who, self.picker, gap=6))

    def show_view(self, view: IndicatorView) -> None:
        """Show the judgement of an indicator."""
        answer = view.answer
        judgement = None if answer.judgement is None else int(answer.judgement)
        self.picker.show_choice(judgement, not_applicable=answer.not_applicable)
        self.picker.setEnabled(view.signed_off is None)
        self._work.setCurrentIndex(self._work.findData(answer.work.value))
        self._work.setEnabled(view.signed_off is None)
        self._who.setText(_who(view))

    def _picked(self, choice: object) -> None:
        if isinstance(choice, int):
            self._judge(Judgement(choice))
        else:
            self._not_applicable()


def _who(view: IndicatorView) -> str:
    answer = view.answer
    if answer.judged_on is None and not answer.judged_by:
        return "Not judged yet."
    day = long_date(answer.judged_on) if answer.judged_on else ""
    by = ", ".join(filter(None, (answer.judged_by, day)))
    second = f"Second reader: {view.second_reader}." if view.second_reader else "No second reader yet."
    return " ".join(filter(None, (f"{by}.", second, _first(view))))


def _first(view: IndicatorView) -> str:
    """How it was first judged, where that was not as it is now."""
    first = view.answer.first
    if first.judgement is None or first.judgement is view.answer.judgement:
        return ""
    day = f" on {long_date(first.on)}" if first.on else ""
    return f"First judged {first.judgement:d}, {first.judgement.words}, by {first.by or 'someone'}{day}."
