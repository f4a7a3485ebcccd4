# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of the place: the people, and the courses of one person."""

from collections.abc import Iterable
from datetime import date

from desktop.models.dates import short_date
from desktop.models.prints import ListPrint
from desktop.services.course_standing import TrainingState
from desktop.services.people_lines import PersonLine, TrainingLine
from desktop.ui.widgets.table import Cell, Column, DataTable, Row

PEOPLE_COLUMNS = (
    Column("Name", wrap=True, least=152),
    Column("Training", 142),
    Column("Next to lapse", wrap=True, least=154),
)
COURSE_COLUMNS = (Column("Course", wrap=True, least=200), Column("How it stands", 175))
_STATES = {
    TrainingState.IN_DATE: "ok",
    TrainingState.DUE_SOON: "due",
    TrainingState.IN_GRACE: "due",
    TrainingState.BOOKED: "booked",
    TrainingState.LAPSED: "lapsed",
    TrainingState.MISSING: "missing",
    TrainingState.NOT_NEEDED: "not_needed",
}


def state_name(state: TrainingState) -> str:
    """The name of a state as widgets know it."""
    return _STATES[state]


def people_rows(lines: Iterable[PersonLine], today: date) -> list[Row]:
    """A row for each person."""
    return [Row(line.id, (_who(line), _training(line), _next(line, today))) for line in lines]


def course_rows(lines: Iterable[TrainingLine], today: date) -> list[Row]:
    """A row for each course of one person."""
    return [
        Row(
            line.course_id,
            (
                Cell(line.course, under=_done(line)),
                Cell(
                    line.state.words,
                    line.sentence,
                    state=state_name(line.state),
                    bold=not line.state.counts and line.needed,
                    under=_until(line, today),
                    sort_key=list(TrainingState).index(line.state),
                ),
            ),
        )
        for line in lines
    ]


def printed(table: DataTable, title: str, figures: str, today: date) -> ListPrint:
    """What the list of people shows, as it can be printed."""
    shown = table.as_list()
    widths = (3.0, 1.8, 2.4)
    return ListPrint(title, figures, tuple(zip(shown.headings, widths, strict=True)), shown.rows, as_at=today)


def _who(line: PersonLine) -> Cell:
    roles = ", ".join(line.roles) or "No role yet"
    under = f"{line.code} · {roles if line.works_here else _away(line)}"
    return Cell(line.name, ". ".join((line.name, under, *line.warnings)), under=under, icon=_icon(line))


def _icon(line: PersonLine) -> str:
    return "info" if line.works_here and line.warnings else ""


def _away(line: PersonLine) -> str:
    return f"Left {line.left}" if line.left else f"Starts {line.started}"


def _training(line: PersonLine) -> Cell:
    if not line.works_here:
        return Cell("", sort_key=len(TrainingState))
    order = list(TrainingState).index(line.state)
    under = f"{line.in_date} in date" if line.needed else ""
    words = line.state.words
    spoken = ", ".join(filter(None, (words, under)))
    lapsed = line.state is TrainingState.LAPSED
    return Cell(words, spoken, state=state_name(line.state), under=under, bold=lapsed, sort_key=order)


def _next(line: PersonLine, today: date) -> Cell:
    if not line.works_here or line.next_lapse_on is None:
        return Cell("")
    day = short_date(line.next_lapse_on, today)
    course = line.next_lapse.removesuffix(f", {day}")
    return Cell(day, line.next_lapse, under=course, sort_key=line.next_lapse_on)


def _done(line: TrainingLine) -> str:
    if line.completed:
        return f"Done {line.completed}"
    if line.state.counts:
        return "By the hours logged"
    return "Only in the future" if line.others else "Nothing recorded"


def _until(line: TrainingLine, today: date) -> str:
    if line.lapses_on is not None:
        return f"{'Ended' if line.lapses_on < today else 'Until'} {short_date(line.lapses_on, today)}"
    if line.record_id:
        return "Once is enough"
    return "" if line.needed else "Not asked for"
