# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The common shape of the screens before a workbook is open: an ink panel with the fold, and a column of work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.doorway.job_line import JobLine
from desktop.ui.doorway.lent import View
from desktop.ui.infra.low import is_low
from desktop.ui.infra.screen import Screen
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import BAR_ROOM, box, column, plain, row, rule, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fold_picture import FoldPicture
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.text import words

_STATES = ("met", "partly_met", "not_yet_met", "met", "partly_met", "met", "not_answered")
_NARROW_EM, _WIDE_EM = 62, 80  # from here on there is room for a narrow panel, and for a wide one
_BODY_PX = 15
_TOP = 88  # where a step begins
_FIRST = 1000  # room goes to the content first, up to its greatest width
SAID = (
    "Keep your standards, your evidence and your training records on this computer.",
    "See at any time where you stand and what is due.",
    "Turn it all into a signed pack others can check.",
)


class InkScreen(Screen):
    """A subclass gives its content to ``fill``."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view
        self._narrow, self._wide = _narrow_panel(), _wide_panel()
        self._one_height = False
        self._under: QHBoxLayout | None = None
        self.work = JobLine()

    def fill(
        self,
        content: QWidget,
        *,
        width: int = 690,
        look: bool = True,
        one_height: bool = False,
        pinned: QWidget | None = None,
    ) -> None:
        """Lay the screen out. ``look``: with links for the text size and the theme, which build the screen anew.

        ``one_height``: the content begins at one height, whatever its length. ``pinned`` stays in view under it.
        """
        self._one_height = one_height
        links = row(
            button("Larger text", "text-larger", self._view.larger, kind="link"),
            button("Smaller text", "text-smaller", self._view.smaller, kind="link"),
            button("Light", "theme-light", lambda: self._view.theme("light"), kind="link"),
            button("Dark", "theme-dark", lambda: self._view.theme("dark"), kind="link"),
            button("High contrast", "theme-contrast", lambda: self._view.theme("contrast"), kind="link"),
            None,
            gap=16,
        )
        work = plain(column(content, 12, links, gap=8)) if look else content
        work.setMaximumWidth(sp(width))
        middle = row(None, (work, _FIRST), None, gap=0)  # so that its height is worked out for the width it gets
        self._inside = column(*([] if one_height else [None]), middle, None, gap=8)
        told = plain(column(self.banner, self.work, margins=(24, 12, 24, 0)))
        right = column(told, (scrolling(plain(self._inside)), 1), gap=0)
        if pinned is not None:
            pinned.setMaximumWidth(sp(width))
            self._under = row(None, (pinned, _FIRST), None, gap=0)
            right.addWidget(rule())
            right.addWidget(plain(self._under))

        self.setLayout(row(self._narrow, self._wide, (plain(right), 1), gap=0))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """With little room the panel is narrow, and with less it goes."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        wide = self.width() >= sp(_BODY_PX * _WIDE_EM)
        narrow = not wide and self.width() >= sp(_BODY_PX * _NARROW_EM)
        for panel, shown in ((self._narrow, narrow), (self._wide, wide)):
            panel.setVisible(shown)
        side, end = (sp(48), sp(24)) if wide else (sp(28), sp(16))
        top = sp(_TOP) if self._one_height and not is_low(self) else end
        self._inside.setContentsMargins(side, top, side, end)
        if self._under is not None:
            self._under.setContentsMargins(
                side, sp(12), side + BAR_ROOM, sp(14)
            )  # under what has a scroll bar beside it


def _wide_panel() -> QWidget:
    return _panel(440, 32, claim="h1", said="lead")


def _narrow_panel() -> QWidget:
    return _panel(300, 24, claim="h2", said="body")


def _panel(width: int, side: int, *, claim: str, said: str) -> QWidget:
    name = row(Logo(34), words("Sevenfold", "h1", 700, "nav_text"), None, gap=12)
    claims = column(
        words("Know where you stand.", claim, 700, "nav_text", wrap=True),
        words("Show it with proof.", claim, 700, "nav_text", wrap=True),
        gap=2,
    )
    sentences = [words(sentence, said, tone="nav_text", wrap=True) for sentence in SAID]
    calm = words("Works without the internet. Nothing is sent anywhere.", tone="nav_soft", wrap=True)
    parts = (name, None, claims, 4, *sentences, 8, FoldPicture(_STATES, width=width - 2 * side), None, calm)
    panel = box(column(*parts, gap=8, margins=(side, 40, side, 32)), "nav")
    panel.setFixedWidth(sp(width))
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    panel.hide()
    return panel
