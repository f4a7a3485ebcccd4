# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the window lends to the way in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.services.device_settings import DeviceSettings
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.messages import Messages
from desktop.ui.infra.screen import Screen

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from desktop.services.doorway import Doorway


class View(Protocol):
    """How the window looks, and changing it."""

    @property
    def now(self) -> DeviceSettings:
        """The settings in force."""

    def theme(self, name: str) -> None:
        """Choose a theme."""

    def larger(self) -> None:
        """The next larger text."""

    def smaller(self) -> None:
        """The next smaller text."""


class Run(Protocol):
    """A first run."""

    def show(self) -> None:
        """Show the step that is next."""

    def rebuild(self) -> None:
        """Show the same step in another look."""


class Within(Protocol):
    """What is loaded late, because a screen must not wait for it."""

    @property
    def doorway(self) -> "Doorway":
        """The way into workbooks."""

    @property
    def first_run(self) -> "Callable[[Lent, Desk | None, Callable[[], object]], Run]":
        """Begins a first run: without a desk with the passphrase, with one where it was stopped."""


@dataclass(frozen=True, slots=True)
class Lent:
    """``load`` may take a second or two, so it is called in jobs; ``opened`` hands over a workbook that is ready.

    ``holds`` tells of one that is open already while its first run goes on, so that hiding locks it.
    """

    messages: Messages
    jobs: Jobs
    view: View
    load: Callable[[], Within]
    show: Callable[[Screen], None]
    holds: "Callable[[Desk], None]"
    opened: "Callable[[Desk], None]"
    check_pack: Callable[[], None]
