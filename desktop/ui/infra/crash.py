# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The last resort for bugs: what was not foreseen is logged, told in plain words, and loses nothing."""

import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from desktop.models.errors import AppError, CancelledError

_log = logging.getLogger(__name__)
_HARMLESS = ("This plugin does not support",)
_ABOVE = re.compile(r".*/desktop/|.*/")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def where(error: BaseException) -> str:
    """The places in the code, without any value: safe to log, to copy and to send."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_below(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *lines])


def _below(path: str) -> str:
    """A path in our own code from ``desktop`` on, elsewhere the file alone: the folders above may name the person."""
    return _ABOVE.sub("", path.replace("\\", "/"))


class LastResort(QObject):
    """Catches what nobody caught: ``tell`` gets errors meant for people, ``crashed`` gets the places of a bug.

    What is caught may come from another thread, or from a destructor in the midst of Qt's own work, where no widget may
    be made. So it is logged at once, and told in the window's next turn.
    """

    _caught = Signal(object)

    def __init__(self, tell: Callable[[AppError], object], crashed: Callable[[str], object]) -> None:
        super().__init__()
        self._tell = tell
        self._crashed = crashed
        self._caught.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Stand behind every slot, thread and destructor, and send Qt's own messages to the log."""
        sys.excepthook = self._catch
        threading.excepthook = lambda args: self._catch(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda found: self._catch(found.exc_type, found.exc_value, found.exc_traceback)
        qInstallMessageHandler(_to_log)

    def _catch(self, kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
        if error is None or isinstance(error, CancelledError):
            return
        if isinstance(error, AppError):
            _log.info("told: %s", error.code)
            self._caught.emit(error)
            return
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        places = where(error)
        _log.error("not foreseen: %s", places)
        self._caught.emit(places)

    def _say(self, caught: AppError | str) -> None:
        if isinstance(caught, AppError):
            self._tell(caught)
        else:
            self._crashed(caught)


def _to_log(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_HARMLESS):
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
