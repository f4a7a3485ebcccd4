# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two entries for one person made one: everything of the second goes to the first, as one step."""

import json
from collections.abc import Hashable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import OtherName
from desktop.services.importing.names import Likeness, near_pairs
from desktop.services.intake import new_id
from desktop.storage.repository import Repository
from desktop.storage.workbook import Workbook

R = TypeVar("R")
_APART = "told_apart"  # pairs of people whose names are near and who are two


class SamePersonError(AppError):
    """An entry cannot be joined to itself."""

    code = "same_person"
    happened = "Both are the same entry."
    safe = "Nothing was changed."
    to_do = "Choose the other entry for this person."


class Merging:
    """Finds entries that may be one person, and joins two."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db
        self._names: list[str] = []
        self._near: list[tuple[int, int]] = []

    def offered(self) -> tuple[tuple[Person, Person], ...]:
        """Every two people whose names are the same or near, to be looked at by a person; not who was told apart.

        All names are compared only when they differ from those of the last time.
        """
        people = self._db.people.list()
        names = [person.name for person in people]
        if names != self._names:
            self._near = [(one, other) for one, other, how in near_pairs(names) if how is not Likeness.OTHER]
            self._names = names
        apart = self._apart()
        pairs = ((people[one], people[other]) for one, other in self._near)
        return tuple((one, other) for one, other in pairs if _pair(one.id, other.id) not in apart)

    def tell_apart(self, one_id: str, other_id: str) -> None:
        """These are two people: they are not offered again."""
        one, other = self._db.people.get(one_id), self._db.people.get(other_id)
        here = {person.id for person in self._db.people.list()}
        kept = {pair for pair in self._apart() if here.issuperset(pair)}
        with self._db.write(Op.TELL_APART, about=one.id):  # without names: whoever is erased stands in no title
            self._db.meta.set(_APART, json.dumps(sorted(kept | {_pair(one.id, other.id)})))

    def held(self, person_id: str) -> tuple[tuple[str, int], ...]:
        """What an entry has, and how many of each: 'training records', 5. What it has none of is left out."""
        counted = ((words, len(repository.list(person_id=person_id))) for words, repository in self._of_people())
        return tuple((words, count) for words, count in counted if count)

    def merge(self, keep_id: str, gone_id: str) -> None:
        """Give all of ``gone_id`` to ``keep_id``, and take that entry away. What both have is kept once."""
        if keep_id == gone_id:
            raise SamePersonError
        db = self._db
        keep, gone = db.people.get(keep_id), db.people.get(gone_id)
        with db.write(Op.MERGE_PEOPLE, keep.name, about=keep_id):
            there: dict[str, str] = {}
            for _words, repository in self._of_people():
                there |= _hand_over(repository, keep_id, gone_id)
            for session in db.supervision.list():
                if session.makes_up in there:
                    db.supervision.save(replace(session, makes_up=there[session.makes_up]))
            self._carry_apart(keep_id, gone_id)
            db.other_names.save(OtherName(new_id(), keep_id, gone.name))
            db.people.save_all(self._relinked(keep_id, gone_id))
            db.people.save(_joined(keep, gone))
            db.people.remove(gone_id)

    def _carry_apart(self, keep_id: str, gone_id: str) -> None:
        """Whoever was told apart from the entry that goes is told apart from the one that stays."""
        told = self._apart()
        pairs = {_pair(*(keep_id if one == gone_id else one for one in pair)) for pair in told}
        carried = {pair for pair in pairs if pair[0] != pair[1]}
        if carried != told:
            self._db.meta.set(_APART, json.dumps(sorted(carried)))

    def _apart(self) -> set[tuple[str, ...]]:
        return {tuple(pair) for pair in json.loads(self._db.meta.get(_APART, "[]"))}

    def _of_people(self) -> Iterator[tuple[str, Repository[Any]]]:
        db = self._db
        yield "training records", db.training
        yield "bookings", db.bookings
        yield "entries of hours", db.hours
        yield "supervision sessions", db.supervision
        yield "judgements of competence", db.competence
        yield "checks", db.checks
        yield "other names", db.other_names

    def _relinked(self, keep_id: str, gone_id: str) -> Iterator[Person]:
        """The people whom the entry that goes managed or supervised; and what it supervised is moved along."""
        db = self._db
        given = [session for session in db.supervision.list() if session.supervisor_id == gone_id]
        db.supervision.save_all(replace(session, supervisor_id=keep_id) for session in given)
        for person in db.people.list():
            if person.id != keep_id and gone_id in {person.line_manager_id, person.practice_supervisor_id}:
                yield replace(
                    person,
                    line_manager_id=_instead(person.line_manager_id, gone_id, keep_id),
                    practice_supervisor_id=_instead(person.practice_supervisor_id, gone_id, keep_id),
                )


def _pair(one_id: str, other_id: str) -> tuple[str, ...]:
    return tuple(sorted((one_id, other_id)))


def _hand_over(repository: Repository[Any], keep_id: str, gone_id: str) -> dict[str, str]:
    """Give the records to the entry that stays. What it has already is left behind: its id, and which one it is."""
    had = {_fact(record): record.id for record in repository.list(person_id=keep_id)}
    left: dict[str, str] = {}
    for record in repository.list(person_id=gone_id):
        if _fact(record) in had:
            left[record.id] = had[_fact(record)]
        else:
            repository.save(replace(record, person_id=keep_id))
    return left


def _fact(record: object) -> Hashable:
    """What a record says, whoever it is about."""
    names = (field.name for field in fields(record))  # type: ignore[arg-type]  # records are dataclasses
    return tuple(getattr(record, name) for name in names if name not in {"id", "person_id"})


def _instead(person_id: str | None, gone_id: str, keep_id: str) -> str | None:
    return keep_id if person_id == gone_id else person_id


def _joined(keep: Person, gone: Person) -> Person:
    """The entry that stays, filled where it says nothing."""
    always = {held.code for held in keep.roles if held.since is None and held.until is None}
    roles = (*keep.roles, *(role for role in gone.roles if role not in keep.roles and role.code not in always))
    first_contact = min((day for day in (keep.first_contact, gone.first_contact) if day), default=None)
    started = min((day for day in (keep.started, gone.started) if day), default=None)
    left = None if keep.left is None or gone.left is None else max(keep.left, gone.left)
    filled = {
        field.name: getattr(gone, field.name)
        for field in fields(Person)
        if getattr(keep, field.name) in {None, ""} and getattr(gone, field.name) != keep.id
    }
    not_itself = {
        name: None
        for name in ("line_manager_id", "practice_supervisor_id")
        if getattr(keep, name) == gone.id or filled.get(name) == gone.id
    }
    joined = {"roles": roles, "started": started, "left": left, "first_contact": first_contact}
    return replace(keep, **{**filled, **not_itself, **joined})
