# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How the list of evidence looks: its columns, its rows worst first, and the same as words for printing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.models.prints import ListPrint
from desktop.models.records import Strength
from desktop.models.wording import joined
from desktop.services.evidence_lines import EvidenceLine, EvidenceState
from desktop.ui.theme import sp, state_of
from desktop.ui.widgets.rows import Cell, Column, Picture, Row
from desktop.ui.widgets.strength_bar import draw_strength

COLUMNS = (
    Column("Evidence", least=174),
    Column("Covers", 100),
    Column("State and review", 172),
    Column("Strength", 128, wrap=True),
    Column("Used by", 84, wrap=True),
)
_PRINTED = (("Evidence", 3.0), ("Covers", 1.2), ("State", 1.2), ("Review", 1.8), ("Strength", 1.6), ("Used by", 1.6))
_ORDER = {state: place for place, state in enumerate(EvidenceState)}
_SHOWN = 2


def worst_first(lines: Sequence[EvidenceLine]) -> list[EvidenceLine]:
    """The lines by state, the worst first; within a state as they were."""
    return sorted(lines, key=lambda line: _ORDER[line.state])


def row_of(line: EvidenceLine) -> Row:
    """One item as a row of the table."""
    about = ", ".join(filter(None, (line.kind, line.size)))
    return Row(
        line.id,
        (
            Cell(line.title, under=about, bold=True),
            Cell(line.dated, sort_key=line.dated_on, accessible=line.dated or "No date"),
            _state_cell(line),
            _strength_cell(line.strength),
            Cell(_used(line.supports), accessible=joined(list(line.supports)) or "Not used yet"),
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


def _state_cell(line: EvidenceLine) -> Cell:
    others = [state.words for state in EvidenceState if state in line.states and state is not line.state]
    said = ", ".join((line.state.words, *others, line.review))
    bad = line.state in {EvidenceState.MISSING, EvidenceState.DAMAGED, EvidenceState.REFUSED, EvidenceState.LAPSED}
    return Cell(
        line.state.words,
        accessible=said,
        state=state_name(line.state),
        under=line.review,
        bold=bad,
        sort_key=_ORDER[line.state],
    )


def _strength_cell(strength: Strength | None) -> Cell:
    if strength is None:
        return Cell("")
    return Cell(strength.words, sort_key=int(strength), picture=_steps(strength))


def _steps(strength: Strength) -> Picture:
    def draw(painter: QPainter, place: QRectF) -> float:
        high, wide = sp(18), sp(30)
        draw_strength(painter, QRectF(place.left(), place.center().y() - high / 2, wide, high), strength)
        return wide

    return draw


def _used(numbers: Sequence[str]) -> str:
    if len(numbers) <= _SHOWN:
        return ", ".join(numbers)
    return f"{numbers[0]} and {len(numbers) - 1} more"
