# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A matrix: people against courses or competencies, as rows of cells with mark, word and sentence."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.models.workforce.people import Person
from desktop.models.workforce.picture import Workforce
from desktop.services.course_standing import TrainingState
from desktop.services.targets import Mark
from desktop.services.workforce.competence_lines import CompetenceState

State = TrainingState | CompetenceState


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One person against one column. ``short`` fits a narrow cell; ``sentence`` says all of it aloud.

    ``needed``: the roles ask for it. What is held without being asked for has a state too, but is in no figure.
    """

    column_id: str
    needed: bool
    state: State
    mark: Mark
    word: str
    short: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One person with a cell for each column, in the order of the columns. ``open``: how many want something done."""

    person_id: str
    code: str
    name: str
    roles: tuple[str, ...]
    role_codes: tuple[str, ...]
    cells: tuple[MatrixCell, ...]
    open: int


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One course or competency. ``holding`` of ``needing`` people are where they need to be, in ``figure`` in words."""

    id: str
    name: str
    holding: int
    needing: int
    figure: str


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many cells have a state, for the key of the matrix."""

    state: State
    mark: Mark
    word: str
    cells: int


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The whole matrix. ``told`` is a sentence over it; ``counts`` are of the cells shown, worst first."""

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    counts: tuple[StateCount, ...]
    told: str


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """What is shown: people who hold a role (its code), and rows and columns with a cell in one of the states."""

    role: str = ""
    states: tuple[State, ...] = ()


CellsOf = Callable[[Person], tuple[MatrixCell, ...]]


def rows_of(workforce: Workforce, people: Iterable[Person], cells_of: CellsOf) -> tuple[MatrixRow, ...]:
    """A row for each person, by name."""
    names = {role.code: role.name for role in workforce.catalogue.roles}
    by_name = sorted(people, key=lambda person: person.name.casefold())
    return tuple(_row(workforce, person, cells_of(person), names) for person in by_name)


def matrix_view(
    rows: Sequence[MatrixRow], names: Sequence[tuple[str, str]], shown: MatrixFilter, states: Sequence[State]
) -> MatrixView:
    """The matrix of these rows, filtered. ``names`` are of the columns by id, in the order of the cells."""
    of_role = [row for row in rows if shown.role in {"", *row.role_codes}]
    kept = _columns_kept(of_role, len(names), shown)
    rows = [_only(row, kept) for row in of_role if not shown.states or _any(row, shown.states)]
    columns = tuple(_column(names[place], [row.cells[at] for row in rows]) for at, place in enumerate(kept))
    counted = Counter(cell.state for row in rows for cell in row.cells)
    counts = tuple(StateCount(one, one.mark, one.words, counted[one]) for one in states if counted[one])
    return MatrixView(columns, tuple(rows), counts, _told(rows, columns))


_HELD = frozenset(
    {TrainingState.IN_DATE, TrainingState.DUE_SOON, CompetenceState.AT_LEVEL, CompetenceState.JUDGE_AGAIN}
)
_OPEN = frozenset(
    {
        TrainingState.LAPSED,
        TrainingState.MISSING,
        TrainingState.IN_GRACE,
        TrainingState.BOOKED,
        CompetenceState.BELOW,
        CompetenceState.NOT_JUDGED,
    }
)
_NOT_NEEDED: frozenset[State] = frozenset({TrainingState.NOT_NEEDED, CompetenceState.NOT_NEEDED})


def _row(workforce: Workforce, person: Person, cells: tuple[MatrixCell, ...], names: dict[str, str]) -> MatrixRow:
    codes = workforce.roles(person)
    return MatrixRow(
        person.id,
        person.code,
        person.name,
        tuple(names.get(code, code) for code in codes),
        codes,
        cells,
        sum(cell.needed and cell.state in _OPEN for cell in cells),
    )


def _columns_kept(rows: Sequence[MatrixRow], width: int, shown: MatrixFilter) -> list[int]:
    """The places of the columns with something in them: in one of the states asked for, or at all."""
    wanted = frozenset(shown.states)
    return [place for place in range(width) if any(_fits(row.cells[place].state, wanted) for row in rows)]


def _fits(state: State, wanted: frozenset[State]) -> bool:
    return state in wanted if wanted else state not in _NOT_NEEDED


def _any(row: MatrixRow, states: tuple[State, ...]) -> bool:
    return any(cell.state in states for cell in row.cells)


def _only(row: MatrixRow, kept: Sequence[int]) -> MatrixRow:
    return row if len(kept) == len(row.cells) else replace(row, cells=tuple(row.cells[place] for place in kept))


def _column(named: tuple[str, str], cells: Sequence[MatrixCell]) -> MatrixColumn:
    needing = sum(cell.needed for cell in cells)
    holding = sum(cell.needed and cell.state in _HELD for cell in cells)
    return MatrixColumn(*named, holding, needing, f"{holding} of {needing}")


def _told(rows: Sequence[MatrixRow], columns: Sequence[MatrixColumn]) -> str:
    if not rows or not columns:
        return "Nothing here with these filters."
    needed, held = sum(one.needing for one in columns), sum(one.holding for one in columns)
    people = "1 person" if len(rows) == 1 else f"{len(rows)} people"
    return f"{people}: {held} of {needed} in place."
