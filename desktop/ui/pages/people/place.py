# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place People: a tab for each of its pages, made when it is first seen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget

from desktop.models.prints import ListPrint
from desktop.services.desk import Desk
from desktop.services.place_words import (
    ALL_PEOPLE,
    COURSES,
    MATRIX,
    NEEDS,
    NEW_DAY,
    SAME_PERSON,
    STANDARD_SIX,
    TRAINING_DAYS,
)
from desktop.services.targets import Place, Target
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.printout import Printout
from desktop.ui.pages.people.courses.page import CoursesPage
from desktop.ui.pages.people.days.page import DaysPage
from desktop.ui.pages.people.matrix.page import MatrixPage
from desktop.ui.pages.people.merging.alike_line import AlikeLine
from desktop.ui.pages.people.merging.page import MergingPage
from desktop.ui.pages.people.needs.page import NeedsPage
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.pages.people.standard_six.page import StandardSixPage
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.tabs import Tabs

_Make = Callable[[Desk, Tools], Page]
_TABS: dict[str, tuple[str, _Make]] = {
    ALL_PEOPLE: ("People", PeoplePage),
    TRAINING_DAYS: ("Training days", DaysPage),
    MATRIX: ("Matrix", MatrixPage),
    NEEDS: ("Needs", NeedsPage),
    COURSES: ("Courses", CoursesPage),
    STANDARD_SIX: ("Standard 6", StandardSixPage),
}
_MAKE: dict[str, _Make] = {SAME_PERSON: MergingPage} | {name: make for name, (_words, make) in _TABS.items()}
_OF_TARGETS = {NEW_DAY: TRAINING_DAYS} | {name: name for name in _MAKE}
_PAGES: tuple[type[Page], ...] = (
    PeoplePage,
    DaysPage,
    MatrixPage,
    NeedsPage,
    CoursesPage,
    StandardSixPage,
    MergingPage,
)


class PeoplePlace(Page):
    """Pages in one place; the one that is seen does all the rest."""

    place = Place.PEOPLE.value
    title = "People"
    tables = frozenset[str]().union(*(page.tables for page in _PAGES))

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("place-people")
        self._desk, self._em, self._at = desk, 70.0, ALL_PEOPLE
        self._pages: dict[str, Page] = {}
        self._tabs = Tabs("people-tab-", {name: words for name, (words, _make) in _TABS.items()})
        self._tabs.setContentsMargins(24, 0, 24, 0)
        self._tabs.turned.connect(self._turn_to)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._tabs.turn, step))
        self._stack = QStackedWidget()
        self._alike = AlikeLine(desk.merging, lambda: tools.go(Target(Place.PEOPLE, SAME_PERSON)))
        self.setLayout(column(self._tabs, self._alike, (self._stack, 1), gap=6))
        self._take(ALL_PEOPLE)

    @property
    def shown(self) -> Page:
        """The page of the tab that is seen."""
        return self._pages[self._at]

    def refresh(self) -> None:
        """Read what is seen; the others read when they are next seen."""
        for page in self._pages.values():
            page.stale = True
        self._alike.read()
        self._read()

    def show_target(self, target: Target) -> None:
        """Show a tab, or someone among the people."""
        self._turn_to(_OF_TARGETS.get(target.id.partition("/")[0], ALL_PEOPLE))
        if target.id != ALL_PEOPLE:
            self.shown.show_target(target)

    def where(self) -> Target:
        """Where the page is that is seen."""
        return self.shown.where()

    def subtitle(self) -> str:
        """Of the page that is seen."""
        return self.shown.subtitle()

    def header_buttons(self) -> Sequence[QPushButton]:
        """Of the page that is seen."""
        return self.shown.header_buttons()

    def arrange(self, em: float) -> None:
        """Fit the width."""
        self._em = em
        for page in self._pages.values():
            page.arrange(em)

    def leave(self) -> None:
        """Save what is being typed."""
        self.shown.leave()

    def listing(self) -> ListPrint | None:
        """The list of the page that is seen."""
        return self.shown.listing()

    def printout(self) -> Printout | None:
        """Of the page that is seen."""
        return self.shown.printout()

    def _turn_to(self, name: str) -> None:
        if name != self._at:
            self.shown.leave()
            self._take(name)
            self._read()
        self._tabs.show_tab(name if name in _TABS else ALL_PEOPLE)
        self.header_changed.emit()

    def _take(self, name: str) -> None:
        if name not in self._pages:
            page = _MAKE[name](self._desk, self.tools)
            page.header_changed.connect(self.header_changed)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.arrange(self._em)
        self._at = name
        self._stack.setCurrentWidget(self._pages[name])

    def _read(self) -> None:
        self._alike.stand(over_people=self._at == ALL_PEOPLE)
        if self.shown.stale:
            self.shown.stale = False
            self.shown.refresh()
