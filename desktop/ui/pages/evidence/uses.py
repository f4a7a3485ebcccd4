# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What an item of evidence is used for: indicators with how strong it is there, and a field to find more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from desktop.models.catalogue import Indicator
from desktop.models.records import Strength
from desktop.ui.theme import font, sp
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.field import Field, chooser, line
from desktop.ui.widgets.later import later
from desktop.ui.widgets.strength_bar import StrengthBar
from desktop.ui.widgets.text import words

_LAID_OUT_MS = 50  # by then the place that scrolls knows its new height
_ID = Qt.ItemDataRole.UserRole
_CHOICES = [(str(int(strength)), strength.words) for strength in Strength if strength is not Strength.NONE]


@dataclass(frozen=True, slots=True)
class Use:
    """One indicator that the item is used for."""

    indicator_id: str
    number: str
    short_name: str
    strength: Strength


class UsesPicker(QWidget):
    """Shows the uses given and tells what a person wants changed; whoever shows it does the change.

    ``opened`` is told when a number is pressed, where ``links`` lets it be.
    """

    added = Signal(str)
    removed = Signal(str)
    strength_set = Signal(str, int)
    opened = Signal(str)

    def __init__(self, indicators: Callable[[], Sequence[Indicator]], *, links: bool) -> None:
        super().__init__()
        self._indicators, self._links = indicators, links
        self._rows: dict[str, _UseRow] = {}
        self._hidden: frozenset[str] = frozenset()
        self._none = words("Not used for any indicator yet.", tone="soft", wrap=True)
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(10))
        self._search = line("use-search", limit=80)
        self._search.setPlaceholderText("Number or words")
        self._field = Field("Use it for an indicator", self._search, "Type 5.1, or a word such as risk.")
        self._found = _FoundList(self._choose)
        self._search.textChanged.connect(lambda _text: self._show_found())
        self._search.returnPressed.connect(self._choose_first)
        self.setLayout(column(self._none, self._room, self._field, self._found, gap=8))
        self.show_uses(())

    def show_uses(self, uses: Sequence[Use], hidden: frozenset[str] = frozenset()) -> None:
        """Show these; a row that is there already is changed in place. ``hidden`` are not offered. Emits nothing."""
        wanted = {use.indicator_id for use in uses}
        for gone in set(self._rows) - wanted:
            self._rows.pop(gone).let_go(self._search)
        for at, use in enumerate(uses):
            if use.indicator_id not in self._rows:
                self._rows[use.indicator_id] = _UseRow(use, self, links=self._links)
            self._room.insertWidget(at, self._rows[use.indicator_id])
            self._rows[use.indicator_id].show_strength(use.strength)
        self._hidden = hidden
        self._none.setVisible(not uses)
        self._show_found()

    def forget_search(self) -> None:
        """Empty the search, because another item is shown."""
        self._search.clear()
        self._show_found()

    def _show_found(self) -> None:
        sought = self._search.text().casefold().split()
        self._found.show_found([one for one in self._indicators() if self._fits(one, sought)] if sought else [])
        if sought:
            later(self, self._bring_into_view, _LAID_OUT_MS)

    def _bring_into_view(self) -> None:
        """What was found may lie under the edge of the place that scrolls."""
        step = self.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if isinstance(step, QScrollArea) and self._found.isVisible():
            step.ensureWidgetVisible(self._found, 0, sp(8))
            step.ensureWidgetVisible(self._search, 0, sp(8))

    def _fits(self, one: Indicator, sought: Sequence[str]) -> bool:
        told = f"{one.number} {one.short_name} {one.text}".casefold()
        return one.id not in self._rows and one.id not in self._hidden and all(word in told for word in sought)

    def _choose_first(self) -> None:
        if self._found.count():
            self._choose(str(self._found.item(0).data(_ID)))

    def _choose(self, indicator_id: str) -> None:
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_found()
        self.added.emit(indicator_id)


class _UseRow(QWidget):
    """One indicator: number and name, how strong, and a way to stop using it."""

    def __init__(self, use: Use, picker: UsesPicker, *, links: bool) -> None:
        super().__init__()
        told, one = f"{use.number}  {use.short_name}", use.indicator_id
        head: QWidget
        if links:
            head = LineButton(told, f"use-open-{one}", lambda: picker.opened.emit(one), spoken=f"Open {told}")
            head.setProperty("kind", "link")
        else:
            head = words(told, "body", 600, wrap=True)
        self._bar = StrengthBar(use.strength, use.number)
        self._chooser = chooser(f"use-strength-{one}", _CHOICES)
        self._chooser.setAccessibleName(f"How strong it is for {use.number}")
        self._chooser.activated.connect(
            lambda _at: picker.strength_set.emit(one, int(self._chooser.currentData() or Strength.DOCUMENT))
        )
        stop = button("Stop using", f"use-stop-{one}", lambda: picker.removed.emit(one), kind="link")
        stop.setAccessibleName(f"Stop using it for {use.number}")
        self.setLayout(column(head, row(self._bar, (self._chooser, 1), stop, gap=8), gap=2))

    def show_strength(self, strength: Strength) -> None:
        """Show how strong it is. Emits nothing."""
        self._bar.show_strength(strength)
        self._chooser.setCurrentIndex(max(0, self._chooser.findData(str(int(strength)))))

    def let_go(self, heir: QWidget) -> None:
        """Take the row away; a focus in it goes to the heir."""
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            heir.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()  # to take it out of the window first would dress it anew, which takes far longer


class _FoundList(QListWidget):
    """Indicators that fit what was typed. A click, Enter or Space chooses one."""

    def __init__(self, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._choose = choose
        self.setObjectName("use-found")
        self.setAccessibleName("Indicators that fit. Enter chooses one.")
        self.setFont(font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSpacing(sp(2))
        self.itemClicked.connect(lambda item: choose(str(item.data(_ID))))
        self.hide()

    def show_found(self, found: Sequence[Indicator]) -> None:
        """Show these, or go away when there are none."""
        self.clear()
        for one in found:
            told = f"{one.number}  {one.short_name}" + (" (critical)" if one.critical else "")
            item = QListWidgetItem(told, self)
            item.setData(_ID, one.id)
            item.setToolTip(told)
        rows = min(len(found), 6)
        self.setFixedHeight(sp(8) + rows * (max(self.sizeHintForRow(0), sp(24)) + sp(4)) if rows else 0)
        if found:
            self.setCurrentRow(0)
        self.setVisible(bool(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Enter or Space chooses; the rest is Qt's."""
        chosen = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and chosen is not None:
            self._choose(str(chosen.data(_ID)))
        else:
            super().keyPressEvent(event)
