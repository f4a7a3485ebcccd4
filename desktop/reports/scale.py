# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How we judge: the two scales, what evidence carries, and the gates, for a reader who has never seen them."""

from desktop.models.records import Judgement, Strength
from desktop.reports.blocks import Block
from desktop.reports.marks import GAP, MET, NOT_YET, PARTLY
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL, CELL_BOLD, body, heading, page_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text

TITLE, ANCHOR = "How we judge", "scale"
_INTRODUCTION = (
    "SA numbers are our own: each is a statement about the service, under one of the seven standards. They are not "
    "Home Office guideline numbers. For each we give two things, kept apart: a judgement, and how strong the evidence "
    "for it is. A critical indicator is one where a low judgement is a risk to someone's safety."
)
_CARRIES = (
    ("No evidence, or someone's word alone", "The judgement counts as 1 at most."),
    (
        "A document alone, or evidence past its review date",
        "It counts as 2 at most for a critical indicator, as 3 at most for the others.",
    ),
    ("Shown in use, or checked from outside", "The judgement counts in full."),
    ("A file that is missing, damaged or could not be used", "It counts as no evidence."),
)
_GATES = (
    (GAP, "A critical indicator counts as 0 or 1. This overrides everything else."),
    (
        MET,
        "Every critical indicator counts as 3 or more, none as 0, four in five or more as 3 or more; all are answered.",
    ),
    (PARTLY, "Every critical indicator counts as 2 or more, and at least half of all indicators do."),
    (NOT_YET, "None of these."),
)


def scale_blocks() -> list[Block]:
    """The page; the same in every pack."""
    return [
        page_title(TITLE, ANCHOR),
        body(_INTRODUCTION, after=10),
        heading("The two scales"),
        _scales(),
        heading("What evidence carries"),
        _pairs(("The best evidence we hold", "What the judgement then counts as"), _CARRIES),
        heading("The result of a standard"),
        Table(
            (Column("Result", 34), Column("When", 136)),
            [Row((Badge(state, 8.5, boxed=False), Text(when, CELL))) for state, when in _GATES],
            padding=4.5,
        ),
        body(
            "An indicator that no service of ours is about does not count. One that we say does not apply counts as "
            "not answered until a second person has confirmed the reason."
        ),
    ]


def _scales() -> Table:
    columns = (
        Column("0 to 4", 16),
        Column("Judgement: how well it is in place", 72),
        Column("Evidence: how strong", 82),
    )
    rows = [
        Row((Text(str(int(step)), CELL_BOLD), Text(step.words, CELL), Text(Strength(int(step)).words, CELL)))
        for step in Judgement
    ]
    return Table(columns, rows, padding=4, after=8)


def _pairs(heads: tuple[str, str], pairs: tuple[tuple[str, str], ...]) -> Table:
    rows = [Row((Text(first, CELL_BOLD), Text(second, CELL))) for first, second in pairs]
    return Table((Column(heads[0], 72), Column(heads[1], 98)), rows, padding=4, after=8)
