# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the clipboard or a drag holds that could be evidence beside files: a picture, or words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from desktop.models.dates import long_date


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture or words: a file name for it, and its content, made in a thread."""

    file_name: str
    content: Callable[[], bytes]


def pasted_from(held: QMimeData, today: date) -> Pasted | None:
    """A picture or words that are held, or None."""
    if held.hasImage():
        picture = QImage(held.imageData())
        if not picture.isNull():
            return Pasted(f"Pasted picture {long_date(today)}.png", lambda: _png(picture))
    text = held.text() if held.hasText() else ""
    if text.strip():
        return Pasted(f"Pasted words {long_date(today)}.txt", text.encode)
    return None


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, Qt takes the name
    return bytes(buffer.data().data())
