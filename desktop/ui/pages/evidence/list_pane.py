# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The list of evidence with what narrows it: words sought, and a state with how many stand in it."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from desktop.services.evidence_lines import EvidenceLine, EvidenceState
from desktop.ui.pages.evidence.listed import COLUMNS, row_of, worst_first
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.field import chooser, line
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint, words

_LEAST_HIGH = 270
_HINT = "Drop files anywhere on this page, or copy them and press Ctrl+V. Space shows the file, Delete removes it."


class ListPane(QWidget):
    """Search, state filter and table. ``sought`` tells that a person wants other lines."""

    sought = Signal()
    selected = Signal(str)
    opened = Signal(str)
    pressed = Signal(str)
    preview_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._lines: dict[str, EvidenceLine] = {}
        self._search = line("evidence-search", limit=100)
        self._search.setPlaceholderText("Search titles, files, indicators")
        self._search.setAccessibleName("Search the evidence")
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(sp(180))
        self._search.textChanged.connect(lambda _text: self.sought.emit())
        self._state = chooser("evidence-state", [("", "All evidence")])
        self._state.setAccessibleName("Show evidence that is")
        self._state.activated.connect(lambda _at: self.sought.emit())
        self._table = DataTable(COLUMNS, "Evidence, worst first", lines=2, grow=True)
        self._table.setObjectName("evidence-table")
        self._table.setMinimumHeight(sp(_LEAST_HIGH))
        self._nothing = words("", tone="soft", wrap=True)
        self._acts: QBoxLayout = row(*buttons, None, gap=8)
        self._own = plain(self._acts)
        self._filters: QBoxLayout = row((self._search, 3), (self._state, 2), gap=8)
        self._connect()
        self.setLayout(
            column(self._own, self._filters, self._nothing, (self._table, 1), hint(_HINT), gap=8, margins=(5, 4, 5, 12))
        )

    @property
    def text(self) -> str:
        """The words that are sought."""
        return self._search.text()

    @property
    def state(self) -> EvidenceState | None:
        """The state that is sought, or None for all."""
        value = str(self._state.currentData() or "")
        return EvidenceState(value) if value else None

    @property
    def selected_id(self) -> str:
        """The id of the line one stands on, or ''."""
        return self._table.selected_id

    def show_lines(self, lines: Sequence[EvidenceLine], every: Sequence[EvidenceLine], today: date) -> None:
        """Show these lines, and how many of all stand in each state. Emits nothing."""
        ordered = worst_first(lines)
        self._lines = {one.id: one for one in ordered}
        self._table.show_rows([row_of(one, today) for one in ordered])
        self._show_counts(every)
        self._nothing.setText("Nothing here fits what is sought. Empty the search, or choose All evidence.")
        self._nothing.setVisible(not lines)

    def in_order(self) -> list[EvidenceLine]:
        """The lines in the order shown."""
        return [self._lines[one.id] for one in self._table.shown.rows]

    def select(self, item_id: str) -> None:
        """Stand on a line. Emits nothing."""
        self._table.select(item_id)

    def seek_all(self) -> None:
        """Seek nothing in particular. Emits nothing."""
        self._search.blockSignals(True)
        self._search.clear()
        self._search.blockSignals(False)
        self._state.setCurrentIndex(0)

    def take_focus(self) -> None:
        """Stand in the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, *, narrow: bool) -> None:
        """A narrow page has its buttons here."""
        self._own.setVisible(narrow)

    def stack(self, *, stacked: bool) -> None:
        """Buttons, search and state one under the other."""
        down = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._acts.setDirection(down)
        self._filters.setDirection(down)

    def scroll_as_one(self, *, one: bool) -> None:
        """Let the page scroll with the whole list in it, or the list in itself."""
        self._table.stand_whole(whole=one)
        if not one:
            self._table.setMinimumHeight(sp(_LEAST_HIGH))

    def words_sought(self) -> str:
        """What narrows the list, in words, for a printed page."""
        told = [self.state.words] if self.state is not None else ["All evidence"]
        return ", ".join([*told, *([f"with the words {self.text.strip()}"] if self.text.strip() else [])])

    def _connect(self) -> None:
        self._table.selected.connect(self.selected)
        self._table.opened.connect(self.opened)
        self._table.clicked.connect(lambda _index: self.pressed.emit(self.selected_id))
        self._on_key("Space", self.preview_asked.emit)
        self._on_key("Delete", self.remove_asked.emit)

    def _on_key(self, key: str, act: Callable[[str], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: act(self.selected_id) if self.selected_id else None)

    def _show_counts(self, every: Sequence[EvidenceLine]) -> None:
        counts = Counter(state for one in every for state in one.states)
        chosen = self.state
        wanted = [("", f"All evidence ({len(every)})")]
        wanted += [
            (state.value, f"{state.words} ({counts[state]})")
            for state in EvidenceState
            if counts[state] or state is chosen
        ]
        if wanted == [(self._state.itemData(at), self._state.itemText(at)) for at in range(self._state.count())]:
            return
        self._state.clear()
        for value, told in wanted:
            self._state.addItem(told, value)
        self._state.setCurrentIndex(max(0, self._state.findData(chosen.value if chosen else "")))
