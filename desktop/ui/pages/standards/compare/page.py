# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Compare: the results of every round, and any two rounds indicator by indicator."""

from datetime import date

from desktop.models.dates import long_date
from desktop.models.prints import ListPrint
from desktop.models.typed_date import TypedDateError
from desktop.services.desk import Desk
from desktop.services.place_words import COMPARE, ROUNDS
from desktop.services.rounds.comparing import CompareView, Position
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.standards.compare.words import (
    LINE_COLUMNS,
    SHOWN,
    choice_words,
    is_shown,
    line_rows,
    printed,
    told,
    trend_columns,
    trend_rows,
)
from desktop.ui.widgets.boxes import column, plain, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.field import Field, chooser
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import heading, words


class ComparePage(Page):
    """The trend on top, the two rounds under it."""

    place = Place.STANDARDS.value
    title = "Compare"
    tables = frozenset(
        {"answer", "assessment", "second_reading", "sign_off", "evidence_link", "evidence_item", "service"}
        | {"catalogue_version", "service_answer"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-compare")
        self._comparing = desk.rounds.comparing
        self._positions: tuple[Position, ...] = ()
        self._view: CompareView | None = None
        self._trend: DataTable | None = None
        self._trend_place = column(gap=0)
        self._before, self._now = chooser("compare-before", ()), chooser("compare-now", ())
        self._which = chooser("compare-which", SHOWN)
        for each in (self._before, self._now):
            each.activated.connect(self._compare)
        self._which.currentIndexChanged.connect(self._show_lines)
        self._day = DayField("The later one as at", "compare-as-at")
        self._day.line.editingFinished.connect(self._compare)
        fields = (Field("Before", self._before), Field("Now", self._now), Field("Show", self._which), self._day)
        self._told = words("", "body", 600, wrap=True)
        self._told.setObjectName("compare-told")
        self._table = DataTable(LINE_COLUMNS, "What moved", lines=2, grow=True, whole=True)
        self._table.setObjectName("compare-list")
        self._table.opened.connect(lambda indicator_id: tools.go(Target(Place.STANDARDS, indicator_id)))
        trend, two = heading("Every round", "h3"), heading("Two rounds", "h3")
        parts = (trend, self._trend_place, two, plain(Flow(*fields, gap=16)), self._told, self._table)
        self._parts = scrolling(plain(column(*parts, None, gap=12)))
        go = button("Sign-off and rounds", "compare-to-rounds", self._to_rounds, kind="primary")
        sentence = "Once there are two assessments, this shows what went up, what went down, and why."
        self._empty = EmptyPlace("history", "Nothing to compare yet", sentence, go)
        self.setLayout(column((self._parts, 1), (self._empty, 1), margins=(24, 2, 10, 14)))

    def refresh(self) -> None:
        """Read every round anew; the two that were chosen stay chosen."""
        self._positions = self._comparing.positions()
        enough = len(self._positions) > 1
        self._parts.setVisible(enough)
        self._empty.setHidden(enough)
        if enough:
            self._offer()
            self._show_trend()
            self._compare()
        self.header_changed.emit()

    def where(self) -> Target:
        """This page."""
        return Target(Place.STANDARDS, COMPARE)

    def subtitle(self) -> str:
        """What moved, counted."""
        return told(self._view) if self._view and len(self._positions) > 1 else ""

    def listing(self) -> ListPrint | None:
        """What moved, as it is shown."""
        return printed(self._view, str(self._which.currentData())) if self._view else None

    def _offer(self) -> None:
        """The rounds in both choosers; at first the last two."""
        offered = [(one.assessment.id, choice_words(one)) for one in self._positions]
        for each, at in ((self._before, -2), (self._now, -1)):
            kept = each.currentData()
            if [(each.itemData(n), each.itemText(n)) for n in range(each.count())] != offered:
                each.clear()
                for one_id, said in offered:
                    each.addItem(said, one_id)
                found = each.findData(kept)
                each.setCurrentIndex(found if found >= 0 else each.count() + at)

    def _show_trend(self) -> None:
        columns = trend_columns(self._positions)
        if self._trend is None or self._trend.shown.columns != columns:
            if self._trend is not None:
                self._trend.deleteLater()
            self._trend = DataTable(columns, "The result of each standard in every round", whole=True, grow=True)
            self._trend.setObjectName("compare-trend")
            self._trend_place.addWidget(self._trend)
        self._trend.show_rows(trend_rows(self._positions))

    def _compare(self) -> None:
        now = next(one for one in self._positions if one.assessment.id == self._now.currentData())
        self._day.setVisible(now.sign_off is None)
        self._view = self._comparing.compare(
            str(self._before.currentData()), str(self._now.currentData()), self._as_at()
        )
        at = f" The later one as at {long_date(self._view.now.as_at)}." if now.sign_off is None else ""
        self._told.setText(f"{told(self._view)}{at}")
        self._show_lines()
        self.header_changed.emit()

    def _as_at(self) -> date | None:
        self._day.clear_problem()
        try:
            return self._day.read(self.tools.today(), focus=False)
        except TypedDateError:
            return None  # it is told under its field

    def _show_lines(self) -> None:
        which = str(self._which.currentData())
        if self._view is not None:
            self._table.show_rows(line_rows([line for line in self._view.lines if is_shown(line, which)]))

    def _to_rounds(self) -> None:
        self.tools.go(Target(Place.STANDARDS, ROUNDS))
