# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The chained history: ids, field names and keyed hashes, one seal per operation over the seal before it."""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.models.changes import Op
from desktop.storage import guards
from desktop.storage.sqlcipher import Connection

START = "0" * 64
OF_PERSON = frozenset(
    {
        "booking",
        "competence_judgement",
        "hours_entry",
        "other_name",
        "person_role",
        "recruitment_check",
        "supervision_session",
        "training_record",
    }
)
_TITLE_ROW = ""  # an image row without a table holds the operation's title words, so that they can be blanked


@dataclass(frozen=True, slots=True)
class Image:
    """One record before and after one change, as JSON; None where it did not exist."""

    table: str
    record_id: str
    before: str | None
    after: str | None
    blanked: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation of the chain."""

    number: int
    at: str
    by: str
    op: str
    about: str
    undoes: int | None
    changes: str = ""
    mac: str = ""


@dataclass(frozen=True, slots=True)
class HistoryCheck:
    """What walking the chain found. ``problems`` is empty when all is as it was written."""

    number: int
    head: str
    problems: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was edited, removed or swapped."""
        return not self.problems


def head(connection: Connection) -> tuple[int, str]:
    """Number and seal of the newest operation; (0, zeros) in a new workbook."""
    return connection.one("SELECT number, mac FROM history ORDER BY number DESC LIMIT 1") or (0, START)


def images_of(connection: Connection, number: int) -> list[Image]:
    """What one operation changed, in order."""
    found = connection.tuples(
        "SELECT table_name, record_id, before, after, blanked FROM history_image "
        "WHERE op_number = ? AND table_name <> '' ORDER BY seq",
        (number,),
    )
    return [Image(table, record, before, after, bool(blanked)) for table, record, before, after, blanked in found]


def subject_of(connection: Connection, number: int) -> str:
    """The words that complete an operation's title, or ''."""
    found = connection.one("SELECT after FROM history_image WHERE op_number = ? AND seq = 0", (number,))
    return str(json.loads(found[0])) if found and found[0] else ""


def keep_subject(connection: Connection, number: int, subject: str) -> None:
    """Keep the words that complete the title of the open operation."""
    connection.run(
        "INSERT INTO history_image (op_number, seq, table_name, record_id, after) VALUES (?, 0, ?, '', ?)",
        (number, _TITLE_ROW, json.dumps(subject)),
    )


def changes_text(images: Sequence[Image], key: bytes) -> str:
    """The chained description of the changes: table, id, fields, keyed hashes of before and after. No values."""
    found = [[i.table, i.record_id, _fields(i), _hash(key, i.before), _hash(key, i.after)] for i in images]
    return json.dumps(found, separators=(",", ":"))


def seal(entry: Entry, previous: str, key: bytes) -> str:
    """The seal of one operation, over the seal before it."""
    parts = [entry.number, entry.at, entry.by, entry.op, entry.about, entry.undoes, entry.changes]
    return hmac.digest(key, (previous + json.dumps(parts, separators=(",", ":"))).encode(), "sha256").hex()


def verify(connection: Connection, key: bytes, anchor: tuple[int, str] | None = None) -> HistoryCheck:
    """Walk the whole chain, then compare the records as they are now with what it says of them.

    An anchor (number and seal, from a pack or a receipt) also finds a cut or rebuilt chain.
    """
    problems: list[str] = []
    known: dict[tuple[str, str], str] = {}  # of each record, the keyed hash of its newest image; '' when it was removed
    previous, expected, anchored = START, 1, anchor is None
    erased = dict(
        connection.tuples("SELECT about, max(number) FROM history WHERE op = ? GROUP BY 1", (Op.ERASE_PERSON,))
    )
    images = _images_by_number(connection)
    for values in connection.tuples(
        "SELECT number, at, by, op, about, undoes, changes, mac FROM history ORDER BY number"
    ):
        entry = Entry(*values)
        if entry.number != expected:
            problems.append(f"Operation {expected} is missing.")
        if not hmac.compare_digest(entry.mac, seal(entry, previous, key)):
            problems.append(f"Operation {entry.number} is not as it was written.")
        else:
            said = json.loads(entry.changes)
            if not _images_fit(entry, said, images.get(entry.number, []), key, erased):
                problems.append(f"The values kept with operation {entry.number} are not as they were written.")
            if entry.op == Op.UPGRADE_WORKBOOK:
                known.clear()
            known.update(((table, record_id), after) for table, record_id, _, _, after in said)
        anchored = anchored or (entry.number, entry.mac) == anchor
        previous, expected = entry.mac, entry.number + 1
    if not problems:  # else it is not known what the records should be
        problems += _changed_outside(connection, key, known)
    if not anchored and anchor:
        problems.append(f"Operation {anchor[0]} does not carry the seal that you gave.")
    return HistoryCheck(expected - 1, previous, tuple(problems))


def _images_by_number(connection: Connection) -> dict[int, list[Image]]:
    rows = connection.tuples(
        "SELECT op_number, table_name, record_id, before, after, blanked FROM history_image "
        "WHERE table_name <> '' ORDER BY op_number, seq"
    )
    return {
        number: [Image(row[1], row[2], row[3], row[4], bool(row[5])) for row in group]
        for number, group in groupby(rows, key=lambda row: row[0])
    }


def present(connection: Connection) -> list[Image]:
    """Every record as it is now, as if it had just been added: what the chain keeps of an upgrade."""
    return [Image(table, record_id, None, now) for table, record_id, now in guards.present_images(connection)]


def _changed_outside(connection: Connection, key: bytes, known: dict[tuple[str, str], str]) -> list[str]:
    now = {(image.table, image.record_id): _hash(key, image.after) for image in present(connection)}
    return [
        f"Record {record_id} of table {table} was changed outside Sevenfold."
        for table, record_id in sorted(known.keys() | now.keys())
        if known.get((table, record_id), "") != now.get((table, record_id), "")
    ]


def _images_fit(entry: Entry, said: list[list[str]], images: list[Image], key: bytes, erased: dict[str, int]) -> bool:
    if entry.op == Op.UPGRADE_WORKBOOK:
        return not images  # the shape changed: the chain says what each record is from here on, and undo begins anew
    return len(said) == len(images) and all(
        one[:2] == [image.table, image.record_id]
        and (
            _may_be_blank(image, entry.number, erased)
            if image.blanked
            else one[3:] == [_hash(key, image.before), _hash(key, image.after)]
        )
        for one, image in zip(said, images, strict=True)
    )


def _may_be_blank(image: Image, number: int, erased: dict[str, int]) -> bool:
    """Whether an erasure accounts for a blanked image. What hangs on a person, or counted them, no longer says whom."""
    if image.table in OF_PERSON or image.table == "sign_off":
        return number <= max(erased.values(), default=0)
    return image.table == "person" and number <= erased.get(image.record_id, 0)


def _hash(key: bytes, value: str | None) -> str:
    return hmac.digest(key, value.encode(), "sha256").hex() if value is not None else ""


def _fields(image: Image) -> list[str]:
    """The names of the changed fields; none where the whole record came or went."""
    if image.before is None or image.after is None:
        return []
    before, after = json.loads(image.before), json.loads(image.after)
    return [name for name in after if after[name] != before.get(name)]


def steps(connection: Connection) -> Iterator[tuple[int, str, int | None]]:
    """Number, code and undone number of every operation, oldest first."""
    yield from connection.tuples("SELECT number, op, undoes FROM history ORDER BY number")
