# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The board: a column for each status, and cards that keys and buttons move from one to another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget

from desktop.models.records import ActionState
from desktop.services.action_plan import ActionLine
from desktop.ui.pages.due.board_card import STATES, BoardCard
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import heading, hint

_MOST = 30  # cards in a column: more than one reads at a glance, and each takes its time to make
_KEYS = "Arrow keys go from card to card. Ctrl and the left or right arrow moves a card. Enter opens it."


class Board(QWidget):
    """``opened`` tells the action that a person opens; ``move`` is given its id and the status that is asked for."""

    opened = Signal(str)

    def __init__(self, move: Callable[[str, ActionState], object]) -> None:
        super().__init__()
        self._move = move
        self._shown: tuple[ActionLine, ...] = ()
        self._columns = {state: _Column(state) for state in STATES}
        self._row: QBoxLayout = row(*((each, 1) for each in self._columns.values()), gap=10)
        self.setObjectName("board")
        self.setLayout(column(hint(_KEYS), self._row, None, gap=8))

    def show_lines(self, lines: Sequence[ActionLine]) -> None:
        """Show these actions, each in its column. The card that has the focus keeps it, wherever it goes."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        had = QApplication.focusWidget()
        name = had.objectName() if had is not None and self.isAncestorOf(had) else ""
        for state, each in self._columns.items():
            each.show_lines([line for line in lines if line.action.state is state], self._card)
        if name:
            self._give_focus(name)

    def stand(self, *, narrow: bool) -> None:
        """Columns one under another where they have no room side by side."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def take_focus(self, action_id: str) -> None:
        """Put the focus on a card, or on the first there is."""
        self._give_focus(f"card-{action_id}")

    def _card(self, line: ActionLine) -> BoardCard:
        action_id = line.action.id
        card = BoardCard(line, lambda to: self._move(action_id, to), lambda: self.opened.emit(action_id))
        card.line.stepped.connect(lambda across, down: self._step(card, across, down))
        return card

    def _give_focus(self, name: str) -> None:
        """To the control of that name, or to its card where the card has come to an end of the board."""
        card = f"card-{name.rpartition('-')[2]}"
        found = self.findChild(QWidget, name) or self.findChild(QWidget, card)
        first = next((each.cards[0].line for each in self._columns.values() if each.cards), None)
        if (target := found or first) is not None:
            target.setFocus()

    def _step(self, card: BoardCard, across: int, down: int) -> None:
        """To the card beside, over empty columns, or to the one above or below."""
        filled = [each.cards for each in self._columns.values() if each.cards]
        here = next(at for at, cards in enumerate(filled) if card in cards)
        at = filled[here].index(card)
        cards = filled[min(max(here + across, 0), len(filled) - 1)]
        cards[min(max(at + down, 0), len(cards) - 1)].line.setFocus()


class _Column(QFrame):
    def __init__(self, state: ActionState) -> None:
        super().__init__()
        self.setProperty("shape", "well")
        self._state = state
        self.cards: list[BoardCard] = []
        self._title = heading("", "body")
        self._room = column(gap=8)
        self._more = hint("")
        self.setLayout(column(self._title, self._room, self._more, None, gap=8, margins=(10, 10, 10, 10)))

    def show_lines(self, lines: Sequence[ActionLine], make: Callable[[ActionLine], BoardCard]) -> None:
        """Show the first of these; the card of a line that is as it was stays."""
        had = {card.shown: card for card in self.cards}
        self.cards = [had.pop(line) if line in had else make(line) for line in lines[:_MOST]]
        for gone in had.values():
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        for at, card in enumerate(self.cards):
            self._room.insertWidget(at, card)
        self._title.setText(f"{self._state.words} ({len(lines)})")
        left = len(lines) - len(self.cards)
        self._more.setText(f"And {left} more. The lists have them all." if left else "Nothing here.")
        self._more.setVisible(not lines or left > 0)
