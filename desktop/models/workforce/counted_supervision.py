# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Whose supervision was held as planned, and who is waiting for some (SA 6.4 to 6.7)."""

from collections import defaultdict
from collections.abc import Sequence

from desktop.models.dates import long_date
from desktop.models.workforce.counted import Counted
from desktop.models.workforce.expiry import add_months
from desktop.models.workforce.frequency import due_sessions
from desktop.models.workforce.ledger import Promise
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce

PERIOD_MONTHS = 12
PRACTICE_SUPERVISION = "6.5"


def supervised_people(workforce: Workforce, indicator_id: str) -> tuple[Counted, ...]:
    """Those who were promised, or are asked for, supervision of an indicator: held of promised in 12 months, and why.

    A promise counts on the day for which it was first planned. One made up counts once; one owed lowers the figure.
    """
    kinds = {kind.id for kind in workforce.catalogue.supervision if kind.feeds == indicator_id}
    promised: dict[str, list[Promise]] = defaultdict(list)
    for promise in workforce.ledger.between(add_months(workforce.as_at, -PERIOD_MONTHS), kinds):
        promised[promise.first.person_id].append(promise)
    people = workforce.practitioners if indicator_id == PRACTICE_SUPERVISION else workforce.staff
    counted = (_supervised(workforce, person, kinds, promised.get(person.id, ())) for person in people)
    return tuple(each for each in counted if each is not None)


def _supervised(workforce: Workforce, person: Person, kinds: set[str], promised: Sequence[Promise]) -> Counted | None:
    due = [each for each in due_sessions(workforce, person) if each.asked.kind_id in kinds]
    if not promised and not due:
        return None
    names = {kind.id: kind.name for kind in workforce.catalogue.supervision}
    held = sum(promise.held is not None for promise in promised)
    owed = sum(promise.owed for promise in promised)
    unsaid = sum(promise.held is None and not promise.owed for promise in promised)
    late = [f"{names[each.asked.kind_id]} overdue since {long_date(each.due)}" for each in due if each.overdue]
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
