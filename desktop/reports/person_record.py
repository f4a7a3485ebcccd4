# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Everything that is held about one person, in plain groups: for an appraisal, or when they ask for their data."""

from desktop.models.prints import RecordGroup, RecordPrint
from desktop.reports.blocks import Block
from desktop.reports.flow import Flow
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.styles import CELL, CELL_BOLD, body, heading, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text


def draw_record(record: RecordPrint, step: Step = no_step) -> bytes:
    """The record as a tagged PDF. Pure."""
    pen = Pen()
    section = pen.document.add("Sect")
    flow = Flow(pen, on_page=lambda page: step(0, 1, f"Page {page}"))
    flow.place([page_title(record.name, "record"), quiet(record.words, after=6)], section)
    for group in record.groups:
        step(0, 1, group.title)
        flow.place(_blocks(group), section)
    pdf = finished(pen, record.head, f"Record of {record.name}")
    step(1, 1, "Drawn")
    return pdf


def _blocks(group: RecordGroup) -> list[Block]:
    if not group.rows:
        return [heading(group.title), body(group.empty)]
    columns = [Column(name, share) for name, share in group.columns]
    rows = [Row([Text(words, CELL if column else CELL_BOLD) for column, words in enumerate(row)]) for row in group.rows]
    return [heading(group.title), Table(columns, rows, padding=3.5, after=8)]
