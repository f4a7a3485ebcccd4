# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The judgement picker: six real radio buttons in one group, painted as figures over words, or as a column."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from desktop.models.records import Judgement
from desktop.ui.theme import RADIUS, TYPE, colour, font, sp
from desktop.ui.widgets.drawn import frame_width
from desktop.ui.widgets.marks import draw_mark

NOT_APPLICABLE = 5  # the place of N in the row
_WORDS = (*(judgement.words for judgement in Judgement), "Not applicable")
_KEYS = {**{Qt.Key(Qt.Key.Key_0.value + at): at for at in range(5)}, Qt.Key.Key_N: NOT_APPLICABLE}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ACROSS_EM = 36  # of the picker's own width; a page under 48 em asks for a column itself
_AIR = 5  # px round each for the focus ring
_ROW = 40
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Picker(QWidget):
    """How well an indicator is in place: 0 to 4, or N for not applicable.

    ``picked`` tells what a person chose: 0 to 4, or None for "Not applicable". Showing a choice tells nothing.
    ``written`` tells a letter that chooses nothing: who types words here means them for a field of words.

    Arrow keys move the focus and choose nothing; Space or Enter chooses, and so do the keys 0 to 4 and N while the
    focus is here (``single_keys`` switches those off). An ordinary radio group would choose on each arrow key, but a
    judgement is a record with a name and a date: walking past four answers must not write four of them.
    """

    picked = Signal(object)
    written = Signal(str)

    def __init__(self, *, single_keys: bool = True, question: str = "How well is this in place?") -> None:
        super().__init__()
        self.single_keys = single_keys
        self.down = False
        self._always_down = False
        self._shown: int | None = None
        self.setAccessibleName(question)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.choices = [Choice(self, at) for at in range(len(_WORDS))]
        for choice in self.choices:
            self._group.addButton(choice, choice.at)
        self._group.idToggled.connect(self._toggled)  # a screen reader toggles and does not click
        self.show_choice(None)

    def show_choice(self, judgement: int | None, *, not_applicable: bool = False) -> None:
        """Show what is recorded; (None, not_applicable=False) is not answered. Emits nothing."""
        self._shown = NOT_APPLICABLE if not_applicable else judgement
        self._group.setExclusive(False)
        for choice in self.choices:
            choice.setChecked(choice.at == self._shown)
        self._group.setExclusive(True)
        self._settle()

    def set_down(self, down: bool) -> None:
        """Ask for a column whatever the width."""
        self._always_down = down
        self._arrange()

    def take_focus(self) -> None:
        """Put the focus on what is chosen, or on the first."""
        self.choices[self._shown or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: Qt.Key) -> bool:
        """Do what a key asks for; False when it asks for nothing here."""
        if key in _KEYS and self.single_keys:
            choice = self.choices[_KEYS[key]]
            choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
            choice.click()
            return True
        return False

    def move_from(self, at: int, step: int) -> None:
        """Move the focus, choosing nothing."""
        self.choices[(at + step) % len(self.choices)].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room; as high as the words need."""
        return QSize(sp(TYPE["body"] * 44), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough for a column."""
        return QSize(sp(220), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Across or down, by the width in em."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A change of text size changes what fits."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _toggled(self, at: int, on: bool) -> None:
        if not on or at == self._shown:
            return
        self._shown = at
        self._settle()
        self.picked.emit(None if at == NOT_APPLICABLE else at)

    def _settle(self) -> None:
        stop = self._shown or 0
        for choice in self.choices:
            choice.say(chosen=choice.at == self._shown)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice.at == stop else Qt.FocusPolicy.ClickFocus)

    def _height(self) -> int:
        if self.down:
            return sp(_ROW) * len(self.choices) + 2 * _AIR
        wide = self.width() / len(self.choices) - 2 * _AIR
        return sp(28) + max(choice.words_height(wide) for choice in self.choices) + sp(8) + 2 * _AIR

    def _arrange(self) -> None:
        self.down = self._always_down or self.width() < sp(TYPE["body"] * _ACROSS_EM)
        high = self._height()
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)
        for choice in self.choices:
            choice.setGeometry(self._place(choice.at, high))
            choice.update()

    def _place(self, at: int, high: int) -> QRect:
        if self.down:
            return QRect(_AIR, _AIR + at * sp(_ROW), self.width() - 2 * _AIR, sp(_ROW) - sp(4))
        left, end = (round(self.width() * side / len(self.choices)) for side in (at, at + 1))
        return QRect(left + _AIR, _AIR, end - left - 2 * _AIR, high - 2 * _AIR)


