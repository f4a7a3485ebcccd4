# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The seven places and how each page is made. A new screen is one line here."""

from collections.abc import Callable

from desktop.services.desk import Desk
from desktop.services.targets import Place
from desktop.ui.infra.page import Page, Tools
from desktop.ui.pages.charity.page import CharityPage
from desktop.ui.pages.due.page import DuePage
from desktop.ui.pages.evidence.page import EvidencePage
from desktop.ui.pages.home.page import HomePage
from desktop.ui.pages.packs.page import PacksPage
from desktop.ui.pages.people.place import PeoplePlace
from desktop.ui.pages.standards.place import StandardsPlace

_PAGES: dict[Place, Callable[[Desk, Tools], Page]] = {
    Place.HOME: lambda desk, tools: HomePage(desk.overview, tools),
    Place.STANDARDS: StandardsPlace,
    Place.EVIDENCE: lambda desk, tools: EvidencePage(desk.library, desk.assessing, desk.story, tools),
    Place.PEOPLE: PeoplePlace,
    Place.DUE: DuePage,
    Place.PACKS: lambda desk, tools: PacksPage(desk.packing, desk.signing, desk.charity, tools),
    Place.CHARITY: CharityPage,
}


def make_page(place: Place, desk: Desk, tools: Tools) -> Page:
    """The page of a place."""
    return _PAGES[place](desk, tools)
