# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""On what terms someone works here, with whom, and who looks after their work: three groups that open by a button."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox

from desktop.models.certificate_numbers import CertificateNumberError
from desktop.models.choices import Choice
from desktop.models.typed_date import TypedDateError
from desktop.models.workforce.hours import hours_words
from desktop.models.workforce.people import EmployedAs, Person
from desktop.services.importing.minutes import minutes_of
from desktop.services.workforce.person_details import PersonDetails, Terms, TooManyHoursError
from desktop.ui.pages.people.detail_part import DetailPart
from desktop.ui.pages.people.supervision_fields import ELSEWHERE, WhoField
from desktop.ui.pages.people.terms_words import sides_told, terms_told, whom_told
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.day_field import DayField
from desktop.ui.widgets.field import Field, chooser, line, refill
from desktop.ui.widgets.folded import Folded

_TRUTH: dict[str, bool | None] = {"": None, "yes": True, "no": False}
_SIDES = (("", "Not said: the roles tell"), ("yes", "Yes"), ("no", "No"))
_NO_HOURS = "This cannot be read as hours. Type them like this: 30, 7.5 or 37:30."


class TermsFields(DetailPart):
    """Each is saved when it is left. ``colleagues`` gives who may look after someone's work."""

    def __init__(
        self, details: PersonDetails, today: Callable[[], date], colleagues: Callable[[Person], Sequence[Choice]]
    ) -> None:
        super().__init__()
        self._details, self._today, self._colleagues = details, today, colleagues
        terms = [("", "Not said"), *((one.value, one.value.capitalize()) for one in EmployedAs)]
        self._employed = chooser("terms-employed", terms)
        self._hours = line("terms-hours", limit=12)
        self._hours_field = Field("Hours in a week (optional)", self._hours, "Such as 30, 7.5 or 37:30.", width=120)
        self._manager = chooser("terms-manager", ())
        self._who = WhoField("Practice supervisor", "terms-supervisor", "Not said")
        self._users = chooser("terms-users", _SIDES)
        self._survivors = chooser("terms-survivors", _SIDES)
        self._contact = DayField(
            "First contact (optional)", "terms-contact", "The first day with people who use the service."
        )
        self._terms = Folded("fold-terms", "Terms and hours", Field("Works here as", self._employed), self._hours_field)
        self._whom = Folded("fold-whom", "Manager and supervisor", Field("Line manager", self._manager), self._who)
        self._sides = Folded(
            "fold-sides",
            "Who they work with",
            Field("Works with people who use harm", self._users),
            Field("Works with victim-survivors", self._survivors),
            self._contact,
        )
        self.setLayout(column(self._terms, self._whom, self._sides, gap=12))
        for box in (self._employed, self._manager, self._who.chosen, self._users, self._survivors):
            box.activated.connect(self.typed)
        for field in (self._hours, self._who.outside, self._contact.line):
            field.editingFinished.connect(self.typed)

    def fill(self, person: Person) -> None:
        """Show what is recorded, and offer everyone else."""
        terms = self._details.terms(person.id)
        others = self._colleagues(person)
        refill(self._manager, [("", "Not said"), *((one.code, one.name) for one in others)])
        self._who.offer(others)
        _choose(self._employed, terms.employed_as or "")
        self._hours.setText("" if terms.hours is None else f"{terms.hours:g}")
        _choose(self._manager, terms.line_manager_id or "")
        self._who.show_who(terms.practice_supervisor_id, terms.outside_supervisor)
        _choose(self._users, _word(said=terms.with_users))
        _choose(self._survivors, _word(said=terms.with_survivors))
        self._contact.line.show_day(terms.first_contact)
        names = {one.code: one.name for one in others}
        week = hours_words(person.weekly_minutes) if person.weekly_minutes else ""
        self._terms.tell(terms_told(terms, week))
        self._whom.tell(whom_told(terms, names))
        self._sides.tell(sides_told(terms))

    def save(self, person: Person) -> None:
        """Save them as one step; what is wrong is left as it was recorded."""
        recorded = self._details.terms(person.id)
        self._set(person.id, self._wanted(recorded), recorded)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Someone from elsewhere waits for a name."""
        return (self._who.chosen.objectName(),) if self._nameless or self._who.problem else ()

    @property
    def _nameless(self) -> bool:
        return self._who.chosen.currentData() == ELSEWHERE and not self._who.outside.text().strip()

    def _wanted(self, recorded: Terms) -> Terms:
        who = self._who.given_by
        supervisor = (recorded.practice_supervisor_id, recorded.outside_supervisor)
        if not self._nameless:
            supervisor = (who.id, " ".join(who.outside.split()))
        employed = str(self._employed.currentData() or "")
        return Terms(
            EmployedAs(employed) if employed else None,
            self._week(recorded.hours),
            str(self._manager.currentData() or "") or None,
            *supervisor,
            _TRUTH[str(self._users.currentData())],
            _TRUTH[str(self._survivors.currentData())],
            self._first_contact(recorded.first_contact),
        )

    def _set(self, person_id: str, terms: Terms, recorded: Terms) -> None:
        if terms == recorded:
            return
        try:
            self._details.set_terms(person_id, terms)
        except TooManyHoursError as error:
            self._hours_field.show_problem(error.brief, focus=False)
            self._set(person_id, replace(terms, hours=recorded.hours), recorded)
        except CertificateNumberError as error:
            self._who.show_problem(error.brief, focus=False)
            before = (recorded.practice_supervisor_id, recorded.outside_supervisor)
            kept = replace(terms, practice_supervisor_id=before[0], outside_supervisor=before[1])
            self._set(person_id, kept, recorded)

    def _week(self, before: float | None) -> float | None:
        """The hours typed; those before, with a problem told, when they cannot be read."""
        typed = self._hours.text().strip()
        if not typed:
            return None
        if re.fullmatch(r"\d+(?:[.,]\d+)?", typed):
            return round(float(typed.replace(",", ".")) * 60) / 60
        if (minutes := minutes_of(typed)) is not None:
            return minutes / 60
        self._hours_field.show_problem(_NO_HOURS, focus=False)
        return before

    def _first_contact(self, before: date | None) -> date | None:
        try:
            return self._contact.read(self._today(), focus=False)
        except TypedDateError:
            return before


def _choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(max(0, box.findData(data)))


def _word(*, said: bool | None) -> str:
    return next(word for word, truth in _TRUTH.items() if truth is said)
