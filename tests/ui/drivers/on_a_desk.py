# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A page with a whole desk behind it, as a person uses it."""

from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.printout import Printout
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class OnADesk(Controls):
    """A page on a desk, which looks again after each save."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM) -> None:
        self.desk, self.person, self.gone_to, self.saves = desk, Listener(), list[Target](), 0
        self.printed: list[Printout] = []
        jobs = Jobs(self.person.tell)
        tools = Tools(self.person, jobs, self.gone_to.append, CLOCK.today, drafts=desk, print_out=self.printed.append)
        super().__init__(qtbot, self.make(desk, tools), em)
        desk.on_saved(lambda _changes: self._saved())
        desk.before_closing(self.page.leave)

    def make(self, desk: Desk, tools: Tools) -> Page:
        raise NotImplementedError

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()
