# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads people, training and supervision from a JSON file; nothing is stored here."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.models.catalogue import Catalogue
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord
from desktop.services.fields import Fields, Problems
from desktop.support.json_file import read_json


@dataclass(frozen=True, slots=True)
class GivenWorkforce:
    """People with their training and supervision. Ids are fresh."""

    people: tuple[Person, ...]
    training: tuple[TrainingRecord, ...]
    supervision: tuple[SupervisionSession, ...]


def read_workforce(path: Path, catalogue: Catalogue, new_id: Callable[[], str]) -> GivenWorkforce:
    """A workforce from a file like the practice charity's ``workforce.json``; raises ``InputError``."""
    problems = Problems(path.name)
    top = Fields(read_json(path), "file", problems)
    roles = {role.code for role in catalogue.roles}
    courses = {course.id for course in catalogue.courses}
    kinds = {kind.id for kind in catalogue.supervision}
    people = tuple(_person(fields, roles, new_id()) for fields in top.objects("people", needed=True))
    ids = {person.code: person.id for person in people}
    for code in sorted({person.code for person in people if [p.code for p in people].count(person.code) > 1}):
        problems.add(f"person {code}", "is given more than once")
    training = [_training(fields, ids, courses, new_id()) for fields in top.objects("training")]
    supervision = [_supervision(fields, ids, kinds, new_id()) for fields in top.objects("supervision")]
    problems.raise_if_any()
    return GivenWorkforce(people, tuple(filter(None, training)), tuple(filter(None, supervision)))


def _person(fields: Fields, roles: set[str], person_id: str) -> Person:
    codes = fields.texts("roles")
    for code in codes:
        if code not in roles:
            fields.wrong(f"role {code!r} is not in the catalogue")
    return Person(
        id=person_id,
        code=fields.text("code", needed=True),
        name=fields.text("name", needed=True),
        roles=held(*codes),
        started=fields.day("started"),
        left=fields.day("left"),
    )


def _chosen(fields: Fields, name: str, known: set[str]) -> str:
    value = fields.text(name, needed=True)
    if value and value not in known:
        fields.wrong(f"{name} {value!r} is not known")
    return value


def _training(fields: Fields, people: dict[str, str], courses: set[str], record_id: str) -> TrainingRecord | None:
    completed = fields.day("completed", needed=True)
    code, course = _chosen(fields, "person", set(people)), _chosen(fields, "course", courses)
    if completed is None:
        return None
    return TrainingRecord(record_id, people.get(code, ""), course, completed, fields.day("expires"))


def _supervision(fields: Fields, people: dict[str, str], kinds: set[str], record_id: str) -> SupervisionSession | None:
    planned = fields.day("planned_for", needed=True)
    code, kind = _chosen(fields, "person", set(people)), _chosen(fields, "kind", kinds)
    if planned is None:
        return None
    state = SupervisionState.HELD if fields.truth("held") else SupervisionState.CANCELLED
    return SupervisionSession(
        record_id, people.get(code, ""), kind, planned, state, fields.number("minutes", 0, 1440) or 0
    )
