# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Bids and packs: make a pack in four steps, and find those made so far."""

from desktop.services.charity import Charity
from desktop.services.packing import Packing
from desktop.services.signing_desk import SigningDesk
from desktop.services.targets import Place
from desktop.ui.infra.page import Page, Tools
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import words


class PacksPage(Page):
    """The packs of the charity."""

    place = Place.PACKS.value
    title = "Bids and packs"
    tables = frozenset({"meta", "assessment"})

    def __init__(self, packing: Packing, signing: SigningDesk, charity: Charity, tools: Tools) -> None:
        super().__init__(tools)
        self._packing, self._signing, self._charity = packing, signing, charity
        self._said = words("", wrap=True)
        self.setLayout(column(self._said, None, margins=(24, 2, 24, 14)))

    def refresh(self) -> None:
        """Read the packs made so far."""
        count = len(self._packing.made())
        self._said.setText(f"Packs made so far: {count}.")
