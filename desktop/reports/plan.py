# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The action plan: what is being put right, late first."""

from datetime import date

from desktop.models.pack import ActionPart, PackSnapshot
from desktop.reports.blocks import Block
from desktop.reports.marks import DONE, LATE, TO_DO
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL, NUMBER, body, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text
from desktop.reports.wording import day, own_number, sentence, short_day

ANCHOR = "plan"


def plan_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The table, or a plain sentence."""
    title = page_title("Action plan", ANCHOR)
    if not snapshot.actions:
        return [title, body("No action is recorded in this assessment.")]
    late = sum(action.late for action in snapshot.actions)
    open_ones = sum(not action.done for action in snapshot.actions)
    words = f"What we are putting right, as it stood on {day(snapshot.as_at)}. {open_ones} to do, {late} of them late."
    if any(action.owner.startswith("Colleague ") for action in snapshot.actions):
        words += " Colleague 1 and so on stand for named staff."
    columns = (Column("SA", 14), Column("What", 82), Column("Owner", 32), Column("Due", 24), Column("State", 18))
    rows = [_row(action) for action in sorted(snapshot.actions, key=_rank)]
    return [title, quiet(words, after=10), Table(columns, rows, padding=5)]


def _rank(action: ActionPart) -> tuple[bool, bool, date]:
    """Late first, then to do, then done; by date, those without one last."""
    return action.done, not action.late, action.due or date.max


def _row(action: ActionPart) -> Row:
    state = LATE if action.late else DONE if action.done else TO_DO
    due = short_day(action.due) if action.due else "No date"
    cells = (
        Text(own_number(action.indicator_number), NUMBER),
        Text(sentence(action.what), CELL),
        Text(action.owner or "No one yet", CELL),
        Text(due, CELL),
        Badge(state, 8.5, boxed=False),
    )
    return Row(cells, "gap" if action.late else "")
