# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is seen while files are held over the page: that they may be dropped here."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import RADIUS, colour, font, sp

_WORDS = "Drop the files here to add them as evidence"


class DropHint(QWidget):
    """Lies over the page while files are held over it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("drop-hint")
        self.setAccessibleName(_WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Cover the whole page."""
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """A frame of dashes round the page, and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = colour("paper")
            ground.setAlphaF(0.92)
            painter.fillRect(self.rect(), ground)
            pen = QPen(colour("action"), sp(3))
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            edge = sp(12)
            place = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(place, RADIUS["card"], RADIUS["card"])
            painter.setPen(colour("text"))
            painter.setFont(font("h2", 700))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(place, flags, _WORDS)
