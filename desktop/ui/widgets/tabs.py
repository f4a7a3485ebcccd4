# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Tabs as buttons, of which one is on: a row that goes on in the next one where it is full."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import Flow

_KEYPAD = Qt.KeyboardModifier.KeypadModifier  # of every arrow key on macOS
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Tabs(QWidget):
    """``turned`` tells the name of the tab that a person asks for, also when it is on already.

    One stop for Tab, which is the one that is on. Arrow keys turn to the next or the one before in the order of
    reading, over the end of a row too; by themselves Qt's buttons would go by where they stand. Home and End turn to
    the first and the last.
    """

    turned = Signal(str)

    def __init__(self, prefix: str, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._group, self._told = QButtonGroup(self), -1
        self._group.idPressed.connect(self._pressed)
        self._group.idToggled.connect(self._toggled)  # a screen reader toggles and does not click
        self._group.idClicked.connect(self._clicked)
        row = Flow(gap=2)
        for at, (name, text) in enumerate(names.items()):
            made = button(text, f"{prefix}{name.casefold()}", _nothing, kind="tab")
            made.setCheckable(True)
            made.installEventFilter(self)
            self._group.addButton(made, at)
            row.addWidget(made)
        self.setLayout(row)
        self.show_tab(self._names[0])

    def show_tab(self, name: str) -> None:
        """Show that one is on; ``turned`` does not tell it. The focus goes along, where it is on another."""
        made = self._group.button(self._names.index(name))
        with QSignalBlocker(self._group):
            made.setChecked(True)
        self._stop_once()
        if self.window().focusWidget() in self._group.buttons():
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the focus on the one that is on."""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, step: int) -> None:
        """Turn so many further, over the ends too."""
        self._group.button((self._group.checkedId() + step) % len(self._names)).click()

    def eventFilter(self, made: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Arrow keys, Home and End."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.modifiers() & ~_KEYPAD:
            return super().eventFilter(made, event)
        at, last = self._group.checkedId(), len(self._names) - 1
        key = Qt.Key(event.key())
        if key in _STEPS:
            to = (at + _STEPS[key]) % (last + 1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            to = 0 if key == Qt.Key.Key_Home else last
        else:
            return super().eventFilter(made, event)
        self._group.button(to).click()
        self._group.button(to).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _pressed(self, _at: int) -> None:
        self._told = -1

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self._stop_once()
            self._told = at
            self.turned.emit(self._names[at])

    def _stop_once(self) -> None:
        for made in self._group.buttons():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made.isChecked() else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, at: int) -> None:
        if self._told != at:  # else it was told when it came on
            self.turned.emit(self._names[at])


def _nothing() -> None:
    """What a button does is told by its group."""
