# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How far the work is that a person waits for, before a workbook is open: its words and a bar."""

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.ui.infra.jobs import Jobs, Progress
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import words


class JobLine(QWidget):
    """Hidden until a job tells how far it is. A job of one step is over before it can be read, so it is not told."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("job-line")
        self._said = words("", "small", 600)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(sp(120))
        self._bar.setAccessibleName("Progress")
        self.setLayout(row(self._said, self._bar, None, gap=10))
        self.hide()

    def follow(self, jobs: Jobs) -> None:
        """Tell of these jobs, for as long as this line is there."""
        jobs.progressed.connect(self._show)
        jobs.idle.connect(self.hide)

    def _show(self, progress: Progress) -> None:
        if progress.total < 2:
            return
        self._bar.setMaximum(progress.total)
        self._bar.setValue(progress.done)
        self._bar.setAccessibleDescription(f"Step {progress.done} of {progress.total}")
        self._said.setText(f"{progress.name}: {progress.label}")
        self.show()
