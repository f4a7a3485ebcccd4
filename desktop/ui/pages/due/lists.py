# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rows of the two tables of the place: the action plan, and everything that falls due."""

from collections.abc import Iterable
from datetime import date

from desktop.models.dates import short_date
from desktop.models.money import pounds
from desktop.models.records import ActionState
from desktop.services.action_plan import ActionLine
from desktop.services.due import DueLine
from desktop.services.targets import Mark
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

ACTION_COLUMNS = (
    Column("What is to be done", wrap=True, least=146, share=4),
    Column("For", 72),
    Column("Who", wrap=True, least=104),
    Column("How it stands", wrap=True, least=120),
    Column("Cost", 112, align="right"),
)
DUE_COLUMNS = (
    Column("What", wrap=True, least=146, share=5),
    Column("For", 72),
    Column("What to do", wrap=True, least=116),
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
                _cost(line.action.cost),
            ),
        )
        for line in lines
    ]


def _stands(line: ActionLine, today: date) -> Cell:
    """How it stands; under it the status, and the day where the words do not have it."""
    mark, late = state_of(line.mark.value), line.mark is Mark.CROSS
    parts = [line.status] if line.action.state in {ActionState.UNDER_WAY, ActionState.WAITING} else []
    day = line.action.closing.on or line.action.due
    if day is not None and (shown := short_date(day, today)) not in line.state:
        parts.append(shown)
    return Cell(line.state, state=mark, under=", ".join(parts), bold=late, sort_key=line.action.due or FAR)


def _cost(pence: int | None) -> Cell:
    """The amount; what has none says so to a screen reader and sorts last."""
    return Cell("", "No cost said", sort_key=float("inf")) if pence is None else Cell(pounds(pence), sort_key=pence)


def due_rows(lines: Iterable[DueLine], today: date) -> list[Row]:
    """A row for each thing that falls due; its id is its place in the list."""
    return [
        Row(
            str(at),
            (
                Cell(line.words),
                Cell(line.number),
                Cell(line.kind.to_do),
                Cell(
                    line.stands,
                    state=state_of(line.mark.value),
                    under=short_date(line.due, today),
                    bold=line.late,
                    sort_key=line.days,
                ),
            ),
        )
        for at, line in enumerate(lines)
    ]
