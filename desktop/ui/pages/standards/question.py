# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The question itself: number, text, why it matters, what an assessor looks for and the usual kinds of evidence."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.catalogue import Indicator
from desktop.services.indicator_views import IndicatorView
from desktop.ui.theme import sp
from desktop.ui.widgets.badge import Chip
from desktop.ui.widgets.boxes import box, clear, column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import words

_MORE, _LESS = "What an assessor looks for, and usual evidence", "Show less"


class Question(QWidget):
    """``go`` is called with -1 or 1 for the indicator before or after."""

    def __init__(self, go: Callable[[int], object]) -> None:
        super().__init__()
        self._indicator: Indicator | None = None
        self._number = words("", "h3", 700, "soft")
        self._chip = Chip("Critical indicator", "shield-alert")
        self._chip.setToolTip("A low judgement here is a risk to someone's safety, so it overrides everything else.")
        self._before = button("Previous", "previous-indicator", lambda: go(-1), icon_name="arrow-left")
        self._after = button("Next", "next-indicator", lambda: go(1), icon_name="arrow-right")
        self._before.setToolTip("Alt+Up")
        self._after.setToolTip("Alt+Down")
        self._text = words("", "h3", 600, wrap=True)
        self._why = words("", tone="soft", wrap=True)
        self._toggle = button(_MORE, "more-help", self._turn, kind="link")
        self._help = QVBoxLayout()
        self._help.setSpacing(sp(4))
        self._help.setContentsMargins(sp(12), sp(10), sp(12), sp(10))
        self._well = box(self._help, "well")
        self._well.hide()
        head = row(self._number, self._chip, None, self._before, self._after, gap=8)
        self.setLayout(column(head, self._text, self._why, self._toggle, self._well, gap=6))

    def show_view(self, view: IndicatorView) -> None:
        """Show one indicator."""
        indicator = view.indicator
        self._number.setText(indicator.number)
        self._chip.setVisible(indicator.critical)
        self._text.setText(indicator.text)
        self._why.setText(f"Why it matters: {indicator.why}")
        self._before.setEnabled(bool(view.previous))
        self._after.setEnabled(bool(view.next))
        if indicator != self._indicator:
            self._indicator = indicator
            clear(self._help)
        if not self._well.isHidden():
            self._fill_help(indicator)

    def _fill_help(self, indicator: Indicator) -> None:
        """It is folded away for most indicators, and then never made."""
        if self._help.count():
            return
        for title, entries in (("An assessor looks for", indicator.looks_for), ("Usual evidence", indicator.evidence)):
            if entries:
                self._help.addWidget(words(title, "small", 700))
                for entry in entries:
                    self._help.addWidget(words(f"•  {entry}", "small", wrap=True))

    def show_steps(self, *, shown: bool) -> None:
        """Previous and Next beside the number; where it is narrow the keys and the way back do."""
        self._before.setVisible(shown)
        self._after.setVisible(shown)

    def _turn(self) -> None:
        if self._indicator is not None:
            self._fill_help(self._indicator)
        self._well.setVisible(self._well.isHidden())
        say(self._toggle, _MORE if self._well.isHidden() else _LESS)
