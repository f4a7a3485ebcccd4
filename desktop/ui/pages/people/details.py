# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One person's own details, in groups. Each field is saved when it is left, if it is right."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.choices import Choice
from desktop.models.dates import long_date
from desktop.models.day_checks import DayError
from desktop.models.typed_date import TypedDateError
from desktop.models.workforce.people import Person
from desktop.services.desk import Desk
from desktop.services.people import NamelessPersonError, PersonThereError
from desktop.services.people_lines import PersonView
from desktop.ui.infra.page import Tools
from desktop.ui.infra.record_draft import RecordDraft
from desktop.ui.pages.people.detail_part import DetailPart
from desktop.ui.pages.people.induction_fields import InductionFields
from desktop.ui.pages.people.own_policies import kept_policy
from desktop.ui.pages.people.print_record import PrintRecord
from desktop.ui.pages.people.role_days import RoleDays
from desktop.ui.pages.people.roles import RolesPicker
from desktop.ui.pages.people.terms_fields import TermsFields
from desktop.ui.pages.people.their_record import TheirRecord
from desktop.ui.widgets.boxes import column, plain, rule
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, line
from desktop.ui.widgets.folded import Folded


class PersonDetails(QWidget):
    """Shows the details of one person and saves what is changed in them. ``gone`` is called when they went."""

    def __init__(self, desk: Desk, tools: Tools, gone: Callable[[Person], object]) -> None:
        super().__init__()
        self._people, self._supervision, self._tools = desk.people, desk.supervision, tools
        self._person: Person | None = None
        self._name = line("person-name")
        self._name_field = Field("Name", self._name, "It stays at home. Packs never show it.")
        self._started = DayField("First day (optional)", "person-started", "Such as 3 March 2025.")
        self._left = DayField(
            "Last day (optional)",
            "person-left",
            "For someone who left. Their records stay. Clear it when they are back.",
        )
        self._roles = RolesPicker("role")
        names = {role.code: role.name for role in desk.people.roles()}
        details, today = desk.person_details, tools.today
        days = RoleDays(details, today, lambda code: names.get(code, code), read_only=desk.read_only)
        terms = TermsFields(details, today, self._colleagues)
        induction = InductionFields(details, today, desk.charity.at_work)
        self._parts: tuple[DetailPart, ...] = (days, terms, induction)
        self._record = TheirRecord(desk.people, tools, self._let_go, gone)
        self._print = PrintRecord(desk, tools)
        fields = plain(column(self._name_field, self._started, self._roles, *self._parts, self._left, gap=12))
        self._kept = kept_policy(details, tools)
        self.setLayout(column(fields, self._kept, rule(), self._print, rule(), self._record, gap=12))
        self._hear()
        self._draft = RecordDraft(fields, tools.drafts)

    @property
    def recording(self) -> bool:
        """It has no filled button: each field is saved when it is left."""
        return False

    def leave(self) -> None:
        """Save what is right, and keep the rest as it was typed."""
        self._print.leave()
        self.save()

    def show_view(self, view: PersonView) -> None:
        """Show someone. What was typed and is not saved is left alone, or stands there again."""
        self._person = self._record.person = view.person
        self._print.show_person(view.person)
        self._kept.setVisible(view.person.left is not None)
        self._kept.refresh()
        self._roles.offer(self._people.roles())
        self._show_fields(view.person)

    def forget(self) -> None:
        """Nobody is shown."""
        self._person = self._record.person = None

    def save(self) -> None:
        """Save what is right. What is wrong is told under its field, and kept as it was typed."""
        if (person := self._person) is not None:
            self._draft.save(lambda: self._save(person))
            self._open_where_wrong()

    def _hear(self) -> None:
        self._roles.changed.connect(self.save)
        for field in (self._name, self._started.line, self._left.line):
            field.editingFinished.connect(self.save)
        for part in self._parts:
            part.typed.connect(self.save)

    def _show_fields(self, person: Person) -> None:
        self._draft.show(draft_name(person), person, lambda: self._fill(person))
        self._open_where_wrong()

    def _fill(self, person: Person) -> None:
        self._name.setText(person.name)
        self._roles.show_codes(self._roles_of(person))
        self._started.line.show_day(person.started)
        self._left.line.show_day(person.left)
        for part in self._parts:
            part.fill(person)

    def _open_where_wrong(self) -> None:
        """What is told under a field is seen."""
        for fold in self.findChildren(Folded):
            if any(field.problem for field in fold.fields.findChildren(Field)):
                fold.open()

    def _let_go(self, for_good: bool) -> None:
        """They are about to go. What waits in the fields comes back with them, unless they go for good."""
        self._person = None
        if for_good:
            self._draft.drop()

    def _roles_of(self, person: Person) -> tuple[str, ...]:
        return person.roles_on(self._tools.today())

    def _colleagues(self, person: Person) -> tuple[Choice, ...]:
        """Who works here, and whoever is recorded with them, though they left."""
        here = tuple(one for one in self._supervision.supervisors() if one.code != person.id)
        known = {one.code for one in here}
        recorded = {person.line_manager_id, person.practice_supervisor_id} - known - {None}
        left = (self._people.person(one) for one in sorted(filter(None, recorded)))
        return (*here, *(Choice(one.id, f"{one.name} (left)") for one in left))

    def _save(self, person: Person) -> None:
        started = self._day(self._started, person.started)
        left = self._day(self._left, person.left)
        saved = self._edit(person, " ".join(self._name.text().split()), started)
        if left != person.left:
            self._leave(person.id, left)
        for part in self._parts:
            part.save(self._people.person(person.id))
        if saved and self._person is not None:
            self._draft.settle([name for part in self._parts for name in part.waiting])
            self._show_fields(self._person)

    def _day(self, field: DayField, before: date | None) -> date | None:
        """The day typed; the one before, with a problem told, when it is none."""
        try:
            return field.read(self._tools.today(), focus=False)
        except TypedDateError:
            return before

    def _edit(self, person: Person, name: str, started: date | None) -> bool:
        """Save these. What cannot be right is told, and the rest is saved without it, if that can be."""
        if (name, set(self._roles.codes), started) == (person.name, set(self._roles_of(person)), person.started):
            return True
        try:
            self._people.edit(person.id, name, self._roles.codes, started)
        except (NamelessPersonError, PersonThereError, CertificateNumberError) as error:
            self._name_field.show_problem(error.brief, focus=False)
            return name != person.name and self._edit(person, person.name, started)
        except DayError as error:
            self._started.show_problem(error.brief, focus=False)
            return started != person.started and self._edit(person, name, person.started)
        return True

    def _leave(self, person_id: str, left: date | None) -> None:
        try:
            self._people.leave(person_id, left)
        except DayError as error:
            self._left.show_problem(error.brief, focus=False)
            return
        told = f"left on {long_date(left)}. Tick “Show those who left” to see them" if left else "is back"
        self._tools.messages.done(f"{self._person.name if self._person else ''} {told}.")


def draft_name(person: Person) -> str:
    """Under which name something of someone waits that was not right yet when they were left."""
    return f"person {person.id}"
