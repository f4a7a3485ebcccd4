# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of the place: the action plan, and everything that falls due."""

from collections.abc import Iterable
from datetime import date

from desktop.models.dates import short_date
from desktop.models.prints import ListPrint
from desktop.services.action_plan import ActionLine
from desktop.services.due import DueLine
from desktop.services.targets import Mark
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

ACTION_COLUMNS = (
    Column("What is to be done", wrap=True, least=146, share=4),
    Column("For", 72),
    Column("Who", wrap=True, least=110),
    Column("How it stands", wrap=True, least=120),
)
DUE_COLUMNS = (
    Column("What", wrap=True, least=146, share=5),
    Column("For", 72),
    Column("Day", 106),
    Column("How it stands", wrap=True, least=124),
)
FAR = date.max


def action_rows(lines: Iterable[ActionLine], today: date) -> list[Row]:
    """A row for each action."""
    return [
        Row(
            line.action.id,
            (
                Cell(line.action.what),
                Cell(line.number, f"{line.number}, {line.short_name}"),
                Cell(line.action.owner or "Nobody yet"),
                _stands(line, today),
            ),
        )
        for line in lines
    ]


def _stands(line: ActionLine, today: date) -> Cell:
    """How it stands, with the day under it where the words do not have it."""
    day = short_date(line.action.due, today) if line.action.due else ""
    under = "" if day in line.state else day
    mark, late = state_of(line.mark.value), line.mark is Mark.CROSS
    return Cell(line.state, state=mark, under=under, bold=late, sort_key=line.action.due or FAR)


def due_rows(lines: Iterable[DueLine], today: date) -> list[Row]:
    """A row for each thing that falls due; its id is its place in the list."""
    return [
        Row(
            str(at),
            (
                Cell(line.words),
                Cell(line.number),
                Cell(short_date(line.due, today), sort_key=line.due),
                Cell(_when(line), state=state_of(line.mark.value), bold=line.late, sort_key=line.days),
            ),
        )
        for at, line in enumerate(lines)
    ]


def _when(line: DueLine) -> str:
    """How far off it is; the day itself stands beside it."""
    if line.late or not line.days:
        return line.when
    return "Tomorrow" if line.days == 1 else f"In {line.days} days"


def printed(table: DataTable, title: str, today: date) -> ListPrint:
    """What a table shows, as it can be printed."""
    shown = table.as_list()
    widths = [3.0 if at == 0 else 1.0 for at in range(len(shown.headings))]
    return ListPrint(title, "", tuple(zip(shown.headings, widths, strict=True)), tuple(shown.rows), as_at=today)
