# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""People with their roles."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from desktop.models.workforce.people import Person, RoleHeld
from desktop.storage.repository import Repository
from desktop.storage.sqlcipher import Connection, Row


class PeopleRepo(Repository[Person]):
    """People; each role is a row of its own, in the order given."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, Person, "person", order="name, code, id", skip=("roles",))

    def save(self, record: Person) -> None:
        """Add or change a person and their roles."""
        super().save(record)
        self._save_roles(record)

    def save_all(self, records: Iterable[Person]) -> None:
        """Save many people."""
        for record in records:
            self.save(record)

    def _save_roles(self, person: Person) -> None:
        # The history keeps row ids for good, so an id must not tell the role: it is the person's id and the place.
        self._connection.run(
            "DELETE FROM person_role WHERE person_id = ? AND position >= ?", (person.id, len(person.roles))
        )
        self._connection.run_many(
            "INSERT INTO person_role (id, person_id, role, position, since, until) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET role = excluded.role, since = excluded.since, until = excluded.until",
            [
                (f"{person.id}:{place}", person.id, role.code, place, _kept(role.since), _kept(role.until))
                for place, role in enumerate(person.roles)
            ],
        )

    def _records(self, rows: Iterable[Row]) -> Iterable[Person]:
        roles: dict[str, list[RoleHeld]] = defaultdict(list)
        for person_id, code, since, until in self._connection.tuples(
            "SELECT person_id, role, since, until FROM person_role ORDER BY position"
        ):
            roles[person_id].append(RoleHeld(code, _read(since), _read(until)))
        return [self._rows.record(row, roles=tuple(roles[str(row["id"])])) for row in rows]


def _kept(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
