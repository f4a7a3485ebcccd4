# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The card of one standard: its exact title, its result, where it could still end, and the way to the working."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from desktop.models.results import Result
from desktop.services.assessment_views import StandardView
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.range_bar import RangeBar
from desktop.ui.widgets.text import words

_STEPS = (Result.SAFETY_GAP, Result.NOT_YET_MET, Result.PARTLY_MET, Result.MET)


class StandardCard(QFrame):
    """Shows one standard; ``working`` opens how its result was worked out."""

    def __init__(self, working: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("standard-card")
        self._title = words("", "small", tone="soft", wrap=True)
        self._badge = Badge("no_result")
        self._range = RangeBar(None, 0, 3)
        self._share = words("", tone="soft", wrap=True)
        self._how = button("How was this worked out?", "open-working", working, kind="link")
        self._row: QBoxLayout = QHBoxLayout()
        self._row.setSpacing(sp(10))
        for part in (self._badge, self._range):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._row.addWidget(self._how)
        self.setLayout(column(self._title, self._row, self._share, gap=6, margins=(16, 10, 16, 10)))

    def show_standard(self, standard: StandardView) -> None:
        """Show its result as it stands now."""
        result = standard.result
        self._title.setText(f"Standard {standard.number}. {standard.title}")
        self._title.setToolTip(standard.titles_note)
        said = standard.asked_words
        if result.critical_not_applicable:
            said = f"{said}, {result.critical_not_applicable} critical not applicable"
        self._badge.show_state(standard.asked_state, said, f"Standard {standard.number}")
        low, high = (_STEPS.index(end) if end in _STEPS else 0 for end in result.result_range)
        now = _STEPS.index(result.result) if standard.started and result.result in _STEPS else None
        self._range.show_range(now, low, high, standard.range_words)
        self._range.setVisible(not standard.gap_words)  # evidence can still move it anywhere
        reach = standard.range_words if result.answered < result.applicable and not standard.gap_words else ""
        parts = (standard.gap_words, reach, standard.in_place_words, standard.answered_words)
        self._share.setText(". ".join(part for part in parts if part) + ".")

    def stand(self, *, narrow: bool) -> None:
        """One part under another where it is narrow."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
