# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Someone new: name, roles, first day."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.errors import AppError
from desktop.models.typed_date import typed_date_or_none
from desktop.services.people import NamelessPersonError, People, PersonThereError
from desktop.ui.infra.form_draft import FormDraft
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.roles import RolesPicker
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, date_line, line
from desktop.ui.widgets.text import heading

_DRAFT = "new person"


class NewPerson(QFrame):
    """Adds someone and gives their id to ``added``."""

    def __init__(
        self, people: People, tools: Tools, added: Callable[[str], object], give_up: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("new-person")
        self._people, self._tools, self._added, self._gone_back = people, tools, added, give_up
        self._name = line("new-person-name")
        self._started = date_line("new-person-started")
        self._name_field = Field("Name", self._name, "The name that everyone here knows them by. Packs never show it.")
        self._started_field = Field("First day (optional)", self._started, "Such as 3 March 2025.")
        self._roles = RolesPicker("new-role")
        self._draft = FormDraft(tools.drafts, self._name, self._started, ticks=self._roles)
        self._roles.changed.connect(self._draft.touch)
        add = button("Add this person", "new-person-add", self._add, kind="primary")
        back = button("Go back", "new-person-back", self._go_back)
        self.setLayout(
            column(
                heading("New person", "h3"),
                self._name_field,
                self._started_field,
                self._roles,
                4,
                row(add, back, None, gap=10),
                None,
                gap=10,
                margins=(16, 12, 16, 12),
            )
        )
        for field in (self._name, self._started):
            field.returnPressed.connect(self._add)

    def begin(self) -> None:
        """Start with empty fields, or with what was typed the last time."""
        self._draft.leave()
        self._roles.offer(self._people.roles())
        self._roles.show_codes(())
        self._name.clear()
        self._started.clear()
        self._name_field.clear_problem()
        self._started_field.clear_problem()
        self._draft.begin(_DRAFT)

    @property
    def waits(self) -> bool:
        """Whether someone was left half filled in."""
        return self._draft.waits(_DRAFT)

    def take_focus(self) -> None:
        """Put the focus on the name."""
        self._name.setFocus()

    def leave(self) -> None:
        """Keep what is typed for the next time."""
        self._draft.keep()

    def _go_back(self) -> None:
        self._draft.drop()
        self._gone_back()

    def _add(self) -> None:
        self._name_field.clear_problem()
        self._started_field.clear_problem()
        try:
            started = typed_date_or_none(self._started.text(), self._tools.today())
            made = self._people.add(self._name.text(), self._roles.codes, started)
        except (NamelessPersonError, PersonThereError, CertificateNumberError) as error:
            self._name_field.show_problem(error.brief)
        except AppError as error:
            self._started_field.show_problem(error.brief)
        else:
            self._draft.drop()
            self._added(made)
