# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""To decide: each open point as a labelled row with choices. What is not decided is left out."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QLayout, QVBoxLayout, QWidget

from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.services.importing.points import Group, Point
from desktop.services.workforce.sheet_import import SheetImport
from desktop.ui.infra.page import Tools
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear, column
from desktop.ui.widgets.field import DateLine, Field, chooser, date_line, tick
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.words_shown import shown

_LOOK_COLUMNS = (Column("Cell", 76), Column("It says", 190, wrap=True), Column("What to look at", wrap=True, least=260))


class DecideStep(QWidget):
    """A row stays as it is while one answers; an answer only adds and takes away the rows that depend on it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._sheet: SheetImport | None = None
        self._rows: dict[str, Field] = {}
        self._told = words("", "body", 600, wrap=True)
        self._told.setObjectName("import-open")
        self._every = tick("import-recognised", "Show what was recognised, too", lambda _on: self._show())
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(sp(12))
        self._headings: list[QWidget] = []
        self._look_head = heading("Look at these in your sheet", "h3")
        self._look_hint = hint(
            "These cells stay out, or need a look. Put them right in the sheet and bring it in again."
        )
        self._looks = DataTable(_LOOK_COLUMNS, "What to look at in the sheet", whole=True, grow=True)
        self._looks.setObjectName("import-looks")
        looks = (self._look_head, self._look_hint, self._looks)
        self.setLayout(column(self._told, self._room, self._every, 8, *looks, gap=12))

    def show_sheet(self, sheet: SheetImport) -> None:
        """Show the points of this sheet."""
        if sheet is not self._sheet:
            self._forget_rows()
        self._sheet = sheet
        looks = sheet.looks()
        self._looks.show_rows(
            [
                Row(str(at), (Cell(look.cell), Cell(shown(look.text)), Cell(shown(look.message))))
                for at, look in enumerate(looks)
            ]
        )
        for part in (self._look_head, self._look_hint, self._looks):
            part.setVisible(bool(looks))
        self._show()

    def take_focus(self) -> None:
        """Begin at the first point, or at the tick."""
        first = next(iter(self._rows.values()), None)
        (first.control if first is not None and first.isVisible() else self._every).setFocus()

    def _show(self) -> None:
        if self._sheet is None:
            return
        every = self._sheet.points()
        points = [point for point in every if point.asked or self._every.isChecked()]
        self._every.setVisible(any(not point.asked for point in every))
        still = sum(not point.chosen for point in points)
        self._told.setText(_told(still, len(self._sheet.outcome().left_out)))
        self._put(points)

    def _put(self, points: Sequence[Point]) -> None:
        """Put the rows in order. A row that was there before is the same one, so that the focus stays in it."""
        wanted = {point.id for point in points}
        _take_out(self._room)
        for old in self._headings:
            old.hide()
            old.deleteLater()
        self._headings = []
        for gone in [row_id for row_id in self._rows if row_id not in wanted]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for group in Group:
            members = [point for point in points if point.group is group]
            if members:
                self._headings.append(heading(group.value, "h3"))
                self._room.addWidget(self._headings[-1])
            for point in members:
                self._room.addWidget(self._row(point))

    def _row(self, point: Point) -> Field:
        row = self._rows.get(point.id)
        if row is None or not _fits(row, point):
            if row is not None:
                row.hide()
                row.deleteLater()
            row = self._rows[point.id] = self._day(point) if point.typed else self._choice(point)
        elif isinstance(row.control, QComboBox):
            row.control.setCurrentIndex(row.control.findData(point.chosen))
        return row

    def _choice(self, point: Point) -> Field:
        choices = [(value, shown(text)) for value, text in point.choices]
        box = chooser(f"point-{point.id}", choices, point.chosen)
        box.activated.connect(lambda _index: self._answer(point.id, str(box.currentData())))
        return Field(shown(point.label), box, shown(point.hint), width=520)

    def _day(self, point: Point) -> Field:
        made = date_line(f"point-{point.id}", date.fromisoformat(point.chosen) if point.chosen else None)
        field = Field(shown(point.label), made, shown(point.hint))
        made.editingFinished.connect(partial(self._answer_day, point.id, field, made))
        return field

    def _answer_day(self, point_id: str, field: Field, made: DateLine) -> None:
        try:
            day = typed_date_or_none(made.text(), self._tools.today())
        except TypedDateError as error:
            happened, _safe, to_do = error.sentences
            field.show_problem(f"{happened} {to_do}", focus=False)
            self._answer(point_id, "")
            return
        field.clear_problem()
        made.show_day(day)
        self._answer(point_id, day.isoformat() if day else "")

    def _answer(self, point_id: str, value: str) -> None:
        if self._sheet is not None and value != self._sheet.chosen(point_id):
            self._sheet.answer(point_id, value)
            self.show_sheet(self._sheet)

    def _forget_rows(self) -> None:
        clear(self._room)
        self._rows.clear()
        self._headings = []


def _fits(row: Field, point: Point) -> bool:
    """Whether the row offers what the point offers now."""
    box = row.control
    if not isinstance(box, QComboBox):
        return point.typed
    return [str(box.itemData(at)) for at in range(box.count())] == [value for value, _text in point.choices]


def _take_out(layout: QLayout) -> None:
    while layout.takeAt(0) is not None:
        pass


def _told(still: int, left_out: int) -> str:
    cells = (
        "No cell is left out."
        if not left_out
        else f"{left_out} {'cell is' if left_out == 1 else 'cells are'} left out."
    )
    if not still:
        return f"Nothing needs you here. {cells}"
    open_words = "1 point is open" if still == 1 else f"{still} points are open"
    return f"{open_words}. What you do not decide is left out. As things stand: {cells}"
