# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Our charity: who are we, what do we run, and how is it kept safe?"""

from desktop.services.desk import Desk
from desktop.services.targets import Place
from desktop.ui.infra.page import Page, Tools


class CharityPage(Page):
    """Sections of settings."""

    place = Place.CHARITY.value
    title = "Our charity"
    tables = frozenset({"organisation", "service", "meta"})

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__(tools)
        self._desk = desk

    def refresh(self) -> None:
        """Read the section that is shown."""
