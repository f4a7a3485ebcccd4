# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Any screen's list on paper: a title, and one table whose headings repeat on every page."""

from desktop.models.prints import ListPrint, PrintHead
from desktop.reports.blocks import Block
from desktop.reports.flow import Flow
from desktop.reports.page import ON_ITS_SIDE, UPRIGHT
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.styles import CELL, CELL_BOLD, body, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text
from desktop.reports.wording import day

_MOST_UPRIGHT = 5  # columns; more of them need the paper on its side
_LEAST_SHARE = 0.1  # of the widest column, so that each has room for a word


def draw_list(head: PrintHead, listing: ListPrint, step: Step = no_step) -> bytes:
    """The list as a tagged PDF. Pure."""
    step(0, 3, "Laying out the list")
    pen = Pen(ON_ITS_SIDE if len(listing.columns) > _MOST_UPRIGHT else UPRIGHT)
    Flow(pen).place(_blocks(listing), pen.document.add("Sect"))
    step(2, 3, "Page numbers and tags")
    pdf = finished(pen, head, listing.title)
    step(3, 3, "Drawn")
    return pdf


def under_title(listing: ListPrint) -> str:
    """What stands under the title: the screen's own words, how many lines, and the day they hold for."""
    count = len(listing.rows)
    lines = f"{count} {'line' if count == 1 else 'lines'}." if count else ""
    holds = f"As at {day(listing.as_at)}." if listing.as_at else ""
    return " ".join(part for part in (listing.subtitle.strip(), lines, holds) if part)


def full_rows(listing: ListPrint) -> list[tuple[str, ...]]:
    """The rows, each with a text for every column."""
    wide = len(listing.columns)
    return [(*row, *[""] * wide)[:wide] for row in listing.rows]


def _blocks(listing: ListPrint) -> list[Block]:
    blocks: list[Block] = [page_title(listing.title, "list")]
    if words := under_title(listing):
        blocks.append(quiet(words, after=10))
    if not listing.rows or not listing.columns:
        return [*blocks, body("Nothing is in this list.")]
    most = max(share for _, share in listing.columns)
    columns = [Column(name, max(share, most * _LEAST_SHARE, 0.01)) for name, share in listing.columns]
    return [*blocks, Table(columns, [_row(row) for row in full_rows(listing)], padding=4.5)]


def _row(row: tuple[str, ...]) -> Row:
    return Row([Text(words, CELL if at else CELL_BOLD) for at, words in enumerate(row)])
