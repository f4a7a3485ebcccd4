# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What can lie over the list: the sheet for what is new, files that were not added, the empty place. Made when needed.

Each is made when it is first shown, or before that in a quiet turn of its own.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.models.catalogue import Indicator
from desktop.ui.infra.page import Tools
from desktop.ui.pages.evidence.refused import RefusedSheet
from desktop.ui.pages.evidence.sheet import NewSheet
from desktop.ui.widgets.boxes import scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.later import later

_WHY = (
    "Policies, minutes, letters and training records show that what you say is so. Files are kept encrypted in this"
    " workbook. Drop files here, or add the first one."
)


class Layers(QStackedWidget):
    """The list with its item, or one thing over it. The first three signals are the sheet's; ``read`` the refused's."""

    kept = Signal(object, bool)
    left_out = Signal()
    all_left_out = Signal()
    read = Signal()
    choose_asked = Signal()
    note_asked = Signal()

    def __init__(self, usual: QWidget, indicators: Callable[[], Sequence[Indicator]], tools: Tools) -> None:
        super().__init__()
        self._usual, self._indicators, self._tools = usual, indicators, tools
        self._narrow = self._wide = False
        self._links = True
        self.addWidget(usual)
        later(self, self._make_sheet, 1)  # a wait of 0 ms would be the same turn

    @cached_property
    def sheet(self) -> NewSheet:
        """Asks about what is new."""
        made = NewSheet(self._indicators, self._tools.today, self._tools.jobs)
        made.kept.connect(self.kept)
        made.left_out.connect(self.left_out)
        made.all_left_out.connect(self.all_left_out)
        made.allow_links(allowed=self._links)
        made.stand(narrow=self._narrow, wide=self._wide)
        self.addWidget(made)
        return made

    @cached_property
    def refused(self) -> RefusedSheet:
        """Tells what was not added."""
        made = RefusedSheet()
        made.read.connect(self.read)
        self.addWidget(made)
        return made

    @cached_property
    def _empty(self) -> QScrollArea:
        made = scrolling(
            EmptyPlace(
                "paperclip",
                "No evidence yet",
                _WHY,
                button("Add files", "add-first", self.choose_asked.emit, kind="primary", icon_name="plus"),
                button("Note where it is kept", "note-first", self.note_asked.emit),
            )
        )
        self.addWidget(made)
        return made

    @property
    def refusing(self) -> bool:
        """Whether it is told that files were not added."""
        return "refused" in self.__dict__ and self.refused.open

    def allow_links(self, *, allowed: bool) -> None:
        """Whether there is an assessment whose indicators what is new can be for."""
        self._links = allowed
        self._to_sheet(lambda sheet: sheet.allow_links(allowed=allowed))

    def stand(self, *, narrow: bool, wide: bool) -> None:
        """How much room there is."""
        self._narrow, self._wide = narrow, wide
        self._to_sheet(lambda sheet: sheet.stand(narrow=narrow, wide=wide))

    def show_layer(self, *, asking: bool, empty: bool) -> None:
        """Show what matters most now."""
        if self.refusing:
            self.setCurrentWidget(self.refused)
        elif asking:
            self.setCurrentWidget(self.sheet)
        else:
            self.setCurrentWidget(self._empty if empty else self._usual)

    def _to_sheet(self, tell: Callable[[NewSheet], object]) -> None:
        if "sheet" in self.__dict__:
            tell(self.sheet)

    def _make_sheet(self) -> None:
        _made = self.sheet
