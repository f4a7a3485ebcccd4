# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How often each kind of supervision is due for someone: by their roles, how long they have held them, and the rules.

Each role held asks for its own kinds. Someone with several roles is asked for all of them, at the shorter interval.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.catalogue import Catalogue, Role, SupervisionKind
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce

NEW_MONTHS = 6
OBSERVED_WHEN_NEW_DAYS = 30
WHILE_NEW = "SV2"
OBSERVATION = "SV6"
APPRAISAL = "SV9"
_EVERYONE = frozenset({"SV1", APPRAISAL})
_WHEN_SETTLED = frozenset({"SV3", "SV4"})
_FOR_ROLES = {
    "SV5": frozenset({"SUP", "MGR"}),
    OBSERVATION: frozenset({"FAC", "COF", "ONE", "HLP"}),
    "SV7": frozenset({"FAC", "COF"}),
    "SV8": frozenset({"FAC", "ONE", "CMG", "VSW"}),
}
ASKED_KINDS = _EVERYONE | _WHEN_SETTLED | _FOR_ROLES.keys() | {WHILE_NEW}
_MONTHS = {30: 1, 60: 2, 90: 3, 180: 6, 365: 12}


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of supervision that is asked for every so many days, ``since`` a day (None: that day is not known)."""

    kind_id: str
    every_days: int
    since: date | None


@dataclass(frozen=True, slots=True)
class DueSession:
    """When the next session of a kind is due. ``last``: the day of the last one held, None before the first.

    ``due`` None: no session of the kind is recorded for anyone, so the ledger cannot tell.
    """

    asked: Asked
    last: date | None
    due: date | None
    overdue: bool


def asked_for(catalogue: Catalogue, person: Person, day: date) -> tuple[Asked, ...]:
    """The kinds that are asked for someone on a day, in the order of the catalogue. Students' is planned by hand."""
    if not person.works_on(day):
        return ()
    held = person.roles_on(day)
    terms = [_term(person, role, day) for role in catalogue.roles if role.code in held]
    if terms and not any(term.role.staff for term in terms):
        return ()
    asked = (list(_asked(kind, person, terms, day)) for kind in catalogue.supervision)
    return tuple(_together(each) for each in asked if each)


def due_sessions(workforce: Workforce, person: Person) -> tuple[DueSession, ...]:
    """When each kind that is asked for someone is due next."""
    last: dict[str, date] = {}
    for session in workforce.sessions_of(person):
        day = session.day
        if session.held and last.get(session.kind_id, date.min) < day <= workforce.as_at:
            last[session.kind_id] = day
    asked = asked_for(workforce.catalogue, person, workforce.as_at)
    begun = workforce.supervision_begun
    return tuple(due_session(one, last.get(one.kind_id), begun.get(one.kind_id), workforce.as_at) for one in asked)


def due_session(asked: Asked, last: date | None, begun: date | None, day: date) -> DueSession:
    """When the next session is due: so long after the last one, or after the kind began to be asked for.

    ``begun``: the first day for which the charity recorded the kind for anyone. Nothing is overdue from before that.
    """
    if begun is None:
        return DueSession(asked, last, None, overdue=False)
    due = next_due(max(one for one in (last, asked.since, begun) if one is not None), asked.every_days)
    return DueSession(asked, last, due, due < day)


def next_due(last: date, every_days: int) -> date:
    """The last day for the next one. A month is the same day of the next month, but never under 30 days."""
    by_days = last + timedelta(days=every_days)
    months = _MONTHS.get(every_days)
    return by_days if months is None else max(by_days, add_months(last, months))


def every_words(days: int) -> str:
    """An interval in words: 'every week', 'every 2 months', 'every 45 days'."""
    for number, unit in ((_MONTHS.get(days), "month"), (days // 7 if days % 7 == 0 else None, "week"), (days, "day")):
        if number == 12 and unit == "month":
            return "every year"
        if number:
            return f"every {unit}" if number == 1 else f"every {number} {unit}s"
    return ""


def _together(asked: list[Asked]) -> Asked:
    """What several roles ask of one kind: the shorter interval, since the first of them; of equals the earlier."""
    known = [one.since for one in asked if one.since is not None]
    return Asked(asked[0].kind_id, min(one.every_days for one in asked), min(known) if known else None)


@dataclass(frozen=True, slots=True)
class _Term:
    """A role that someone holds: since when, when they are settled in it, and whether they are still new."""

    role: Role
    since: date | None
    settled: date | None
    new: bool


def _term(person: Person, role: Role, day: date) -> _Term:
    since = person.in_role_since(role.code, day)
    if since is None:
        return _Term(role, None, None, False)
    settled = add_months(since, NEW_MONTHS)
    return _Term(role, since, settled, day < settled)


def _asked(kind: SupervisionKind, person: Person, terms: list[_Term], day: date) -> Iterator[Asked]:
    if kind.every_days is None:
        return
    if kind.id in _EVERYONE:
        yield Asked(kind.id, kind.every_days, person.started)
        return
    for term in terms:
        if kind.id == WHILE_NEW and term.role.practice and term.new:
            yield Asked(kind.id, kind.every_days, term.since)
        elif kind.id in _WHEN_SETTLED and term.role.practice and not term.new:
            yield Asked(kind.id, kind.every_days, term.settled)
        elif term.role.code in _FOR_ROLES.get(kind.id, ()):
            yield Asked(kind.id, _every(kind.id, kind.every_days, person, day, new=term.new), term.since)


def _every(kind_id: str, every_days: int, person: Person, day: date, *, new: bool) -> int:
    """New workers are observed every month, until their induction is signed off or they are not new any more."""
    signed_off = person.induction_on is not None and person.induction_on <= day
    if kind_id == OBSERVATION and new and not signed_off:
        return min(every_days, OBSERVED_WHEN_NEW_DAYS)
    return every_days
