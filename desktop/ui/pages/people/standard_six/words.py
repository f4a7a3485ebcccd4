# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The figures of Standard 6 as rows, in the window and on paper."""

from collections.abc import Iterable

from desktop.models.prints import ListPrint
from desktop.services.targets import Mark
from desktop.services.workforce.standard_six import FigureLine, StandardSixView, WhoAndWhy
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

FIGURE_COLUMNS = (
    Column("Indicator", wrap=True, least=170, share=2),
    Column("What the records say", wrap=True, least=230, share=4),
    Column("Judged", wrap=True, least=120, share=2),
)
WHO_COLUMNS = (Column("Who", wrap=True, least=120, share=2), Column("Why", wrap=True, least=190, share=3))
_PAPER = (("Indicator", 2.2), ("What the records say", 4.4), ("Judged", 2.4))
_NOT_JUDGED = "Not judged yet"
_SAYS_MORE = "Says more than the records"


def told(view: StandardSixView) -> str:
    """A sentence over all the figures."""
    counted = [line for line in view.lines if line.met is not None]
    met = sum(bool(line.met) for line in counted)
    parts = [f"{met} of {len(counted)} figures are met." if counted else "Nothing is recorded yet."]
    if view.flags:
        one = len(view.flags) == 1
        parts.append(f"{len(view.flags)} {'judgement says' if one else 'judgements say'} more than the records.")
    return " ".join(parts)


def figure_rows(lines: Iterable[FigureLine]) -> list[Row]:
    """A row for each indicator."""
    return [Row(line.indicator_id, (_indicator(line, at), _said(line), _judged(line))) for at, line in enumerate(lines)]


def who_rows(people: Iterable[WhoAndWhy]) -> list[Row]:
    """A row for each person behind a figure. Only those who work here have a row, so each id is there once."""
    return [
        Row(
            one.person_id,
            (
                Cell(one.name, f"{one.name}, {_counts(one)}", state=state_of(one.mark), bold=not one.met),
                Cell(one.why, under=f"Lapses: {one.lapses}" if one.lapses else "", sort_key=at),
            ),
        )
        for at, one in enumerate(people)
    ]


def printed(view: StandardSixView) -> ListPrint:
    """The figures on paper. Names stay on the screen."""
    rows = tuple(
        (
            f"{line.number} {line.name}",
            f"{line.sentence}.",
            ". ".join(filter(None, (line.judgement or _NOT_JUDGED, line.flag and _SAYS_MORE))),
        )
        for line in view.lines
    )
    return ListPrint("Standard 6, live", told(view), _PAPER, rows, as_at=view.as_at)


def _indicator(line: FigureLine, at: int) -> Cell:
    return Cell(line.number, under=line.name + (", critical" if line.critical else ""), bold=line.critical, sort_key=at)


def _said(line: FigureLine) -> Cell:
    spoken = {None: line.sentence, True: f"{line.sentence}, met", False: f"{line.sentence}, not met"}[line.met]
    state = "" if line.mark is Mark.DASH else state_of(line.mark)
    return Cell(line.sentence, spoken, state=state, sort_key=_ORDER[line.met])


def _judged(line: FigureLine) -> Cell:
    return Cell(line.judgement or _NOT_JUDGED, under=_SAYS_MORE if line.flag else "", icon="info" if line.flag else "")


_ORDER = {False: 0, True: 1, None: 2}


def _counts(one: WhoAndWhy) -> str:
    return "counts" if one.met else "does not count"
