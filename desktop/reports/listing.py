# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Any screen's list on paper: a title, and one table whose headings repeat on every page."""

from datetime import date
from decimal import Decimal

from desktop.models.money import pounds
from desktop.models.prints import ListCell, ListPrint, PrintHead
from desktop.reports.blocks import Block
from desktop.reports.flow import Flow
from desktop.reports.page import ON_ITS_SIDE, UPRIGHT, Sheet
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.styles import CELL, CELL_BOLD, CELL_RIGHT, body, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text
from desktop.reports.wording import day, short_day

_MOST_UPRIGHT = 5  # columns; more of them need the paper on its side
_ROWS_A_STEP = 20
_LEAST_SHARE = 0.1  # of the widest column, so that each has room for a word


def draw_list(head: PrintHead, listing: ListPrint, step: Step = no_step) -> bytes:
    """The list as a tagged PDF. Pure."""
    pen = Pen(ON_ITS_SIDE if len(listing.columns) > _MOST_UPRIGHT else UPRIGHT)
    flow = Flow(pen, on_page=lambda page: step(1, 3, f"Page {page}"))
    flow.place(_blocks(listing, pen.sheet, step), pen.document.add("Sect"))
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


def full_rows(listing: ListPrint) -> list[tuple[ListCell, ...]]:
    """The rows, each with something for every column."""
    wide = len(listing.columns)
    return [(*row, *[""] * wide)[:wide] for row in listing.rows]


def _blocks(listing: ListPrint, sheet: Sheet, step: Step) -> list[Block]:
    blocks: list[Block] = [page_title(listing.title, "list")]
    if words := under_title(listing):
        blocks.append(quiet(words, after=10))
    if not listing.rows or not listing.columns:
        return [*blocks, body("Nothing is in this list.")]
    most = max(share for _, share in listing.columns)
    amounts = {at for row in listing.rows for at, content in enumerate(row) if isinstance(content, Decimal)}
    columns = [
        Column(name, max(share, most * _LEAST_SHARE, 0.01), right=at in amounts)
        for at, (name, share) in enumerate(listing.columns)
    ]
    rows: list[Row] = []
    for at, row in enumerate(full_rows(listing)):
        if at % _ROWS_A_STEP == 0:
            step(0, 3, "Laying out the list")
        rows.append(Row([_cell(content, first=not column) for column, content in enumerate(row)]))
        Table(columns, rows[-1:]).wrap(sheet.room)  # breaks its lines now, so that no step is long
    return [*blocks, Table(columns, rows, padding=4.5)]


def _cell(content: ListCell, *, first: bool) -> Text:
    if isinstance(content, Decimal):
        return Text(pounds(int(content * 100)), CELL_RIGHT)
    if isinstance(content, date):
        return Text(short_day(content), CELL)
    return Text(content, CELL_BOLD if first else CELL)
