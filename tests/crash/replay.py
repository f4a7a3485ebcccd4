# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rebuilds the disks that a power cut could have left behind, from the log of ``powercut_shim.c``.

The model, stricter than common Linux file systems:

- A file's content up to its last fsync or fdatasync is on the disk. Of the later writes and truncations any part
  may be: none, all, those before some moment, any subset, or any 512-byte sectors of them (``Keep``).
- A name (creation, rename, removal, new folder) is on the disk once its folder was synced afterwards, both folders
  for a move between two. Of the others: none, all, or those before some moment. Syncing a file does not save its name.
- Names reach the disk in the order they were made; a disk that lies about a flush is not modelled.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

SECTOR = 512
_HEADER = struct.Struct("<c3xIIQQQ")


class Keep(StrEnum):
    """Which unsynced changes reached the disk."""

    NONE = "none"
    ALL = "all"
    PREFIX = "prefix"
    SUBSET = "subset"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Record:
    """One logged call. Paths are relative to the watched folder; '.' is the folder itself."""

    kind: str
    path: str
    second: str
    inode: int
    offset: int
    data: bytes


def read_log(log: Path, folder: Path) -> list[Record]:
    """All records. Refuses a log with a call that the model has no word for."""
    raw = log.read_bytes()
    records: list[Record] = []
    at = 0
    while at < len(raw):
        kind, path_length, second_length, inode, offset, data_length = _HEADER.unpack_from(raw, at)
        ends = [at + _HEADER.size]
        for length in (path_length, second_length, data_length):
            ends.append(ends[-1] + length)
        path, second = (raw[ends[i] : ends[i + 1]].decode() for i in (0, 1))
        at = ends[-1]
        if kind == b"?":
            raise ValueError(f"the log cannot describe {second} on {path}")
        places = [PurePosixPath(name).relative_to(folder).as_posix() if name else "" for name in (path, second)]
        records.append(Record(kind.decode(), places[0], places[1], inode, offset, raw[ends[2] : ends[3]]))
    return records


@dataclass(slots=True)
class Body:
    """The content of one file: what is surely on the disk, and what was asked for since."""

    durable: bytearray
    pending: list[tuple[int, Record]] = field(default_factory=list)

    def sync(self) -> None:
        """All that was asked for is on the disk."""
        for _, record in self.pending:
            _change(self.durable, record)
        self.pending.clear()


@dataclass(slots=True)
class NameChange:
    """One change of names, and the folders that must be synced before it is sure."""

    number: int
    record: Record
    body: Body | None
    waiting: set[str]


def _change(content: bytearray, record: Record) -> None:
    end = record.offset + (len(record.data) if record.kind == "W" else 0)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if record.kind == "T":
        del content[record.offset :]
    else:
        content[record.offset : end] = record.data


def _sectors(record: Record) -> Iterator[Record]:
    if record.kind == "T":
        yield record
        return
    at = 0
    while at < len(record.data):
        step = SECTOR - (record.offset + at) % SECTOR
        yield Record("W", record.path, "", record.inode, record.offset + at, record.data[at : at + step])
        at += step


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")


@dataclass(frozen=True, slots=True)
class Choice:
    """What one power cut keeps of the unsynced changes. ``before`` is the moment that prefixes end at."""

    content: Keep
    names: Keep
    before: int
    random: random.Random

    def wants_name(self, change: NameChange) -> bool:
        """Whether this unsynced change of names reached the disk."""
        return self.names is Keep.ALL or (self.names is Keep.PREFIX and change.number < self.before)

    def content_of(self, body: Body) -> bytearray:
        """The content that the disk holds after this power cut."""
        content = bytearray(body.durable)
        for number, record in body.pending:
            for piece in _sectors(record) if self.content is Keep.TORN else (record,):
                if self._wants(number):
                    _change(content, piece)
        return content

    def _wants(self, number: int) -> bool:
        if self.content is Keep.PREFIX:
            return number < self.before
        if self.content in {Keep.SUBSET, Keep.TORN}:
            return self.random.random() < 0.5
        return self.content is Keep.ALL


