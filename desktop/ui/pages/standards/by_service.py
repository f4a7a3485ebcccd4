# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where services differ: a judgement of its own for each, of which the weakest decides."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models.records import Judgement
from desktop.services.indicator_views import IndicatorView
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import hint

_AS_ALL = ""
_LEVELS = ((_AS_ALL, "As judged above"), *((str(int(one)), f"{one:d}, {one.words}") for one in Judgement))


class ByService(QWidget):
    """``judge`` gets the id of a service and its own judgement, None where it is as for all."""

    def __init__(self, judge: Callable[[str, Judgement | None], object]) -> None:
        super().__init__()
        self._judge = judge
        self._view: IndicatorView | None = None
        self._asked = ""
        self._open = button("Our services differ", "services-differ", self._begin, kind="link")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(sp(6))
        self._rows.setContentsMargins(sp(12), sp(10), sp(12), sp(10))
        self._choices: dict[str, QComboBox] = {}
        self._well = box(self._rows, "well")
        self.setLayout(column(self._open, self._well, gap=6))

    def show_view(self, view: IndicatorView) -> None:
        """Show what is said for each service; nothing where there is but one."""
        before, self._view = self._view, view
        differs = any(line.judgement is not None for line in view.services)
        self.setVisible(bool(view.services))
        shown = differs or self._asked == view.indicator.id
        self._open.setHidden(shown)
        self._well.setVisible(shown)
        if not shown:
            return
        ids = [line.service_id for line in view.services]
        if before is None or before.indicator != view.indicator or ids != list(self._choices):
            self._make(view)
        for line in view.services:
            level = _AS_ALL if line.judgement is None else str(int(line.judgement))
            box_ = self._choices[line.service_id]
            box_.setCurrentIndex(box_.findData(level))
            box_.setEnabled(view.signed_off is None)

    def _make(self, view: IndicatorView) -> None:
        clear(self._rows)
        self._choices, fields = {}, Flow(gap=16)
        for at, line in enumerate(view.services, 1):
            made = chooser(f"service-judgement-{at}", _LEVELS)
            made.activated.connect(partial(self._chosen, line.service_id))
            self._choices[line.service_id] = made
            fields.addWidget(Field(line.name, made, width=260))
        self._rows.addWidget(plain(fields))
        self._rows.addWidget(hint("The weakest service decides. The evidence is the same for all of them."))

    def _begin(self) -> None:
        if self._view is not None:
            self._asked = self._view.indicator.id
            self.show_view(self._view)
            next(iter(self._choices.values())).setFocus()

    def _chosen(self, service_id: str, _at: int) -> None:
        level = str(self._choices[service_id].currentData())
        self._judge(service_id, Judgement(int(level)) if level else None)
