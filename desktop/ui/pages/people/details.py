# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person's own details: name, roles, first and last day. Each is saved when it is left."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.errors import AppError
from desktop.models.typed_date import typed_date_or_none
from desktop.models.workforce.people import Person
from desktop.services.people import NamelessPersonError, People, PersonThereError
from desktop.services.people_lines import PersonView
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Tools
from desktop.ui.pages.people.roles import RolesPicker
from desktop.ui.widgets.boxes import column, row, rule
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.field import Field, date_line, line
from desktop.ui.widgets.text import hint


class PersonDetails(QWidget):
    """Shows the details of one person and saves what is changed in them. ``gone`` is called when they went."""

    def __init__(self, people: People, tools: Tools, gone: Callable[[], object]) -> None:
        super().__init__()
        self._people, self._tools, self._gone = people, tools, gone
        self._person: Person | None = None
        self._name = line("person-name")
        self._started = date_line("person-started")
        self._left = date_line("person-left")
        self._name_field = Field("Name", self._name, "It stays at home. Packs never show it.")
        self._started_field = Field("First day (optional)", self._started, "Such as 3 March 2025.")
        self._left_field = Field(
            "Last day (optional)", self._left, "For someone who left. Their records stay. Clear it when they are back."
        )
        self._roles = RolesPicker("role")
        self._roles.changed.connect(self.save)
        for field in (self._name, self._started, self._left):
            field.editingFinished.connect(self.save)
        remove = button("Remove", "person-remove", self._take_away, kind="danger")
        erase = button("Erase for good", "person-erase", self._ask_to_erase, kind="danger")
        parts = (self._name_field, self._roles, self._started_field, self._left_field, rule())
        about = hint("Remove can be undone. Erase takes every record away for good, such as when someone asks for it.")
        self.setLayout(column(*parts, about, row(remove, erase, None, gap=10), gap=12))

    @property
    def recording(self) -> bool:
        """It has no filled button: each field is saved when it is left."""
        return False

    def leave(self) -> None:
        """Save what differs."""
        self.save()

    def show_view(self, view: PersonView) -> None:
        """Show someone. What is being typed is left alone."""
        person = view.person
        same = self._person is not None and self._person.id == person.id
        self._person = person
        self._roles.offer(self._people.roles())
        self._roles.show_codes(person.roles_on(self._tools.today()))
        days = ((self._started, self._started_field, person.started), (self._left, self._left_field, person.left))
        if not (same and (self._name.hasFocus() or self._name_field.problem)):
            self._name.setText(person.name)
            self._name_field.clear_problem()
        for shown, field, day in days:
            if not (same and (shown.hasFocus() or field.problem)):
                shown.show_day(day)
                field.clear_problem()

    def forget(self) -> None:
        """Nobody is shown."""
        self._person = None

    def save(self) -> None:
        """Save what differs. A problem is told under its field, and nothing that was typed is lost."""
        if self._person is None:
            return
        self._save_entry(self._person)
        if self._person is not None:
            self._save_leaving(self._person)

    def _save_entry(self, person: Person) -> None:
        for field in (self._name_field, self._started_field):
            field.clear_problem()
        try:
            started = typed_date_or_none(self._started.text(), self._tools.today())
            name = " ".join(self._name.text().split())
            was = set(person.roles_on(self._tools.today()))
            if (name, set(self._roles.codes), started) != (person.name, was, person.started):
                self._people.edit(person.id, name, self._roles.codes, started)
        except (NamelessPersonError, PersonThereError) as error:
            self._name_field.show_problem(error.brief, focus=False)
        except AppError as error:
            self._started_field.show_problem(error.brief, focus=False)

    def _save_leaving(self, person: Person) -> None:
        self._left_field.clear_problem()
        try:
            left = typed_date_or_none(self._left.text(), self._tools.today())
            if left == person.left:
                return
            self._people.leave(person.id, left)
        except AppError as error:
            self._left_field.show_problem(error.brief, focus=False)
            return
        told = f"left on {long_date(left)}. Tick “Show those who left” to see them" if left else "is back"
        self._tools.messages.done(f"{person.name} {told}.")

    def _take_away(self) -> None:
        if self._person is None:
            return
        person, self._person = self._person, None
        self._people.remove(person.id)
        self._gone()
        self._tools.messages.done(f"{person.name} was removed, with their records. Ctrl+Z brings them back.")

    def _ask_to_erase(self) -> None:
        if self._person is None:
            return
        person, erasing = self._person, self._people.erasing(self._person.id)
        records = "1 record" if erasing.records == 1 else f"{erasing.records} records"
        told = f"This takes away: {erasing.takes} {erasing.leaves} It cannot be undone."
        question = Question(f"Erase {person.name} for good?", told, "Keep them", f"Erase {records}", "erase")
        self._tools.messages.ask(question, lambda: self._erase(person))

    def _erase(self, person: Person) -> None:
        self._person = None
        self._people.erase(person.id)
        self._gone()
        self._tools.messages.done("One person was erased for good, with their records.")
