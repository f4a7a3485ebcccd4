# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of someone's supervision: what is owed and due, and the sessions."""

from collections.abc import Iterable
from datetime import date

from desktop.models.dates import short_date
from desktop.services.targets import Mark
from desktop.services.workforce.supervision_views import KindLine, SessionLine, SupervisionView
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

DUE_COLUMNS = (Column("Owed and due", wrap=True, least=176), Column("How it stands", wrap=True, least=204))
SESSION_COLUMNS = (Column("Session", wrap=True, least=176), Column("How it stands", wrap=True, least=204))
KIND = "kind "


def due_rows(view: SupervisionView, today: date) -> list[Row]:
    """What is owed, oldest first; then each kind, what is overdue first and then what is due next."""
    kinds = sorted(view.kinds, key=lambda one: (not one.overdue, one.due or date.max))
    return [*(_owed(line) for line in view.owed), *(_kind(line, today) for line in kinds)]


def session_rows(sessions: Iterable[SessionLine]) -> list[Row]:
    """A row for each session."""
    return [
        Row(
            line.id,
            (
                Cell(line.day_words, under=line.kind, sort_key=line.day),
                _stands(line.state, line.mark, _how(line), bold=line.owed),
            ),
        )
        for line in sessions
    ]


def _owed(line: SessionLine) -> Row:
    about = Cell(line.kind, under=f"Planned for {line.day_words}", sort_key=line.day)
    return Row(line.id, (about, _stands(line.state, line.mark, "", bold=True)))


def _kind(line: KindLine, today: date) -> Row:
    planned = f" · planned for {short_date(line.planned, today)}" if line.planned else ""
    about = Cell(line.kind, under=f"{line.every.capitalize()}{planned}", sort_key=line.due)
    stands = _stands(line.words, line.mark, f"Last: {line.last}", bold=line.overdue)
    return Row(KIND + line.kind_id, (about, stands))


def _stands(words: str, mark: Mark, under: str, *, bold: bool) -> Cell:
    return Cell(words, ", ".join(filter(None, (words, under))), state=state_of(mark), bold=bold, under=under)


def _how(line: SessionLine) -> str:
    together = f"group of {line.together}" if line.together > 1 else ""
    by = f"with {line.supervisor}" if line.supervisor else ""
    return " · ".join(filter(None, (line.length, together, by, line.warning.rstrip("."))))
