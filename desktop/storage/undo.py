# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Undo and redo from the kept images.

Undo is a new operation that puts the images of an older one back, redo is the undo of that undo. A new undoable
operation empties the redo list. Operations that cannot be undone leave both lists alone, except an upgrade of the
workbook, which empties both: images of the old shape do not fit the new one.
"""

import json
from dataclasses import dataclass

from desktop.models.changes import Op
from desktop.models.errors import AppError
from desktop.storage import guards, history
from desktop.storage.history import Image
from desktop.storage.sqlcipher import Connection, IntegrityError

CLOSED = "the round is signed off"  # the words with which the guards refuse


class StaleUndoError(AppError):
    """The records are no longer as the step left them."""

    code = "stale_undo"
    happened = "{title} cannot be done: this was changed since."
    safe = "Nothing was changed."
    to_do = "Change it by hand if you still want to; the step is passed over until the workbook is next opened."


class ClosedRoundError(StaleUndoError):
    """The step belongs to a round that was signed off since."""

    code = "undo_in_closed_round"
    happened = "{title} cannot be done: that assessment is signed off."
    to_do = "Reopen the assessment, with a reason, if it has to change; the step is passed over until then."


class NothingToUndoError(AppError):
    """The list is empty."""

    code = "nothing_to_undo"
    happened = "There is nothing to {what}."
    safe = "Nothing was changed."
    to_do = "Carry on."


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a list: the operation to put back, and the first operation, which gives the title."""

    number: int
    first: int
    op: Op


class UndoList:
    """Which operations can be undone and redone, newest last, rebuilt from the history."""

    def __init__(self) -> None:
        self.undo: list[Step] = []
        self.redo: list[Step] = []

    def add(self, number: int, op: Op, undoes: int | None) -> None:
        """Take in one saved operation."""
        if op is Op.UPGRADE_WORKBOOK:
            self.undo.clear()
            self.redo.clear()
        elif op in {Op.UNDO, Op.REDO}:
            source, target = (self.undo, self.redo) if op is Op.UNDO else (self.redo, self.undo)
            step = next((one for one in source if one.number == undoes), None)
            if step:
                source.remove(step)
                target.append(Step(number, step.first, step.op))
        elif op.undoable:
            self.undo.append(Step(number, number, op))
            self.redo.clear()

    def drop(self, numbers: set[int]) -> None:
        """Take steps off both lists."""
        self.undo = [step for step in self.undo if step.number not in numbers]
        self.redo = [step for step in self.redo if step.number not in numbers]


def load(connection: Connection) -> UndoList:
    """The lists as the history gives them; steps that touch an erased person are left out."""
    found = UndoList()
    known = {op.value: op for op in Op}
    for number, code, undoes in history.steps(connection):
        if code in known:  # a newer version may know more
            found.add(number, known[code], undoes)
    found.drop(erased(connection))
    return found


def erased(connection: Connection) -> set[int]:
    """The operations of which an image was blanked."""
    return {n for (n,) in connection.tuples("SELECT DISTINCT op_number FROM history_image WHERE blanked = 1")}


def put_back(connection: Connection, number: int, undoing: int, title: str) -> None:
    """Reverse operation ``number`` inside the open operation ``undoing``, or raise when the records changed since."""
    try:
        whole = _put_back(connection, number, undoing)
    except IntegrityError as error:
        raise (ClosedRoundError if CLOSED in str(error) else StaleUndoError)(title=title) from error
    if not whole:
        raise StaleUndoError(title=title)


def _put_back(connection: Connection, number: int, undoing: int) -> bool:
    images = history.images_of(connection, number)
    current = _Current(connection)
    last = {(image.table, image.record_id): image.after for image in images}
    if any(current.image(*key) != after for key, after in last.items()):
        return False
    for image in reversed(images):
        _restore(connection, image)
    first = {(image.table, image.record_id): image.before for image in reversed(images)}
    touched = {(image.table, image.record_id) for image in history.images_of(connection, undoing)}
    return touched <= first.keys() and all(current.image(*key) == before for key, before in first.items())


class _Current:
    """Images of records as they are now."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sql: dict[str, str] = {}

    def image(self, table: str, record_id: str) -> str | None:
        """The record as the triggers would write it, or None."""
        if table not in self._sql:
            image = guards.image_sql(self._connection, table, f'"{table}"')
            self._sql[table] = f'SELECT {image} FROM "{table}" WHERE id = ?'  # noqa: S608 - our own names
        found = self._connection.one(self._sql[table], (record_id,))
        return str(found[0]) if found else None


def _restore(connection: Connection, image: Image) -> None:
    if image.before is None:
        connection.run(f'DELETE FROM "{image.table}" WHERE id = ?', (image.record_id,))  # noqa: S608 - our own names
        return
    row = json.loads(image.before)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in row)
    connection.run(
        f'INSERT INTO "{image.table}" ({names}) VALUES ({marks}) '  # noqa: S608 - our own names
        f"ON CONFLICT (id) DO UPDATE SET {sets}",
        tuple(row.values()),
    )


_BLANK_FROZEN = """UPDATE sign_off SET frozen = '' WHERE frozen <> '' AND (
    ? IN (SELECT value FROM json_each(nullif(sign_off.frozen, ''), '$.counted'))
    OR EXISTS (
        SELECT 1 FROM (
            SELECT name FROM person WHERE id = ? UNION SELECT name FROM other_name WHERE person_id = ?
        ) WHERE name <> '' AND instr(sign_off.frozen, json_quote(name))
    )
)"""
_JOINED = """WITH RECURSIVE one (id) AS (
    SELECT ?
    UNION SELECT gone.record_id FROM one
    JOIN history_image kept ON kept.table_name = 'other_name' AND json_extract(kept.after, '$.person_id') = one.id
    JOIN history ON history.number = kept.op_number AND history.op = 'merge_people'
    JOIN history_image gone ON gone.op_number = kept.op_number AND gone.table_name = 'person' AND gone.after IS NULL
    WHERE gone.record_id NOT IN (SELECT id FROM person)
) SELECT id FROM one"""


def joined_to(connection: Connection, person_id: str) -> list[str]:
    """The ids of the entries that were joined to someone's, and are there no more: the history still knows them."""
    return [found for (found,) in connection.tuples(_JOINED, (person_id,)) if found != person_id]


def erase(connection: Connection, person_id: str) -> None:
    """Inside an open erasure: remove the person's rows, then blank every image and title that could name them.

    What a sign-off froze while the person was counted in it is blanked too.
    """
    connection.run(_BLANK_FROZEN, (person_id, person_id, person_id))
    connection.run("DELETE FROM person WHERE id = ?", (person_id,))
    connection.run(
        "UPDATE history_image SET before = NULL, after = NULL, blanked = 1 WHERE blanked = 0 AND table_name <> '' "
        "AND ? IN (record_id, json_extract(before, '$.person_id'), json_extract(after, '$.person_id'))",
        (person_id,),
    )
    connection.run(
        "UPDATE history_image SET before = NULL, blanked = 1, "
        "after = CASE json_extract(after, '$.frozen') WHEN '' THEN after END WHERE blanked = 0 "
        "AND table_name = 'sign_off' AND record_id IN (SELECT id FROM sign_off WHERE frozen = '' AND sha256 <> '')"
    )
    connection.run(
        "UPDATE history_image SET after = NULL, blanked = 1 WHERE blanked = 0 AND table_name = '' "
        "AND op_number IN (SELECT op_number FROM history_image WHERE blanked = 1)"
    )
