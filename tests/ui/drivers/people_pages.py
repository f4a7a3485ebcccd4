# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pages of the place People beside the list, and the place itself, as a person uses them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from desktop.services.desk import Desk
from desktop.services.targets import Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.people.courses.page import CoursesPage
from desktop.ui.pages.people.days.attendees import Attendees
from desktop.ui.pages.people.days.page import DaysPage
from desktop.ui.pages.people.matrix.page import MatrixPage
from desktop.ui.pages.people.needs.page import NeedsPage
from desktop.ui.pages.people.place import PeoplePlace
from desktop.ui.pages.people.standard_six.page import StandardSixPage
from desktop.ui.widgets.heat_table import HeatTable
from desktop.ui.widgets.table import DataTable
from tests.ui.drivers.on_a_desk import OnADesk


class DaysDriver(OnADesk):
    """The training days."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return DaysPage(desk, tools)

    def type_names(self, text: str) -> None:
        """Put names where they go, as pasting does (Qt's test keys know no ŷ), and press Enter."""
        names = self.one(QPlainTextEdit, "day-names")
        names.setFocus()
        names.insertPlainText(text)
        self.enter_names()

    def enter_names(self) -> None:
        QTest.keyClick(self.one(QPlainTextEdit, "day-names"), Qt.Key.Key_Return)

    def ticked_people(self) -> list[str]:
        """Who is ticked, as a screen reader hears it."""
        said = [row.cells[0].said for row in self.one(Attendees, "attendees").shown.rows]
        return [words.partition(", ")[0] for words in said if ", ticked" in words]

    def end_for(self, name: str, result: str) -> None:
        """Say how the day ended for someone."""
        self.stand_on("attendees", name)
        self.pick("day-result", result)

    def space(self) -> None:
        QTest.keyClick(self.one(Attendees, "attendees"), Qt.Key.Key_Space)

    def questions(self) -> list[str]:
        """The buttons that ask who is meant, once they are seen."""
        made = [one for one in self.page.findChildren(QPushButton) if one.objectName().startswith("name-")]
        self._qtbot.waitUntil(lambda: all(one.isVisible() for one in made))
        return [one.text() for one in made]

    def decide(self, name: str) -> None:
        """Answer one of them."""
        assert self.questions()
        self.click(name)


class CoursesDriver(OnADesk):
    """The courses and their rules."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return CoursesPage(desk, tools)

    def click_header(self, name: str) -> None:
        """Press a button of the header, which the window would show."""
        next(made for made in self.page.header_buttons() if made.objectName() == name).click()


class MatrixDriver(OnADesk):
    """The matrix."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return MatrixPage(desk, tools)

    @property
    def table(self) -> HeatTable:
        return self.one(HeatTable, "matrix")

    def key(self, key: Qt.Key) -> None:
        self.table.setFocus()
        QTest.keyClick(self.table, key)

    def choices(self, name: str) -> list[str]:
        box = self.one(QComboBox, name)
        return [str(box.itemData(at)) for at in range(box.count())]


class SixDriver(OnADesk):
    """Standard 6, live."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return StandardSixPage(desk, tools)

    def why(self) -> dict[str, str]:
        """Why each person behind the figure that is open counts or not, by name."""
        return {row.cells[0].words: row.cells[1].words for row in self.one(DataTable, "figure-people").shown.rows}


class NeedsDriver(OnADesk):
    """The training needs."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return NeedsPage(desk, tools)

    def titles(self, which: str) -> list[str]:
        """The first cells of a list, once it is chosen."""
        self.pick("needs-which", which)
        return [row[0] for row in self.rows(f"needs-{which}")]


class PlaceDriver(OnADesk):
    """The whole place, which goes where it is told."""

    def make(self, desk: Desk, tools: Tools) -> Page:
        return PeoplePlace(desk, replace(tools, go=self._go))

    def _go(self, target: Target) -> None:
        self.gone_to.append(target)
        self.page.show_target(target)

    def kind(self, name: str) -> str:
        """How a button is drawn: filled ('primary'), or in outline ('')."""
        return str(self.one(QPushButton, name).property("kind"))
