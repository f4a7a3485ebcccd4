# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The one window. It shows a screen: one of those before a workbook is open, or the frame of an open workbook."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.ui.infra.screen import Screen
from desktop.ui.theme import LOOK, sp
from desktop.ui.widgets.boxes import put
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.window.header import hide_button

LEAST = (640, 480)
_TITLE_BAR = 40  # the system draws it round the window, within the same room


class MainWindow(QMainWindow):
    """Its title says only the name of the app. ``may_close`` is asked before it closes."""

    def __init__(self, size: tuple[int, int], may_close: Callable[[], bool]) -> None:
        super().__init__()
        self.setWindowTitle("Sevenfold")
        self.setObjectName("main-window")
        self._may_close = may_close
        self.hide_now: Callable[[], object] | None = None
        self._menus = False
        self._focus_under: list[QWidget | None] = []
        self._screens = QStackedWidget()
        self._screens.setProperty("paper", "true")
        self._screens.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(self._screens)
        room = QGuiApplication.primaryScreen().availableSize()
        self.setMinimumSize(min(LEAST[0], room.width()), min(LEAST[1], room.height()))
        self.resize(min(size[0], room.width()), min(size[1], room.height() - _TITLE_BAR))
        self.ring = FocusRing(self)
        self._dress()
        LOOK.changed.connect(self._dress)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that is seen."""
        return self._screens.currentWidget()

    def show_screen(self, screen: Screen, *, menus: bool = False) -> None:
        """Put a screen in; all those before are let go. Without ``menus`` the menu bar is not shown."""
        for old in self.take_out():
            old.deleteLater()
        self._menus = menus
        self._screens.addWidget(screen)
        self.menuBar().setVisible(menus)

    def take_out(self) -> list[QWidget]:
        """Take out all screens, so that the window shows nothing. They live on, hidden, until they are let go."""
        self._focus_under.clear()
        taken = []
        while (old := self._screens.widget(0)) is not None:
            self._screens.removeWidget(old)
            old.hide()
            taken.append(old)
        return taken

    def show_over(self, screen: Screen) -> None:
        """Show a screen over the one that stays, such as Check a pack. Over an open workbook it can be hidden too."""
        if self.hide_now is not None:
            put(screen.corner, hide_button(self.hide_now))
        self._focus_under.append(self.focusWidget())
        self._screens.setCurrentIndex(self._screens.addWidget(screen))
        self.menuBar().setVisible(False)

    def close_over(self) -> None:
        """Go back to the screen under the one on top."""
        top = self._screens.currentWidget()
        if self._screens.count() > 1 and top is not None:
            self._screens.removeWidget(top)
            top.deleteLater()
        self.menuBar().setVisible(self._menus)
        under = self._focus_under.pop() if self._focus_under else None
        if under is not None and isValid(under) and under.isVisible():
            under.setFocus()

    def fold_menus(self, *, folded: bool) -> None:
        """Put the menu bar away when there is little room; its keys go on working."""
        self.menuBar().setVisible(self._menus and not folded)

    def blank(self) -> None:
        """Show nothing at all, at once, and get out of the way. The screens live on until the process ends."""
        self._screens.setCurrentIndex(self._screens.addWidget(Screen()))
        self.menuBar().setVisible(False)
        self.repaint()
        self.showMinimized()

    def _dress(self) -> None:
        self.setStyleSheet(LOOK.sheet)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        """Close only when all is saved and nothing runs."""
        if self._may_close():
            event.accept()
        else:
            event.ignore()


def usual_size() -> tuple[int, int]:
    """The size on the first start."""
    return sp(1280), sp(800)
