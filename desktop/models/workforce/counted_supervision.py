# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whose supervision was held as planned, and who is waiting for some (SA 6.4 to 6.7)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop.models.dates import long_date
from desktop.models.workforce.counted import Counted
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.frequency import DueSession, due_sessions
from desktop.models.workforce.ledger import Promise
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once

PERIOD_MONTHS = 12
PRACTICE_SUPERVISION = "6.5"


DueByPerson = Mapping[str, Sequence[DueSession]]


def supervised_people(workforce: Workforce, indicator_id: str, due: DueByPerson | None = None) -> tuple[Counted, ...]:
    """Those who were promised, or are asked for, supervision of an indicator: held of promised in 12 months, and why.

    A promise counts on the day for which it was first planned. One made up counts once; one owed lowers the figure.
    ``due``: what ``due_by_person`` gives, where several indicators are asked about.
    """
    due = due_by_person(workforce) if due is None else due
    kinds = {kind.id for kind in workforce.catalogue.supervision if kind.feeds == indicator_id}
    promised: dict[str, list[Promise]] = defaultdict(list)
    for promise in workforce.ledger.between(add_months(workforce.as_at, -PERIOD_MONTHS), kinds):
        promised[promise.first.person_id].append(promise)
    people = workforce.practitioners if indicator_id == PRACTICE_SUPERVISION else workforce.staff
    waiting = ((person, [each for each in due.get(person.id, ()) if each.asked.kind_id in kinds]) for person in people)
    names = {kind.id: kind.name for kind in workforce.catalogue.supervision}
    counted = (_supervised(person, promised.get(person.id, ()), wait, names) for person, wait in waiting)
    return tuple(each for each in counted if each is not None)


@once
def due_by_person(workforce: Workforce) -> DueByPerson:
    """By person id, when each kind is due for everyone who works here."""
    return {person.id: due_sessions(workforce, person) for person in workforce.current}


def _supervised(
    person: Person, promised: Sequence[Promise], due: Sequence[DueSession], names: Mapping[str, str]
) -> Counted | None:
    if not promised and not due:
        return None
    held = sum(promise.held is not None for promise in promised)
    owed = sum(promise.owed for promise in promised)
    unsaid = sum(promise.held is None and not promise.owed for promise in promised)
    late = [
        f"{names[each.asked.kind_id]} overdue since {long_date(each.due)}" for each in due if each.due and each.overdue
    ]
    told = [f"{held} of {len(promised)} held" if promised else "None planned"]
    told += [
        f"{count} {words}"
        for count, words in ((owed, "owed"), (unsaid, "without a word on what became of it"))
        if count
    ]
    return Counted(
        person=person,
        done=held,
        of=len(promised),
        met=held == len(promised) and not late,
        why=f"{'; '.join([*told, *late])}.",
    )
