# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a staff list shows that the charity should look at: sides, supervision and recruitment checks."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.models.dates import long_date
from desktop.models.workforce.expiry import add_months
from desktop.services.importing.cell_words import plain
from desktop.services.importing.names import match
from desktop.services.importing.preview import PersonLine, Warned

_RECHECK_MONTHS = 36
_NEW_MONTHS = 6
_TRAINEE = ("co-facilitator", "co facilitator", "cofacilitator", "trainee", "student", "cyd-hwylusydd")


def staff_warnings(people: Sequence[PersonLine], today: date) -> tuple[Warned, ...]:
    """Everything to look at, in the order of the people. Leavers are passed over."""
    return tuple(
        Warned(person.name, message, person.cell)
        for person in people
        if not person.left
        for message in _about(person, people, today)
    )


def _about(person: PersonLine, people: Sequence[PersonLine], today: date) -> Iterator[str]:
    if person.with_users and person.with_survivors:
        yield "Works both with people who have used abuse and with victim-survivors (indicator 1.2)."
    if person.practice_supervisor and _same(person.line_manager, person.practice_supervisor):
        yield "The line manager is also the practice supervisor (indicator 6.5)."
    issued = person.dbs_issued
    if issued and person.start and issued > person.start and not _renewed(person):
        yield f"The DBS check of {long_date(issued)} is after the start on {long_date(person.start)} (indicator 6.2)."
    if issued and (due := add_months(issued, _RECHECK_MONTHS)) < today:
        yield f"The DBS recheck was due on {long_date(due)}, {_RECHECK_MONTHS} months after the check (our policy)."
    supervisor = _found(person.practice_supervisor, people)
    if supervisor and _is_new(supervisor, today):
        yield f"The practice supervisor, {supervisor.name}, is a new co-facilitator or a trainee (indicator 6.5)."


def _renewed(person: PersonLine) -> bool:
    """Whether the check is so long after the start that it is a later one, not the one for the start."""
    return bool(person.start and person.dbs_issued and add_months(person.start, 12) <= person.dbs_issued)


def _is_new(person: PersonLine, today: date) -> bool:
    role = plain(person.role)
    return bool(person.start and add_months(person.start, _NEW_MONTHS) > today) and any(
        word in role for word in _TRAINEE
    )


def _same(one: str, other: str) -> bool:
    return bool(one) and bool(match(one, [other]).same)


def _found(name: str, people: Sequence[PersonLine]) -> PersonLine | None:
    """The person of the list who is meant, when only one can be."""
    if not name:
        return None
    found = match(name, [person.name for person in people])
    wanted = found.same or (found.near[0] if len(found.near) == 1 else "")
    return next((person for person in people if person.name == wanted), None)
