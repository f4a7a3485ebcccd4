# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The trustees' page: a self-assessment on one page, and lines for a pen where it is not signed off yet."""

from collections.abc import Sequence

from desktop.models.prints import TrusteesPrint, TrusteesStandard
from desktop.reports.blocks import Block, Side
from desktop.reports.flow import Flow
from desktop.reports.marks import state_of
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.pen_and_paper import Whole, WritingLines
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL, CELL_BOLD, SMALL, minor_heading, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text, bold
from desktop.reports.wording import day

_COLUMNS = (Column("Standard", 62), Column("Result", 38), Column("Last time", 34), Column("In place", 30))
_MOST_CHANGED, _MOST_UNMET = 5, 7  # lines; the rest is counted, so that all is one page


def draw_trustees_page(page: TrusteesPrint, step: Step = no_step) -> bytes:
    """The page as a tagged PDF. Pure."""
    pen = Pen()
    Flow(pen).place(_blocks(page), pen.document.add("Sect"))
    pdf = finished(pen, page.head, "Self-assessment for the trustees")
    step(1, 1, "Drawn")
    return pdf


def _blocks(page: TrusteesPrint) -> list[Block]:
    about = f"Assessment of {day(page.assessed)}, version {page.version} of our indicators. {page.stands}"
    table = Table(_COLUMNS, [_row(one) for one in page.standards], padding=3, after=2)
    return [
        page_title("Self-assessment for the trustees", "trustees"),
        quiet(about, after=8),
        table,
        *_list("What changed since the assessment before", page.changed, _MOST_CHANGED),
        *_list("What is not met, and what would change it", page.not_met, _MOST_UNMET),
        *_list("Plan and readers", (page.plan, page.readers), 2),
        Whole([minor_heading("Sign-off"), *_signing(page)], before=12),
    ]


def _row(one: TrusteesStandard) -> Row:
    low, high = one.result.in_place
    share = f"{low}" if low == high else f"{low} to {high}"
    in_place = f"{share} of {one.result.applicable}" if one.result.applicable else "None applies"
    cells = (
        Text(f"{one.number}. {one.name}", CELL_BOLD),
        Badge(state_of(one.result)),
        Text(one.before or "Not assessed", CELL),
        Text(in_place, CELL),
    )
    return Row(cells)


def _list(title: str, lines: Sequence[str], most: int) -> list[Block]:
    shown = [line for line in lines if line]
    more = [f"and {len(shown) - most} more"] if len(shown) > most else []
    entries = [Text(f"•  {line}", SMALL, after=1.5) for line in (*shown[:most], *more)]
    return [minor_heading(title), *entries] if entries else []


def _signing(page: TrusteesPrint) -> list[Block]:
    if page.signed:
        return [Text((bold(page.signed),), CELL)]
    words = "We have read this self-assessment, what it does not meet, and the plan. We sign it off for the charity."
    return [
        Text(words, CELL, after=6),
        Side((WritingLines("Name", 1), WritingLines("Role", 1)), shares=(0.5, 0.5), after=4),
        Side(
            (WritingLines("Signature", 1), WritingLines("Date", 1), WritingLines("Minute", 1)),
            shares=(0.5, 0.25, 0.25),
        ),
    ]
