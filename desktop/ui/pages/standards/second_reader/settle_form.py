# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where two people differ: what they agree on, and why."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.errors import AppError
from desktop.models.records import Judgement
from desktop.services.rounds.second_reading import SecondView
from desktop.ui.infra.form_draft import Drafts
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.text import heading

_NOT_APPLICABLE = "N"
_LEVELS = (*((str(int(one)), f"{one:d}, {one.words}") for one in Judgement), (_NOT_APPLICABLE, "Not applicable"))


class SettleForm(QWidget):
    """``settle`` gets the judgement (None: not applicable) and the note, and may refuse with an ``AppError``."""

    def __init__(self, settle: Callable[[Judgement | None, str], object], drafts: Drafts) -> None:
        super().__init__()
        self._settle = settle
        self._level = chooser("settle-level", (("", "Choose"), *_LEVELS))
        self._level_field = Field("Agreed judgement", self._level, width=260)
        self._note = line("settle-note", limit=600)
        self._note_field = Field("Why", self._note, "One sentence that someone can follow in a year.")
        self._note.returnPressed.connect(self._go)
        go = button("Settle it", "settle", self._go, kind="primary")
        title = heading("Talk about it, then settle it", "h3")
        self.setLayout(column(title, self._level_field, self._note_field, row(go, None), gap=8))
        self._draft = RecordDraft(self, drafts)

    def show_view(self, view: SecondView) -> None:
        """Begin with the difference of one indicator; what was half filled in stands there again."""
        self._draft.show(f"settle:{view.indicator.id}", (view.first, view.reading), self._clear)

    def keep(self) -> None:
        """Keep what is half filled in."""
        self._draft.keep()

    def _clear(self) -> None:
        self._level.setCurrentIndex(0)
        self._note.clear()
        for field in (self._level_field, self._note_field):
            field.clear_problem()

    def _go(self) -> None:
        for field in (self._level_field, self._note_field):
            field.clear_problem()
        if not self._level.currentData():
            self._level_field.show_problem("Choose what you both agree on.")
            return
        try:
            level = str(self._level.currentData())
            self._settle(None if level == _NOT_APPLICABLE else Judgement(int(level)), self._note.text())
        except AppError as error:
            self._note_field.show_problem(error.brief)
        else:
            self._draft.drop()
