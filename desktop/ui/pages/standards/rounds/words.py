# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rounds in words: what stands before a sign-off, what starting from the last one does, and the list of all."""

from collections.abc import Iterable, Sequence

from desktop.models.carry_over import Carry, WordRun
from desktop.models.catalogue import Indicator
from desktop.models.dates import long_date
from desktop.models.prints import ListPrint
from desktop.models.rounds import RoundState
from desktop.models.wording import joined
from desktop.services.rounds.round_line import RoundLine
from desktop.services.rounds.signing_off import Readiness
from desktop.services.rounds.starting import CarryPreview
from desktop.ui.widgets.table import Cell, Column, Row

STATES = {
    RoundState.OPEN: "later",
    RoundState.IN_REVIEW: "due",
    RoundState.SIGNED_OFF: "done",
    RoundState.LAPSED: "lapsed",
}
COLUMNS = (
    Column("Assessment", width=190),
    Column("How it stands", wrap=True, least=240, share=3),
    Column("Standards", width=140),
    Column("Assessed by", wrap=True, least=120, share=1),
)
_PAPER = (("Assessment", 2.0), ("How it stands", 4.0), ("Version", 1.2), ("Assessed by", 2.0))
_MOST = 6
_CARRIED = {
    Carry.REWORDED: "asked in other words",
    Carry.SPLIT: "one of several that took the place of one",
    Carry.JOINED: "took the place of several",
    Carry.NEW: "new",
}


def ready_lines(ready: Readiness) -> list[tuple[str, str]]:
    """What to know before a sign-off: a state and a sentence each."""
    lines = [("done" if not ready.open_rows else "due", _open_words(ready))]
    if ready.to_confirm:
        lines.append(("due", f"Carried over and not confirmed: {_numbers(ready.to_confirm)}."))
    if ready.unseen:
        came = f"{_count(ready.unseen, 'answer')} came from the assessment before"
        lines.append(("due", f"{came}, and nobody looked at them in this one."))
    if ready.differences:
        differ = _numbers([one.indicator for one in ready.differences])
        lines.append(("missing", f"Two people differ on {differ}. Settle it first."))
    else:
        lines.append(("done", "No difference between two readers is left open."))
    if ready.by_one:
        lines.append(("due", f"Critical, and judged by one person alone: {_numbers(ready.by_one)}."))
    else:
        lines.append(("done", "Every critical indicator that is judged was read by two people."))
    return lines


def carry_words(preview: CarryPreview) -> list[str]:
    """What starting from the last round does, in sentences."""
    said = [f"{_count(preview.carried, 'answer')} of the last assessment, with evidence and words, come along."]
    if preview.version != preview.follows:
        said.append(
            f"The standards are asked as in version {preview.version} now; the last one answered {preview.follows}."
        )
    if preview.to_confirm:
        said.append(
            f"{_count(preview.to_confirm, 'answer')} must be confirmed before it counts, because the question changed."
        )
    if preview.withdrawn:
        gone = joined([f"SA {one.id}" for one in preview.withdrawn[:_MOST]])
        said.append(f"No longer asked: {gone}. What was said of it stays in the last assessment.")
    if preview.actions:
        said.append(f"{_count(preview.actions, 'open action')} come along either way.")
    if preview.left_behind:
        stay = f"{_count(preview.left_behind, 'open action')} of what is no longer asked stay behind"
        said.append(f"{stay}: close or move them first.")
    if not preview.signed_off:
        said.append("The last one is not signed off. Once the next one begins, it cannot be any more.")
    return said


def changed_lines(preview: CarryPreview) -> list[tuple[str, str, tuple[str, ...]]]:
    """Number and name, how it changed, and what it was and is, of every indicator that is not asked as before."""
    changed = [
        (f"{line.number} {line.short_name}", _CARRIED[line.carry], _was_and_is(line.text))
        for line in preview.lines
        if line.carry is not Carry.SAME
    ]
    return changed + [(f"SA {one.id}", "no longer asked", (one.why,) if one.why else ()) for one in preview.withdrawn]


def _was_and_is(runs: Sequence[WordRun]) -> tuple[str, ...]:
    was = "".join(run.words for run in runs if not run.come).strip()
    now = "".join(run.words for run in runs if not run.gone).strip()
    return (f"It was: {was}", f"Now: {now}") if was else (now,)


def round_rows(lines: Iterable[RoundLine]) -> list[Row]:
    """A row for each round, newest first."""
    return [
        Row(
            line.assessment.id,
            (
                Cell(long_date(line.assessment.dated), bold=line.newest, sort_key=line.assessment.dated),
                Cell(line.words, f"{line.words} {_reopened(line)}".strip(), STATES[line.state], under=_reopened(line)),
                Cell(f"Version {line.assessment.catalogue_version}"),
                Cell(line.assessment.assessor),
            ),
        )
        for line in lines
    ]


def printed(lines: Sequence[RoundLine]) -> ListPrint:
    """The list of rounds on paper."""
    rows = tuple(
        (
            long_date(line.assessment.dated),
            f"{line.words} {_reopened(line)}".strip(),
            line.assessment.catalogue_version,
            line.assessment.assessor,
        )
        for line in lines
    )
    return ListPrint("Rounds of assessment", f"{_count(len(lines), 'assessment')}.", _PAPER, rows)


def _reopened(line: RoundLine) -> str:
    return " ".join(
        f"Reopened on {long_date(one.reopened_on)}: {one.reopened_why}" for one in line.reopened if one.reopened_on
    )


def _open_words(ready: Readiness) -> str:
    if not ready.open_rows:
        return "Every indicator that applies has an answer that counts."
    return f"{_count(len(ready.open_rows), 'indicator')} without an answer that counts: {_numbers(ready.open_rows)}."


def _numbers(indicators: Sequence[Indicator]) -> str:
    shown = [one.number for one in indicators[:_MOST]]
    more = len(indicators) - len(shown)
    return joined([*shown, f"{more} more"]) if more else joined(shown)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
