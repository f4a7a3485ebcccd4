# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Comparing the fingerprint with what the charity says by telephone, and remembering the signer after that."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.services.checked_pack import CheckedPack
from desktop.services.known_roots import HOWS
from desktop.ui.checking.fingerprint import Fingerprint
from desktop.ui.checking.matching import Told, compare
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

_NARROW = 560
_STATES = {Told.SO_FAR: "later", Told.ALL: "done", Told.DIFFERS: "altered"}


class Comparing(QWidget):
    """``remember`` is called with how it was compared; ``refused`` when the person says that they do not match."""

    def __init__(self, remember: Callable[[str], object], refused: Callable[[], object]) -> None:
        super().__init__()
        self._remember = remember
        self._checked: CheckedPack | None = None
        self._fingerprint = Fingerprint()
        self._typed = line("compare-typed", limit=400)
        self._typed.textChanged.connect(self._compare)
        self._mark = Mark("later", 18)
        self._told = words("", "body", 600, wrap=True)
        self._told.setObjectName("compare-told")
        self._outcome = plain(row(self._mark, (self._told, 1), gap=8))
        self._how = chooser("compare-how", [("", "Choose one"), *((how, how[0].upper() + how[1:]) for how in HOWS)])
        self._typed_field = Field(
            "What they read out (optional)", self._typed, "Type the groups or the words as you hear them."
        )
        self._how_field = Field("How did you compare it?", self._how, width=320)
        match = button("They match: remember this signer", "compare-match", self._match, kind="primary")
        differ = button("They do not match", "compare-differ", refused)
        self._acts: QBoxLayout = row(match, differ, None, gap=10)
        self._asking = plain(column(self._typed_field, self._outcome, self._how_field, self._acts, gap=10))
        self.setLayout(column(self._fingerprint, self._asking, gap=12, margins=(44, 0, 0, 4)))

    def show_pack(self, checked: CheckedPack) -> None:
        """Show its fingerprint, and ask for the comparison where it is what is left to do."""
        self._checked = checked
        self._fingerprint.show_fingerprint(checked.groups, checked.words)
        self._typed.clear()
        self._how.setCurrentIndex(0)
        self._how_field.clear_problem()
        self._compare("")
        self.setVisible(bool(checked.groups))
        self._asking.setVisible(checked.can_remember)

    def close_question(self) -> None:
        """It was answered: ask no more."""
        self._asking.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """The buttons stand one under the other where it is narrow."""
        super().resizeEvent(event)
        ways, narrow = QBoxLayout.Direction, event.size().width() < sp(_NARROW)
        self._acts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0 if narrow else sp(44), 0, 0, sp(4))

    def _compare(self, typed: str) -> None:
        self._typed_field.clear_problem()
        checked = self._checked
        found = compare(typed, checked.groups, checked.words) if checked else compare("", (), ())
        self._outcome.setVisible(found.told is not Told.NOTHING)
        if found.told is not Told.NOTHING:
            self._mark.show_state(_STATES[found.told])
            self._told.setText(found.sentence)

    def _match(self) -> None:
        checked = self._checked
        if checked is None:
            return
        self._typed_field.clear_problem()
        self._how_field.clear_problem()
        found = compare(self._typed.text(), checked.groups, checked.words)
        if found.told is Told.DIFFERS:
            self._outcome.hide()
            self._typed_field.show_problem(f"{found.sentence} Ask them to read it out again.")
        elif found.told is Told.SO_FAR:
            self._typed_field.show_problem("Type all of it, or nothing. Half of it could be a forger's.")
        elif not self._how.currentData():
            self._how_field.show_problem("Say how you compared it. It is kept beside the name of the signer.")
        else:
            self._remember(self._how.currentData())
