# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A banner at the top of the page: what happened, what is safe, what to do. It stays until it is closed or solved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.infra.messages import Notice
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, clear, column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words


class Banner(QWidget):
    """Room for one notice at a time; the newest is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, sp(10))  # with the top margin of a page, as between cards
        self.setLayout(self._room)
        self.hide()
        self.notice: Notice | None = None
        self._came_from: QWidget | None = None

    def show_notice(self, notice: Notice) -> None:
        """Show it, and say it to a screen reader by its name."""
        here = QApplication.focusWidget()
        if here is not None and not self.isAncestorOf(here):
            self._came_from = here
        clear(self._room)
        self.notice = notice
        rest = " ".join(filter(None, (notice.safe, notice.to_do)))
        sentences = column(words(notice.happened, "body", 700, wrap=True), gap=2)
        if rest:
            sentences.addWidget(words(rest, wrap=True))
        close = button("Close", "close-banner", self.clear, kind="plain")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the person was
        mark = Mark("missing" if notice.grave else "done", 22)
        layout = row(mark, (plain(sentences), 1), close, gap=12, margins=(14, 10, 12, 10))
        self._room.addWidget(box(layout, "alert" if notice.grave else "next"))
        self.setAccessibleName(f"{notice.happened} {rest}".strip())
        self.show()

    def clear(self) -> None:
        """Nothing is told any more. Whoever stands in it is back where they were, not at the window's first control."""
        here, back = QApplication.focusWidget(), self._came_from
        if here is not None and self.isAncestorOf(here) and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._room)
        self.notice = None
        self.hide()
