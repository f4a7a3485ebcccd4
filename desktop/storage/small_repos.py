# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What there is one of, or that is not a record: the charity, the workbook's own facts, draft texts."""

from desktop.models.records import Organisation
from desktop.storage.rows import RowMap
from desktop.storage.sqlcipher import Connection
from desktop.support.clock import Clock

_ONLY = "organisation"


class OrganisationRepo:
    """The charity that keeps the workbook; one row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = RowMap(Organisation)

    def find(self) -> Organisation | None:
        """The charity, or None before it was named."""
        rows = self._connection.rows("SELECT * FROM organisation")
        return self._rows.record(rows[0]) if rows else None

    def get(self) -> Organisation:
        """The charity, which must have been named."""
        found = self.find()
        if found is None:
            msg = "the charity has no details yet"
            raise LookupError(msg)
        return found

    def save(self, record: Organisation) -> None:
        """Name the charity or change its details. Needs an open operation."""
        names = self._rows.columns
        sets = ", ".join(f"{name} = excluded.{name}" for name in names)
        self._connection.run(
            f"INSERT INTO organisation (id, {', '.join(names)}) VALUES (?{', ?' * len(names)}) "  # noqa: S608 - our names
            f"ON CONFLICT (id) DO UPDATE SET {sets}",
            (_ONLY, *self._rows.values(record)),
        )


class MetaRepo:
    """Facts about the workbook itself: its id, and whether it is for practice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: str = "") -> str:
        """A fact, or the default."""
        found = self._connection.one("SELECT value FROM meta WHERE id = ?", (name,))
        return str(found[0]) if found else default

    def set(self, name: str, value: str) -> None:
        """Keep a fact. Needs an open operation."""
        self._connection.run(
            "INSERT INTO meta (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def all(self) -> dict[str, str]:
        """All facts by name."""
        return dict(self._connection.tuples("SELECT id, value FROM meta ORDER BY id"))


class DraftRepo:
    """Texts being typed. Saved at once, outside operations and history, so that a lock loses nothing."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def keep(self, name: str, text: str) -> None:
        """Keep the text typed so far."""
        self._connection.run(
            "INSERT INTO draft (id, text, at) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET text = excluded.text, at = excluded.at",
            (name, text, self._clock.now().isoformat()),
        )

    def get(self, name: str) -> str:
        """The text kept, or ''."""
        found = self._connection.one("SELECT text FROM draft WHERE id = ?", (name,))
        return str(found[0]) if found else ""

    def all(self) -> dict[str, str]:
        """All drafts by name."""
        return dict(self._connection.tuples("SELECT id, text FROM draft ORDER BY id"))

    def drop(self, name: str) -> None:
        """Forget a draft, because it was saved or given up."""
        self._connection.run("DELETE FROM draft WHERE id = ?", (name,))

    def drop_about(self, record_id: str) -> None:
        """Forget all drafts that have the id of a record in their names, because it was erased."""
        self._connection.run("DELETE FROM draft WHERE instr(id, ?) > 0", (record_id,))
