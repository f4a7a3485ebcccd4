# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second reader, sign-off and rounds, and rounds compared, as a person uses them."""

from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.desk import Desk
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.standards.compare.page import ComparePage
from desktop.ui.pages.standards.rounds.page import RoundsPage
from desktop.ui.pages.standards.second_reader.page import SecondReaderPage
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.table import DataTable
from tests.ui.drivers.on_a_desk import OnADesk


class SecondReaderDriver(OnADesk):
    """The second reader's page."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return SecondReaderPage(desk, tools)

    @property
    def picker(self) -> Picker:
        (found,) = self.page.findChildren(Picker)
        return found

    def judge(self, level: int) -> None:
        self.picker.choices[level].click()

    def states(self) -> dict[str, str]:
        """Number and state of every indicator in the list, as they are heard."""
        rows = self.one(DataTable, "reading-list").shown.rows
        return {row.cells[0].words: row.cells[1].said for row in rows}


class RoundsDriver(OnADesk):
    """The page of sign-off and rounds."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return RoundsPage(desk, tools)

    def focus(self) -> str:
        found = QApplication.focusWidget()
        return found.objectName() if isinstance(found, QWidget) else ""


class CompareDriver(OnADesk):
    """The page that compares."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return ComparePage(desk, tools)
