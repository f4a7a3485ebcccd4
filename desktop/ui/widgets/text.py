# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Words on the screen. Always plain text: what a person typed never becomes markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.theme import font


def words(text: str, size: str = "body", weight: int = 400, tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label. ``tone`` is a colour role, '' for the usual one; ``wrap`` lets it take as many lines as it needs."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setFont(font(size, weight))
    if tone:
        label.setProperty("tone", tone)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def heading(text: str, size: str = "h2") -> QLabel:
    """A heading, which may wrap."""
    return words(text, size, 700, wrap=True)


def hint(text: str) -> QLabel:
    """A secondary line that one may skip."""
    return words(text, "small", tone="soft", wrap=True)
