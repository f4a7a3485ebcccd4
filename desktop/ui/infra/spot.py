# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where a person is in an open workbook, so that a lock or another look brings them back to it."""

import json
from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.services.targets import Place, Target


@dataclass(frozen=True, slots=True)
class Spot:
    """The place and record, the name of the control with the focus, and before which letter its caret stands."""

    target: Target
    control: str = ""
    caret: int = 0

    @classmethod
    def of(cls, target: Target, focus: QWidget | None) -> Self:
        """Where the focus is now."""
        if isinstance(focus, QPlainTextEdit):
            return cls(target, focus.objectName(), focus.textCursor().position())
        if isinstance(focus, QLineEdit):
            return cls(target, focus.objectName(), focus.cursorPosition())
        return cls(target, focus.objectName() if focus is not None else "")

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """As ``text`` wrote it; None when nothing was written."""
        if not text:
            return None
        place, record, control, caret = json.loads(text)
        return cls(Target(Place(place), record), control, caret)

    @property
    def text(self) -> str:
        """To be kept."""
        return json.dumps([self.target.place.value, self.target.id, self.control, self.caret])

    def take_focus(self, inside: QWidget) -> None:
        """Put the focus and the caret where they were, if that is there and seen."""
        named = inside.findChildren(QWidget, self.control) if self.control else []
        control = next((each for each in named if each.isVisible() and each.isEnabled()), None)
        if control is None:
            return
        control.setFocus()
        if isinstance(control, QPlainTextEdit):
            cursor = QTextCursor(control.document())
            cursor.setPosition(min(self.caret, control.document().characterCount() - 1))
            control.setTextCursor(cursor)
        elif isinstance(control, QLineEdit):
            control.setCursorPosition(self.caret)
