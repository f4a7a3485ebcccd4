# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What every small drawn picture shares: it is a label to a screen reader, sized by the text, painted by us."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.theme import LOOK, sp


class Drawn(QLabel):
    """A picture with words: ``text()`` is what it says, the accessible name says what it belongs to as well.

    Sizes are asked for anew after a change of theme or text size, so nothing here is fixed in pixels.
    """

    def __init__(self, words: str, about: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tell(words, about)

    def tell(self, words: str, about: str = "") -> None:
        """Change the words, and what they belong to."""
        self.setText(words)
        self.setAccessibleName(f"{about}, {words}" if about and words else about or words)
        self.updateGeometry()
        self.update()

    def measure(self) -> QSize:
        """How large it is, in pixels."""
        return QSize(sp(18), sp(18))

    def draw(self, painter: QPainter) -> None:
        """Paint it."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """How large it is."""
        return self.measure()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """How large it is."""
        return self.measure()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter)


def frame_width() -> int:
    """How thick the border of a badge, a chip or a panel is."""
    return sp(2) if LOOK.theme == "contrast" else sp(1)
