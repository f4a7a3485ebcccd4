# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's details, as they stand in packs."""

from desktop.models.errors import AppError
from desktop.models.records import Organisation
from desktop.services.charity import Charity
from desktop.ui.forms.organisation_form import OrganisationForm
from desktop.ui.infra.page import Tools
from desktop.ui.pages.charity.section import Section
from desktop.ui.pages.charity.typed import Typed
from desktop.ui.widgets.boxes import card, side_by_side
from desktop.ui.widgets.buttons import button


class DetailsSection(Section):
    """Who we are. Saved by its button, and when one goes elsewhere."""

    title = "Details"
    about = "These stand on the cover of every pack."

    def __init__(self, charity: Charity, tools: Tools) -> None:
        super().__init__()
        self._charity, self._tools = charity, tools
        self._shown: Organisation | None = None
        self._form = OrganisationForm()
        self._form.setMaximumWidth(self._form.fontMetrics().averageCharWidth() * 90)
        self._typed = Typed(self._form)
        save = button("Save the details", "details-save", self._save, kind="primary")
        self.build(card(self._form, side_by_side(save), gap=14))

    def refresh(self) -> None:
        """Show the details. What is being typed is left alone unless they were changed elsewhere."""
        found = self._charity.organisation()
        if found != self._shown or not self._typed.changed:
            self._shown = found
            self._form.show_record(found)
            self._typed.forget()

    def leave(self) -> None:
        """Save what was typed."""
        if self._typed.changed:
            self._save()

    def _save(self) -> None:
        record = self._form.record()
        if record is None or record == self._charity.organisation():
            return
        try:
            self._charity.save_organisation(record)
        except AppError as error:
            self._tools.messages.tell(error)
            return
        self._typed.forget()
