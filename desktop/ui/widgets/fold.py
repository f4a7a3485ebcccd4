# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The seven standards as one folded sheet: seven real buttons side by side, or seven rows where it is narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme import TYPE, colour, font, sp, state
from desktop.ui.widgets.focus_ring import RING, draw_ring
from desktop.ui.widgets.fold_picture import DIP, LEFT, FoldPanel, FoldPicture, Look, outline, sheet, write
from desktop.ui.widgets.marks import draw_state

__all__ = ["Fold", "FoldPanel", "FoldPicture", "PanelButton"]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_ACROSS_EM = 60  # narrower than this it becomes rows
_SHORT_EM = 30  # narrower than this a row says "9 of 10", without the word
_BAND, _ROW, _LOW_ROW = 6, 40, 32
_BESIDE, _TOP = 12, 24
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Fold(QWidget):
    """The fold. ``opened`` tells the number of the standard that a person asks for.

    One stop for Tab; Left, Right, Home and End move inside; Enter, Space or a click opens.
    """

    opened = Signal(int)

    def __init__(self, panels: Sequence[FoldPanel]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The seven standards")
        self.panels: list[PanelButton] = []
        self.down = False
        self._row = _ROW
        self.show_panels(panels)

    def show_panels(self, panels: Sequence[FoldPanel]) -> None:
        """Show these panels. Where there are as many as before, the focus stays."""
        if len(panels) != len(self.panels):
            for old in self.panels:
                old.deleteLater()
            self.panels = [PanelButton(self, at, panel) for at, panel in enumerate(panels)]
            for button in self.panels:
                button.clicked.connect(self._open)
                button.show()
            self._one_stop(0)
        for button, panel in zip(self.panels, panels, strict=True):
            button.show_panel(panel)
        self._arrange()

    def stand(self, *, low: bool) -> None:
        """In a low window the rows are less high."""
        self._row = _LOW_ROW if low else _ROW
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room; as high as the words need."""
        return QSize(sp(TYPE["body"] * _ACROSS_EM), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough for one column."""
        return QSize(sp(240), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Across or down, by the width in em."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A change of text size changes what fits."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def move_to(self, at: int) -> None:
        """Put the focus on a panel, counted from 0."""
        at = max(0, min(at, len(self.panels) - 1))
        self._one_stop(at)
        self.panels[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        button = self.sender()
        assert isinstance(button, PanelButton)
        self._one_stop(button.at)
        self.opened.emit(button.panel.number)

    def _one_stop(self, chosen: int) -> None:
        for button in self.panels:
            stop = button.at == chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _height(self) -> int:
        if self.down:
            return sp(self._row) * len(self.panels)
        wide = self.width() / max(1, len(self.panels))
        names = max((button.name_height(wide) for button in self.panels), default=0)
        return sp(_TOP + 27) + names + sp(12 + 22 + 4 + 20 + 10) + sp(DIP)

    def _arrange(self) -> None:
        self.down = self.width() < sp(TYPE["body"] * _ACROSS_EM)
        high = self._height()
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)
        count = max(1, len(self.panels))
        for button in self.panels:
            button.setGeometry(self._place(button.at, count, high))
            button.update()

    def _place(self, at: int, count: int, high: int) -> QRect:
        if self.down:
            return QRect(0, at * sp(self._row), self.width(), sp(self._row))
        left, end = (round((self.width() - 1) * side / count) for side in (at, at + 1))
        return QRect(left, 0, end - left + 1, high)


class PanelButton(QAbstractButton):
    """One panel of the fold: a button, painted by us."""

    def __init__(self, fold: Fold, at: int, panel: FoldPanel) -> None:
        super().__init__(fold)
        self.at, self.panel, self._fold = at, panel, fold
        self.setProperty(RING, "own")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_panel(panel)

    def show_panel(self, panel: FoldPanel) -> None:
        """Show another state of the same standard."""
        self.panel = panel
        self.setObjectName(f"standard-{panel.number}")
        self.setAccessibleName(panel.accessible)
        self.setAccessibleDescription(panel.full_title)
        self.setToolTip(panel.full_title)
        self.update()

    def name_height(self, wide: float) -> int:
        """How high its name is when wrapped in a panel of that width; two lines at least."""
        letters = QFontMetrics(font("body", 600))
        room = QRect(0, 0, max(1, round(wide) - sp(_BESIDE + 6)), 1000)
        found = letters.boundingRect(room, _WRAPPED, self.panel.name).height()
        return max(found, letters.lineSpacing() * 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The fold decides."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End move; Enter opens, as Space does."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._fold.move_to(self.at + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._fold.move_to(0)
        elif key == Qt.Key.Key_End:
            self._fold.move_to(len(self._fold.panels) - 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The panel, or the row."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            (self._draw_row if self._fold.down else self._draw_panel)(painter)

    @property
    def _ground(self) -> str:
        if self.underMouse():
            return "action_tint"
        return "surface" if self.at % 2 == 0 else "sunken"

    def _draw_panel(self, painter: QPainter) -> None:
        told = state(self.panel.state_name)
        panel = sheet(QRectF(self.rect()), self.at, sp(DIP))
        painter.setPen(outline())
        painter.setBrush(colour(self._ground))
        painter.drawPolygon(QPolygonF(panel))
        down = QPointF(0, sp(_BAND))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(told.role))
        painter.drawPolygon(QPolygonF([panel[0], panel[1], panel[1] + down, panel[0] + down]))
        left, wide = sp(_BESIDE), self.width() - sp(_BESIDE + 6)
        y = sp(_TOP)
        write(painter, QRectF(left, y, wide, sp(26)), str(self.panel.number), ("h2", 700, "text"))
        names = self._fold.height() - sp(_TOP + 27) - sp(12 + 22 + 4 + 20 + 10) - sp(DIP)
        y += sp(27)
        write(painter, QRectF(left, y, wide, names), self.panel.name, ("body", 600, "text"), _WRAPPED)
        y += names + sp(10)
        side = sp(17)
        draw_state(painter, self.panel.state_name, QRectF(left, y + (sp(22) - side) / 2, side, side), self._ground)
        write(painter, QRectF(left + sp(24), y, wide, sp(22)), self.word(), ("body", 700, told.role))
        write(painter, QRectF(left, y + sp(26), wide, sp(20)), self.panel.answered_words, ("small", 400, "soft"))
        if self.hasFocus():
            inside = QRectF(self.rect()).adjusted(sp(4), sp(DIP + _BAND + 3), -sp(4), -sp(DIP + 4))
            draw_ring(painter, inside)

    def _draw_row(self, painter: QPainter) -> None:
        told = state(self.panel.state_name)
        rect = QRectF(self.rect())
        painter.fillRect(rect, colour(self._ground))
        painter.fillRect(QRectF(0, 0, sp(_BAND), rect.height()), colour(told.role))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), colour("line"))
        side, end = sp(17), rect.right() - sp(_BESIDE)
        draw_state(painter, self.panel.state_name, QRectF(sp(18), (rect.height() - side) / 2, side, side), self._ground)
        end = self._from_right(painter, end, PanelButton.answered, ("small", 400, "soft"), _RIGHT)
        end = self._from_right(painter, end, PanelButton.word, ("body", 700, told.role), LEFT)
        number = QRectF(sp(46), 0, sp(24), rect.height())
        write(painter, number, str(self.panel.number), ("body", 700, "text"))
        room = max(0.0, end - sp(70))
        name = QFontMetrics(font("body", 600)).elidedText(self.panel.name, Qt.TextElideMode.ElideRight, int(room))
        write(painter, QRectF(sp(70), 0, room, rect.height()), name, ("body", 600, "text"))
        if self.hasFocus():
            draw_ring(painter, rect.adjusted(sp(1), sp(1), -sp(1), -sp(2)))

    def answered(self) -> str:
        """How much is answered, shorter where there is little room."""
        short = self.width() < sp(TYPE["body"] * _SHORT_EM)
        return self.panel.answered_words.removesuffix(" answered") if short else self.panel.answered_words

    def word(self) -> str:
        """The word of its state."""
        return self.panel.words or state(self.panel.state_name).word

    def _from_right(
        self, painter: QPainter, end: float, part: Callable[["PanelButton"], str], look: Look, aligned: int
    ) -> float:
        """Write a part in a column that ends there, as wide in every row. Gives where the next column ends."""
        letters = QFontMetrics(font(look[0], look[1]))
        wide = max(letters.horizontalAdvance(part(button)) for button in self._fold.panels) + 2
        write(painter, QRectF(end - wide, 0, wide, self.height()), part(self), look, aligned)
        return end - wide - sp(16)
