# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The list to tick: Space ticks, arrows move, Enter goes to how it ended for that person."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPen, QPolygonF

from desktop.models.workforce.training import TrainingResult
from desktop.services.workforce.day_lines import RESULT_MARKS
from desktop.ui.pages.people.days.attendance import RESULTS, Attendance, Ticked
from desktop.ui.pages.people.lists import state_name
from desktop.ui.theme import colour, sp, state_of
from desktop.ui.widgets.rows import Picture
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

COLUMNS = (
    Column("Name", wrap=True, least=180, share=3),
    Column("The course so far", wrap=True, least=170, share=2),
    Column("On the day", 140),
)
_BOX = 18
_TICK = ((0.24, 0.52), (0.43, 0.72), (0.77, 0.3))


class Attendees(DataTable):
    """The people of an attendance. ``ticked`` tells that a person ticked or unticked one."""

    ticked = Signal(str)

    def __init__(self, attendance: Attendance) -> None:
        super().__init__(COLUMNS, "Who attended", lines=2, grow=True)
        self._attendance = attendance
        self.setObjectName("attendees")
        self.setAccessibleDescription("Space ticks. Enter goes to how the day ended for that person.")
        self.clicked.connect(self._pressed)

    def show_people(self) -> None:
        """Show all, as they are ticked now."""
        self.show_rows([self._row(one) for one in self._attendance.people()])

    def show_tick(self, person_id: str) -> None:
        """One tick changed: that row alone is shown anew."""
        at = self.shown.row_of(person_id)
        if at < 0:
            self.show_people()
            return
        one = next(each for each in self._attendance.people() if each.person_id == person_id)
        self.shown.rows[at] = self._row(one)
        self.shown.dataChanged.emit(self.shown.index(at, 0), self.shown.index(at, len(COLUMNS) - 1))
        if QAccessible.isActive():
            said = f"{self.shown.rows[at].cells[0].said}. {self._attendance.told()}."
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks; the rest is the table's."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.selected_id:
            self.ticked.emit(self.selected_id)
        else:
            super().keyPressEvent(event)

    def _pressed(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == 0:
            self.ticked.emit(self.shown.rows[index.row()].id)

    def _row(self, one: Ticked) -> Row:
        result = self._attendance.result(one.person_id)
        ended = f"ticked, {RESULTS[result].lower()}" if result else "not ticked"
        name = Cell(one.name, f"{one.name}, {ended}", under=_code(one), picture=_box(on=result is not None))
        return Row(one.person_id, (name, _so_far(one), _on_the_day(result)))


def _code(one: Ticked) -> str:
    return one.offered.code if one.offered else ""


def _so_far(one: Ticked) -> Cell:
    if one.offered is None:
        return Cell("Not working here on that day")
    words, _, under = one.offered.words.partition(", ")
    order = list(type(one.offered.state)).index(one.offered.state)
    state = "booked" if one.offered.booked and not one.offered.state.counts else state_name(one.offered.state)
    return Cell(words, one.offered.words, state=state, under=f"{under[:1].upper()}{under[1:]}", sort_key=order)


def _on_the_day(result: TrainingResult | None) -> Cell:
    if result is None:
        return Cell("")
    words = RESULTS[result]
    return Cell(words, words, state=state_of(RESULT_MARKS[result]))


def _box(*, on: bool) -> Picture:
    """A box to tick, drawn as the others are."""

    def draw(painter: QPainter, place: QRectF) -> float:
        side = float(sp(_BOX))
        box = QRectF(place.left() + 1, place.center().y() - side / 2, side, side)
        painter.setPen(QPen(colour("action" if on else "edge"), sp(2)))
        painter.setBrush(colour("action" if on else "surface"))
        painter.drawRoundedRect(box, sp(3), sp(3))
        if on:
            pen = QPen(colour("on_action"), sp(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK]))
        return side + 2

    return draw
