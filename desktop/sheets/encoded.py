# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Sheets as JSON between child and parent: never pickle, and the parent believes nothing that it has not checked.

A cell is null when blank, a text when there is no more to it, else a list of its six fields.
"""

import json
from datetime import date
from typing import Any

from desktop.models.sheet import BLANK, Merged, Sheet, SheetCell
from desktop.sheets.limits import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS

_PLAIN = (None, None, "", "", False)
_LAST = 20_000_000  # no program has so many rows


class AnswerError(Exception):
    """What came from a child is no answer of ours."""


def encode(sheets: tuple[Sheet, ...]) -> bytes:
    """The child's answer."""
    return json.dumps({"sheets": [_sheet_out(sheet) for sheet in sheets]}, separators=(",", ":")).encode()


def encode_refusal(code: str) -> bytes:
    """The child's answer when it does not read."""
    return json.dumps({"refused": code}).encode()


def decode(answer: bytes) -> tuple[Sheet, ...] | str:
    """The sheets, or the code of the refusal. Raises ``AnswerError`` for anything else."""
    try:
        said = json.loads(answer)
        if "refused" in said:
            return _text(said["refused"])
        sheets = tuple(_sheet_in(sheet) for sheet in said["sheets"])
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise AnswerError from error
    if len(sheets) > MOST_SHEETS:
        raise AnswerError
    return sheets


def _sheet_out(sheet: Sheet) -> dict[str, object]:
    said: dict[int, str | list[object] | None] = {}  # by identity: a reader makes like cells once

    def out(cell: SheetCell) -> str | list[object] | None:
        if id(cell) not in said:
            said[id(cell)] = _cell_out(cell)
        return said[id(cell)]

    return {
        "name": sheet.name,
        "rows": [list(map(out, row)) for row in sheet.rows],
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "merged": [[m.first_row, m.first_column, m.last_row, m.last_column] for m in sheet.merged],
        "hidden": sheet.hidden,
    }


def _cell_out(cell: SheetCell) -> str | list[object] | None:
    if cell is BLANK:
        return None
    rest = (cell.day, cell.number, cell.formula, cell.note, cell.struck)
    if rest == _PLAIN:
        return cell.text or None
    return [cell.text, cell.day and cell.day.isoformat(), *rest[1:]]


def _sheet_in(said: dict[str, Any]) -> Sheet:
    if len(said["rows"]) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in said["rows"]):
        raise ValueError
    known: dict[object, SheetCell] = {None: BLANK}

    def cell_in(one: str | list[object] | None) -> SheetCell:
        key = tuple(one) if isinstance(one, list) else one
        if key not in known:
            known[key] = _cell_in(one)
        return known[key]

    return Sheet(
        name=_text(said["name"]),
        rows=tuple(tuple(map(cell_in, row)) for row in said["rows"]),
        hidden_rows=frozenset(map(_place, said["hidden_rows"])),
        hidden_columns=frozenset(map(_place, said["hidden_columns"])),
        merged=tuple(Merged(*map(_place, corners)) for corners in said["merged"]),
        hidden=said["hidden"] is True,
    )


def _cell_in(said: str | list[Any] | None) -> SheetCell:
    if not isinstance(said, list):
        return SheetCell(_text(said))
    text, day, number, formula, note, struck = said
    return SheetCell(
        text=_text(text),
        day=date.fromisoformat(_text(day)) if day else None,
        number=None if number is None else float(number),
        formula=_text(formula),
        note=_text(note),
        struck=struck is True,
    )


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _place(said: object) -> int:
    if not isinstance(said, int) or not 0 <= said < _LAST:
        raise ValueError
    return said