class Disk:
    """The watched folder while the log is followed record by record."""

    def __init__(self, folder: Path | None = None) -> None:
        """Start from an empty folder, or from what ``folder`` holds now, taken as synced."""
        self._bodies: dict[int, Body] = {}
        self._tree: dict[str, Body | None] = {}
        self._changes: list[NameChange] = []
        self._number = 0
        for path in sorted(folder.rglob("*")) if folder else ():
            body = None if path.is_dir() else Body(bytearray(path.read_bytes()))
            self._tree[path.relative_to(folder).as_posix() if folder else ""] = body
            if body:
                self._bodies[path.stat().st_ino] = body

    def follow(self, record: Record) -> None:
        """Take one record."""
        self._number += 1
        if record.kind in "WT":
            self._bodies[record.inode].pending.append((self._number, record))
        elif record.kind == "S":
            self._bodies[record.inode].sync()
        elif record.kind == "D":
            self._sync_folder(record.path)
        elif record.kind != "A":
            self._rename(record)

    def _sync_folder(self, folder: str) -> None:
        for change in self._changes:
            change.waiting.discard(folder)
        while self._changes and not self._changes[0].waiting:
            self._apply(self._tree, self._changes.pop(0))

    def _rename(self, record: Record) -> None:
        body = None
        if record.kind == "C":
            body = self._bodies[record.inode] = Body(bytearray())
        waiting = {PurePosixPath(path).parent.as_posix() for path in (record.path, record.second) if path}
        if record.kind == "R":  # what waits for a folder that moves now waits for its new name
            for change in self._changes:
                change.waiting = {
                    record.second + name[len(record.path) :] if _below(name, record.path) else name
                    for name in change.waiting
                }
        self._changes.append(NameChange(self._number, record, body, waiting))

    @staticmethod
    def _apply(tree: dict[str, Body | None], change: NameChange) -> None:
        record = change.record
        if record.kind in "CM":
            tree[record.path] = change.body
        elif record.kind in "UX":
            tree.pop(record.path, None)
        elif record.path in tree and record.kind == "L":
            tree[record.second] = tree[record.path]
        elif record.path in tree:
            for name in [name for name in tree if _below(name, record.path)]:
                tree[record.second + name[len(record.path) :]] = tree.pop(name)

    def oldest_pending(self) -> int:
        """The number of the oldest record that is not surely on the disk."""
        numbers = [body.pending[0][0] for body in self._bodies.values() if body.pending]
        numbers += [change.number for change in self._changes]
        return min(numbers, default=self._number)

    @property
    def number(self) -> int:
        """How many records were followed."""
        return self._number

    def lay_out(self, target: Path, choice: Choice) -> None:
        """Write down the folder as a power cut now, with this choice, would leave it."""
        tree = dict(self._tree)
        for change in self._changes:
            if not change.waiting or choice.wants_name(change):
                self._apply(tree, change)
        target.mkdir(parents=True)
        for name, body in sorted(tree.items()):
            path = target / name
            if not path.parent.is_dir():
                continue  # its folder never reached the disk
            if body is None:
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(choice.content_of(body))


@dataclass(frozen=True, slots=True)
class State:
    """One laid-out disk: where it is, what was acknowledged before the cut, and how it came about."""

    folder: Path
    marks: tuple[str, ...]
    what: str

    def inside(self, name: str) -> "State":
        """The same state, seen from a folder inside it."""
        return State(self.folder / name, self.marks, self.what)


def random_choice(disk: Disk, generator: random.Random) -> Choice:
    """A choice of what is kept, each way equally often."""
    before = generator.randint(disk.oldest_pending(), disk.number + 1)
    names = generator.choice([Keep.NONE, Keep.ALL, Keep.PREFIX])
    return Choice(generator.choice(list(Keep)), names, before, generator)


def power_cuts(disk: Disk, records: list[Record], count: int, seed: int, into: Path) -> Iterator[State]:
    """Lay out ``count`` disks at random moments of the log, one after another."""
    generator = random.Random(seed)
    points = sorted(generator.randint(0, len(records)) for _ in range(count))
    marks: list[str] = []
    followed = 0
    for index, point in enumerate(points):
        for record in records[followed:point]:
            disk.follow(record)
            if record.kind == "A":
                marks.append(record.data.decode())
        followed = point
        choice = random_choice(disk, generator)
        folder = into / f"{index:05}"
        disk.lay_out(folder, choice)
        yield State(folder, tuple(marks), f"record {point}, content {choice.content}, names {choice.names}")
