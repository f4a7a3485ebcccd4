# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The place Standards: the indicators, the second reader, sign-off and rounds, and rounds compared."""

from collections.abc import Mapping
from typing import ClassVar

from desktop.services.desk import Desk
from desktop.services.place_words import COMPARE, INDICATORS, ROUNDS, SECOND_READER
from desktop.services.targets import Place
from desktop.ui.infra.page import Page, Tools
from desktop.ui.infra.tabbed_place import Make, TabbedPlace, tables_of
from desktop.ui.pages.standards.compare.page import ComparePage
from desktop.ui.pages.standards.page import StandardsPage
from desktop.ui.pages.standards.rounds.page import RoundsPage
from desktop.ui.pages.standards.second_reader.page import SecondReaderPage


def _indicators(desk: Desk, tools: Tools) -> Page:
    return StandardsPage(desk.assessing, desk.actions, desk.library, desk.charity, desk.rounds, desk.story, tools)


class StandardsPlace(TabbedPlace):
    """What is said of the standards, and what becomes of it."""

    place = Place.STANDARDS.value
    title = "Standards"
    tables = tables_of(StandardsPage, SecondReaderPage, RoundsPage, ComparePage)
    tabs: ClassVar[Mapping[str, tuple[str, Make]]] = {
        INDICATORS: ("Indicators", _indicators),
        SECOND_READER: ("Second reader", SecondReaderPage),
        ROUNDS: ("Sign-off and rounds", RoundsPage),
        COMPARE: ("Compare", ComparePage),
    }
