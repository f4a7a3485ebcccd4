# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place People as a person uses it."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.jobs import Jobs
from desktop.ui.infra.page import Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.widgets.table import DataTable
from tests.storage.workbooks import CLOCK
from tests.ui.drivers.controls import WIDE_EM, Controls
from tests.ui.drivers.listener import Listener


class PeopleDriver(Controls):
    """The page on a desk."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, em: float = WIDE_EM, single_keys: bool = True) -> None:
        self.desk, self.person, self.gone_to, self.saves = desk, Listener(), list[Target](), 0
        self.jobs, self.printed = Jobs(self.person.tell), list[Printout]()
        tools = Tools(
            self.person,
            self.jobs,
            self.gone_to.append,
            CLOCK.today,
            single_keys=single_keys,
            print_out=self.printed.append,
            drafts=desk,
        )
        super().__init__(qtbot, PeoplePage(desk, tools), em)
        desk.on_saved(lambda _changes: self._saved())
        desk.before_closing(self.page.leave)  # as the window does: no form keeps anything afterwards

    def names(self) -> list[str]:
        return [row[0].partition(",")[0] for row in self.rows("people")]

    def training(self, name: str) -> str:
        return next(row[1] for row in self.rows("people") if row[0].startswith(name))

    def course(self, name: str) -> str:
        return next(row[1] for row in self.rows("courses") if row[0].startswith(name))

    def said(self, table: str) -> list[tuple[str, ...]]:
        """The rows of a table as a screen reader says them."""
        return [tuple(cell.said for cell in row.cells) for row in self.one(DataTable, table).shown.rows]

    def record(self, course_id: str, completed: str) -> None:
        """Record a course of the person who is shown, by the key R."""
        self.press("R")
        self.pick("training-course", course_id)
        self.type_in("training-completed", completed)
        self.click("training-save")

    def wait(self) -> None:
        """Until no job runs."""
        self._qtbot.waitUntil(lambda: not self.jobs.busy, timeout=30_000)

    def filled_buttons(self) -> list[str]:
        """The names of the filled buttons that are seen, those of the header first."""
        shown = [made for made in self.page.findChildren(QPushButton) if made.isVisible()]
        every = (*self.page.header_buttons(), *shown)
        return [made.objectName() for made in every if made.property("kind") == "primary"]

    def _saved(self) -> None:
        self.saves += 1
        self.page.refresh()
