# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One action on the board: what, for which indicator, who, by when, at what cost, and buttons that move it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.models.money import pounds
from desktop.models.records import ActionState
from desktop.services.action_plan import ActionLine
from desktop.ui.theme import state_of
from desktop.ui.widgets.boxes import Item, column, plain, row
from desktop.ui.widgets.buttons import LineButton, button
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words

STATES = tuple(ActionState)
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CardLine(LineButton):
    """What is to be done. Arrows ask for another card, Ctrl with the left or right one for another column."""

    stepped = Signal(int, int)
    pushed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Arrow keys; the rest is a button's."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if step[0]:
                self.pushed.emit(step[0])
        else:
            self.stepped.emit(*step)


class BoardCard(QFrame):
    """``move`` is given the status that is asked for, ``open_it`` nothing."""

    def __init__(self, shown: ActionLine, move: Callable[[ActionState], object], open_it: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.shown, self._move = shown, move
        action = shown.action
        self.line = CardLine(action.what, f"card-{action.id}", open_it, spoken=_spoken(shown), most=4)
        self.line.setAccessibleDescription("Enter opens it. Ctrl and the left or right arrow moves it.")
        self.line.pushed.connect(self._push)
        about = words(" \N{MIDDLE DOT} ".join((shown.number, action.owner or "Nobody yet")), "small", wrap=True)
        late = shown.days_late > 0
        stands = words(shown.state, "small", 700 if late else 400, "gap" if late else "", wrap=True)
        mark = Mark(state_of(shown.mark.value), 15)
        parts: list[Item] = [self.line, about, row(mark, (stands, 1), gap=6)]
        if action.cost is not None:
            parts.append(words(pounds(action.cost), "small", 600))
        self.setLayout(column(*parts, self._moves(), gap=4, margins=(8, 8, 8, 8)))

    def _moves(self) -> QWidget:
        """To the column before and to the one after."""
        here = STATES.index(self.shown.action.state)
        ways = ((here - 1, "back", "arrow-left"), (here + 1, "on", "arrow-right"))
        return plain(
            Flow(*(self._mover(STATES[to], way, icon) for to, way, icon in ways if to in range(len(STATES))), gap=4)
        )

    def _mover(self, to: ActionState, way: str, icon: str) -> QPushButton:
        action = self.shown.action
        made = button(to.words, f"move-{way}-{action.id}", lambda: self._move(to), kind="linkic", icon_name=icon)
        made.setAccessibleName(f"Move to {to.words}: {action.what}")
        return made

    def _push(self, step: int) -> None:
        to = STATES.index(self.shown.action.state) + step
        if to in range(len(STATES)):
            self._move(STATES[to])


def _spoken(shown: ActionLine) -> str:
    action = shown.action
    cost = "" if action.cost is None else pounds(action.cost)
    return ", ".join(filter(None, (action.what, shown.number, action.owner, shown.state, cost, shown.status)))
