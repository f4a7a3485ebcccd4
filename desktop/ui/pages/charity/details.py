# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The charity's details, as they stand in packs."""

from desktop.services.charity import Charity
from desktop.ui.forms.organisation_form import OrganisationForm
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.boxes import card, side_by_side
from desktop.ui.widgets.buttons import button


class DetailsSection(Section):
    """Who we are. Saved by its button, and when one goes elsewhere."""

    title = "Details"
    about = "These stand on the cover of every pack."

    def __init__(self, charity: Charity, tools: Tools) -> None:
        super().__init__()
        self._charity = charity
        self._form = OrganisationForm()
        self._form.setMaximumWidth(self._form.fontMetrics().averageCharWidth() * 90)
        self._draft = RecordDraft(self._form, tools.drafts)
        save = button("Save the details", "details-save", self._press, kind="primary")
        self.build(card(self._form, side_by_side(save), gap=14))

    def refresh(self) -> None:
        """Show the details. What was typed and is not saved is left alone, or stands there again."""
        found = self._charity.organisation()
        self._draft.show("organisation", found, lambda: self._form.show_record(found))

    def leave(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        self._draft.save(lambda: self._save(focus=False))

    def _press(self) -> None:
        self._draft.save(lambda: self._save(focus=True))

    def _save(self, *, focus: bool) -> None:
        before = self._charity.organisation()
        record = self._form.record(before.name if before else "", focus=focus)
        if record is None:
            return
        if record != before:
            self._charity.save_organisation(record)
        self._draft.settle()
        self.refresh()
