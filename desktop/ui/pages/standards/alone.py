# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One indicator at a time, for a meeting: which ones, and how far one is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.results import RowState
from desktop.services.assessment_views import AssessmentView, IndicatorLine
from desktop.ui.theme import TARGET, sp
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import words

WHICH = (("all", "Every indicator"), ("open", "Those not answered"), ("critical", "Critical ones"))


class AloneBar(QWidget):
    """Stands over the one indicator. ``turned`` is called when another set is chosen; ``back`` leads to the tree."""

    def __init__(self, turned: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._which = chooser("alone-which", WHICH)
        self._which.setAccessibleName("Which are gone through")
        self._which.currentIndexChanged.connect(lambda _at: turned())
        self._every: list[str] = []
        self._own: list[str] = []
        self._here = ""
        self._count = words("", "lead", 600)
        self._count.setObjectName("alone-count")
        leave = button("Back to the list", "alone-back", back)
        leave.setToolTip("Esc")
        self._count.setMinimumHeight(sp(TARGET))
        self.setLayout(Flow(self._which, self._count, leave, gap=16))

    @property
    def on(self) -> bool:
        """Whether one at a time is shown."""
        return not self.isHidden()

    def begin(self) -> None:
        """Put the focus on what is gone through."""
        self._which.setFocus()

    def show_view(self, view: AssessmentView, indicator_id: str) -> None:
        """Show how far one is. An indicator that is shown counts, whether it is one of those or not."""
        self._every = [line.id for standard in view.standards for line in standard.lines]
        self._own = [line.id for standard in view.standards for line in standard.lines if self._is_wanted(line)]
        self._here = indicator_id
        own = {*self._own, indicator_id}
        through = [one for one in self._every if one in own]
        self._count.setText(f"{through.index(indicator_id) + 1} of {len(through)}")

    def first(self) -> str:
        """The one to begin with: the one that is shown, where it is one of those."""
        return self._here if self._here in self._own or not self._own else self._own[0]

    def neighbour(self, by: int) -> str:
        """The next one, or the one before; '' at the ends."""
        place = self._every.index(self._here)
        way = self._every[place + 1 :] if by > 0 else self._every[:place][::-1]
        return next((one for one in way if one in self._own), "")

    def _is_wanted(self, line: IndicatorLine) -> bool:
        which = self._which.currentData()
        is_open = which == "open" and line.score.state is RowState.OPEN
        return which == "all" or is_open or (which == "critical" and line.critical)
