# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The second reader's list in words: in the window and on paper."""

from collections.abc import Iterable

from desktop.models.prints import ListPrint
from desktop.models.records import Answer, SecondReading
from desktop.services.rounds.second_reading import ReadingLine, ReadingState
from desktop.ui.widgets.table import Cell, Column, Row

COLUMNS = (Column("Indicator", wrap=True, least=170, share=3), Column("Second reading", width=160))
SHOWN = (
    ("all", "All that apply"),
    ("open", "To be read"),
    ("critical", "Critical, to be read"),
    ("differ", "They differ"),
)
_MARKS = {
    ReadingState.NOT_JUDGED: "not_needed",
    ReadingState.TO_READ: "later",
    ReadingState.STATED: "done",
    ReadingState.AGREES: "done",
    ReadingState.DIFFERS: "due",
    ReadingState.SETTLED: "done",
}
_PAPER = (("Indicator", 4.0), ("Second reading", 2.0), ("Comment", 3.0))


def is_shown(line: ReadingLine, which: str) -> bool:
    """Whether a line is among those chosen, by a code of ``SHOWN``."""
    if which == "differ":
        return line.state is ReadingState.DIFFERS
    to_read = line.state is ReadingState.TO_READ and (which != "critical" or line.indicator.critical)
    return which == "all" or to_read


def reading_rows(lines: Iterable[ReadingLine]) -> list[Row]:
    """A row for each indicator."""
    return [
        Row(
            line.indicator.id,
            (
                Cell(
                    line.indicator.number,
                    under=line.indicator.short_name + (", critical" if line.indicator.critical else ""),
                    bold=line.indicator.critical,
                    sort_key=at,
                ),
                Cell(
                    line.state.value,
                    line.state.value,
                    state=_MARKS[line.state],
                    sort_key=list(_MARKS).index(line.state),
                ),
            ),
        )
        for at, line in enumerate(lines)
    ]


def told(lines: Iterable[ReadingLine]) -> str:
    """How far it is, in a sentence."""
    known = tuple(lines)
    read = sum(line.reading is not None or line.state is ReadingState.STATED for line in known)
    differ = sum(line.state is ReadingState.DIFFERS for line in known)
    open_critical = sum(is_shown(line, "critical") for line in known)
    parts = [f"{read} of {len(known)} read by a second person."]
    if differ:
        parts.append(f"{differ} {'differs' if differ == 1 else 'differ'}.")
    if open_critical:
        parts.append(f"{open_critical} critical to be read.")
    return " ".join(parts)


def printed(lines: Iterable[ReadingLine]) -> ListPrint:
    """The list on paper. The second reader's comments are on it; the judgements are not."""
    known = tuple(lines)
    rows = tuple(
        (
            f"{line.indicator.number} {line.indicator.short_name}",
            line.state.value,
            line.reading.comment if line.reading else "",
        )
        for line in known
    )
    return ListPrint("Second reader", told(known), _PAPER, rows)


def judged(said: Answer | SecondReading) -> str:
    """'3, In place' or 'Not applicable'."""
    if said.not_applicable or said.judgement is None:
        return "Not applicable"
    return f"{said.judgement:d}, {said.judgement.words}"
