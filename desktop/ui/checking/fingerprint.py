# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A fingerprint for reading aloud: sixteen groups of four, and eight words."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from desktop.ui.theme import font, picture, sp
from desktop.ui.widgets.boxes import column, plain, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words

_WIDE = 540


class Fingerprint(QFrame):
    """Shows a fingerprint in a well. Copy takes it to the clipboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("shape", "well")
        self.setObjectName("fingerprint")
        self._groups: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(sp(16))
        self._grid.setVerticalSpacing(sp(2))
        self._said = words("", wrap=True)
        self._said.setObjectName("fingerprint-words")
        copy = button("Copy", "fingerprint-copy", self._copy, icon_name="copy")
        copy.setAccessibleName("Copy the fingerprint")
        shown = plain(column(row(self._grid, None), self._said, copy, gap=6))
        sign = column(picture("fingerprint", "text", 26), None)
        self.setLayout(row(sign, (shown, 1), gap=12, margins=(14, 10, 10, 10)))

    def show_fingerprint(self, groups: Sequence[str], said: Sequence[str]) -> None:
        """Show these groups and words."""
        self._groups, self._words = tuple(groups), tuple(said)
        self._said.setText(", ".join(said))
        spoken = " ".join(groups)
        self.setAccessibleName(f"Fingerprint {spoken}. In words: {', '.join(said)}")
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = [words(group, "lead", 600) for group in groups]
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        """Eight groups a line, or four where it is narrow."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        across = 8 if self.width() >= sp(_WIDE) else 4
        for at, label in enumerate(self._labels):
            label.setFont(font("lead", 600))
            self._grid.addWidget(label, at // across, at % across)

    def _copy(self) -> None:
        lines = (" ".join(self._groups[:8]), " ".join(self._groups[8:]), " ".join(self._words))
        QGuiApplication.clipboard().setText("\n".join(lines))
