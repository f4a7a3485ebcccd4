# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Supervision among what falls due: who waits for a kind of it, and who is next within a month."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from desktop.models.catalogue import SupervisionKind, number_of
from desktop.models.workforce.counted_supervision import due_by_person
from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce, once
from desktop.services.due import DueKind, DueLine, due_line
from desktop.services.place_words import six_target
from desktop.services.targets import Place, Target

NEXT_DAYS = 30
_NEVER = date.max

Days = dict[str, date]  # by person id


@once
def due_supervision(workforce: Workforce) -> tuple[DueLine, ...]:
    """One line for those who wait for a kind, overdue or owed, and one for those whose next is due in 30 days.

    Each has the earliest of the days. Someone with a session planned in time is not told as next.
    """
    waiting, soon = _owed(workforce), defaultdict[str, Days](dict)
    until, planned = workforce.as_at + timedelta(days=NEXT_DAYS), _planned(workforce)
    for person_id, sessions in due_by_person(workforce).items():
        for each in sessions:
            kind_id, due = each.asked.kind_id, each.due
            if due is None:
                continue
            if each.overdue:
                waiting[kind_id][person_id] = min(due, waiting[kind_id].get(person_id, due))
            elif person_id not in waiting[kind_id] and due <= until and planned.get((person_id, kind_id), _NEVER) > due:
                soon[kind_id][person_id] = due
    return tuple(_lines(workforce, waiting, soon))


def _lines(workforce: Workforce, waiting: Mapping[str, Days], soon: Mapping[str, Days]) -> Iterator[DueLine]:
    people = {person.id: person for person in workforce.people}
    for kind in workforce.catalogue.supervision:
        for words, days in (("waits|wait", waiting.get(kind.id)), ("is next|are next", soon.get(kind.id))):
            if days:
                yield _line(kind, words, [people[one] for one in days], min(days.values()), workforce.as_at)


def _owed(workforce: Workforce) -> defaultdict[str, Days]:
    """By kind, who is owed a session that fell through, since the day for which it was first planned."""
    found = defaultdict[str, Days](dict)
    for person in workforce.current:
        for promise in workforce.ledger.of(person.id):
            if promise.owed and promise.first.planned_for < workforce.as_at and promise.coming is None:
                found[promise.first.kind_id].setdefault(person.id, promise.first.planned_for)
    return found


def _planned(workforce: Workforce) -> dict[tuple[str, str], date]:
    """The next planned day, by person and kind."""
    found: dict[tuple[str, str], date] = {}
    for promise in workforce.ledger.promises:
        if promise.coming is not None:
            key = (promise.first.person_id, promise.first.kind_id)
            found[key] = min(promise.coming.planned_for, found.get(key, _NEVER))
    return found


def _line(kind: SupervisionKind, words: str, people: Sequence[Person], due: date, today: date) -> DueLine:
    one, many = words.split("|")
    names = tuple(person.name or person.code for person in people)
    who = names[0] if len(people) == 1 else f"{len(people)} people"
    target = Target(Place.PEOPLE, people[0].id) if len(people) == 1 else six_target(kind.feeds)
    said = f"{who} {one if len(people) == 1 else many} for {_small(kind.name)}"
    return due_line(DueKind.SUPERVISION, due, number_of(kind.feeds) if kind.feeds else "", said, target, today, names)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
