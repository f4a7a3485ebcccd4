# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The kinds of evidence that usually show an indicator, to be ticked as there: they judge nothing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.services.indicator_views import IndicatorView
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import words
from desktop.ui.widgets.wrapped_tick import WrappedTick


class Kinds(QWidget):
    """The kinds of one indicator. ``tick`` gets the kind, and whether it is there."""

    def __init__(self, view: IndicatorView, tick: Callable[[str, bool], object]) -> None:
        super().__init__()
        self._boxes = {
            kind: WrappedTick(f"kind-{at}", kind, partial(tick, kind))
            for at, kind in enumerate(view.indicator.evidence, 1)
        }
        self.setLayout(column(words("Usual evidence: tick what is there", "small", 700), *self._boxes.values(), gap=4))
        self.show_view(view)

    def show_view(self, view: IndicatorView) -> None:
        """Show which are ticked."""
        for kind, box in self._boxes.items():
            box.show_ticked(on=kind in view.answer.kinds)
            box.setEnabled(view.signed_off is None)


def kinds_words(view: IndicatorView) -> str:
    """'3 of 4 kinds'; '' while none is ticked."""
    ticked = sum(kind in view.answer.kinds for kind in view.indicator.evidence)
    return f"{ticked} of {len(view.indicator.evidence)} kinds" if ticked else ""
