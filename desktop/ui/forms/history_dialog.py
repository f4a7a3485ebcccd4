# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The history of one record, newest first; an earlier wording can be used again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.services.story import StoryLine
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.text import heading, hint, words

_A_PAGE = 30


class HistoryDialog(QDialog):
    """``restore`` gets a wording to be used again, None where none can be; ``now`` is the present one."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: Sequence[StoryLine],
        now: str = "",
        restore: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle("Sevenfold")
        self.setObjectName("history")
        self.setMinimumSize(sp(600), sp(480))
        self._lines, self._now, self._restore, self._shown = tuple(lines), now, restore, 0
        self._room = QVBoxLayout()
        self._room.setSpacing(sp(10))
        self._more = button("Show earlier ones", "history-more", self._show_more)
        self._close = button("Close", "history-close", self.accept)
        about = "Newest first. Using a wording again is a step of its own, and Ctrl+Z takes it back."
        told = hint(about if self._lines else "Nothing was saved of it yet.")
        inside = plain(column(self._room, row(self._more, None), None, gap=10, margins=(0, 0, 4, 0)))
        parts = (heading(title, "h3"), told, (scrolling(inside), 1), row(self._close, None))
        self.setLayout(column(*parts, gap=10, margins=(20, 16, 20, 16)))
        self._show_more()
        self._close.setFocus()

    def _show_more(self) -> None:
        """The next ones: a record may have hundreds."""
        for line in self._lines[self._shown : self._shown + _A_PAGE]:
            self._room.addWidget(self._entry(line))
        self._shown += _A_PAGE
        self._more.setVisible(self._shown < len(self._lines))

    def _entry(self, line: StoryLine) -> QWidget:
        undone = "Undone: " if line.undone else ""
        parts: list[QWidget] = [words(line.when, "small", 700)]
        parts += [words(f"{undone}{sentence}", wrap=True) for sentence in line.sentences]
        if line.wording is not None and self._restore is not None:
            parts.append(
                box(column(words(line.wording or "No words.", "small", wrap=True), margins=(12, 8, 12, 8)), "well")
            )
            if line.wording.strip() not in {"", self._now.strip()}:
                use = button("Use this wording again", f"history-use-{line.number}", partial(self._use, line.wording))
                parts.append(plain(row(use, None)))
        return plain(column(*parts, gap=4))

    def _use(self, wording: str) -> None:
        assert self._restore is not None
        self.accept()
        self._restore(wording)
