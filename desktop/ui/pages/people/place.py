# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place People: a tab for each of its pages, made when it is first seen."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

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
from desktop.ui.infra.tabbed_place import Make, TabbedPlace, tables_of
from desktop.ui.pages.people.courses.page import CoursesPage
from desktop.ui.pages.people.days.page import DaysPage
from desktop.ui.pages.people.matrix.page import MatrixPage
from desktop.ui.pages.people.merging.alike_line import AlikeLine
from desktop.ui.pages.people.merging.page import MergingPage
from desktop.ui.pages.people.needs.page import NeedsPage
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.pages.people.standard_six.page import StandardSixPage


class PeoplePlace(TabbedPlace):
    """The people, their training and what follows from it."""

    place = Place.PEOPLE.value
    title = "People"
    tables = tables_of(PeoplePage, DaysPage, MatrixPage, NeedsPage, CoursesPage, StandardSixPage, MergingPage)
    tabs: ClassVar[Mapping[str, tuple[str, Make]]] = {
        ALL_PEOPLE: ("People", PeoplePage),
        TRAINING_DAYS: ("Training days", DaysPage),
        MATRIX: ("Matrix", MatrixPage),
        NEEDS: ("Needs", NeedsPage),
        COURSES: ("Courses", CoursesPage),
        STANDARD_SIX: ("Standard 6", StandardSixPage),
    }
    hidden: ClassVar[Mapping[str, Make]] = {SAME_PERSON: MergingPage}
    aliases: ClassVar[Mapping[str, str]] = {NEW_DAY: TRAINING_DAYS}

    def above(self) -> Sequence[QWidget]:
        """That some entries may be one person."""
        self._alike = AlikeLine(self._desk.merging, lambda: self.tools.go(Target(Place.PEOPLE, SAME_PERSON)))
        return (self._alike,)

    def refresh(self) -> None:
        """Read what is seen, and which entries are alike."""
        self._alike.read()
        super().refresh()

    def _read(self) -> None:
        self._alike.stand(over_people=self.at == ALL_PEOPLE)
        super()._read()
