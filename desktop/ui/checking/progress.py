# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Long work that is under way: its name, what it is doing, a bar, and Cancel."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QProgressBar

from desktop.ui.infra.jobs import Jobs, Progress
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import words


class ProgressCard(QFrame):
    """Follows the jobs of one name."""

    def __init__(self, title: str, job: str, jobs: Jobs, cancel: Callable[[], object], name: str = "progress") -> None:
        super().__init__()
        self._job = job
        self.setProperty("shape", "card")
        self.setObjectName(name)
        self._label = words("", tone="soft", wrap=True)
        self._label.setObjectName(f"{name}-label")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self.cancel = button("Cancel", f"{name}-cancel", cancel)
        head = row((words(title, "h3", 700, wrap=True), 1), self.cancel, gap=12)
        self.setLayout(column(head, self._label, self._bar, gap=8, margins=(16, 12, 16, 16)))
        jobs.progressed.connect(self._show)

    def begin(self) -> None:
        """Nothing is done yet."""
        self._bar.setMaximum(1)
        self._bar.setValue(0)
        self._label.setText("Starting")
        self.cancel.setFocus()

    def _show(self, progress: Progress) -> None:
        if progress.name != self._job:
            return
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.done)
        self._label.setText(f"Step {min(progress.done + 1, progress.total)} of {progress.total}. {progress.label}.")
        self._bar.setAccessibleDescription(self._label.text())
