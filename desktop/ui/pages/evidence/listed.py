# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How the list of evidence looks: its columns, its rows worst first, and the same as words for printing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.models.dates import short_date
from desktop.models.prints import ListPrint
from desktop.models.records import Strength
from desktop.models.wording import joined
from desktop.services.evidence_lines import EvidenceLine, EvidenceState
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.rows import Cell, Column, Picture, Row
from desktop.ui.widgets.strength_bar import draw_strength
from desktop.ui.widgets.words_shown import shown

COLUMNS = (
    Column("Evidence", least=150, wrap=True),
    Column("State and review", 168),
    Column("Strength and use", 206),
)
_PRINTED = (("Evidence", 3.0), ("Covers", 1.2), ("State", 1.2), ("Review", 1.8), ("Strength", 1.6), ("Used by", 1.6))
_ORDER = {state: place for place, state in enumerate(EvidenceState)}
_FEW = 1
_TOLD = [state for state in EvidenceState if state not in {EvidenceState.HELD, EvidenceState.CURRENT}]
_BAD = tuple(EvidenceState)[: _TOLD.index(EvidenceState.LAPSED) + 1]


def worst_first(lines: Sequence[EvidenceLine]) -> list[EvidenceLine]:
    """The lines by state, the worst first; within a state as they were."""
    return sorted(lines, key=lambda line: _ORDER[line.state])


def facts(lines: Sequence[EvidenceLine]) -> str:
    """How many there are and what is wrong with them, in one line; '' when there are none."""
    if not lines:
        return ""
    counts = Counter(state for line in lines for state in line.states)
    told = [f"{counts[state]} {state.words.lower()}" for state in _TOLD if counts[state]]
    every = [f"{len(lines)} pieces" if len(lines) > 1 else "1 piece", *told]
    return " \N{MIDDLE DOT} ".join(each.replace(" ", "\N{NO-BREAK SPACE}") for each in every)


def row_of(line: EvidenceLine, today: date) -> Row:
    """One item as a row of the table."""
    covers = f"Covers {line.dated}" if line.dated else ""
    about = ", ".join(filter(None, (line.title, covers, line.kind, line.size)))
    return Row(
        line.id,
        (
            Cell(shown(line.title), shown(about), bold=True, sort_key=line.title.casefold(), under=covers),
            _state_cell(line, today),
            _strength_cell(line),
        ),
    )


def printed(lines: Sequence[EvidenceLine], subtitle: str) -> ListPrint:
    """The list as it is printed, in the order given."""
    rows = tuple(
        (
            line.title,
            line.dated,
            line.state.words,
            line.review,
            line.strength.words if line.strength is not None else "",
            ", ".join(line.supports),
        )
        for line in lines
    )
    return ListPrint("Evidence", subtitle, _PRINTED, rows)


def state_name(state: EvidenceState) -> str:
    """The name by which marks and badges know a state of evidence."""
    return state_of(state.mark.value)


def _state_cell(line: EvidenceLine, today: date) -> Cell:
    others = [state.words for state in EvidenceState if state in line.states and state is not line.state]
    return Cell(
        line.state.words,
        accessible=", ".join((line.state.words, *others, line.review)),
        state=state_name(line.state),
        under=_review(line, today),
        bold=line.state in _BAD,
        sort_key=_ORDER[line.state],
    )


def _review(line: EvidenceLine, today: date) -> str:
    """The review date in few words, as there is little room."""
    if line.review_by is None:
        return "No review date"
    return f"{'Was due' if line.review_by < today else 'Review'} {short_date(line.review_by, today)}"


def _strength_cell(line: EvidenceLine) -> Cell:
    if line.strength is None:
        return Cell("Not used yet", tone="soft", sort_key=-1)
    numbers = line.supports
    used = f"{numbers[0]} and {len(numbers) - _FEW} more" if len(numbers) > _FEW + 1 else joined(list(numbers))
    return Cell(
        line.strength.words,
        under=used,
        accessible=f"{line.strength.words}, used for {joined(list(numbers))}",
        sort_key=int(line.strength),
        picture=_steps(line.strength),
    )


def _steps(strength: Strength) -> Picture:
    def draw(painter: QPainter, place: QRectF) -> float:
        high, wide = sp(18), sp(30)
        draw_strength(painter, QRectF(place.left(), place.center().y() - high / 2, wide, high), strength)
        return wide

    return draw
