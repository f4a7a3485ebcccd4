# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of the place: the people, and the courses of one person."""

from collections.abc import Iterable
from datetime import date

from desktop.models.prints import ListPrint
from desktop.services.people_lines import PersonLine, TrainingLine, TrainingState
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

PEOPLE_COLUMNS = (
    Column("Name", least=190),
    Column("Code", 60),
    Column("Training in date", 130),
    Column("How it stands", 130),
    Column("Next to lapse", least=190),
)
COURSE_COLUMNS = (Column("Course", least=180), Column("How it stands", 190))
_STATES = {
    TrainingState.IN_DATE: "ok",
    TrainingState.DUE_SOON: "due",
    TrainingState.LAPSED: "lapsed",
    TrainingState.MISSING: "missing",
    TrainingState.NOT_NEEDED: "not_needed",
}


def state_name(state: TrainingState) -> str:
    """The name of a state as widgets know it."""
    return _STATES[state]


def people_rows(lines: Iterable[PersonLine]) -> list[Row]:
    """A row for each person."""
    return [Row(line.id, (_who(line), Cell(line.code), *_training(line), Cell(line.next_lapse))) for line in lines]


def course_rows(lines: Iterable[TrainingLine]) -> list[Row]:
    """A row for each course of one person."""
    return [
        Row(
            line.course_id,
            (
                Cell(line.course, under=f"Done {line.completed}" if line.completed else "Nothing recorded"),
                Cell(
                    line.state.words,
                    line.sentence,
                    state=state_name(line.state),
                    bold=not line.state.counts and line.needed,
                    under=_until(line),
                    sort_key=list(TrainingState).index(line.state),
                ),
            ),
        )
        for line in lines
    ]


def printed(table: DataTable, title: str, figures: str, today: date) -> ListPrint:
    """What the list of people shows, as it can be printed."""
    shown = table.as_list()
    widths = (3.0, 0.7, 1.2, 1.4, 2.6)
    return ListPrint(title, figures, tuple(zip(shown.headings, widths, strict=True)), shown.rows, as_at=today)


def _who(line: PersonLine) -> Cell:
    roles = ", ".join(line.roles) or "No role yet"
    under = roles if line.works_here else _away(line)
    return Cell(line.name, ". ".join((line.name, under, *line.warnings)), under=under, icon=_icon(line))


def _icon(line: PersonLine) -> str:
    return "info" if line.works_here and line.warnings else ""


def _away(line: PersonLine) -> str:
    return f"Left {line.left}" if line.left else f"Starts {line.started}"


def _training(line: PersonLine) -> tuple[Cell, Cell]:
    if not line.works_here:
        return Cell("", sort_key=-1), Cell("")
    if not line.needed:
        return Cell("None needed", sort_key=2), Cell(line.state.words, state=state_name(line.state), sort_key=9)
    order = list(TrainingState).index(line.state)
    return (
        Cell(line.in_date, sort_key=line.holding / line.needed),
        Cell(line.state.words, state=state_name(line.state), sort_key=order),
    )


def _until(line: TrainingLine) -> str:
    if line.lapses:
        return line.lapses.replace("In date until ", "Until ").replace("Lapsed ", "Ended ")
    return "" if line.needed else "Not asked for by these roles"
