# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Standard 6, live: is it proved by the records, today or on any other day?"""

from datetime import date

from desktop.models.prints import ListPrint
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.desk import Desk
from desktop.services.place_words import of_standard_six, six_target
from desktop.services.targets import Place, Target
from desktop.services.workforce.standard_six import StandardSixView
from desktop.ui.infra.low import scrolls_as_one
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.standard_six.figure_card import FigureCard
from desktop.ui.pages.people.standard_six.words import FIGURE_COLUMNS, figure_rows, printed, told
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, date_line
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint

_BESIDE_EM = 66


class StandardSixPage(Page):
    """The day on top, a row for each indicator, and beside it who is behind the figure one is on."""

    place = Place.PEOPLE.value
    title = "Standard 6"
    tables = frozenset(
        {"person", "person_role", "training_record", "booking", "course", "hours_entry", "recruitment_check"}
        | {"supervision_session", "supervision_rule", "answer", "assessment", "meta"}
    )

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("page-standard-6")
        self._six, self._em = desk.standard_six, 70.0
        self._as_at: date | None = None
        self._view: StandardSixView | None = None
        self._day = date_line("six-as-at")
        self._day.editingFinished.connect(self._take_day)
        self._day_field = Field("As at", self._day)
        self._table = DataTable(FIGURE_COLUMNS, "The indicators of Standard 6", lines=2, grow=True)
        self._table.setObjectName("six-figures")
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self._open)
        today = button("Today", "six-today", self._back_to_today)
        about = hint("Any day, past or to come. Worked out from the records; it never changes a judgement.")
        above = plain(row(self._day_field, plain(column(None, today, 4)), None, gap=10))
        within = column(above, about, (self._table, 1), gap=8)
        self._left = scrolling(plain(within))
        self._card = FigureCard(tools.go, self._close)
        self._side = scrolling(self._card)
        self._side.hide()
        self.setLayout(row((self._left, 1), self._side, gap=16, margins=(24, 2, 10, 14)))

    def refresh(self) -> None:
        """Work the figures out anew."""
        self._view = self._six.view(self._as_at)
        if not self._day.hasFocus():
            self._day.show_day(self._view.as_at)
        self._table.show_rows(figure_rows(self._view.lines))
        if not self._side.isHidden():
            self._show(self._table.selected_id)
        self.arrange(self._em)
        self.header_changed.emit()

    def show_target(self, target: Target) -> None:
        """Show who is behind the figure of an indicator."""
        indicator_id = of_standard_six(target.id)
        if indicator_id:
            self._table.select(indicator_id)
            self._open(indicator_id)

    def where(self) -> Target:
        """This tab, and the figure that is open."""
        return six_target("" if self._side.isHidden() else self._table.selected_id)

    def subtitle(self) -> str:
        """How many figures are met, and how many judgements say more."""
        return f"As at {self._view.as_at_words}: {told(self._view)}" if self._view else ""

    def listing(self) -> ListPrint | None:
        """The figures, without names."""
        return printed(self._view) if self._view else None

    def arrange(self, em: float) -> None:
        """Figures and people side by side, or one at a time."""
        self._em = em
        beside = em >= _BESIDE_EM
        self._side.setMinimumWidth(sp(420) if beside else 0)
        self._side.setMaximumWidth(sp(450) if beside else 16_777_215)
        self._card.back.setVisible(not beside)
        self._table.stand_whole(whole=scrolls_as_one(self))
        self._left.setVisible(beside or self._side.isHidden())

    def _take_day(self) -> None:
        try:
            day = typed_date_or_none(self._day.text(), self.tools.today())
        except TypedDateError as error:
            self._day_field.show_problem(error.brief, focus=False)
            return
        self._day_field.clear_problem()
        self._as_at = None if day == self.tools.today() else day
        self.refresh()
        self._day.show_day(self._view.as_at if self._view else None)

    def _back_to_today(self) -> None:
        self._day.show_day(None)
        self._take_day()

    def _choose(self, indicator_id: str) -> None:
        if self._em >= _BESIDE_EM and self._show(indicator_id):
            self._side.show()
            self.arrange(self._em)

    def _open(self, indicator_id: str) -> None:
        if self._show(indicator_id):
            self._side.show()
            self.arrange(self._em)
            self._card.take_focus()

    def _show(self, indicator_id: str) -> bool:
        lines = self._view.lines if self._view else ()
        line = next((line for line in lines if line.indicator_id == indicator_id), None)
        if line is not None:
            self._card.show_line(line)
        return line is not None

    def _close(self) -> None:
        self._side.hide()
        self.arrange(self._em)
        self._table.setFocus()
