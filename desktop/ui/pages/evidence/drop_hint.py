# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is seen while files are held over the page: that they may be dropped here; and the dropping."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import RADIUS, colour, font, sp
from desktop.ui.widgets.given import files_in

_WORDS = "Drop the files here to add them as evidence"


class DropHint(QWidget):
    """Lies over a page while files are held over it, and takes those that are dropped."""

    def __init__(self, page: QWidget, take: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(page)
        self._page, self._take = page, take
        self.setObjectName("drop-hint")
        self.setAccessibleName(_WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Files of this computer may be dropped on the page."""
        if isinstance(event, QDragEnterEvent):  # a kind of drop to Qt's classes, so it is asked first
            if files_in(event.mimeData()):
                event.acceptProposedAction()
                self._cover()
            return True
        if isinstance(event, QDragLeaveEvent):
            self.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            event.acceptProposedAction()
            self._take(files_in(event.mimeData()))
            return True
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._page.rect())
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
