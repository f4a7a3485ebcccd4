# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one labelled row: label, hint, control, and what is wrong with it. Every field of every screen is one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QKeyCombination, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from desktop.models.dates import long_date
from desktop.ui.theme import TARGET, font, sp
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.later import later
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import hint as hint_label
from desktop.ui.widgets.text import words

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class Field(QWidget):
    """A control with its label above, its hint under the label, and its problem under the control."""

    def __init__(self, label: str, control: QWidget, hint: str = "", *, width: int = 0) -> None:
        super().__init__()
        self.control = control
        self._label = words(label.replace("&", "&&"), "body", 600, wrap=True)  # beside a buddy, & would mark a letter
        self._label.setBuddy(control)
        self._mark = Mark("missing", 15)
        self._problem = words("", "small", 700, "gap", wrap=True)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        if width:
            control.setMaximumWidth(sp(width))
        trouble = row((self._mark, 0), (self._problem, 1), gap=6, margins=(0, 4, 0, 0))  # room for the ring
        told = [hint_label(hint)] if hint else []
        self.setLayout(column(self._label, *told, 4 if hint else 0, control, trouble, gap=4))
        self._hint = hint
        self.clear_problem()

    def rename(self, label: str) -> None:
        """Another label, because the control is about something else now."""
        self._label.setText(label.replace("&", "&&"))
        self.control.setAccessibleName(label)

    def show_problem(self, sentence: str, *, focus: bool = True) -> None:
        """Say what is wrong, mark the control, and put the focus on it, unless the person has just left it."""
        self._tell(sentence)
        if focus:
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)
            later(self, self._stand_in_view)

    def clear_problem(self) -> None:
        """Nothing is wrong (any more)."""
        self._tell("")

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ''."""
        return self._problem.text()

    def _stand_in_view(self) -> None:
        """Scroll so that the control and all that is wrong with it are seen, where both fit."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.height() <= around.viewport().height():
            around.ensureWidgetVisible(self, 0, sp(4))

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._mark.setVisible(bool(sentence))
        self.control.setProperty("problem", bool(sentence))
        self.control.setAccessibleDescription(" ".join(filter(None, (sentence, self._hint))))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)


class Line(QLineEdit):
    """A field for one line. ``typed`` tells what a person wrote: by keys, input method, dictation or screen reader.

    Qt's ``textEdited`` does not tell what dictation and screen readers set. What the app shows with ``setText`` or
    ``clear`` is not told.
    """

    typed = Signal(str)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._showing = False
        self.textChanged.connect(self._tell)

    def setText(self, text: str | None, /) -> None:  # noqa: N802 - Qt's own name and parameter
        """Show a text; ``typed`` does not tell it. The same again leaves the cursor and what is selected alone."""
        if text == self.text():
            return
        self._showing = True
        super().setText(text)
        self._showing = False

    def clear(self) -> None:
        """Show nothing; ``typed`` does not tell it."""
        self.setText("")

    def _tell(self, text: str) -> None:
        if self._showing:
            return
        self.typed.emit(text)
        if not self.hasFocus():
            self.editingFinished.emit()  # set whole from outside: there is no leaving that could tell it


def line(name: str, text: str = "", *, secret: bool = False, limit: int = 300) -> Line:
    """A field for one line of text."""
    made = Line(text)
    _dress(made, name, limit)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class DateLine(Line):
    """A field for a typed date; the page reads it with ``desktop.models.typed_date``."""

    def show_day(self, day: date | None) -> None:
        """Show a day as people write it, or nothing."""
        self.setText(long_date(day) if day else "")


def date_line(name: str, day: date | None = None) -> DateLine:
    """A field for a typed date."""
    made = DateLine()
    _dress(made, name, 40)
    made.setFixedWidth(sp(200))
    made.show_day(day)
    return made


def _dress(made: QLineEdit, name: str, limit: int) -> None:
    made.setObjectName(name)
    made.setFont(font())
    made.setMaxLength(limit)
    made.setMinimumHeight(sp(TARGET))


class Lines(QPlainTextEdit):
    """A field for several lines of plain text. Tab leaves it, and Ctrl+Y redoes on every system."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFont(font())
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Linux knows only Ctrl+Shift+Z by itself."""
        if event.keyCombination() == _REDO:
            self.redo()
        else:
            super().keyPressEvent(event)


def lines(name: str, text: str = "", *, height: int = 96) -> QPlainTextEdit:
    """A field for several lines of plain text. Tab leaves it."""
    made = Lines(text)
    made.setObjectName(name)
    made.setMinimumHeight(sp(height))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def chooser(name: str, choices: Sequence[tuple[str, str]], chosen: str = "") -> QComboBox:
    """A field to choose one of (value, words); ``currentData()`` is the value. The wheel does not change it."""
    made = _StillComboBox()
    made.setObjectName(name)
    made.setFont(font())
    made.setMinimumHeight(sp(TARGET))
    for value, text in choices:
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made


def refill(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these instead. What is chosen stays so where it is still there; the same choices change nothing."""
    if list(choices) == [(box.itemData(at), box.itemText(at)) for at in range(box.count())]:
        return
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def tick(name: str, text: str, act: Callable[[bool], object] | None = None, *, on: bool = False) -> QCheckBox:
    """A box to tick. ``act`` hears only what a person does."""
    made = _Tick(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setFont(font())
    made.setChecked(on)
    if act is not None:
        made.toggled.connect(act)  # a screen reader toggles and does not click
    return made


class _Tick(QCheckBox):
    """Tells only what a person does: by the mouse, a key or a screen reader."""

    def setChecked(self, on: bool, /) -> None:  # noqa: N802 - Qt's own name and parameter
        """Show whether it is ticked; tells nobody."""
        with QSignalBlocker(self):
            super().setChecked(on)


class _StillComboBox(QComboBox):
    """A combo box that passes the wheel on: scrolling a page must not change a record.

    A letter typed in it finds a choice, also where the page has that letter for a key of its own.
    """

    def event(self, event: QEvent) -> bool:
        """Keep plain letters from the keys of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's own name
        """Leave the wheel to the page."""
        event.ignore()


def _is_letter(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and event.modifiers() in _PLAIN
