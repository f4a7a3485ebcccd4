# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Told when something happened that nobody foresaw: plain words, the records are safe, the details can be copied."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import lines
from desktop.ui.widgets.text import heading, words
from desktop.ui.window.dialog import Dialog


class CrashDialog(Dialog):
    """``places`` are lines of our own code, without any of the person's data."""

    def __init__(
        self, parent: QWidget, places: str, open_log: Callable[[], object], close: Callable[[], object]
    ) -> None:
        super().__init__(parent, "crash", 560)
        said = words(
            "What you saved is safe: each save is complete before you see Saved. Carry on, or close and open "
            "Sevenfold again if something looks odd. The lines below help the makers. They hold nothing of yours.",
            wrap=True,
        )
        details: QPlainTextEdit = lines("crash-details", places, height=120)
        details.setReadOnly(True)
        details.setMaximumHeight(sp(120))
        details.setAccessibleName("Details for the makers")
        go_on = button("Carry on", "crash-carry-on", self.reject, kind="primary")
        go_on.setDefault(True)
        copy = button("Copy the details", "crash-copy", lambda: QGuiApplication.clipboard().setText(places))
        log = button("Open the log folder", "crash-log", open_log)
        end = button("Close Sevenfold", "crash-close", close)
        self.fill(
            heading("Something went wrong that we did not foresee", "h3"),
            said,
            details,
            row(copy, log, None, gap=10),
            4,
            row(go_on, end, None, gap=10),
        )
        go_on.setFocus()
