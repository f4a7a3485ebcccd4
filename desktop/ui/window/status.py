# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The status bar: what was saved when, how the backup stands, what is being worked on, and two keys to know."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from desktop.ui.infra.jobs import Progress
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import plain, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.text import words


class StatusBar(QFrame):
    """Saved, backup, job, keys. Its words are announced to a screen reader when they change."""

    def __init__(
        self,
        *,
        backups: Callable[[], object],
        find: Callable[[], object],
        help_on: Callable[[], object],
        cancel: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("shape", "status")
        self.setObjectName("status-bar")
        self._mark = Mark("done", 15)
        self._saved = words("Nothing to save yet", "small", 600)
        self._saved.setObjectName("saved")
        self._backup = button("", "backup-state", backups, kind="status", icon_name="hard-drive")
        self._job = words("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(sp(120))
        self._bar.setAccessibleName("Progress")
        self._cancel = button("Cancel", "cancel-job", cancel, kind="status")
        self._work = plain(row(self._job, self._bar, self._cancel, gap=8))
        self._work.hide()
        self._find = button("Ctrl+K find", "status-find", find, kind="status")
        keys: list[QWidget] = [
            self._find,
            button("F1 help", "status-help", help_on, kind="status"),
        ]
        self.setLayout(
            row(self._mark, self._saved, 8, self._backup, None, self._work, *keys, gap=6, margins=(12, 2, 12, 2))
        )

    def show_saved(self, text: str) -> None:
        """'Saved 10:42'."""
        self._saved.setText(text)
        self._announce(text)

    def show_backup(self, text: str) -> None:
        """How the backup stands, in one short sentence."""
        say(self._backup, text)

    def show_progress(self, progress: Progress | None) -> None:
        """What is being worked on; None when nothing is."""
        self._work.setVisible(progress is not None)
        if progress is not None:
            self._bar.setMaximum(max(1, progress.total))
            self._bar.setValue(progress.done)
            self._job.setText(f"{progress.name}: {progress.label}")
            self._bar.setAccessibleDescription(f"Step {progress.done} of {progress.total}")

    def show_narrow(self, *, narrow: bool) -> None:
        """With little room the hint of the find key goes; F1 stays."""
        self._find.setVisible(not narrow)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
