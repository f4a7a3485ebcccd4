# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How a field of a record stands in a cell of the workforce book, and how the cell is read again. Nothing is lost."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop.models.sheet import SheetCell

Value = str | int | date | None
Reader = Callable[[SheetCell], Any]
_FIRST_DAY = date(1900, 3, 1)  # earlier days are not the same in all spreadsheet programs
_LARGEST = 10**15  # spreadsheets count in floating point
# What XML cannot hold, what looks spelt out already, and what spreadsheet programs take for a spelt sign.
_SPELL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|\[(?=U\+[0-9A-F]{4}\])|_(?=x[0-9A-Fa-f]{4}_)|x(?=005F_)")
_SPELT = re.compile(r"\[U\+([0-9A-F]{4})\]")
_PLAIN_ITEM = re.compile(r"[\w .&()/'-]*\w[\w .&()/'-]*")
_TRUTHS = MappingProxyType({"yes": True, "no": False})


class UnreadableCellError(ValueError):
    """A cell that cannot be what its column holds; the words say what it should be."""


def packed_value(value: object) -> Value:
    """The value of a field as the content of a cell. Dates and numbers stay so; a text stays text."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value if value >= _FIRST_DAY else value.isoformat()
    if isinstance(value, int):
        return value if abs(value) < _LARGEST else str(value)
    return packed(_items(value) if isinstance(value, tuple) else str(value))


def packed(text: str) -> str:
    """The text with what a cell cannot hold as it is spelt out, like ``[U+000D]``."""
    spell = re.compile(r"\s") if text.isspace() else _SPELL  # cells drop what is only space
    return spell.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def unpacked(text: str) -> str:
    """The text as it was before ``packed``."""
    return _SPELT.sub(lambda match: chr(int(match[1], 16)), text)


def readers(kind: type[Any]) -> Mapping[str, Reader]:
    """For each field of a kind of record, what reads its cell; each raises ``UnreadableCellError``."""
    return MappingProxyType({name: _reader(hint) for name, hint in get_type_hints(kind).items()})


def _items(items: tuple[str, ...]) -> str:
    if not items:
        return ""
    if all(_PLAIN_ITEM.fullmatch(item) and item == item.strip() for item in items):
        return ", ".join(items)
    return json.dumps(list(items), ensure_ascii=False)


def _reader(hint: Any) -> Reader:
    if get_origin(hint) in {Union, UnionType}:
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        read = _reader(inner)
        return lambda cell: None if _empty(cell) else read(cell)
    if get_origin(hint) is tuple:
        return _read_items
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda cell: _read_word(cell, hint)
    return {str: _read_text, int: _read_number, bool: _read_truth, date: _read_day}[hint]


def _empty(cell: SheetCell) -> bool:
    return not cell.text and cell.day is None and cell.number is None


def _read_text(cell: SheetCell) -> str:
    return unpacked(cell.text)


def _read_items(cell: SheetCell) -> tuple[str, ...]:
    text = unpacked(cell.text)
    if not text.startswith("["):
        return tuple(part.strip() for part in text.split(",")) if text else ()
    try:
        items = json.loads(text)
    except ValueError:
        items = None
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise UnreadableCellError("names with a comma between them")
    return tuple(items)


def _read_number(cell: SheetCell) -> int:
    if cell.number is not None and cell.number == int(cell.number):
        return int(cell.number)
    if re.fullmatch(r"-?\d{1,19}", cell.text.strip(), re.ASCII):
        return int(cell.text)
    raise UnreadableCellError("a whole number")


def _read_truth(cell: SheetCell) -> bool:
    known = _TRUTHS.get(cell.text.strip().casefold())
    if known is None:
        raise UnreadableCellError("yes or no")
    return known


def _read_day(cell: SheetCell) -> date:
    if cell.day is not None:
        return cell.day
    try:
        return date.fromisoformat(cell.text.strip())
    except ValueError as error:
        raise UnreadableCellError("a date") from error


def _read_word(cell: SheetCell, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(cell.text.strip())
    except ValueError as error:
        raise UnreadableCellError(f"one of: {', '.join(kind)}") from error
