# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reads the workforce book that Sevenfold made, exactly: ids, dates and texts as they were. Pure; nothing is stored."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from desktop.models.certificate_numbers import CertificateNumberError, check_no_number
from desktop.models.errors import AppError
from desktop.models.sheet import Sheet, SheetFile, cell_name
from desktop.models.workforce.book import (
    ABOUT_SHEET,
    BOOK_MARK,
    BOOK_VERSION,
    MARK_LINE,
    SHEETS,
    VERSION_LINE,
    BookSheet,
    RoleRow,
)
from desktop.models.workforce.book_cells import Reader, UnreadableCellError, readers
from desktop.models.workforce.checks import CheckKind, RecruitmentCheck
from desktop.models.workforce.people import Person, RoleHeld

_MOST_TOLD = 20


class NotOurBookError(AppError):
    """A file that is not the workforce book."""

    code = "not_our_book"
    happened = "{name} is not a workforce spreadsheet that Sevenfold made."
    safe = "Nothing was changed."
    to_do = "Bring it in as a sheet of your own, or choose the file that Sevenfold exported."


class NewerBookError(AppError):
    """A book of a later version."""

    code = "newer_book"
    happened = "{name} was made by a newer Sevenfold."
    safe = "Nothing was changed."
    to_do = "Bring it in with the Sevenfold that made it, or a newer one."


@dataclass(frozen=True, slots=True)
class OwnBook:
    """What a workforce book holds, by kind of record. With ``problems``, in sentences, it must not be stored."""

    records: Mapping[type[Any], tuple[Any, ...]]
    problems: tuple[str, ...] = ()

    def of(self, kind: type[Any]) -> tuple[Any, ...]:
        """The records of a kind."""
        return self.records.get(kind, ())


@dataclass(slots=True)
class _Told:
    """The problems so far; after many it only counts."""

    sentences: list[str] = field(default_factory=list)
    more: int = 0

    def add(self, sentence: str) -> None:
        """Tell one."""
        if len(self.sentences) < _MOST_TOLD:
            self.sentences.append(sentence)
        else:
            self.more += 1

    def all(self) -> tuple[str, ...]:
        """The sentences, with how many more there are."""
        return (*self.sentences, f"And {self.more} more.") if self.more else tuple(self.sentences)


def is_own_book(file: SheetFile) -> bool:
    """Whether Sevenfold made the file as a workforce book, of whatever version."""
    return _said(file, MARK_LINE) == BOOK_MARK


def read_own_book(file: SheetFile) -> OwnBook:
    """The records of the book. Raises ``NotOurBookError`` and ``NewerBookError``."""
    if not is_own_book(file):
        raise NotOurBookError(name=file.name)
    version = _said(file, VERSION_LINE)
    if not version.isdecimal() or int(version) > BOOK_VERSION:
        raise NewerBookError(name=file.name)
    told = _Told()
    sheets = {sheet.name: sheet for sheet in file.sheets}
    found = {known.kind: _records(known, sheets.get(known.title), told) for known in SHEETS}
    found[Person] = _with_roles(found[Person], found.pop(RoleRow), told)
    if any(check.kind is CheckKind.DBS for check in found[RecruitmentCheck]):
        told.add("References and identity: DBS checks are not read from a spreadsheet. Record them under People.")
    return OwnBook(MappingProxyType({kind: tuple(records) for kind, records in found.items()}), told.all())


def _said(file: SheetFile, line: str) -> str:
    """What the sheet about the book says beside a word; '' when there is no such sheet."""
    for sheet in file.sheets:
        if sheet.name == ABOUT_SHEET:
            return next((row[1].text for row in sheet.rows if len(row) > 1 and row[0].text == line), "")
    return ""


def _records(known: BookSheet, sheet: Sheet | None, told: _Told) -> list[Any]:
    top = _top(known, sheet)
    if sheet is None or top is None:
        told.add(f"{known.title}: the sheet or its row of headings is missing.")
        return []
    places = {cell.text: at for at, cell in enumerate(sheet.rows[top])}
    read = readers(known.kind)
    fields = {one.field: (places[one.heading], read[one.field]) for one in known.columns if not one.told}
    made = [_record(known, sheet, row, fields, told) for row in range(top + 1, len(sheet.rows)) if _filled(sheet, row)]
    records = [record for record in made if record is not None]
    _once(known, records, told)
    return records


def _top(known: BookSheet, sheet: Sheet | None) -> int | None:
    """The row that holds every heading which is read, wherever the columns were moved to."""
    needed = {column.heading for column in known.columns if not column.told}
    rows = sheet.rows if sheet else ()
    return next((at for at, row in enumerate(rows) if needed <= {cell.text for cell in row}), None)


def _filled(sheet: Sheet, row: int) -> bool:
    return any(not cell.blank for cell in sheet.rows[row])


def _record(
    known: BookSheet, sheet: Sheet, row: int, fields: Mapping[str, tuple[int, Reader]], told: _Told
) -> object | None:
    values: dict[str, Any] = {}
    for name, (column, read) in fields.items():
        where = f"{known.title}, {cell_name(row, column)}"
        cell = sheet.cell(row, column)
        try:
            values[name] = read(cell)
            _check(name, values[name])
        except UnreadableCellError as error:
            told.add(f"{where}: this should be {error}.")
            return None
        except CertificateNumberError as error:
            told.add(f"{where}: {error.happened}")
            return None
    made: object = known.kind(**values)
    return made


def _check(name: str, value: object) -> None:
    if name != "id" and not name.endswith("_id") and name != "makes_up":
        check_no_number(*(text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str)))


def _once(known: BookSheet, records: Sequence[Any], told: _Told) -> None:
    """Each record has an id, and none has another's."""
    seen: set[object] = set()
    for record in records:
        own = (record.person_id, record.place) if isinstance(record, RoleRow) else record.id
        if own in seen or not own:
            told.add(f"{known.title}: a line has no id, or the id of another line. Copied lines need to go.")
        seen.add(own)


def _with_roles(people: Sequence[Person], rows: Sequence[RoleRow], told: _Told) -> list[Person]:
    roles: dict[str, list[RoleHeld]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: one.place):
        roles[row.person_id].append(RoleHeld(row.code, row.since, row.until))
    for _ in roles.keys() - {person.id for person in people}:
        told.add("Roles: a role belongs to nobody on the sheet People.")
    return [replace(person, roles=tuple(roles[person.id])) for person in people]
