# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Critical indicators of all standards in one table, worst first."""

from desktop.models.pack import IndicatorPart, PackSnapshot
from desktop.models.results import RowState
from desktop.reports.blocks import Block, Stack
from desktop.reports.indicator import bar_of, evidence_cell, judgement_cell
from desktop.reports.marks import GAP
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL_BOLD, NUMBER, SMALL_QUIET, body, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text
from desktop.reports.wording import clipped, own_number

ANCHOR = "critical"
_INTRODUCTION = (
    "A critical indicator guards safety. Under 2, it makes a safety gap of its whole standard. The worst stand first. "
    "The judgement is what we say and what the evidence supports, where they differ."
)


def critical_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The table of every critical indicator."""
    rows = [row for part in snapshot.standards for row in part.indicators if row.critical]
    title = page_title("Critical indicators", ANCHOR)
    if not rows:
        return [title, body("This version of the standards names no critical indicator.")]
    rows.sort(key=_rank)
    columns = (Column("SA", 11), Column("Critical indicator", 80), Column("Judgement", 28), Column("Evidence", 51))
    return [title, quiet(_INTRODUCTION, after=10), Table(columns, [_row(row) for row in rows], padding=3.5)]


def _rank(row: IndicatorPart) -> int:
    """Worst first; then what is not answered, what stands well, and what does not apply."""
    if row.state is RowState.NOT_APPLICABLE:
        return 9
    standing = int(row.supported) if row.supported is not None else -1
    return {0: 0, 1: 1, -1: 2}.get(standing, standing + 1)


def _row(row: IndicatorPart) -> Row:
    says: list[Block] = [Text(row.text, CELL_BOLD)]
    if bar_of(row):
        says.append(Badge(GAP, 8.5, boxed=False, before=3))
    if row.why:
        says.append(Text(clipped(row.why, 300), SMALL_QUIET, before=3))
    return Row(
        (Text(own_number(row.number), NUMBER), Stack(says), judgement_cell(row), evidence_cell(row)), bar_of(row)
    )
