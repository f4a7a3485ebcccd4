# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A box to tick whose words go on in the next line where they are long."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.field import tick
from desktop.ui.widgets.text import words


class WrappedTick(QWidget):
    """The box and its words; a click on either ticks. ``act`` hears only what a person does."""

    def __init__(self, name: str, text: str, act: Callable[[bool], object] | None = None) -> None:
        super().__init__()
        self._box = tick(name, "", act)
        self._box.setAccessibleName(text)
        self._box.setFixedSize(sp(28), sp(28))
        said = row((words(text, "small", wrap=True), 1), margins=(0, 4, 0, 0))
        self.setLayout(row(self._box, (said, 1), gap=4))
        self.layout().setAlignment(self._box, Qt.AlignmentFlag.AlignTop)  # type: ignore[union-attr]  # just set

    @property
    def ticked(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def show_ticked(self, *, on: bool) -> None:
        """Show whether it is ticked; tells nobody."""
        self._box.setChecked(on)

    def setEnabled(self, on: bool, /) -> None:  # noqa: N802 - Qt's own name and parameter
        """Whether it can be ticked; the words stay as they are."""
        self._box.setEnabled(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own name
        """A click on the words means the box."""
        if self._box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._box.click()
