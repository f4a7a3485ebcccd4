# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The question itself: number, text, why it matters, what an assessor looks for and the usual kinds of evidence."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.indicator_views import IndicatorView
from desktop.ui.pages.standards.kinds import Kinds, kinds_words
from desktop.ui.theme import font, sp
from desktop.ui.widgets.badge import Chip
from desktop.ui.widgets.boxes import box, clear, column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.text import words

_MORE, _LESS = "What an assessor looks for, and usual evidence", "Show less"


class Question(QWidget):
    """``go`` gets -1 or 1 for the indicator before or after; ``tick`` a kind, and whether it is there."""

    def __init__(self, go: Callable[[int], object], tick: Callable[[str, bool], object]) -> None:
        super().__init__()
        self._tick = tick
        self._view: IndicatorView | None = None
        self._kinds: Kinds | None = None
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
        if self._view is None or indicator != self._view.indicator:
            clear(self._help)
            self._kinds = None
        self._view = view
        if not self._well.isHidden():
            self._fill_help(view)
        self._name_toggle()

    def _fill_help(self, view: IndicatorView) -> None:
        """It is folded away for most indicators, and then never made."""
        if self._kinds is None:
            self._help.addWidget(words("An assessor looks for", "small", 700))
            for entry in view.indicator.looks_for:
                self._help.addWidget(words(f"•  {entry}", "small", wrap=True))
            self._kinds = Kinds(view, self._tick)
            self._help.addWidget(self._kinds)
        else:
            self._kinds.show_view(view)

    def show_ends(self, *, before: bool, after: bool) -> None:
        """Whether there is one before, and one after."""
        self._before.setEnabled(before)
        self._after.setEnabled(after)

    def stand_alone(self, *, alone: bool) -> None:
        """In large type with all that helps, for a meeting; or as usual."""
        self._text.setFont(font("h2" if alone else "h3", 600))
        self._why.setFont(font("lead" if alone else "body"))
        if alone is self._well.isHidden():
            self._turn()

    def show_steps(self, *, shown: bool) -> None:
        """Previous and Next beside the number; where it is narrow the keys and the way back do."""
        self._before.setVisible(shown)
        self._after.setVisible(shown)

    def _turn(self) -> None:
        if self._view is not None:
            self._fill_help(self._view)
        self._well.setVisible(self._well.isHidden())
        self._name_toggle()

    def _name_toggle(self) -> None:
        ticked = kinds_words(self._view) if self._view is not None else ""
        more = f"{_MORE} ({ticked})" if ticked else _MORE
        say(self._toggle, more if self._well.isHidden() else _LESS)
