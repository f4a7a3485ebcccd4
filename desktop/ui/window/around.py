# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What stays the same in the window whichever workbook is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.services.targets import Place
from desktop.support.clock import Clock
from desktop.ui.infra.jobs import Jobs
from desktop.ui.window.main_window import MainWindow
from desktop.ui.window.view_settings import ViewSettings
from desktop.ui.window.window_messages import WindowMessages


@dataclass(frozen=True, slots=True)
class Around:
    """The window and what it lends. ``relaunch`` ends this process and starts a clean one with the arguments given.

    ``first`` is the place to begin at: Home, and after a lock the place one was at.
    """

    window: MainWindow
    messages: WindowMessages
    jobs: Jobs
    view: ViewSettings
    clock: Clock
    relaunch: Callable[[list[str]], object]
    check_pack: Callable[[Sequence[Path]], object]
    remove_practice: Callable[[], object]
    first: Place = Place.HOME
