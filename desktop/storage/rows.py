# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rows and records: how each field of a record is kept in a column, worked out from its type."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from desktop.storage.sqlcipher import Value

R = TypeVar("R")
_Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Field:
    """One column: its name, how a field's value becomes the column's, and back."""

    column: str
    keep: _Convert
    read: _Convert


class RowMap(Generic[R]):
    """Maps one kind of record to columns. A record within a record becomes columns with its field's name in front."""

    def __init__(self, kind: type[R], skip: Sequence[str] = (), prefix: str = "") -> None:
        hints = get_type_hints(kind)
        self.kind = kind
        self._parts: list[tuple[str, _Field | RowMap[Any]]] = []
        self.columns: tuple[str, ...] = ()
        for field in fields(kind):  # type: ignore[arg-type]  # every record is a dataclass
            if field.name in skip:
                continue
            hint = hints[field.name]
            part: _Field | RowMap[Any]
            if isinstance(hint, type) and is_dataclass(hint):
                part = RowMap[Any](hint, prefix=f"{prefix}{field.name}_")
                self.columns += part.columns
            else:
                part = _Field(prefix + field.name, *_conversion(hint))
                self.columns += (part.column,)
            self._parts.append((field.name, part))

    def values(self, record: R) -> tuple[Value, ...]:
        """The column values of a record, in the order of ``columns``."""
        found: list[Value] = []
        for name, part in self._parts:
            value = getattr(record, name)
            if isinstance(part, _Field):
                found.append(part.keep(value))
            else:
                found.extend(part.values(value))
        return tuple(found)

    def record(self, row: Mapping[str, Value], **extra: object) -> R:
        """The record of a row; ``extra`` gives the fields that were skipped."""
        given: dict[str, object] = dict(extra)
        for name, part in self._parts:
            given[name] = part.read(row[part.column]) if isinstance(part, _Field) else part.record(row)
        return self.kind(**given)


def _conversion(hint: Any) -> tuple[_Convert, _Convert]:
    if get_origin(hint) in {Union, UnionType}:
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        keep, read = _conversion(inner)
        return (lambda v: None if v is None else keep(v)), (lambda v: None if v is None else read(v))
    if get_origin(hint) is tuple:
        return (lambda v: json.dumps(list(v), ensure_ascii=False)), (lambda v: tuple(json.loads(v)) if v else ())
    if hint is date:
        return date.isoformat, date.fromisoformat
    if hint is bool:
        return int, bool
    if issubclass(hint, Enum):
        return (int if issubclass(hint, IntEnum) else str), hint
    if hint in {str, int}:
        return hint, hint
    msg = f"no column for a field of type {hint}"
    raise TypeError(msg)
