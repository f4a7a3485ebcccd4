# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The two lists of someone's hours: how far each log is, and the days of one of them."""

from collections.abc import Iterable

from desktop.models.dates import long_date
from desktop.services.workforce.hours import HoursLine
from desktop.ui.theme import state_of
from desktop.ui.widgets.table import Cell, Column, Row

LOG_COLUMNS = (Column("Log", wrap=True, least=176), Column("How far it is", wrap=True, least=204))
DAY_COLUMNS = (Column("Day", wrap=True, least=176), Column("How long", wrap=True, least=204))
COURSE = "course "  # a day of a course has no id of its own here


def log_rows(lines: Iterable[HoursLine]) -> list[Row]:
    """A row for each log."""
    return [
        Row(
            line.course_id,
            (
                Cell(line.course, bold=True),
                Cell(line.words, _said(line), state=state_of(line.mark), bold=line.enough, under=_more(line)),
            ),
        )
        for line in lines
    ]


def day_rows(line: HoursLine) -> list[Row]:
    """A row for each day of a log, newest first. The courses of a year of learning are among them."""
    return [
        Row(
            entry.id or f"{COURSE}{at}",
            (Cell(entry.day_words, sort_key=entry.day), Cell(entry.length, under=entry.what)),
        )
        for at, entry in enumerate(line.entries)
    ]


def _said(line: HoursLine) -> str:
    return ", ".join(filter(None, (line.words, "enough" if line.enough else "not enough yet", _more(line))))


def _more(line: HoursLine) -> str:
    until = f"Enough until {long_date(line.until)}, if no more is added" if line.until else ""
    return " · ".join(filter(None, (line.proof, until)))
