# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The action plan: what is being put right, late first."""

from datetime import date

from desktop.models.money import cost_sum, pounds
from desktop.models.pack import ActionPart, PackSnapshot
from desktop.reports.blocks import Block
from desktop.reports.marks import state_of_action
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL, CELL_RIGHT, NUMBER, body, page_title, quiet
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
    words = f"What we are putting right, as it stood on {day(snapshot.as_at)}. {open_ones} open, {late} of them late."
    cost = cost_sum(action.cost for action in snapshot.actions)
    if cost.known:
        words += f" Cost: {cost.words}."
    if any(action.owner.startswith("Colleague ") for action in snapshot.actions):
        words += " Colleague 1 and so on stand for named staff."
    columns = [Column("SA", 14), Column("What", 74), Column("Owner", 30), Column("Due", 26), Column("State", 27)]
    if cost.known:
        columns.insert(4, Column("Cost", 20, right=True))
    rows = [_row(action, with_cost=bool(cost.known)) for action in sorted(snapshot.actions, key=_rank)]
    return [title, quiet(words, after=10), Table(columns, rows, padding=5)]


def _rank(action: ActionPart) -> tuple[bool, bool, date]:
    """Late first, then to do, then done; by date, those without one last."""
    return action.done, not action.late, action.due or date.max


def _row(action: ActionPart, *, with_cost: bool) -> Row:
    due = short_day(action.due) if action.due else "No date"
    cells: list[Block] = [
        Text(own_number(action.indicator_number), NUMBER),
        Text(sentence(action.what), CELL),
        Text(action.owner or "No one yet", CELL),
        Text(due, CELL),
        Badge(state_of_action(action), 8.5, boxed=False),
    ]
    if with_cost:
        cells.insert(4, Text("" if action.cost is None else pounds(action.cost), CELL_RIGHT))
    return Row(cells, "gap" if action.late else "")
