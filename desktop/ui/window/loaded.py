# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is loaded while the unlock page is shown already: the way into workbooks, and how one is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Messages
from desktop.ui.infra.screen import Screen
from desktop.ui.window.around import Around

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from desktop.services.doorway import Doorway
    from desktop.services.leaving import Leaving
    from desktop.ui.doorway.first_run import FirstRun
    from desktop.ui.window.sleep_watch import SleepWatch
    from desktop.ui.window.working import Working


@dataclass(frozen=True, slots=True)
class Loaded:
    """The way into workbooks, how an open one is shown, and how the checker is.

    The checker is given the root of the open workbook, or '', and the files to check at once.
    """

    doorway: "Doorway"
    first_run: "type[FirstRun]"
    leaving: "Callable[[Desk], Leaving]"
    sleep_watch: "type[SleepWatch]"
    working: "Callable[[Desk, Leaving, Around], Working]"
    check_screen: "Callable[[Doorway, Messages, Jobs, Callable[[], object], str, Sequence[Path]], Screen]"


Load = Callable[[], Loaded]
