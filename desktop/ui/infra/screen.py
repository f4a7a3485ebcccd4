# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A screen fills the window: the welcome, the unlock page, the frame of an open workbook, the checker."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.infra.banner import Banner
from desktop.ui.infra.reading_order import put_in_order
from desktop.ui.widgets.boxes import row


class Screen(QWidget):
    """Has a ``banner``, which its layout must hold, so that messages are seen wherever one is.

    One that is shown over another also holds ``corner``, at the top right, for Hide now. ``topic`` is its help.
    """

    topic = "begin"

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("paper", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner = Banner()
        self.corner = row(gap=8)

    def begin(self) -> None:
        """The screen is shown now: put the focus where a person begins."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's own names
        """Tab and Shift+Tab go in the order of reading."""
        put_in_order(self)
        return super().focusNextPrevChild(next)
