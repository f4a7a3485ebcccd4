# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's details as fields."""

from PySide6.QtWidgets import QWidget

from desktop.models.choices import NATIONS
from desktop.models.records import Organisation
from desktop.ui.forms.more import More
from desktop.ui.widgets.boxes import Item, column, row
from desktop.ui.widgets.field import Field, chooser, line


class OrganisationForm(QWidget):
    """Show one with ``show_record``; ``record`` gives what stands there, or None when there is no name.

    ``folded``: what may stay empty waits under one button. ``between``: fields of others, before what may stay empty.
    """

    def __init__(self, *between: QWidget, folded: bool = False) -> None:
        super().__init__()
        self._name = line("organisation-name")
        self._short = line("organisation-short-name")
        self._charity = line("organisation-charity-number", limit=40)
        self._company = line("organisation-company-number", limit=40)
        self._address = line("organisation-address")
        self._phone = line("organisation-phone", limit=60)
        self._email = line("organisation-email")
        self._nation = chooser("organisation-nation", [(nation, nation) for nation in NATIONS])
        self._name_field = Field("Name of the charity", self._name, "As registered. Packs are signed with this name.")
        nation = Field("Nation", self._nation, "The standards hold for England and Wales.", width=260)
        short = Field("Short name (optional)", self._short, "What people call it.")
        numbers = row(
            Field("Charity number (optional)", self._charity),
            Field("Company number (optional)", self._company),
            gap=16,
        )
        address = Field(
            "Address (optional)",
            self._address,
            "It stands on the cover of packs. Never a refuge or another secret address.",
        )
        reached = row(Field("Phone (optional)", self._phone), Field("Email (optional)", self._email), gap=16)
        optional: tuple[Item, ...] = (short, numbers, address, reached)
        rest = (More("organisation-optional", *optional),) if folded else optional
        self.setLayout(column(self._name_field, nation, *between, *rest, gap=14))

    def show_record(self, record: Organisation | None) -> None:
        """Fill the fields."""
        shown = record or Organisation("")
        for field, text in (
            (self._name, shown.name),
            (self._short, shown.short_name),
            (self._charity, shown.charity_number),
            (self._company, shown.company_number),
            (self._address, shown.address),
            (self._phone, shown.phone),
            (self._email, shown.email),
        ):
            field.setText(text)
        self._nation.setCurrentIndex(max(0, self._nation.findData(shown.nation)))
        self._name_field.clear_problem()

    def record(self, before: str = "", *, focus: bool = True) -> Organisation | None:
        """The record as it stands in the fields. Without a name a problem is shown, and the name ``before`` stays."""
        self._name_field.clear_problem()
        if not self._name.text().strip():
            self._name_field.show_problem("Type the name of the charity first.", focus=focus)
        name = self._name.text().strip() or before
        if not name:
            return None
        return Organisation(
            name=name,
            short_name=self._short.text().strip(),
            charity_number=self._charity.text().strip(),
            company_number=self._company.text().strip(),
            address=self._address.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.text().strip(),
            nation=self._nation.currentData(),
        )

    def begin(self) -> None:
        """Put the focus on the name."""
        self._name.setFocus()
