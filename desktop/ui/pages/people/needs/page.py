# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Training needs: who lacks what, what lapses when, and which course to run or book for whom."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import NEEDS
from desktop.services.targets import Place, Target
from desktop.services.workforce.needs import PLAN_DAYS, STEPS, LapsingStep
from desktop.ui.infra.low import is_low, scrolls_as_one
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.needs.need_card import NeedCard
from desktop.ui.pages.people.needs.need_lists import LAPSING, LISTS, PLAN, Need, NeedList
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint
from desktop.ui.widgets.time_line import TimeLine

_BESIDE_EM = 62
_AHEAD = frozenset({PLAN, LAPSING})


class NeedsPage(Page):
    """What lapses when as a picture, a list that one chooses, and what lies behind the row one is on."""

    place = Place.PEOPLE.value
    title = "Training needs"
    tables = frozenset(
        {"person", "person_role", "training_record", "booking", "course", "hours_entry", "workforce_rule", "meta"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-training-needs")
        self._service, self._people, self._em = desk.training_needs, desk.people, 70.0
        self._told = ""
        self._needs: dict[str, Need] = {}
        self._which = chooser("needs-which", [(name, one.name) for name, one in LISTS.items()])
        self._which.setAccessibleName("Show")
        self._which.setMinimumContentsLength(20)
        self._which.activated.connect(self._turn)
        steps = [(str(days), f"Within {days} days") for days in STEPS]
        self._within = chooser("needs-within", steps, str(PLAN_DAYS))
        self._within.setAccessibleName("How far ahead")
        self._within.activated.connect(self.refresh)
        self._line = TimeLine(date.min, (), STEPS[-1])
        self._line.setObjectName("needs-picture")
        self._ahead = hint("")
        self._picture = plain(column(self._line, self._ahead, gap=2))
        self._tables = {name: self._table(name) for name in LISTS}
        self._empty = EmptyPlace("check", "Nothing to do here", "")
        self._card = NeedCard(desk, tools, self._close)
        self._side = scrolling(self._card)
        self._side.hide()
        choosers = plain(Flow(self._which, self._within))
        lists = ((each, 1) for each in (*self._tables.values(), self._empty))
        self._left = scrolling(plain(column(self._picture, choosers, *lists, gap=8)))
        self.setLayout(row((self._left, 1), self._side, gap=16, margins=(24, 2, 24, 14)))

    def refresh(self) -> None:
        """Read the needs, and show the list that is chosen."""
        today = self.tools.today()
        view = self._service.view()
        self._told = view.told if view.people or self._people.lines() else ""
        self._show_picture(self._service.lapsing(), today)
        self._needs = {one.row.id: one for one in self._list.read(self._service, self._days, today)}
        self._shown.show_rows([one.row for one in self._needs.values()])
        self._show_list()
        shown = self._needs.get(self._card.shown_id)
        if shown is not None:
            self._card.show_need(shown)
        elif not self._side.isHidden():
            self._close()
        self.header_changed.emit()

    def where(self) -> Target:
        """This tab."""
        return Target(Place.PEOPLE, NEEDS)

    def subtitle(self) -> str:
        """How many gaps there are."""
        return self._told

    def listing(self) -> ListPrint | None:
        """The list that is chosen, a line for each gap."""
        told = f"{self._told} {self._within.currentText()}." if self._looks_ahead else self._told
        order = [self._needs[one.id] for one in self._shown.shown.rows]
        return self._list.listing(order, told, self.tools.today()) if order else None

    def arrange(self, em: float) -> None:
        """List and need side by side, or one at a time."""
        self._em = em
        beside = em >= _BESIDE_EM
        self._side.setMinimumWidth(sp(380) if beside else 0)
        self._side.setMaximumWidth(sp(400) if beside else 16_777_215)
        self._left.setVisible(beside or self._side.isHidden())
        self._picture.setHidden(not self._line.text() or is_low(self))
        for table in self._tables.values():
            table.stand_whole(whole=scrolls_as_one(self))

    def leave(self) -> None:
        """Keep what is typed."""
        self._card.leave()

    @property
    def _name(self) -> str:
        return str(self._which.currentData())

    @property
    def _list(self) -> NeedList:
        return LISTS[self._name]

    @property
    def _shown(self) -> DataTable:
        return self._tables[self._name]

    @property
    def _days(self) -> int:
        return int(self._within.currentData())

    @property
    def _looks_ahead(self) -> bool:
        return self._name in _AHEAD

    def _table(self, name: str) -> DataTable:
        made = DataTable(LISTS[name].columns, LISTS[name].name, lines=2, grow=True)
        made.setObjectName(f"needs-{name}")
        made.selected.connect(self._choose)
        made.opened.connect(self._open)
        return made

    def _turn(self) -> None:
        """Another list: what lies behind a row of the last one goes."""
        self.leave()
        self._side.hide()
        self.refresh()
        self.arrange(self._em)

    def _show_picture(self, steps: tuple[LapsingStep, ...], today: date) -> None:
        days = [line.lapses_on for step in steps for line in step.lines if line.lapses_on is not None]
        counts = [f"{len(step.lines)} {step.heading[0].lower()}{step.heading[1:]}" for step in steps if step.lines]
        told = f"Lapses: {', '.join(counts)}." if counts else ""
        self._line.show_days(today, days, told)
        self._ahead.setText(told)
        self._picture.setHidden(not told or is_low(self))

    def _show_list(self) -> None:
        self._within.setVisible(self._looks_ahead)
        for name, table in self._tables.items():
            table.setVisible(name == self._name and bool(self._needs))
        self._empty.setHidden(bool(self._needs))
        none = self._list.none if self._told else "Add people first. Then you see here who lacks which course."
        self._empty.say("Nothing is missing here" if self._told else "Nobody here yet", none)

    def _choose(self, row_id: str) -> None:
        if self._em >= _BESIDE_EM:
            self._show(row_id)

    def _open(self, row_id: str) -> None:
        self._show(row_id)
        self._card.take_focus()

    def _show(self, row_id: str) -> None:
        self._card.leave()
        self._card.show_need(self._needs[row_id])
        self._side.show()
        self.arrange(self._em)

    def _close(self) -> None:
        self._card.leave()
        self._side.hide()
        self.arrange(self._em)
        widget: QWidget = self._shown if self._needs else self._which
        widget.setFocus()
