# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Steers the one window: the way in, the open workbook, the checker over either, and the end."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence

from desktop.services.device_settings import SettingsFile
from desktop.services.known_workbooks import KnownWorkbooks
from desktop.services.targets import Place
from desktop.support.clock import Clock
from desktop.support.files import Files
from desktop.ui.doorway.way_in import Lent, WayIn
from desktop.ui.infra.crash import LastResort
from desktop.ui.infra.jobs import Job, Jobs
from desktop.ui.infra.messages import Question
from desktop.ui.infra.screen import Screen
from desktop.ui.window.around import Around
from desktop.ui.window.crash_dialog import CrashDialog
from desktop.ui.window.held import Held
from desktop.ui.window.help_screen import HelpScreen
from desktop.ui.window.loaded import Load, Loaded
from desktop.ui.window.main_window import MainWindow, usual_size
from desktop.ui.window.view_settings import ViewSettings
from desktop.ui.window.watch import ShiftThrice
from desktop.ui.window.window_messages import WindowMessages

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from desktop.ui.window.working import Working

LOGS = "logs"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """How the window begins. ``locked``: after a lock; ``practice``: straight into the practice charity."""

    locked: bool = False
    minimised: bool = False
    practice: bool = False


class Steering:
    """Holds the window for as long as the process lives. ``load`` brings in what only an open workbook needs."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        files: Files,
        load: Load,
        relaunch: Callable[[list[str]], object],
        executor: Executor | None = None,
    ) -> None:
        self._home, self._clock, self._load, self._relaunch = home, clock, load, relaunch
        self._working: Working | None = None
        self._held: Held | None = None
        self._after_lock = False
        settings = SettingsFile(home, files)
        self.view = ViewSettings(settings)
        for problem in settings.problems:
            _log.info("settings: %s", problem)
        self.view.put_on()
        self.view.changed = self._rebuild
        self.window = MainWindow(self.view.now.window_size or usual_size(), self._may_close)
        self.messages = WindowMessages(self.window, clock)
        self.jobs = Jobs(self.messages.tell, executor)
        self._last_resort = LastResort(self.messages.tell, self._crashed)
        self._crash: CrashDialog | None = None
        lent = Lent(self.messages, self.jobs, self.view, load, self.show, self._hold, self._opened, self.check_pack)
        self.way_in = WayIn(KnownWorkbooks(home, files, clock), lent)
        self._help_before_menus()
        self._shift = ShiftThrice()
        self._shift.pressed.connect(self.hide)
        self._watch_keys()

    @property
    def working(self) -> "Working | None":
        """The open workbook, or None."""
        return self._working

    def start(self, start: Start) -> None:
        """Show the window and the way in."""
        self._after_lock = start.locked
        self._last_resort.install()
        if start.practice:
            self.way_in.open_practice()
        else:
            self.way_in.begin(locked=start.locked)
        if start.minimised:
            self.window.showMinimized()
        else:
            self.window.show()

    def show(self, screen: Screen) -> None:
        """Show a screen of the way in."""
        self.window.show_screen(screen)
        self.messages.use(screen.banner)
        screen.begin()

    def check_pack(self, paths: Sequence[Path] = ()) -> None:
        """Open the checker over what is shown; it needs no workbook. Files given are checked at once."""
        self.jobs.start(
            Job("Check a pack", lambda _step: self._load(), lambda loaded: self._show_checker(loaded, paths))
        )

    def hide(self) -> None:
        """Show nothing at once, and lock what is open."""
        if self._working is not None:
            self._working.hide()
        elif self._held is not None:
            self.window.blank()
            self.jobs.cancel_all()
            QTimer.singleShot(0, lambda: self._lock_held(["--locked", "--minimised"]))
        else:
            self.window.showMinimized()

    def _show_checker(self, loaded: Loaded, paths: Sequence[Path]) -> None:
        own = self._working.desk.signing.state().fingerprint if self._working is not None else ""
        screen = loaded.check_screen(loaded.doorway, self.messages, self.jobs, self._close_over, own, paths)
        self.window.show_over(screen)
        self.messages.use(screen.banner)
        screen.begin()

    def _close_over(self) -> None:
        self.window.close_over()
        shown = self.window.screen_shown
        if isinstance(shown, Screen):
            self.messages.use(shown.banner)

    def _hold(self, desk: "Desk") -> None:
        """A workbook is open while its first run goes on: hiding, closing and doing nothing lock it too."""
        loaded, minutes = self._load(), self.view.now.idle_minutes
        sleep = loaded.sleep_watch(self._clock.now)
        self._held = Held(loaded.leaving(desk), sleep, minutes, lambda: self._lock_held(["--locked"]))
        self.window.hide_now = self.hide
        self._watch_keys()

    def _lock_held(self, arguments: list[str]) -> None:
        self._end_held()
        self._relaunch(arguments)

    def _end_held(self) -> None:
        if self._held is not None:
            leaving, self._held = self._held.let_go(), None
            self.jobs.finish()
            leaving.end()

    def _opened(self, desk: "Desk") -> None:
        self.window.hide_now = self.hide
        leaving = self._held.let_go() if self._held is not None else self._load().leaving(desk)
        self._held = None
        around = Around(
            self.window,
            self.messages,
            self.jobs,
            self.view,
            self._clock,
            self._relaunch,
            self.check_pack,
            self._ask_about_practice,
            self._first_place(),
        )
        self._working = self._load().working(desk, leaving, around)
        self._watch_keys()

    def _first_place(self) -> Place:
        known = {place.value for place in Place}
        return Place(self.view.now.last_place) if self._after_lock and self.view.now.last_place in known else Place.HOME

    def _ask_about_practice(self) -> None:
        question = Question(
            "Remove the practice charity from this computer?",
            "Its made-up records go, with all you tried out in them. Your own workbooks are kept apart and stay.",
            "Keep it",
            "Remove it",
        )
        self.messages.ask(question, self._remove_practice)

    def _remove_practice(self) -> None:
        if self._working is not None:
            self._working.stop()
            self._working.ways_out.end()
            self._working = None
        try:
            self._load().doorway.practice.remove()
        finally:
            self._relaunch([])

    def _rebuild(self) -> None:
        if self._working is not None:
            self._working.rebuild(self.view.put_on)
        else:
            self.view.put_on()
            self.way_in.rebuild()

    def _help_before_menus(self) -> None:
        """F1 works before there are menus; those of an open workbook take its place."""
        key = QAction("Help", self.window)
        key.setShortcut(QKeySequence("F1"))
        key.triggered.connect(lambda _checked=False: self._show_help())
        self.window.addAction(key)

    def _show_help(self) -> None:
        shown = self.window.screen_shown
        if isinstance(shown, HelpScreen) or not isinstance(shown, Screen):
            return
        screen = HelpScreen(shown.topic, self.messages, self._close_over)
        self.window.show_over(screen)
        self.messages.use(screen.banner)
        screen.begin()

    def _may_close(self) -> bool:
        size = self.window.size()
        if not self.window.isMaximized():
            self.view.remember_size((size.width(), size.height()))
        if self._working is not None:
            return self._working.ways_out.close()
        self._end_held()
        self.jobs.finish()
        return True

    def _watch_keys(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self._shift)
        for at_work in (self._held, self._working):
            if at_work is not None:
                application.installEventFilter(at_work.idle)

    def _crashed(self, places: str) -> None:
        if self._crash is not None:  # a fault that comes again with every paint is told once
            return
        self._crash = CrashDialog(self.window, places, self._open_logs, self.window.close)
        self._crash.finished.connect(self._carry_on)
        self._crash.open()

    def _carry_on(self) -> None:
        if self._crash is not None:
            self._crash.deleteLater()
            self._crash = None

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home / LOGS)))
