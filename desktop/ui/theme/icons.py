# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Icons say what a thing is. Lucide outlines (``resources/icons``), drawn in a colour role; never without a word."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from desktop.support.resources import resource
from desktop.ui.theme.look import LOOK, sp


@cache
def _outline(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


def pixmap(name: str, role: str = "action", size: int = 18) -> QPixmap:
    """An icon in a colour role, ``size`` px at 100% text, sharp on dense screens."""
    dense = 2
    side = sp(size)
    drawn = QPixmap(side * dense, side * dense)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _outline(name).replace("currentColor", LOOK.colours[role])
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(dense)
    return drawn


def icon(name: str, role: str = "action", size: int = 18) -> QIcon:
    """An icon for a button, in a colour role."""
    return QIcon(pixmap(name, role, size))


def picture(name: str, role: str = "soft", size: int = 18) -> QLabel:
    """An icon as a label of its own. The words beside it are its name, so it has none."""
    label = QLabel()
    label.setPixmap(pixmap(name, role, size))
    label.setFixedSize(sp(size), sp(size))
    return label
