# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The seven standards at a glance: one page that says the whole."""

from collections.abc import Sequence

from desktop.models.pack import ActionPart, IndicatorPart, PackSnapshot, StandardPart
from desktop.models.results import Result
from desktop.reports.blocks import Block, Box, LateText, Side, Stack
from desktop.reports.marks import GAP, state_of
from desktop.reports.pen import PageOf
from desktop.reports.pictures import Badge, range_bar, range_words
from desktop.reports.styles import LEAD, SMALL_QUIET, body, heading, page_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Span, Style, Text, Words, bold
from desktop.reports.wording import clipped, day, listed, number_word, own_number, sentence

ANCHOR = "glance"
_IN_BOX = Style(9.5, 12.6)
_PLANS = 2  # shown in the box of a gap; the plan has them all
_HOW_TO_READ = (
    "Results come from gates, not averages. One critical indicator under 2 makes a safety gap, whatever the rest say. ",
    bold("Met"),
    " needs every critical indicator at 3 or more, none at 0, four in five at 3 or more, and all answered. ",
    "Each judgement is held down to what its evidence supports. “In place” counts indicators supported at 3 or more; ",
    "a range, such as 4 to 5 of 11, says that some are not answered yet. There is no overall score.",
)


def glance_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The page and, where there are many safety gaps, what runs over."""
    return [
        page_title("The seven standards at a glance", ANCHOR),
        LateText(lambda page_of: _summary(snapshot, page_of), LEAD, after=10),
        *([_rows(snapshot.standards)] if snapshot.standards else []),
        heading("How to read this"),
        body(_HOW_TO_READ, after=12),
        *_gap_boxes(snapshot),
    ]


def gap_indicators(standards: Sequence[StandardPart]) -> list[IndicatorPart]:
    """Critical indicators that stand under 2, by number."""
    rows = (row for part in standards for row in part.indicators)
    return [row for row in rows if row.critical and row.supported is not None and row.supported < 2]


def _summary(snapshot: PackSnapshot, page_of: PageOf) -> Words:
    if not snapshot.standards:
        return "No standard has been assessed yet."
    results = [part.result.result for part in snapshot.standards]
    met, partly, gaps = (results.count(kind) for kind in (Result.MET, Result.PARTLY_MET, Result.SAFETY_GAP))
    of_seven = f"of the {number_word(len(results))} standards"
    verb = "is" if met == 1 else "are"
    also = f", and {number_word(partly)} {'is' if partly == 1 else 'are'} partly met" if partly else ""
    words: list[str | Span] = [f"{number_word(met).capitalize()} {of_seven} {verb} met{also}. "]
    if gaps:
        words.append(bold(_gap_sentence(snapshot.standards, gaps)))
        words.append(f" What is planned, with owners and dates, is on page {page_of('plan')}.")
    else:
        words.append("None has a safety gap.")
    answered = sum(part.result.answered for part in snapshot.standards)
    applicable = sum(part.result.applicable for part in snapshot.standards)
    words.append(f" {answered} of the {applicable} indicators that apply have been answered.")
    return words


def _gap_sentence(standards: Sequence[StandardPart], gaps: int) -> str:
    named = []
    for part in standards:
        if part.result.result is Result.SAFETY_GAP:
            about = listed([row.short_name.lower() for row in gap_indicators([part])])
            named.append(f"Standard {part.number} ({about})" if about else f"Standard {part.number}")
    return f"{number_word(gaps).capitalize()} {'has' if gaps == 1 else 'have'} a safety gap: {listed(named)}."


def _rows(standards: Sequence[StandardPart]) -> Table:
    columns = (
        Column("Standard", 64),
        Column("Result", 33),
        Column("Where it stands", 35),
        Column("In place, answered", 33),
    )
    return Table(columns, [_row(part) for part in standards], tinted=False, padding=7, middle=True)


def _row(part: StandardPart) -> Row:
    result = part.result
    name = Side(
        (Text(str(part.number), Style(17, 19, "bold")), Text(part.short_name, Style(10.5, 19, "semibold"))),
        gutter=0,
        shares=(0.13, 0.87),
    )
    counts = Stack([Text(in_place_words(part), Style(10, 13, "semibold")), Text(answered_words(part), SMALL_QUIET)])
    open_range = result.result_range[0] is not result.result_range[1]
    stands: list[Block] = [range_bar(part.number, result)]
    if open_range:
        stands.append(Text(range_words(result).split("; ")[-1], Style(8, 9.6, role="soft"), before=2))
    return Row((name, Badge(state_of(result)), Stack(stands), counts))


def in_place_words(part: StandardPart) -> str:
    """'4 to 5 of 11', or 'Nothing applies'."""
    result = part.result
    if not result.applicable:
        return "Nothing applies"
    low, high = result.in_place
    return f"{low} of {result.applicable}" if low == high else f"{low} to {high} of {result.applicable}"


def answered_words(part: StandardPart) -> str:
    """'10 of 11 answered', or 'All 9 answered'."""
    result = part.result
    if result.answered == result.applicable:
        return f"All {result.applicable} answered" if result.applicable else "None to answer"
    return f"{result.answered} of {result.applicable} answered"


def _gap_boxes(snapshot: PackSnapshot) -> list[Block]:
    gaps = gap_indicators(snapshot.standards)
    if len(gaps) == 1:
        return [_gap_box(gaps[0], snapshot.actions, 320)]
    boxes = [_gap_box(row, snapshot.actions, 140) for row in gaps]
    return [Side(boxes[at : at + 2], places=2, after=10) for at in range(0, len(boxes), 2)]


def _gap_box(row: IndicatorPart, actions: Sequence[ActionPart], room: int) -> Box:
    """What is wrong, in at most ``room`` characters, and what is planned."""
    title = Badge(
        GAP.named(f"Safety gap: {own_number(row.number)} {row.short_name}"), 10, boxed=False, tag="H3", after=4
    )
    stands = f"Supported judgement {int(row.supported or 0)} of 4. "
    words = (bold(stands), clipped(sentence(row.narrative), room))
    return Box(Stack([title, Text(words, _IN_BOX, after=4), *_plans(row, actions)]), "gap_tint", "gap", padding=9)


def _plans(row: IndicatorPart, actions: Sequence[ActionPart]) -> list[Block]:
    mine = [action for action in actions if action.indicator_number == row.number and not action.done]
    if not mine:
        return [Text((bold("No plan yet."),), _IN_BOX)]
    blocks: list[Block] = [Text((bold("Plan: "), plan_words(action)), _IN_BOX) for action in mine[:_PLANS]]
    if (more := len(mine) - _PLANS) > 0:
        blocks.append(Text(f"And {more} more in the plan.", _IN_BOX))
    return blocks


def plan_words(action: ActionPart) -> str:
    """What, by whom and by when, in one sentence or two."""
    when = f"due {day(action.due)}" if action.due else "no date yet"
    parts = [part for part in (clipped(action.owner, 60), when, "late" if action.late else "") if part]
    return f"{sentence(clipped(action.what, 100))} {sentence(', '.join(parts))}"
