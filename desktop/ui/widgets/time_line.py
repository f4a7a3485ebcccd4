# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The days ahead in one line: a mark for each thing that is due. The list beside it has the words."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.models.dates import short_date
from desktop.ui.theme import colour, font, sp
from desktop.ui.widgets.drawn import Drawn
from desktop.ui.widgets.marks import draw_state

_SOON, _LAST, _LATE_ROOM = 30, 90, 10
_PLACES = 22  # within the days ahead; days that are near share one
_MOST = 3  # marks one above the other
_HIGH, _MARK, _APART, _EDGE = 74, 12, 15, 12
_LABEL = 64  # px that a date needs
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class TimeLine(Drawn):
    """What is late, and what is due in 30 days and in ``last``. What is due later is left out."""

    def __init__(self, today: date, due: Sequence[date], last: int = _LAST) -> None:
        self._today, self._last = today, last
        self._days: tuple[int, ...] = ()
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_days(today, due)

    def show_days(self, today: date, due: Sequence[date], told: str = "") -> None:
        """Change the days. ``told`` says what is shown, where that is more than how many there are."""
        self._today = today
        self._days = tuple(sorted((day - today).days for day in due))
        self.tell(told or due_words(today, due, self._last))

    def measure(self) -> QSize:
        """Three marks high."""
        return QSize(sp(240), sp(_HIGH))

    def draw(self, painter: QPainter) -> None:
        """The line, its dates, and the marks on it."""
        base = self.height() - sp(24)
        painter.setPen(QPen(colour("edge"), sp(2)))
        painter.drawLine(QPointF(sp(_EDGE), base), QPointF(self.width() - sp(_EDGE), base))
        painter.setFont(font("small"))
        painter.setPen(colour("soft"))
        free = 0.0
        for day in range(0, self._last + 1, 30):
            x = self._x(day)
            painter.drawLine(QPointF(x, base - sp(4)), QPointF(x, base + sp(4)))
            if x >= free:
                painter.drawText(QRectF(x - sp(40), base + sp(5), sp(80), sp(18)), _MIDDLE, self._day_words(day))
                free = x + sp(_LABEL)
        for place, days in self._places().items():
            self._stack(painter, self._x(place * self._together), base, days)

    def _stack(self, painter: QPainter, x: float, base: float, days: list[int]) -> None:
        """The marks of one place, the first at the bottom; a number where there are too many."""
        shown = days if len(days) <= _MOST else days[: _MOST - 1]
        side = sp(_MARK)
        for at, day in enumerate(shown, 1):
            name = "late" if day < 0 else "due" if day <= _SOON else "later"
            draw_state(painter, name, QRectF(x - side / 2, base - sp(2) - at * sp(_APART), side, side))
        if len(shown) < len(days):
            top = base - sp(4) - _MOST * sp(_APART)
            painter.setPen(colour("text"))
            painter.drawText(QRectF(x - sp(20), top, sp(40), sp(18)), _MIDDLE, f"+{len(days) - len(shown)}")

    def _places(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for day in self._days:
            if day <= self._last:
                places.setdefault(round(max(day, 2 - self._late_room) / self._together), []).append(day)
        return places

    @property
    def _together(self) -> int:
        """How many days share a place."""
        return self._last // _PLACES

    @property
    def _late_room(self) -> int:
        """The days before today that what is late has."""
        return _LATE_ROOM * self._last // _LAST

    def _x(self, day: float) -> float:
        wide = self.width() - 2 * sp(_EDGE)
        late = self._late_room
        return sp(_EDGE) + wide * (day + late) / (late + self._last + 0.6 * late)

    def _day_words(self, day: int) -> str:
        if day == 0:
            return "Today"
        when = self._today + timedelta(days=day)
        return short_date(when, when)  # a line of days has no room for years


def due_words(today: date, due: Sequence[date], last: int = _LAST) -> str:
    """What the line shows, in words: "1 late, 11 in 30 days, 10 in 90 days"."""
    days = [(day - today).days for day in due]
    late = sum(day < 0 for day in days)
    soon = sum(0 <= day <= _SOON for day in days)
    later = sum(_SOON < day <= last for day in days)
    return f"{late} late, {soon} in {_SOON} days, {later} in {last} days"
