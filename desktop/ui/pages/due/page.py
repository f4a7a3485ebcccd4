# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Due and actions: what is late? The action plan as lists and as a board, and everything with a date, late first."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.models.prints import ListPrint
from desktop.models.records import ActionState
from desktop.services.action_plan import ActionLine, Show
from desktop.services.desk import Desk
from desktop.services.due import DueView
from desktop.services.targets import Place, Target
from desktop.ui.infra.low import scrolls_as_one
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.due.action_card import ActionCard
from desktop.ui.pages.due.board import Board
from desktop.ui.pages.due.everything import Everything
from desktop.ui.pages.due.listed import actions_printed, cost_words
from desktop.ui.pages.due.lists import ACTION_COLUMNS, action_rows
from desktop.ui.pages.due.new_action import NewAction
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.tabs import Tabs
from desktop.ui.widgets.text import words

_EVERYTHING, _BOARD = "everything", "board"
_TABS = {
    _EVERYTHING: "Everything due",
    _BOARD: "Board",
    Show.OPEN.value: "Open actions",
    Show.LATE.value: "Late actions",
    Show.MINE.value: "Mine",
    Show.DONE.value: "Done",
}
_BESIDE_EM = 66
_COLUMNS_EM = 52  # less has no room for the columns of the board side by side


