# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Keeps a person's place when rows show other records: the focus goes to the control that has the same name now."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def keeping_place(inside: QWidget, otherwise: QWidget) -> Iterator[None]:
    """While rows ``inside`` come, go or change. ``otherwise`` gets the focus when what had it is gone for good."""
    had = QApplication.focusWidget()
    name = had.objectName() if had is not None and had is not otherwise and inside.isAncestorOf(had) else ""
    yield
    if name:
        (inside.findChild(QWidget, name) or otherwise).setFocus()