class Choice(QRadioButton):
    """One answer of the picker."""

    def __init__(self, picker: Picker, at: int) -> None:
        super().__init__(picker)
        self.at, self._picker = at, picker
        self.setObjectName(f"judge-{self.figure}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def figure(self) -> str:
        """0 to 4, or N."""
        return "N" if self.at == NOT_APPLICABLE else str(self.at)

    def say(self, *, chosen: bool) -> None:
        """Tell a screen reader what it is and whether it is chosen."""
        self.setAccessibleName(f"{self.figure}, {_WORDS[self.at]}" + (", chosen" if chosen else ""))
        self.update()

    def words_height(self, wide: float) -> int:
        """How high its words are in a button of that width; two lines at least."""
        letters = QFontMetrics(font("small", 600))
        room = QRect(0, 0, max(1, int(wide) - sp(8)), 1000)
        return max(letters.boundingRect(room, _CENTRED, _WORDS[self.at]).height(), letters.lineSpacing() * 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The picker decides."""
        return self.size()

    def hitButton(self, pos: object) -> bool:  # noqa: N802, ARG002 - Qt's name and parameter
        """All of it is the button."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move and choose nothing; Enter chooses, as Space does; figures choose when switched on."""
        key = Qt.Key(event.key())
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        typed = bare or event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if typed and event.text().isalpha() and not (bare and key in _KEYS):
            self._picker.written.emit(event.text())
        elif not bare:
            event.ignore()
        elif key in _STEPS:
            self._picker.move_from(self.at, _STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif not self._picker.press(key):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Figure over words, or figure beside words; what is chosen is filled and ticked."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            on = self.isChecked()
            edge = sp(2) if on else frame_width()
            ground = "action" if on else "action_tint" if self.underMouse() else "surface"
            painter.setPen(QPen(colour("action" if on or self.underMouse() else "edge"), edge))
            painter.setBrush(colour(ground))
            half = edge / 2
            rect = QRectF(self.rect())
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), RADIUS["control"], RADIUS["control"])
            painter.setPen(colour("on_action" if on else "text"))
            (self._draw_down if self._picker.down else self._draw_across)(painter, rect)
            if on:
                self._draw_tick(painter, rect)

    def _draw_across(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(font("h3", 700))
        painter.drawText(rect.adjusted(0, sp(4), 0, 0), _CENTRED, self.figure)
        painter.setFont(font("small", 600 if self.isChecked() else 400))
        painter.drawText(rect.adjusted(sp(4), sp(28), -sp(4), 0), _CENTRED, _WORDS[self.at])

    def _draw_down(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(font("body", 700))
        painter.drawText(rect.adjusted(sp(12), 0, 0, 0), _LEFT, self.figure)
        painter.setFont(font("body", 600 if self.isChecked() else 400))
        words = _WORDS[self.at] + ("  (chosen)" if self.isChecked() else "")
        painter.drawText(rect.adjusted(sp(40), 0, -sp(30), 0), _LEFT, words)

    def _draw_tick(self, painter: QPainter, rect: QRectF) -> None:
        side = sp(14)
        top = (rect.height() - side) / 2 if self._picker.down else sp(6)
        right = rect.right() - side - sp(12 if self._picker.down else 6)
        place = QRectF(right, top, side, side)
        draw_mark(painter, "tick", place, colour("on_action"), colour("action"))
