# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The common shape of the screens before a workbook is open: an ink panel with the fold, and a column of work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.doorway.job_line import JobLine
from desktop.ui.doorway.lent import View
from desktop.ui.infra.screen import Screen
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fold_picture import FoldPicture
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.text import words

_STATES = ("met", "partly_met", "not_yet_met", "met", "partly_met", "met", "not_answered")
_PANEL_EM = 62
_BODY_PX = 15
_FIRST = 1000  # room goes to the content first, up to its greatest width
SAID = (
    "Keep your standards, your evidence and your training records on this computer.",
    "See at any time where you stand and what is due.",
    "Turn it all into a signed pack that others can check.",
)


class InkScreen(Screen):
    """A subclass gives its content to ``fill``."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._panel = _panel()
        self.work = JobLine()

    def fill(self, content: QWidget, *, width: int = 690, look: bool = True) -> None:
        """Lay the screen out. ``look``: with links for the text size and the theme, which build the screen anew."""
        content.setMaximumWidth(sp(width))
        links = row(
            button("Larger text", "text-larger", self._view.larger, kind="link"),
            button("Smaller text", "text-smaller", self._view.smaller, kind="link"),
            button("Light", "theme-light", lambda: self._view.theme("light"), kind="link"),
            button("Dark", "theme-dark", lambda: self._view.theme("dark"), kind="link"),
            button("High contrast", "theme-contrast", lambda: self._view.theme("contrast"), kind="link"),
            None,
            gap=16,
        )
        under = [plain(column(links, margins=(0, 12, 0, 0)))] if look else []
        middle = row(None, (content, _FIRST), None, gap=0)  # so that its height is worked out for the width it gets
        inside = plain(column(None, middle, *under, None, gap=8, margins=(48, 24, 48, 24)))
        right = plain(
            column(plain(column(self.banner, self.work, margins=(24, 12, 24, 0))), (scrolling(inside), 1), gap=0)
        )
        self.setLayout(row(self._panel, (right, 1), gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """With little room the panel goes."""
        super().resizeEvent(event)
        self._panel.setVisible(self.width() >= sp(_BODY_PX * _PANEL_EM))


def _panel() -> QWidget:
    name = row(Logo(34), words("Sevenfold", "h1", 700, "nav_text"), None, gap=12)
    claim = column(
        words("Know where you stand.", "h1", 700, "nav_text", wrap=True),
        words("Show it with proof.", "h1", 700, "nav_text", wrap=True),
        gap=2,
    )
    said = [words(sentence, "lead", tone="nav_text", wrap=True) for sentence in SAID]
    calm = words("Works without the internet. Nothing is sent anywhere.", tone="nav_soft", wrap=True)
    layout = column(name, None, claim, 4, *said, 8, FoldPicture(_STATES), None, calm, gap=8, margins=(40, 40, 40, 32))
    panel = box(layout, "nav")
    panel.setFixedWidth(sp(440))
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return panel
