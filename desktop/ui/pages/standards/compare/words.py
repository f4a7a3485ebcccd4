# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Two rounds in words: what moved, and the results of every round."""

from collections.abc import Sequence

from desktop.models.compare import Move
from desktop.models.dates import long_date
from desktop.models.prints import ListPrint
from desktop.models.results import Result
from desktop.services.rounds.comparing import MOVE_WORDS, ComparedLine, CompareView, Position
from desktop.ui.widgets.table import Cell, Column, Row

LINE_COLUMNS = (
    Column("Indicator", wrap=True, least=170, share=2),
    Column("Moved", width=160),
    Column("Before", wrap=True, least=130, share=1),
    Column("Now", wrap=True, least=130, share=1),
    Column("Why", wrap=True, least=180, share=3),
)
SHOWN = (("moved", "What moved"), ("down", "What went down"), ("all", "All indicators"))
_MARKS = {Move.UP: "done", Move.ANSWERED: "done", Move.DOWN: "late", Move.OPENED: "due"}
_DOWN = {Move.DOWN, Move.OPENED}
_PAPER = (("Indicator", 3.0), ("Moved", 1.4), ("Before", 1.6), ("Now", 1.6), ("Why", 3.0))


def is_shown(line: ComparedLine, which: str) -> bool:
    """Whether a line is among those chosen, by a code of ``SHOWN``."""
    if which == "down":
        return line.move in _DOWN
    return which == "all" or line.move is not Move.SAME


def line_rows(lines: Sequence[ComparedLine]) -> list[Row]:
    """A row for each indicator."""
    order = list(MOVE_WORDS)
    return [
        Row(
            line.indicator_id,
            (
                Cell(
                    line.number,
                    under=line.name + (", critical" if line.critical else ""),
                    bold=line.critical,
                    sort_key=at,
                ),
                _moved(line, order.index(line.move)),
                Cell(line.before),
                Cell(line.now),
                Cell(line.why),
            ),
        )
        for at, line in enumerate(lines)
    ]


def told(view: CompareView) -> str:
    """'3 up, 1 down, 60 the same.'"""
    said = ", ".join(f"{count} {MOVE_WORDS[move].casefold()}" for move, count in view.counts)
    return f"{said[:1].upper()}{said[1:]}."


def trend_columns(positions: Sequence[Position]) -> tuple[Column, ...]:
    """A column for each round, under its day and the version that it answered."""
    return (
        Column("Standard", width=250),
        *(
            Column(f"{long_date(one.assessment.dated)}, version {one.catalogue.version}", least=250)
            for one in positions
        ),
    )


def trend_rows(positions: Sequence[Position]) -> list[Row]:
    """A row for each standard: its result in every round."""
    names = {standard.number: standard.short_name for one in positions for standard in one.catalogue.standards}
    results = [{result.standard: result.result for result in one.results} for one in positions]
    return [
        Row(
            str(number),
            (Cell(f"{number}. {name}", bold=True, sort_key=number), *(_result(found.get(number)) for found in results)),
        )
        for number, name in sorted(names.items())
    ]


def printed(view: CompareView, which: str) -> ListPrint:
    """The comparison on paper, as it is shown."""
    rows = tuple(
        (f"{line.number} {line.name}", MOVE_WORDS[line.move], line.before, line.now, line.why)
        for line in view.lines
        if is_shown(line, which)
    )
    title = f"{long_date(view.before.assessment.dated)} and {long_date(view.now.assessment.dated)} compared"
    return ListPrint(title, told(view), _PAPER, rows, as_at=view.now.as_at)


def choice_words(one: Position) -> str:
    """A round in a chooser."""
    signed = ", signed off" if one.sign_off else ""
    return f"{long_date(one.assessment.dated)}{signed}"


def _moved(line: ComparedLine, order: int) -> Cell:
    said = MOVE_WORDS[line.move]
    return Cell(said, said, state=_MARKS.get(line.move, ""), sort_key=order)


def _result(found: Result | None) -> Cell:
    return Cell(found.words, state=found.value) if found else Cell("Not asked", state="not_needed")
