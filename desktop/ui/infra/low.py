# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How low a window is, for the text in force. The first screen asks too, so nothing heavy is imported here."""

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import sp

LOW_PX = 720
FEW_ROWS_PX = 560


def is_low(widget: QWidget) -> bool:
    """Whether its window is so low that second lines and pictures make room."""
    return widget.window().height() < sp(LOW_PX)


def scrolls_as_one(widget: QWidget) -> bool:
    """Whether its window is so low that a list of its own height would show a few rows."""
    return widget.window().height() < sp(FEW_ROWS_PX)
