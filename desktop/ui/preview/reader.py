# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The window's side of the pipe: starts the child of one document, asks it for pages, and ends it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QDir, QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from desktop.preview.framing import MOST_DOCUMENT, FrameReader, FramingError, prefix
from desktop.preview.protocol import (
    NOTES,
    Opened,
    PageShown,
    Refused,
    Reply,
    child_command,
    document_head,
    page_request,
    parse,
)
from desktop.preview.refusals import (
    CannotStartError,
    EmptyFileError,
    NotShownError,
    StoppedError,
    TooLargeError,
    TooSlowError,
)
from desktop.support.child_start import child_environment

PATIENCE_MS = 10_000
END_MS = 2_000
ASKED_WIDTH = "asked width"


class PreviewReader(QObject):
    """Reads one document at a time, in a child process of its own. Never blocks, never raises."""

    opened = Signal(int, str)
    page_ready = Signal(int, QImage, str)
    page_refused = Signal(int, str)
    refused = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, command: Sequence[str] = (), patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.note = ""
        self._command = list(command)
        self._running: list[QProcess] = []
        self._frames = FrameReader()
        self._waiting: list[tuple[int, int]] = []
        self._asked: tuple[int, int] | None = None
        self._watchdog = QTimer(self, singleShot=True, interval=patience_ms)
        self._watchdog.timeout.connect(lambda: self._give_up(TooSlowError))
        # Not a bound method: it must still run while this object goes.
        self.destroyed.connect(partial(_end_all, self._running))
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.close)

    def open(self, name: str, data: bytes) -> None:
        """Give a document to a new child. ``opened`` or ``refused`` follows."""
        self.close()
        if not data or len(data) > MOST_DOCUMENT:
            self._give_up(TooLargeError if data else EmptyFileError)
            return
        child = self._child()
        self._running.append(child)
        program, *rest = self._command or child_command()
        self._watchdog.start()
        child.start(program, rest)
        child.write(prefix(document_head(name, len(data)), len(data)))
        child.write(data)

    def ask(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Ask for pages (number, width in pixels), first things first. What was asked before and waits is dropped."""
        self._waiting = [page for page in wanted if page != self._asked]
        self._next()

    def close(self) -> None:
        """End the child, and forget the document."""
        self._watchdog.stop()
        self._waiting, self._asked, self._frames = [], None, FrameReader()
        self.sizes, self.note = (), ""
        _end_all(self._running)

    def child_id(self) -> int:
        """The process id of the child, 0 when there is none."""
        return self._running[0].processId() if self._running else 0

    def _child(self) -> QProcess:
        child = QProcess()
        environment = QProcessEnvironment()
        for name, value in child_environment().items():
            environment.insert(name, value)
        child.setProcessEnvironment(environment)
        child.setWorkingDirectory(QDir.rootPath())
        child.setStandardErrorFile(QProcess.nullDevice())
        child.readyReadStandardOutput.connect(self._read)
        child.finished.connect(self._finished)
        child.errorOccurred.connect(self._troubled)
        return child

    def _read(self) -> None:
        if not self._running or not isValid(self._running[0]):
            return
        self._frames.feed(bytes(self._running[0].readAllStandardOutput().data()))
        try:
            while self._running and (frame := self._frames.take()) is not None:
                self._hear(parse(frame))
        except FramingError:
            self._give_up(StoppedError)

    def _hear(self, reply: Reply) -> None:
        self._watchdog.stop()
        if isinstance(reply, Opened):
            if self.sizes:
                raise FramingError("opened twice")
            self.sizes, self.note = reply.sizes, NOTES[reply.note]
            self.opened.emit(len(reply.sizes), reply.kind)
        elif isinstance(reply, Refused) and not reply.number:
            self._give_up(reply.reason)
        else:
            self._hear_page(reply)
        self._next()

    def _hear_page(self, reply: PageShown | Refused) -> None:
        if self._asked is None or reply.number != self._asked[0]:
            raise FramingError("a page that nobody asked for")
        width = self._asked[1]
        self._asked = None
        if isinstance(reply, Refused):
            self.page_refused.emit(reply.number, reply.reason.sentence())
        else:
            self.page_ready.emit(reply.number, _picture(reply, width), reply.text)

    def _next(self) -> None:
        if not (self._running and self.sizes and self._waiting) or self._asked is not None:
            return
        self._asked = self._waiting.pop(0)
        self._watchdog.start()
        self._running[0].write(prefix(page_request(*self._asked), 0))

    def _finished(self) -> None:
        self._read()  # the last words of a child that refused may still be in the pipe
        if self._running:
            self._give_up(StoppedError)

    def _troubled(self, trouble: QProcess.ProcessError) -> None:
        if trouble == QProcess.ProcessError.FailedToStart:
            self._give_up(CannotStartError)

    def _give_up(self, reason: type[NotShownError]) -> None:
        self.close()
        self.refused.emit(reason.sentence())


def _picture(page: PageShown, asked_width: int) -> QImage:
    """The pixels as a picture that knows for which width it was made; a small one may be less wide."""
    if not page.pixels:
        return QImage()
    kind = QImage.Format.Format_RGB888
    picture = QImage(page.pixels, page.width, page.height, page.stride, kind).copy()
    picture.setText(ASKED_WIDTH, str(asked_width))
    return picture


def _end_all(running: list[QProcess]) -> None:
    """Kill and let go. Waiting is short: a killed process ends at once, and Qt warns of one that is let go alive."""
    while running:
        child = running.pop()
        if not isValid(child):  # at the end of the program Qt may have been first
            continue
        child.blockSignals(True)
        if child.state() != QProcess.ProcessState.NotRunning:
            child.kill()
            child.waitForFinished(END_MS)
        child.deleteLater()
