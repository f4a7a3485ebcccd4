# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People and the roles that they hold. Dates are inclusive: someone works here on their first and on their last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EmployedAs(StrEnum):
    """On what terms someone works here."""

    EMPLOYED = "employed"
    SESSIONAL = "sessional"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role of the catalogue that someone holds; None for a date is "as long as they work here"."""

    code: str
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether it is held on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works for the charity.

    ``weekly_minutes`` are the hours of a week, in minutes. A practice supervisor from elsewhere has no id here, only
    the name ``outside_supervisor``. ``with_users`` and ``with_survivors`` say which side someone works on where the
    roles do not; None leaves it to the roles. ``first_contact`` is the first day with people who use the service.
    """

    id: str
    code: str
    name: str
    roles: tuple[RoleHeld, ...] = ()
    started: date | None = None
    left: date | None = None
    employed_as: EmployedAs | None = None
    weekly_minutes: int | None = None
    line_manager_id: str | None = None
    practice_supervisor_id: str | None = None
    outside_supervisor: str = ""
    with_users: bool | None = None
    with_survivors: bool | None = None
    first_contact: date | None = None
    induction_on: date | None = None
    induction_by: str = ""

    def works_on(self, day: date) -> bool:
        """Whether someone works for the charity on a day, their first and last included."""
        return (self.started is None or self.started <= day) and (self.left is None or self.left >= day)

    def roles_on(self, day: date) -> tuple[str, ...]:
        """The codes of the roles held on a day, each once, in the order given."""
        return tuple(dict.fromkeys(role.code for role in self.roles if role.held_on(day)))

    def in_role_since(self, code: str, day: date) -> date | None:
        """Since when a role held on a day has been held without a break; None when that is not known."""
        spans = sorted(
            (role.since or self.started or date.min, role.until or date.max) for role in self.roles if role.code == code
        )
        first: date | None = None
        last = date.min
        for since, until in spans:
            if since > day:
                break
            if first is None or since.toordinal() > last.toordinal() + 1:
                first = since
            last = max(last, until)
        return first if first is not None and first != date.min and last >= day else None


def held(*codes: str) -> tuple[RoleHeld, ...]:
    """Roles held as long as someone works here."""
    return tuple(RoleHeld(code) for code in codes)
