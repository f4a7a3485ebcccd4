# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The seven standards at a glance: one page that says the whole."""

from collections.abc import Sequence
from functools import partial

from desktop.models.pack import ActionPart, IndicatorPart, PackSnapshot, StandardPart
from desktop.models.results import Result
from desktop.reports.blocks import Block, Box, LateText, Side, Stack
from desktop.reports.marks import GAP, state_of
from desktop.reports.pen import PageOf
from desktop.reports.pictures import Badge, range_bar, range_words
from desktop.reports.styles import LEAD, SMALL_QUIET, body, heading, page_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Span, Style, Text, Words, bold
from desktop.reports.wording import day, listed, number_word, own_number, sentence, whole_sentences

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
        return [_gap_box(gaps[0], snapshot.actions, 420)]
    boxes = [_gap_box(row, snapshot.actions, 180) for row in gaps]
    return [Side(boxes[at : at + 2], places=2, after=10) for at in range(0, len(boxes), 2)]


def _gap_box(row: IndicatorPart, actions: Sequence[ActionPart], room: int) -> Box:
    """What is wrong and what is planned, each in whole sentences of at most ``room`` characters. Nothing is cut."""
    title = Badge(
        GAP.named(f"Safety gap: {own_number(row.number)} {row.short_name}"), 10, boxed=False, tag="H3", after=4
    )
    says = LateText(lambda page_of: _says(row, room, page_of), _IN_BOX, after=4)
    return Box(Stack([title, says, *_plans(row, actions, room)]), "gap_tint", "gap", padding=9)


def _says(row: IndicatorPart, room: int, page_of: PageOf) -> Words:
    """How it stands, what the charity says as far as whole sentences fit, and where the rest is."""
    stands = bold(f"Supported judgement {int(row.supported or 0)} of 4. ")
    words = whole_sentences(row.narrative, room)
    if words == sentence(" ".join(row.narrative.split())):
        return stands, words
    page = page_of(f"indicator-{row.id}")
    return stands, f"{words} More is on page {page}." if words else f"What we say of it is on page {page}."


def _plans(row: IndicatorPart, actions: Sequence[ActionPart], room: int) -> list[Block]:
    mine = [action for action in actions if action.indicator_number == row.number and not action.done]
    if not mine:
        return [Text((bold("No plan yet."),), _IN_BOX)]
    blocks: list[Block] = [LateText(partial(_plan, action, room), _IN_BOX) for action in mine[:_PLANS]]
    if (more := len(mine) - _PLANS) > 0:
        blocks.append(Text(f"And {more} more in the plan.", _IN_BOX))
    return blocks


def _plan(action: ActionPart, room: int, page_of: PageOf) -> Words:
    """What, by whom and by when; where the words are too many for a box, by whom, by when, and the page."""
    when = f"due {day(action.due)}" if action.due else "no date yet"
    owner = " ".join(action.owner.split())
    parts = [part for part in (owner if len(owner) <= room else "", when, "late" if action.late else "") if part]
    by_whom = sentence(", ".join(parts))
    what = sentence(" ".join(action.what.split()))
    if len(what) <= room:
        return bold("Plan: "), f"{what} {by_whom}"
    return bold("Plan: "), f"{by_whom} What is planned is on page {page_of('plan')}."
