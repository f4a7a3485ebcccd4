# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People: who is here, and whose training is in date?"""

from desktop.services.people import People
from desktop.services.targets import Place
from desktop.ui.infra.page import Page, Tools


class PeoplePage(Page):
    """The people, their roles and their training."""

    place = Place.PEOPLE.value
    title = "People"
    tables = frozenset({"person", "training_record", "action", "meta"})

    def __init__(self, people: People, tools: Tools) -> None:
        super().__init__(tools)
        self._people = people

    def refresh(self) -> None:
        """Read the people."""

    def subtitle(self) -> str:
        """How many there are and how training stands."""
        return self._people.figure()
