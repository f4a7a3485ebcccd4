# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What every place of the window is: a page that reads a view from its service and shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.models.changes import Changes
from desktop.models.prints import ListPrint
from desktop.services.device_settings import DeviceSettings
from desktop.services.targets import Place, Target
from desktop.ui.infra.form_draft import Drafts, NoDrafts
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Messages
from desktop.ui.infra.printout import Printout


class View(Protocol):
    """How the window looks and behaves on this device. ``change`` saves, and shows the window anew."""

    now: DeviceSettings

    def change(self, **settings: object) -> None:
        """Change some settings of ``DeviceSettings``."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the frame lends to every page: the bridge to the person, jobs, and the way to other places.

    ``check_pack`` opens the checker with the files given; with none, it asks for them. ``bring_in`` opens the screen
    that brings in a charity's own sheet. ``print_out`` shows something as pages, with the ways out.
    """

    messages: Messages
    jobs: Jobs
    go: Callable[[Target], None]
    today: Callable[[], date]
    single_keys: bool = True
    view: View | None = None
    lock: Callable[[], object] | None = None
    check_pack: Callable[[Sequence[Path]], object] = lambda _paths: None
    bring_in: Callable[[], object] = lambda: None
    print_out: Callable[[Printout], object] = lambda _printout: None
    drafts: Drafts = field(default_factory=NoDrafts)


class Page(QWidget):
    """A place. A subclass fills ``place``, ``title``, ``tables``, and shows itself in ``refresh``.

    ``tables`` are the database tables whose changes concern it. Showing a view never writes.
    """

    place = ""
    title = ""
    tables: frozenset[str] = frozenset()
    header_changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.tools = tools
        self.setObjectName(f"page-{self.place}")
        self.stale = True

    def refresh(self) -> None:
        """Read everything anew and show it."""
        raise NotImplementedError

    def show_target(self, target: Target) -> None:
        """Go to one record of this place."""

    def where(self) -> Target:
        """The place, and the record that is shown there: what ``show_target`` would be given to come back."""
        return Target(Place(self.place))

    def subtitle(self) -> str:
        """The one line of facts under the title."""
        return ""

    def header_buttons(self) -> Sequence[QPushButton]:
        """Buttons for the header, made anew at each call."""
        return ()

    def arrange(self, em: float) -> None:
        """Fit the width, given in em (content width over body size): 68 and more, 48 to 68, under 48."""

    def leave(self) -> None:
        """Save what is being typed, because the place is left, locked or closed."""

    def listing(self) -> ListPrint | None:
        """The list of this place as it can be printed or saved as a spreadsheet; None when there is none."""
        return None

    def printout(self) -> Printout | None:
        """What is printed of this place where that is more than its list; None where the list is printed."""
        return None

    def concerns(self, changes: Changes) -> bool:
        """Whether what was saved changes what this page shows."""
        return bool(self.tables & changes.tables)
