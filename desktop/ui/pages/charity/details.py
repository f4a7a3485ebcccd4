# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's details, as they stand in packs."""

from desktop.services.charity import Charity
from desktop.ui.pages.charity.section import Facts, Section
from desktop.ui.widgets.boxes import card

_FACTS = {
    "Registered name": "name",
    "Short name": "short_name",
    "Charity number": "charity_number",
    "Company number": "company_number",
    "Address": "address",
    "Phone": "phone",
    "Email": "email",
    "Nation": "nation",
}


class DetailsSection(Section):
    """Who we are."""

    title = "Details"
    about = "These stand on the cover of every pack. The registered name is the one that packs are signed with."

    def __init__(self, charity: Charity) -> None:
        super().__init__()
        self._charity = charity
        self._facts = Facts(_FACTS)
        self.build(card(self._facts, gap=10))

    def refresh(self) -> None:
        """Show the details."""
        found = self._charity.organisation()
        for name, field in _FACTS.items():
            self._facts.show_fact(name, getattr(found, field) if found else "")
