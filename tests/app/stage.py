# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The real window on a stage: built as ``desktop.bootstrap`` builds it, with quick keys and a clock that stands still.

Only the choosing of files is played: the system's dialog is not ours. ``Choices`` answers it with paths.
"""

import gc
import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QObject,
    Qt,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from desktop.models.errors import AppError
from desktop.services.desk import Desk
from desktop.services.device_settings import SettingsFile
from desktop.services.doorway import Doorway
from desktop.services.leaving import Leaving
from desktop.services.practice import PracticeCharity
from desktop.services.targets import Place, Target
from desktop.storage.keys import KdfParameters
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock
from desktop.ui.checking.check_screen import CheckScreen
from desktop.ui.doorway.first_run import FirstRun
from desktop.ui.window.loaded import Loaded
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.sleep_watch import SleepWatch
from desktop.ui.window.steering import Start, Steering
from desktop.ui.window.working import Working
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, QUICK

_PLAIN = (Qt.WindowType.Widget, Qt.WindowType.Window)
PATIENCE = 60_000  # ms; only a window that hangs comes near it
USUAL = (1280, 800)


def until(holds: Callable[[], bool], what: str = "") -> None:
    """Let the window live until something holds, and holds still once the turn that saw it has ended."""
    loop, timer, clock = QEventLoop(), QTimer(), QElapsedTimer()
    clock.start()

    def look() -> None:
        if holds() or clock.elapsed() > PATIENCE:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(5)
    loop.exec()
    while not holds() and clock.elapsed() <= PATIENCE:
        loop.exec()
    assert holds(), f"never: {what or holds}"


def breathe(milliseconds: int = 0) -> None:
    """Let the window do what it has put off: lay out, paint, delete."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Choices:
    """Stands in for the system's file dialogs: answers the next question with the next paths given to ``answer``."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._answers: deque[Sequence[Path]] = deque()

    def answer(self, *paths: Path) -> None:
        """What a person will choose when next asked."""
        self._answers.append(paths)

    def choose_files(self, title: str, kinds: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        self._give(f"{title} | {kinds}", chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path], object]) -> None:
        self._give(title, lambda paths: chosen(paths[0]))

    def choose_target(self, title: str, suggested: str, chosen: Callable[[Path], object]) -> None:
        self._give(f"{title} | {suggested}", lambda paths: chosen(paths[0]))

    def _give(self, question: str, chosen: Callable[[Sequence[Path]], object]) -> None:
        self.asked.append(question)
        if self._answers:  # else the person presses Cancel
            paths = list(self._answers.popleft())
            QTimer.singleShot(0, lambda: chosen(paths))


class Flashes(QObject):
    """Notes every widget that became a window of its own by mistake: shown before it was put into one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Look at each that is shown."""
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        if watched.windowType() in _PLAIN and not isinstance(watched, QDialog | QMainWindow | QMenu):
            words = getattr(watched, "text", lambda: "")()
            self.seen.append(f"{type(watched).__name__} {watched.objectName()} {words}".strip())
        return False


class Stage:
    """One window on one home folder. ``relaunched`` holds what each wished new process was to be started with."""

    def __init__(
        self,
        home: Path,
        *,
        clock: Clock = CLOCK,
        kdf: KdfParameters = QUICK,
        size: tuple[int, int] = USUAL,
    ) -> None:
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self.home, self.clock, self._kdf = home, clock, kdf
        self.files = FastFiles()
        self.flashes = Flashes()
        QApplication.instance().installEventFilter(self.flashes)  # type: ignore[union-attr]  # there is one
        self.relaunched: list[list[str]] = []
        self.choices = Choices()
        self._loaded: Loaded | None = None
        settings = SettingsFile(home, self.files)
        if (found := settings.load()).theme == "system":
            settings.save(replace(found, theme="light"))
        self.steering = Steering(home, clock, self.files, self._load, self.relaunched.append)
        self.window: MainWindow = self.steering.window
        for name in ("choose_files", "choose_folder", "choose_target"):
            setattr(self.steering.messages, name, getattr(self.choices, name))
        self.window.resize(*size)

    def start(self, *, practice: bool = False, locked: bool = False) -> "Stage":
        """Show the window, and wait until what it does first is done."""
        self.steering.start(Start(locked=locked, practice=practice))
        self.window.activateWindow()
        until(self.window.isActiveWindow, "the window became active")
        if practice:
            until(lambda: self.steering.working is not None, "the practice charity opened")
        self.settle()
        return self

    @property
    def working(self) -> Working:
        """The open workbook in the window."""
        assert self.steering.working is not None
        return self.steering.working

    def first_run(self) -> FirstRun | None:
        """The first run that is being gone through."""
        run = getattr(self.steering.way_in._again, "__self__", None)
        return run if isinstance(run, FirstRun) else None

    def first_run_desk(self) -> Desk | None:
        """The workbook of an unfinished first run."""
        run = self.first_run()
        return run._desk if run is not None else None

    def settle(self) -> None:
        """Wait until no job runs and all is laid out."""
        until(lambda: not self._at_work(), "the jobs ended and every place was made ready")
        breathe()
        breathe()

    def _at_work(self) -> bool:
        working, run = self.steering.working, self.first_run()
        made_ready = working is None or not working._ready.isActive()
        return self.steering.jobs.busy or not made_ready or (run is not None and run.turning)

    def go(self, place: Place, record: str = "") -> QWidget:
        """Go to a place, and there to a record; gives the page."""
        self.working.go(Target(place, record))
        self.settle()
        return self.working.frame.page

    def wear(self, theme: str, percent: int = 100, size: tuple[int, int] | None = None) -> None:
        """Another look, as a person chooses it, and another size of the window."""
        if size is not None:
            self.window.resize(*size)
        if (self.steering.view.now.theme, self.steering.view.now.text_percent) != (theme, percent):
            self.steering.view.change(theme=theme, text_percent=percent)
        self.settle()

    def dialog(self) -> QDialog | None:
        """The dialog that is open, if one is."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) else None

    def shown(self) -> QWidget:
        """What a person sees on top: a dialog, or the window."""
        return self.dialog() or self.window

    def find(self, name: str, inside: QWidget | None = None) -> QWidget:
        """The visible widget of that object name."""
        found = [each for each in (inside or self.shown()).findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}"
        return found[0]

    def press(self, name: str) -> None:
        """Press a button by its object name, and wait until what it began is done."""
        button = self.find(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        button.click()  # type: ignore[attr-defined]  # every button has it
        self.settle()

    def fill(self, name: str, text: str) -> None:
        """Type a text into a field, over what was in it, and leave it."""
        field = self.find(name)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]  # every field has it
        QTest.keyClicks(field, text)
        breathe()

    def end(self) -> None:
        """Close the workbook and let go of the window."""
        if (dialog := self.dialog()) is not None:
            dialog.reject()
        working = self.steering.working
        if working is not None:
            if not working.ways_out._ended:
                with suppress(AppError):  # a test may have filled the disk
                    working.keep_typed()
            working.stop()
            working.ways_out.end()
        else:
            self.steering.jobs.finish()
            if (desk := self.first_run_desk()) is not None:
                desk.close(backup=False)
        if self._loaded is not None:
            self._loaded.doorway.leave()
        self._stop_listening()
        self.window._may_close = lambda: True
        self.window.close()
        self.window.deleteLater()
        breathe()
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(None)

    def _stop_listening(self) -> None:
        """In the product the process ends here. Filters that stayed would hear every event of every later window."""
        steering = self.steering
        at_work = steering.working or steering._held
        idle = at_work.idle if at_work is not None else None
        for each in (self.flashes, steering._shift, idle):
            if each is not None:
                QApplication.instance().removeEventFilter(each)  # type: ignore[union-attr]  # there is one

    def _load(self) -> Loaded:
        if self._loaded is None:
            doorway = Doorway(self.home, self.clock, self.files, kdf=self._kdf)
            self._loaded = Loaded(
                doorway,
                FirstRun,
                lambda desk: Leaving(doorway, desk),
                SleepWatch,
                Working,
                CheckScreen,
            )
            gc.freeze()
        return self._loaded


def make_practice_home(home: Path) -> None:
    """A home folder with the practice charity in it, its keys made quick."""
    files = FastFiles()
    practice = PracticeCharity(home, CLOCK, files)
    files.make_folder(home)
    practice.make()
    passphrase = practice.passphrase()
    with Workbook.open(practice.folder, passphrase, clock=CLOCK, files=files) as workbook:
        workbook.change_passphrase(passphrase, passphrase, QUICK)


class Complaints(logging.Handler):
    """Collects everything logged at WARNING and above: a whole journey must leave it empty."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")
