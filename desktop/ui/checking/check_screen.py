# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Check a pack: is it genuine? Drop its files, and read three plain answers. Needs no workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.checked_pack import CheckedPack
from desktop.services.doorway import Doorway
from desktop.services.known_roots import KnownRoot
from desktop.services.pack_checker import PackChecker, sort_dropped
from desktop.ui.checking.progress import ProgressCard
from desktop.ui.checking.result import Result, ResultActs
from desktop.ui.checking.signers_met import SignersMet
from desktop.ui.infra.jobs import Job, Jobs, Step
from desktop.ui.infra.messages import Messages, Notice, Question
from desktop.ui.infra.screen import Screen
from desktop.ui.widgets.boxes import box, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.given import files_named_in
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.text import words
from desktop.ui.widgets.words_shown import shown

_JOB = "Check a pack"
_KINDS = "Packs and their files (*.pdf *.zip *.pem *.crt *.cer);;All files (*)"
_HOW = (
    "Drop the PDF here, with its ZIP and the root file if you have them. Or choose them with Ctrl+O, or copy them in "
    "your file manager and press Ctrl+V."
)
_NO_FILES = Notice(
    "No files were found in what you gave.",
    "Nothing was checked.",
    "Copy the PDF and its ZIP in your file manager, then press Ctrl+V here.",
)


class CheckScreen(Screen):
    """Checks one pack at a time. ``own_root`` is the fingerprint of the workbook that is open, or ''."""

    topic = "check"

    def __init__(
        self,
        doorway: Doorway,
        messages: Messages,
        jobs: Jobs,
        close: Callable[[], object],
        own_root: str = "",
        paths: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("check-screen")
        self.setAcceptDrops(True)
        self._checker = PackChecker(doorway.home, doorway.clock, doorway.files, own_root)
        self._messages, self._jobs, self._leave = messages, jobs, close
        self._paths: tuple[Path, ...] = tuple(paths)
        self._job: Job[CheckedPack] | None = None
        self._choose_button = button("Choose the files", "check-choose", self.choose, kind="primary")
        self._met = SignersMet(self._ask_to_forget)
        asking = EmptyPlace("file-check", "Check a pack", _HOW, self._choose_button)
        self._empty = scrolling(plain(column(asking, self._met, None, gap=8)))
        self._progress = ProgressCard("Checking the pack", _JOB, jobs, self._cancel)
        self._result = Result(ResultActs(self.choose, self._choose_more, self._remember))
        self._stack = QStackedWidget()
        for part in (self._empty, plain(column(self._progress, None, margins=(48, 24, 48, 0)))):
            self._stack.addWidget(part)
        self._scroll = scrolling(self._result)
        self._stack.addWidget(self._scroll)
        self._close = button("Close", "check-close", self.close_screen, kind="plain", icon_name="x")
        self._build()
        self._add_keys()

    def begin(self) -> None:
        """Check what was given along, or wait for files."""
        if self._paths:
            self.check(self._paths)
        else:
            self._show_empty()

    def check(self, paths: Sequence[Path]) -> None:
        """Check these files. A ZIP or a root file given later joins the pack given before."""
        self._messages.clear()
        if not paths:
            self._messages.tell(_NO_FILES)
            return
        given = sort_dropped(paths)
        if given.pack is None and self._paths:
            paths = (*self._paths, *paths)
            given = sort_dropped(paths)
        self._paths = tuple(paths)
        self._stop()
        checker = self._checker

        def work(step: Step) -> CheckedPack:
            return checker.check(given, step)

        job = Job(_JOB, work, lambda checked: self._ended(job, checked), self._failed)
        self._job = job
        self._stack.setCurrentIndex(1)
        self._progress.begin()
        self._jobs.start(job)

    def choose(self) -> None:
        """Choose the files of a pack."""
        self._messages.choose_files("Choose the pack: its PDF, its ZIP, its root file", _KINDS, self._begin_anew)

    def paste(self) -> None:
        """Check the files that were copied."""
        self.check(files_named_in(QGuiApplication.clipboard().mimeData()))

    def close_screen(self) -> None:
        """Stop what runs, and go back."""
        self._stop()
        self._leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """Files may be dropped anywhere on the screen."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Check what was dropped."""
        event.acceptProposedAction()
        self.check(files_named_in(event.mimeData()))

    def _build(self) -> None:
        name = (Logo(22), words("Sevenfold", "body", 700), words("Check a pack", tone="soft"))
        top = box(row(*name, None, self._close, self.corner, gap=10, margins=(16, 6, 16, 6)), "menu")
        foot = box(
            row(words("Nothing leaves this computer. No network is used.", "small"), None, margins=(16, 4, 16, 4)),
            "status",
        )
        banner = plain(column(self.banner, margins=(48, 12, 48, 0)))
        self.setLayout(column(top, banner, (self._stack, 1), foot, gap=0))

    def _add_keys(self) -> None:
        for keys, act in (("Ctrl+O", self.choose), ("Ctrl+V", self.paste), ("Esc", self.close_screen)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _begin_anew(self, paths: Sequence[Path]) -> None:
        self._paths = ()
        self.check(paths)

    def _choose_more(self) -> None:
        self._messages.choose_files("Choose the ZIP or the root file of this pack", _KINDS, self.check)

    def _ended(self, job: Job[CheckedPack], checked: CheckedPack) -> None:
        if job.is_cancelled or not isValid(self):
            return
        self._job = None
        self._result.show_result(checked)
        self._stack.setCurrentWidget(self._scroll)
        self._scroll.verticalScrollBar().setValue(0)
        self._focus_on(self._result)

    def _failed(self, error: AppError) -> None:
        self._job = None
        self._messages.tell(error)
        if isValid(self):
            self._paths = ()
            self._show_empty()

    def _remember(self, checked: CheckedPack, how: str) -> None:
        try:
            self._checker.remember(checked, how)
        except AppError as error:
            self._messages.tell(error)
            return
        self.check(self._paths)

    def _ask_to_forget(self, root: KnownRoot) -> None:
        question = Question(
            f"Forget {shown(root.name)}?",
            "Their next pack will have to be compared by telephone again. Packs checked before stay as they are.",
            "Keep this signer",
            "Forget this signer",
        )
        self._messages.ask(question, lambda: self._forget(root))

    def _forget(self, root: KnownRoot) -> None:
        try:
            self._checker.forget(root.fingerprint)
        except AppError as error:
            self._messages.tell(error)
            return
        self._show_empty()

    def _cancel(self) -> None:
        self._stop()
        self._paths = ()
        self._show_empty()

    def _show_empty(self) -> None:
        self._met.show_signers(self._checker.met())
        self._stack.setCurrentWidget(self._empty)
        self._choose_button.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.is_cancelled = True
            self._job = None

    @staticmethod
    def _focus_on(part: QWidget) -> None:
        for widget in part.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
