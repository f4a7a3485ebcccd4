# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bring in a sheet: choose it, see what was read, decide what is open, and store it as one step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.workforce.book_import import BookImport
from desktop.services.workforce.sheet_import import Outcome, SheetImport
from desktop.services.workforce.sheet_reading import ReadBook, ReadSheet, read_and_guess
from desktop.support.files import Files
from desktop.ui.checking.progress import ProgressCard
from desktop.ui.importing.decide_step import DecideStep
from desktop.ui.importing.read_step import ReadStep
from desktop.ui.importing.summary_step import SummaryStep
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.infra.messages import Notice, Question
from desktop.ui.infra.page import Tools
from desktop.ui.infra.screen import Screen
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import box, column, plain, row, scrolling
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.empty import EmptyPlace
from desktop.ui.widgets.given import files_named_in
from desktop.ui.widgets.text import words
from desktop.ui.widgets.words_shown import shown

_JOB = "Reading a sheet"
_KINDS = "Spreadsheets (*.csv *.xlsx *.ods);;All files (*)"
_HOW = (
    "A training matrix, a staff list, a supervision log or an attendance sheet, as you keep it now. Drop the file "
    "here, or choose it. You see what was read before anything is stored. The file itself is not changed."
)
_NO_FILE = Notice("No file was found in what you gave.", "Nothing was stored.", "Choose one spreadsheet.")
_TITLES = ("Choose a file", "Choose a file", "What we read", "To decide", "What comes in")
_NEXT = ("", "", "Next: what to decide", "Next: what comes in", "Bring them in")
_CHOOSE, _READING, _READ, _DECIDE, _SUM = range(5)


