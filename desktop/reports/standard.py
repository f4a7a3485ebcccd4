# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pages of one standard: title, result, what decides it, the working, and every indicator."""

from dataclasses import replace

from desktop.models.pack import IndicatorPart, PackSnapshot, StandardPart
from desktop.models.records import Judgement
from desktop.models.results import WorkingLine
from desktop.reports.blocks import Block, Side, Stack
from desktop.reports.glance import answered_words, in_place_words
from desktop.reports.indicator import bar_of, evidence_cell, judgement_cell, says_cell
from desktop.reports.marks import FAILS, HOLDS, state_of
from desktop.reports.pictures import Badge, judgement_discs, range_words
from desktop.reports.styles import NUMBER, SMALL, SMALL_QUIET, body, heading, standard_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Bookmark, Span, Style, Text, Words, bold
from desktop.reports.wording import listed, own_number, sentence


def anchor(part: StandardPart) -> str:
    """The name of the place where a standard starts."""
    return f"standard-{part.number}"


def entry(part: StandardPart) -> str:
    """How the contents and the outline call a standard."""
    return f"Standard {part.number}: {part.short_name}"


def standard_blocks(part: StandardPart, snapshot: PackSnapshot) -> list[Block]:
    """All of one standard."""
    blocks: list[Block] = [_top_line(part), standard_title(_title(part), anchor(part), entry(part))]
    if snapshot.titles_note:
        blocks.append(Text(f"Title: {snapshot.titles_note}", SMALL_QUIET, after=6))
    blocks.append(body((bold(sentence(part.result.deciding)), " " + _counts(part)), after=4))
    blocks += _working(part)
    blocks.append(heading("Indicators"))
    if part.indicators:
        blocks += [_key(), _indicators(part)]
    else:
        blocks.append(body("This standard has no indicator in this version."))
    return blocks


def _title(part: StandardPart) -> Words:
    """The heading carries its number, so that a list of headings says which standard is which."""
    return Span(f"Standard {part.number}: ", role="soft"), part.title


def _top_line(part: StandardPart) -> Side:
    name = Text(part.short_name, Style(10.5, 19, "semibold", "soft"))
    badge = Badge(state_of(part.result), 10, right=True)
    return Side((name, badge), gutter=0, shares=(0.5, 0.5), after=4, keep_with_next=True)


def _counts(part: StandardPart) -> str:
    result = part.result
    words = f"{answered_words(part)}. In place: {in_place_words(part)}."
    if result.result_range[0] is not result.result_range[1]:
        words += f" {range_words(result)}."
    if result.could_be_safety_gap:
        words += " It could be a Safety gap, because a critical indicator is not answered."
    return words


def _working(part: StandardPart) -> list[Block]:
    lines = part.result.working
    if not lines:
        return []
    numbers = {row.id: own_number(row.number) for row in part.indicators}
    columns = (Column("Rule", 86), Column("Holds?", 27), Column("Count", 37), Column("Falls short", 20))
    rows = [_working_row(line, numbers) for line in lines]
    return [heading("How this was worked out"), Table(columns, rows, padding=3.5, after=4)]


def _working_row(line: WorkingLine, numbers: dict[str, str]) -> Row:
    deciding = listed([numbers.get(key, key) for key in line.indicator_ids]) or "None"
    badge = Badge(HOLDS if line.holds else FAILS, 8.2, boxed=False)
    return Row((Text(sentence(line.rule), SMALL), badge, Text(line.count, SMALL), Text(deciding, SMALL)))


def _key() -> Side:
    """What the discs mean."""
    meaning = "solid: supported by evidence; ring: said, not supported; small dot: not reached; dotted: not answered"
    words = Text(meaning, SMALL_QUIET)
    discs = replace(judgement_discs(Judgement.IN_PLACE, Judgement.PARTLY_IN_PLACE), actual="")
    return Side((Stack([discs], before=0), words), gutter=4, shares=(0.09, 0.91), after=8, keep_with_next=True)


def _indicators(part: StandardPart) -> Table:
    columns = (
        Column("SA", 13),
        Column("Indicator and what we say", 91),
        Column("Judgement", 30),
        Column("Evidence", 36),
    )
    return Table(columns, [_row(row) for row in part.indicators], padding=4.5)


def _row(row: IndicatorPart) -> Row:
    number = own_number(row.number)
    critical = " (critical)" if row.critical else ""
    mark = Bookmark(1, f"{row.number} {row.short_name}{critical}", f"indicator-{row.id}")
    cells = (Text(number, NUMBER, entry=mark), says_cell(row), judgement_cell(row), evidence_cell(row))
    return Row(cells, bar_of(row))