class DuePage(Page):
    """Lists on the left; the action that is chosen, or a new one, on the right."""

    place = Place.DUE.value
    title = "Due and actions"
    tables = frozenset(
        {"action", "assessment", "evidence_item", "training_record", "person", "person_role", "course", "meta"}
        | {"supervision_session", "supervision_rule", "hours_entry", "evidence_link"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self._overview, self._plan = desk.overview, desk.actions
        self._assessing, self._charity = desk.assessing, desk.charity
        self._tab = Show.OPEN.value
        self._em, self._seen = 70.0, False
        self._due: DueView | None = None
        self._lines: dict[str, ActionLine] = {}
        self._tabs = Tabs("due-tab-", _TABS)
        self._tabs.turned.connect(self._take_tab)
        self._actions = DataTable(ACTION_COLUMNS, "Actions", grow=True)
        self._actions.setObjectName("actions")
        self._actions.selected.connect(self._choose)
        self._actions.opened.connect(self._open)
        self._everything = Everything(tools.go, tools.today)
        self._board = Board(self._move)
        self._board.opened.connect(self._open)
        self._cost = words("", tone="soft", wrap=True)
        self._first = button("Add an action", "add-first-action", self.begin_new, kind="primary", icon_name="plus")
        self._empty = EmptyPlace(
            "list-checks",
            "Nothing here",
            "Actions say what you will put right, who does it and by when. They go into the pack as your plan.",
            self._first,
        )
        self._lists: tuple[QWidget, ...] = (self._actions, self._board, self._everything, self._empty)
        self._card = ActionCard(desk, tools, self._close_side)
        self._new = NewAction(desk.actions, tools, self._show_added, self._close_side)
        self._side = QStackedWidget()
        self._side.addWidget(scrolling(self._card))
        self._side.addWidget(scrolling(self._new))
        self._left = scrolling(plain(column(self._tabs, self._cost, *((each, 1) for each in self._lists), gap=10)))
        self.setLayout(row((self._left, 1), self._side, gap=2, margins=(24, 2, 10, 14)))
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin_new)
        self._side.hide()

    def refresh(self) -> None:
        """Read what is due and the action plan."""
        self._due = self._overview.due()
        self._tabs.show_tab(self._tab)
        if not self._seen and self._beside and self._new.waits:
            self._open_new()  # it was left half filled in
        self._seen = True
        if self._tab == _EVERYTHING:
            self._cost.hide()
            self._everything.show_due(self._due)
            self._show_list(self._everything, bool(self._due.lines))
            return
        lines = self._plan.lines(Show.ALL if self._tab == _BOARD else Show(self._tab))
        self._lines = {line.action.id: line for line in lines}
        self._cost.setText(cost_words(lines))
        self._cost.setVisible(bool(self._cost.text()))
        self._show_actions(lines)
        shown = self._lines.get(self._card.shown_id) or self._plan.line(self._card.shown_id)
        if shown is not None:
            self._card.show_line(shown)
        elif self._shows_action:
            self._close_side()

    def show_target(self, target: Target) -> None:
        """Show one action."""
        for tab in (Show.OPEN.value, Show.DONE.value):
            if self._tab == _EVERYTHING or target.id not in self._lines:
                self._take_tab(tab)
        self._actions.select(target.id)
        self._open(target.id)

    def subtitle(self) -> str:
        """How much is late and due."""
        return f"With a date of any kind: {self._due.words}" if self._due and self._due.lines else ""

    def header_buttons(self) -> Sequence[QPushButton]:
        """Add an action."""
        kind = (
            "" if self._adding or not self._empty.isHidden() else "primary"
        )  # the form, or the empty place, has it then
        return (button("Add action", "add-action", self.begin_new, kind=kind, icon_name="plus"),)

    @property
    def _shows_action(self) -> bool:
        return not self._side.isHidden() and self._side.currentIndex() == 0

    @property
    def _adding(self) -> bool:
        return not self._side.isHidden() and self._side.currentIndex() == 1

    def arrange(self, em: float) -> None:
        """List and action side by side, or one at a time."""
        self._em = em
        self._first.setVisible(not self._adding)
        beside = self._beside
        self._board.stand(narrow=em < _COLUMNS_EM)
        self._side.setMaximumWidth(sp(374) if beside else 16_777_215)
        self._side.setMinimumWidth(sp(334) if beside else 0)
        self._card.back.setVisible(not beside)
        for table in (self._actions, self._everything.table):
            table.stand_whole(whole=scrolls_as_one(self))
        self._left.setVisible(beside or self._side.isHidden())

    def leave(self) -> None:
        """Save what is being typed."""
        if self._shows_action:
            self._card.save()
        elif self._adding:
            self._new.leave()

    def listing(self) -> ListPrint:
        """The list that is shown."""
        if self._tab == _EVERYTHING:
            return self._everything.listing()
        if self._tab == _BOARD:
            return actions_printed("Action plan", tuple(self._lines.values()), self.tools.today())
        in_order = tuple(self._lines[row.id] for row in self._actions.shown.rows)
        return actions_printed(_TABS[self._tab], in_order, self.tools.today())

    def begin_new(self) -> None:
        """Begin a new action."""
        if self._open_new():
            self._new.take_focus()
        else:
            self.tools.go(Target(Place.STANDARDS))

    def _open_new(self) -> bool:
        view = self._assessing.view()
        if view is None:
            return False
        lines = [line for standard in view.standards for line in standard.lines]
        self._actions.select("")
        self._new.begin([(line.id, f"{line.number} {line.short_name}") for line in lines], self._charity.at_work())
        self._open_side(1)
        return True

    def _take_tab(self, name: str) -> None:
        self.leave()
        self._tab = name if name in _TABS else Show.OPEN.value
        if self._tab == _BOARD or self._shows_action:
            self._side.hide()
        self.refresh()
        self.arrange(self._em)
        self.header_changed.emit()

    @property
    def _beside(self) -> bool:
        """Whether the side stands beside the list; the board needs the whole width."""
        return self._tab != _BOARD and self._em >= _BESIDE_EM

    def _show_actions(self, lines: Sequence[ActionLine]) -> None:
        if self._tab == _BOARD:
            self._board.show_lines(lines)
        else:
            self._actions.show_rows(action_rows(lines, self.tools.today()))
        self._show_list(self._board if self._tab == _BOARD else self._actions, bool(lines))

    def _show_list(self, table: QWidget, filled: bool) -> None:
        for each in self._lists:
            each.setVisible(each is (table if filled else self._empty))

    def _choose(self, action_id: str) -> None:
        if self._beside:
            self._show_action(action_id)

    def _open(self, action_id: str) -> None:
        self._show_action(action_id)
        self._card.begin()

    def _show_action(self, action_id: str) -> None:
        line = self._lines.get(action_id)
        if line is not None:
            self._card.save()
            self._card.show_line(line)
            self._open_side(0)

    def _show_added(self, action_id: str) -> None:
        self._take_tab(Show.OPEN.value)
        self._actions.select(action_id)
        self._show_action(action_id)

    def _move(self, action_id: str, state: ActionState) -> None:
        self._plan.move(action_id, state)
        if state is ActionState.DONE:
            self.tools.messages.done(self._lines[action_id].asks)

    def _open_side(self, at: int) -> None:
        self._side.setCurrentIndex(at)
        self._side.show()
        self.arrange(self._em)
        self.header_changed.emit()

    def _close_side(self) -> None:
        self._side.hide()
        self._left.show()
        self.header_changed.emit()
        if self.isVisible():  # a place that is made ready must not take the focus from the one that is seen
            if self._tab == _BOARD:
                self._board.take_focus(self._card.shown_id)
            else:
                self._actions.setFocus()