class ImportScreen(Screen):
    """One sheet at a time. ``finished`` is called with the name of the file and what was stored."""

    topic = "import"

    def __init__(
        self,
        desk: Desk,
        tools: Tools,
        close: Callable[[], object],
        finished: Callable[[str, Outcome], object],
    ) -> None:
        super().__init__()
        self.setObjectName("import-screen")
        self.setAcceptDrops(True)
        self._desk, self._tools, self._leave, self._finished = desk, tools, close, finished
        self._sheet: SheetImport | BookImport | None = None
        self._job: Job[ReadSheet | ReadBook] | None = None
        self._choose_button = button("Choose a file", "import-choose", self.choose, kind="primary")
        self._progress = ProgressCard("Reading the sheet", _JOB, tools.jobs, self._cancel)
        self._read, self._decide, self._sum = ReadStep(), DecideStep(tools), SummaryStep()
        self._stack = QStackedWidget()
        empty = EmptyPlace("file-text", "Your own spreadsheet", _HOW, self._choose_button)
        for part in (empty, plain(column(self._progress, None)), self._read, self._decide, self._sum):
            self._stack.addWidget(scrolling(_page(part)))
        self._title = words("", "h1", 700, wrap=True)
        self._where = words("", tone="soft", wrap=True)
        self._where.setObjectName("import-step")
        self._close = button("Close", "import-close", self.close_screen, kind="plain", icon_name="x")
        self._back = button("Back", "import-back", self.back)
        self._next = button("Next", "import-next", self._go_on, kind="primary")
        self._build()
        for keys, act in (("Ctrl+O", self.choose), ("Ctrl+V", self._paste), ("Esc", self.back)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self) -> None:
        """Wait for a file."""
        self._show(_CHOOSE)

    def choose(self) -> None:
        """Choose the file."""
        if self._job is None:
            self._tools.messages.choose_files("Choose your spreadsheet", _KINDS, self.read)

    def read(self, paths: Sequence[Path]) -> None:
        """Read the first of these files."""
        self._tools.messages.clear()
        if not paths:
            self._tools.messages.tell(_NO_FILE)
            return
        self._stop()
        path, today = paths[0], self._tools.today()

        def work(step: Step) -> ReadSheet | ReadBook:
            return read_and_guess(path, Files(), today, step)

        job = Job(_JOB, work, lambda read: self._ended(job, read), lambda error: self._failed(job, error))
        job.cancelled = lambda: self._cancel() if isValid(self) and self._job is job else None
        self._job = job
        self._show(_READING)
        self._progress.begin()
        self._tools.jobs.start(job)

    def back(self) -> None:
        """A step back; from the first, out of here."""
        at = self._stack.currentIndex()
        if at == _READING:
            self._cancel()
        elif at == _CHOOSE:
            self.close_screen()
        else:
            self._show(at - 1 if at > self._first else _CHOOSE)

    def close_screen(self) -> None:
        """Stop what runs, and go back to the window."""
        if self._sheet is not None and self._sheet.touched:
            question = Question(
                "Stop bringing in this sheet?", "What you decided goes. Nothing was stored.", "Go on here", "Stop"
            )
            self._tools.messages.ask(question, self._end)
        else:
            self._end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
        """A file may be dropped anywhere on the screen."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own name
        """Read what was dropped."""
        event.acceptProposedAction()
        self.read(files_named_in(event.mimeData()))

    def _build(self) -> None:
        top = row((self._title, 1), self._close, self.corner, gap=10)
        head = plain(column(top, self._where, self.banner, gap=6, margins=(32, 14, 32, 6)))
        self._foot = box(row(self._back, None, self._next, gap=10, margins=(32, 8, 32, 8)), "status")
        self.setLayout(column(head, (self._stack, 1), self._foot, gap=0))

    def _paste(self) -> None:
        self.read(files_named_in(QGuiApplication.clipboard().mimeData()))

    @property
    def _first(self) -> int:
        """The first step after the file: a book of our own needs no decision."""
        return _SUM if isinstance(self._sheet, BookImport) else _READ

    def _ended(self, job: Job[ReadSheet | ReadBook], read: ReadSheet | ReadBook) -> None:
        if job.is_cancelled or not isValid(self):
            return
        try:
            self._sheet = _begun(self._desk, read)
        except AppError as error:
            self._failed(job, error)
            return
        self._job = None
        self._show(self._first)

    def _failed(self, job: Job[ReadSheet | ReadBook], error: AppError) -> None:
        if job.is_cancelled:
            return
        self._tools.messages.tell(error)
        if isValid(self):
            self._job = None
            self._show(_CHOOSE)

    def _go_on(self) -> None:
        at = self._stack.currentIndex()
        if at == _SUM:
            self._store()
        else:
            self._show(self._first if at == _CHOOSE else at + 1)

    def _store(self) -> None:
        if self._sheet is None:
            return
        try:
            outcome = self._sheet.store()
        except AppError as error:
            self._tools.messages.tell(error)
            return
        name, self._sheet = self._sheet.file.name, None
        self._end()
        self._finished(name, outcome)

    def _show(self, at: int) -> None:
        self._fill(at)
        step = max(1, at)
        self._title.setText("Bring in a sheet")
        of = f" ({shown(self._sheet.file.name)})" if self._sheet is not None and at >= _READ else ""
        self._where.setText(f"Step {step} of 4: {_TITLES[at].lower()}{of}")
        self._stack.setCurrentIndex(at)
        self._show_foot(at)
        self._focus(at)

    def _fill(self, at: int) -> None:
        sheet = self._sheet
        if at == _SUM and sheet is not None:
            self._sum.show_outcome(sheet.outcome(), sheet.file.name)
        elif isinstance(sheet, SheetImport):
            if at == _READ:
                self._read.show_sheet(sheet)
            elif at == _DECIDE:
                self._decide.show_sheet(sheet)

    def _show_foot(self, at: int) -> None:
        nothing = at == _SUM and self._sheet is not None and self._sheet.outcome().nothing
        going_on = at == _CHOOSE and self._sheet is not None
        self._foot.setVisible(at >= _READ or going_on)
        self._back.setVisible(at >= _READ)
        self._next.setVisible(not nothing)
        self._next.setProperty("kind", "" if going_on else "primary")
        self._next.style().unpolish(self._next)
        self._next.style().polish(self._next)
        say(self._next, "Go on with the sheet you chose" if going_on else _NEXT[at])

    def _focus(self, at: int) -> None:
        if at == _CHOOSE:
            self._choose_button.setFocus()
        elif at == _READ:
            self._read.take_focus()
        elif at == _DECIDE:
            self._decide.take_focus()
        elif at == _SUM:
            (self._next if self._next.isVisibleTo(self) else self._back).setFocus()

    def _cancel(self) -> None:
        self._stop()
        self._show(_CHOOSE)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.is_cancelled = True
            self._job = None

    def _end(self) -> None:
        self._stop()
        self._leave()


def _begun(desk: Desk, read: ReadSheet | ReadBook) -> SheetImport | BookImport:
    return SheetImport(desk.imports, read) if isinstance(read, ReadSheet) else BookImport(desk.own_books, read)


def _page(part: QWidget) -> QWidget:
    """A page of calm width, from the top."""
    part.setMaximumWidth(sp(920))
    return plain(column(row((part, 20), None), None, gap=0, margins=(32, 8, 32, 24)))
