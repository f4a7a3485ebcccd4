# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person's own details: name, roles, first and last day. Each is saved when it is left, if it is right."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.models.dates import long_date
from desktop.models.day_checks import DayError
from desktop.models.typed_date import TypedDateError, typed_date_or_none
from desktop.models.workforce.people import Person
from desktop.services.people import NamelessPersonError, People, PersonThereError
from desktop.services.people_lines import PersonView
from desktop.ui.infra.messages import Question
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
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
        self._draft = RecordDraft(self, tools.drafts)

    @property
    def recording(self) -> bool:
        """It has no filled button: each field is saved when it is left."""
        return False

    def leave(self) -> None:
        """Save what is right, and keep the rest as it was typed."""
        self.save()

    def show_view(self, view: PersonView) -> None:
        """Show someone. What was typed and is not saved is left alone, or stands there again."""
        self._person = view.person
        self._roles.offer(self._people.roles())
        self._show_fields(view.person)

    def waits(self, person: Person) -> bool:
        """Whether something of someone was not right yet when they were left."""
        return self._draft.waits(_draft_name(person))

    def forget(self) -> None:
        """Nobody is shown."""
        self._person = None

    def save(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        if (person := self._person) is not None:
            self._draft.save(lambda: self._save(person))

    def _show_fields(self, person: Person) -> None:
        self._draft.show(_draft_name(person), person, lambda: self._fill(person))

    def _fill(self, person: Person) -> None:
        self._name.setText(person.name)
        self._roles.show_codes(self._roles_of(person))
        self._started.show_day(person.started)
        self._left.show_day(person.left)

    def _roles_of(self, person: Person) -> tuple[str, ...]:
        return person.roles_on(self._tools.today())

    def _save(self, person: Person) -> None:
        started = self._day(self._started_field, self._started.text(), person.started)
        left = self._day(self._left_field, self._left.text(), person.left)
        saved = self._edit(person, " ".join(self._name.text().split()), started)
        if left != person.left:
            self._leave(person.id, left)
        if saved and self._person is not None:
            self._draft.settle()
            self._show_fields(self._person)

    def _day(self, field: Field, text: str, before: date | None) -> date | None:
        """The day typed; the one before, with a problem told, when it is none."""
        try:
            return typed_date_or_none(text, self._tools.today())
        except TypedDateError as error:
            field.show_problem(error.brief, focus=False)
            return before

    def _edit(self, person: Person, name: str, started: date | None) -> bool:
        """Save these. What cannot be right is told, and the rest is saved without it, if that can be."""
        if (name, set(self._roles.codes), started) == (person.name, set(self._roles_of(person)), person.started):
            return True
        try:
            self._people.edit(person.id, name, self._roles.codes, started)
        except (NamelessPersonError, PersonThereError) as error:
            self._name_field.show_problem(error.brief, focus=False)
            return name != person.name and self._edit(person, person.name, started)
        except DayError as error:
            self._started_field.show_problem(error.brief, focus=False)
            return started != person.started and self._edit(person, name, person.started)
        return True

    def _leave(self, person_id: str, left: date | None) -> None:
        try:
            self._people.leave(person_id, left)
        except DayError as error:
            self._left_field.show_problem(error.brief, focus=False)
            return
        told = f"left on {long_date(left)}. Tick “Show those who left” to see them" if left else "is back"
        self._tools.messages.done(f"{self._person.name if self._person else ''} {told}.")

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
        self._draft.drop()
        self._people.erase(person.id)
        self._gone()
        self._tools.messages.done("One person was erased for good, with their records.")


def _draft_name(person: Person) -> str:
    return f"person {person.id}"
