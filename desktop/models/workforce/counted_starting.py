# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How people came to start: induction signed off (SA 6.1), and recruited safely before any contact (SA 6.2)."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.models.dates import long_date
from desktop.models.workforce.checks import CheckKind, Decision, RecruitmentCheck
from desktop.models.workforce.counted import Counted, one
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce


def inducted_people(workforce: Workforce) -> tuple[Counted, ...]:
    """Staff and volunteers, and whether their induction is signed off on the day."""
    return tuple(_inducted(person, workforce.as_at) for person in workforce.staff)


def induction_known(workforce: Workforce) -> bool:
    """Whether any induction is recorded."""
    return any(person.induction_on is not None for person in workforce.people)


def recruited_people(workforce: Workforce) -> tuple[Counted, ...]:
    """Staff and volunteers, and whether references, identity and a DBS decision came before first contact.

    The day of first contact is itself early enough. Where it is not recorded, what came up to the day counts.
    """
    return tuple(_recruited(workforce, person) for person in workforce.staff)


def recruitment_known(workforce: Workforce) -> bool:
    """Whether any recruitment check is recorded."""
    return bool(workforce.checks)


def _inducted(person: Person, as_at: date) -> Counted:
    if person.induction_on is not None and person.induction_on <= as_at:
        return one(person, f"Signed off {long_date(person.induction_on)}.", met=True)
    since = f"; here since {long_date(person.started)}" if person.started else ""
    return one(person, f"Induction not signed off{since}.", met=False)


def _recruited(workforce: Workforce, person: Person) -> Counted:
    checks = workforce.checks_of(person)
    contact = person.first_contact if person.first_contact and person.first_contact <= workforce.as_at else None
    by = contact or workforce.as_at
    if missing := list(_missing(checks, by, workforce.as_at)):
        before = f" before first contact on {long_date(contact)}" if contact else ""
        return one(person, f"Not recorded{before}: {', '.join(missing)}.", met=False)
    if _newest_decision(checks, workforce.as_at) is Decision.NOT_SUITABLE:
        return one(person, "The newest DBS decision is: not suitable.", met=False)
    first = f", before first contact on {long_date(contact)}" if contact else "; day of first contact not recorded"
    return one(person, f"References, identity and DBS decision recorded{first}.", met=True)


def _missing(checks: Sequence[RecruitmentCheck], by: date, as_at: date) -> Iterator[str]:
    for kind, words in ((CheckKind.REFERENCES, "references"), (CheckKind.IDENTITY, "identity")):
        if not any(check.kind is kind and check.seen_on is not None and check.seen_on <= by for check in checks):
            yield words
    if not any(
        check.decision in {Decision.SUITABLE, Decision.WITH_SAFEGUARDS} and check.decided_on <= min(by, as_at)
        for check in checks
        if check.kind is CheckKind.DBS and check.decided_on is not None
    ):
        yield "DBS decision"


def _newest_decision(checks: Sequence[RecruitmentCheck], as_at: date) -> Decision | None:
    decided = [
        (check.decided_on, check.id, check.decision)
        for check in checks
        if check.kind is CheckKind.DBS and check.decision and check.decided_on and check.decided_on <= as_at
    ]
    return max(decided)[2] if decided else None
