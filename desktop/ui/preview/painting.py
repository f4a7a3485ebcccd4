# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How a page of a document is drawn. Paper is white in every theme: it is somebody's document, not our own."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.ui.theme import colour, font, sp


def paint_page(painter: QPainter, place: QRect, image: QImage | None, words: str, ratio: float) -> None:
    """The page, or ``words`` where it is not there. ``ratio`` is how many pixels of the device a pixel has."""
    painter.fillRect(place, QColor(Qt.GlobalColor.white))
    if image is None:
        painter.setFont(font("body"))
        painter.setPen(QColor(Qt.GlobalColor.black))
        inside = place.adjusted(sp(16), sp(16), -sp(16), -sp(16))
        painter.drawText(inside, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)
    else:
        _paint_image(painter, place, image, ratio)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0, -1, -1))


def _paint_image(painter: QPainter, place: QRect, image: QImage, ratio: float) -> None:
    """In pixels of the device, so that a page made for this width is not blurred at 125% or 150%."""
    target = QRect(*(round(side * ratio) for side in (place.x(), place.y(), place.width(), place.height())))
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    if image.width() == target.width():
        painter.drawImage(target.topLeft(), image)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
    painter.restore()
