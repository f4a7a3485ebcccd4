# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The lists of the place as they go out: on paper, and as a spreadsheet with true days and amounts."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from desktop.models.prints import ListCell, ListPrint
from desktop.services.action_plan import ActionLine, cost_of, late_words
from desktop.services.due import DueLine

_ACTIONS = (
    ("What is to be done", 3.4),
    ("For", 0.7),
    ("Who", 1.5),
    ("Due", 1.5),
    ("Cost", 1.1),
    ("Status", 1.0),
    ("Late", 1.2),
)
_CLOSED = (("Closed", 1.5), ("Closed by", 1.4), ("What shows it", 2.0))
_DUE = (("What", 3.2), ("For", 0.8), ("What to do", 1.6), ("Who", 1.8), ("Day", 1.1), ("How it stands", 1.2))


def cost_words(lines: Sequence[ActionLine]) -> str:
    """'Cost: £4,200 for the 6 of 9 actions with a cost.', or ''."""
    words = cost_of(lines).words
    return f"Cost: {words}." if words else ""


def actions_printed(title: str, lines: Sequence[ActionLine], today: date) -> ListPrint:
    """The action plan, or a part of it. How it was closed is told where something is closed."""
    with_closing = any(not line.is_open for line in lines)
    columns = (*_ACTIONS, *_CLOSED) if with_closing else _ACTIONS
    rows = tuple((*_action(line), *(_closing(line) if with_closing else ())) for line in lines)
    return ListPrint(title, cost_words(lines), columns, rows, as_at=today)


def due_printed(words: str, lines: Iterable[DueLine], today: date) -> ListPrint:
    """What falls due, in the order given; ``words`` say how much."""
    rows = tuple(
        (line.words, line.number, line.kind.to_do, ", ".join(line.who), line.due, line.stands) for line in lines
    )
    return ListPrint("Everything due", f"{words}.", _DUE, rows, as_at=today)


def _action(line: ActionLine) -> tuple[ListCell, ...]:
    action = line.action
    cost: ListCell = "" if action.cost is None else Decimal(action.cost) / 100
    return (
        action.what,
        line.number,
        action.owner,
        action.due or "",
        cost,
        line.status,
        late_words(line.days_late) if line.days_late else "",
    )


def _closing(line: ActionLine) -> tuple[ListCell, ...]:
    closing = line.action.closing
    return (closing.on or "", closing.by, ". ".join(filter(None, (closing.shown_by, line.evidence))))
