# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A person's terms, roles with dates, managers, sides and induction; and leavers whose records are past keeping."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.certificate_numbers import check_no_number
from desktop.models.changes import Op
from desktop.models.day_checks import check_order, check_passed
from desktop.models.errors import AppError
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.people import EmployedAs, Person, RoleHeld
from desktop.services.standing import workforce_now
from desktop.storage.workbook import Workbook
from desktop.support.clock import Clock

KEPT_YEARS = 6
_KEPT = "leavers_kept_years"
_MOST_HOURS = 60


class OwnManagerError(AppError):
    """Someone as their own manager or supervisor."""

    code = "own_manager"
    happened = "Nobody can be their own manager or supervisor."
    safe = "Nothing was changed."
    to_do = "Choose someone else, or leave it open."


class TooManyHoursError(AppError):
    """More hours than a week of work has."""

    code = "too_many_hours"
    happened = "{hours} hours a week is not between 0 and 60."
    safe = "Nothing was changed."
    to_do = "Type the hours of an ordinary week."


class NobodySignedOffError(AppError):
    """An induction signed off by nobody."""

    code = "nobody_signed_off"
    happened = "It is not said who signed the induction off."
    safe = "Nothing was changed."
    to_do = "Type the name of who went through it with them."


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms someone works here, and with whom. ``hours`` are those of a week, with quarters."""

    employed_as: EmployedAs | None = None
    hours: float | None = None
    line_manager_id: str | None = None
    practice_supervisor_id: str | None = None
    outside_supervisor: str = ""
    with_users: bool | None = None
    with_survivors: bool | None = None
    first_contact: date | None = None


@dataclass(frozen=True, slots=True)
class PastKeeping:
    """Someone who left so long ago that the charity's own rule says to erase the records."""

    person_id: str
    name: str
    left: date
    keep_until: date


class PersonDetails:
    """What is recorded of a person beside training and supervision."""

    def __init__(self, workbook: Workbook, clock: Clock) -> None:
        self._db = workbook.db
        self._clock = clock

    def terms(self, person_id: str) -> Terms:
        """The terms as recorded."""
        person = self._db.people.get(person_id)
        return Terms(
            person.employed_as,
            None if person.weekly_minutes is None else person.weekly_minutes / 60,
            person.line_manager_id,
            person.practice_supervisor_id,
            person.outside_supervisor,
            person.with_users,
            person.with_survivors,
            person.first_contact,
        )

    def set_terms(self, person_id: str, terms: Terms) -> None:
        """Change them."""
        if person_id in {terms.line_manager_id, terms.practice_supervisor_id}:
            raise OwnManagerError
        if terms.hours is not None and not 0 <= terms.hours <= _MOST_HOURS:
            raise TooManyHoursError(hours=f"{terms.hours:g}")
        check_no_number(terms.outside_supervisor)
        person = self._db.people.get(person_id)
        self._save(
            replace(
                person,
                employed_as=terms.employed_as,
                weekly_minutes=None if terms.hours is None else round(terms.hours * 60),
                line_manager_id=terms.line_manager_id,
                practice_supervisor_id=terms.practice_supervisor_id,
                outside_supervisor="" if terms.practice_supervisor_id else " ".join(terms.outside_supervisor.split()),
                with_users=terms.with_users,
                with_survivors=terms.with_survivors,
                first_contact=terms.first_contact,
            )
        )

    def set_roles(self, person_id: str, roles: Sequence[RoleHeld]) -> None:
        """The roles with their dates, all of them. An unknown code raises ``KeyError``."""
        known = workforce_now(self._db, self._clock.today()).catalogue
        for role in roles:
            known.role(role.code)
            check_order(role.since, role.until, ("The role's first day", "its last day"))
        self._save(replace(self._db.people.get(person_id), roles=tuple(dict.fromkeys(roles))))

    def sign_off_induction(self, person_id: str, on: date | None, by: str) -> None:
        """Say that the induction is complete; ``on`` None takes that back."""
        check_passed(on, self._clock.today(), "The day of the sign-off")
        by = " ".join(by.split())
        if on is not None and not by:
            raise NobodySignedOffError
        check_no_number(by)
        person = self._db.people.get(person_id)
        check_order(person.started, on, ("The first day", "the sign-off"))
        self._save(replace(person, induction_on=on, induction_by=by if on else ""), Op.SIGN_OFF_INDUCTION)

    def kept_years(self) -> int:
        """How many years the records of a leaver are kept: the charity's own rule."""
        return int(self._db.meta.get(_KEPT, str(KEPT_YEARS)))

    def set_kept_years(self, years: int) -> None:
        """Set the charity's rule, from 1 to 40 years."""
        with self._db.write(Op.CHANGE_SETTING, "how long leavers are kept"):
            self._db.meta.set(_KEPT, str(min(max(years, 1), 40)))

    def past_keeping(self) -> tuple[PastKeeping, ...]:
        """The leavers whose records are due to be erased, longest first. Nothing is erased by itself."""
        months, today = self.kept_years() * 12, self._clock.today()
        gone = [
            PastKeeping(person.id, person.name, person.left, add_months(person.left, months))
            for person in self._db.people.list()
            if person.left
        ]
        return tuple(sorted((one for one in gone if one.keep_until < today), key=lambda one: one.left))

    def _save(self, person: Person, op: Op = Op.EDIT_PERSON) -> None:
        with self._db.write(op, person.name, about=person.id):
            self._db.people.save(person)
