# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The composition root of the window: builds what it is made of, hands each part what it needs, and runs it."""

import argparse
import faulthandler
import gc
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.storage.location import default_folder
from desktop.support.clock import SystemClock
from desktop.support.files import Files
from desktop.support.privacy import no_memory_files
from desktop.ui.window.loaded import Loaded
from desktop.ui.window.steering import LOGS, Start, Steering

if TYPE_CHECKING:
    from desktop.services.desk import Desk

_LOG_BYTES, _LOG_FILES = 1_000_000, 5


class Loading:
    """Imports, in a thread, what only an open workbook needs, while the unlock page is shown already."""

    def __init__(self, home: Path, clock: SystemClock, files: Files) -> None:
        self._home, self._clock, self._files = home, clock, files
        self._loaded: Loaded | None = None
        self._starting = Lock()
        self._thread = Thread(target=self._import, name="loading", daemon=True)

    def begin(self) -> None:
        """Begin; called once the first screen is painted."""
        with self._starting:
            if self._thread.ident is None:  # the practice charity may have asked for it already
                self._thread.start()

    def __call__(self) -> Loaded:
        """What was loaded; waits until it is there."""
        self.begin()
        self._thread.join()
        assert self._loaded is not None, "the parts of the window could not be loaded"
        return self._loaded

    def _import(self) -> None:
        from desktop.services.catalogues import newest_bundled
        from desktop.services.doorway import Doorway
        from desktop.services.leaving import Leaving
        from desktop.support.words import word_list
        from desktop.ui.checking.check_screen import CheckScreen
        from desktop.ui.doorway.first_run import FirstRun
        from desktop.ui.window.sleep_watch import SleepWatch
        from desktop.ui.window.working import Working

        doorway = Doorway(self._home, self._clock, self._files)

        def leaving(desk: "Desk") -> Leaving:
            return Leaving(doorway, desk)

        newest_bundled()  # read now, these do not hold Home up: the standards and the list of words
        word_list()
        gc.freeze()  # what was loaded stays: to look through it again and again would hold the window up
        self._loaded = Loaded(doorway, FirstRun, leaving, SleepWatch, Working, CheckScreen)


def run_window(arguments: Sequence[str]) -> int:
    """Run the window until it is closed; gives the exit code."""
    options = _parser().parse_args(arguments)
    home = (options.home or default_folder()).absolute()
    files = Files()
    no_memory_files()
    _set_up_log(home, files)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setApplicationName("Sevenfold")
    loading = Loading(home, SystemClock(), files)
    again = Again(["--home", str(home)] if options.home else [])
    steering = Steering(home, SystemClock(), files, loading, again.ask)
    steering.start(Start(locked=options.locked, minimised=options.minimised, practice=options.practice))
    QTimer.singleShot(0, loading.begin)
    code = application.exec()
    logging.shutdown()
    again.go()
    return code


class Again:
    """Starts Sevenfold anew in a clean process, so that no key stays in memory."""

    def __init__(self, always: list[str]) -> None:
        self._always = always
        self._arguments: list[str] | None = None

    def ask(self, arguments: list[str]) -> None:
        """End the loop of this window; the next one begins with these arguments."""
        self._arguments = arguments
        QApplication.exit(0)

    def go(self) -> None:
        """Replace this process, where that was asked."""
        if self._arguments is None:
            return
        command = [sys.executable, "-m", "desktop", "window", *self._always, *self._arguments]
        if os.name == "nt":
            subprocess.Popen(command, close_fds=True)
            os._exit(0)
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sevenfold window", description="Open the window.")
    parser.add_argument("--practice", action="store_true", help="open the practice charity")
    parser.add_argument("--home", type=Path, help="the folder for workbooks and settings, instead of the usual one")
    parser.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--minimised", action="store_true", help=argparse.SUPPRESS)
    return parser


def _set_up_log(home: Path, files: Files) -> None:
    """Ids and codes only, never names: a rotating file in the home folder, and the places of a hard crash."""
    folder = home / LOGS
    files.make_folder(folder)
    handler = RotatingFileHandler(
        folder / "sevenfold.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    crash = logging.FileHandler(folder / "crash.log", encoding="utf-8")
    assert crash.stream is not None
    faulthandler.enable(crash.stream)
