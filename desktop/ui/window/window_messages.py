# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The bridge of ``infra.messages`` as the window does it: a banner, the status bar, dialogs that never block."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.models.errors import AppError
from desktop.support.clock import Clock
from desktop.ui.infra.banner import Banner
from desktop.ui.infra.messages import Notice, Question
from desktop.ui.window.dialogs import QuestionDialog


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was told, for Help, What happened."""

    at: datetime
    sentence: str
    folder: Path | None = None


class WindowMessages:
    """Tells and asks in one window. ``told`` is all that was told since the start, newest last."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        self._window = window
        self._banner: Banner | None = None
        self._clock = clock
        self._covered: Notice | None = None
        self._done: Notice | None = None
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.told: list[Told] = []

    def use(self, banner: Banner) -> None:
        """Show what is told in this banner from now on; what stands in the old one goes along."""
        notice = self._banner.notice if self._banner is not None else None
        self._banner = banner
        if notice is not None:
            banner.show_notice(notice)

    def tell(self, notice: Notice | AppError) -> None:
        """Show in the banner of the page."""
        shown = Notice.of(notice) if isinstance(notice, AppError) else notice
        self._keep(" ".join(filter(None, (shown.happened, shown.safe, shown.to_do))))
        self._show(shown)

    def done(self, sentence: str, *, folder: Path | None = None) -> None:
        """Say that something was done, in the banner too, unless an error stands there unread."""
        self._keep(sentence, folder)
        shown = self._banner.notice if self._banner is not None else None
        if shown is None or not shown.grave:  # what is at stake stands until it is read
            notice = Notice(sentence)
            self._done = None if folder else notice  # a file stays saved
            self._show(notice)

    def taken_back(self) -> None:
        """A step was taken back or done again: what was said to be done stands no longer."""
        if self._banner is not None and self._done is not None and self._banner.notice is self._done:
            self.clear()

    def warn(self, sentence: str) -> None:
        """Say what is about to happen, over what was told."""
        self._covered = self._banner.notice if self._banner is not None else None
        self._show(Notice(sentence))

    def end_warning(self) -> None:
        """It does not happen: what was told before stands again."""
        covered, self._covered = self._covered, None
        self.clear()
        if covered is not None:
            self._show(covered)

    def clear(self) -> None:
        """What was told no longer holds."""
        if self._banner is not None:
            self._banner.clear()

    def ask(self, question: Question, act: Callable[[], object]) -> None:
        """Ask in a dialog of the window."""
        self._open(QuestionDialog(self._window, question, act))

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        """The system's own dialog for files to read."""
        dialog = self._file_dialog(title, lambda names: chosen([Path(name) for name in names]))
        dialog.setNameFilter(kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog)

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        """The system's own dialog for a folder."""
        dialog = self._file_dialog(title, lambda names: chosen(Path(names[0])))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        """The system's own dialog for saving, which asks before a file is written over."""
        dialog = self._file_dialog(title, lambda names: chosen(Path(names[0])))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
        self._open(dialog)

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show(self, notice: Notice) -> None:
        if self._banner is not None:
            self._banner.show_notice(notice)

    def _file_dialog(self, title: str, chosen: Callable[[list[str]], object]) -> QFileDialog:
        """Begins in the documents, and then where the person last was."""

        def take(names: list[str]) -> None:
            self._folder = str(Path(names[0]).parent)
            chosen(names)

        dialog = QFileDialog(self._window, title, self._folder)
        dialog.filesSelected.connect(take)
        return dialog

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, sentence: str, folder: Path | None = None) -> None:
        self.told.append(Told(self._clock.now(), sentence, folder))
