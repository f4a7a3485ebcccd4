# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the pages say of one indicator: the cells that several tables share."""

from desktop.models.pack import EvidenceRef, IndicatorPart
from desktop.models.records import FileState
from desktop.models.results import RowState
from desktop.reports.blocks import Block, Stack
from desktop.reports.marks import FILES, HELD_WORDS, LAPSED, NOT_APPLICABLE, OPEN
from desktop.reports.pictures import Badge, judgement_discs
from desktop.reports.styles import CELL_BOLD, NARRATIVE, SMALL, SMALL_BOLD, SMALL_QUIET
from desktop.reports.text import Span, Style, Text, bold
from desktop.reports.wording import sentence


def bar_of(part: IndicatorPart) -> str:
    """The colour of the bar beside a critical indicator under 2, '' for others."""
    return "gap" if part.critical and part.supported is not None and part.supported < 2 else ""


def says_cell(part: IndicatorPart) -> Stack:
    """The indicator, then what the charity says of it."""
    title: list[str | Span] = [part.text]
    if part.critical:
        title.append(Span(" Critical.", "bold"))
    blocks: list[Block] = [Text(title, CELL_BOLD, after=3)]
    if part.state is RowState.NOT_APPLICABLE:
        blocks.append(Text((bold("Why it does not apply: "), sentence(part.narrative)), NARRATIVE, after=3))
        who = part.confirmed_by or "the type of service alone"
        blocks.append(Text((bold("Confirmed by: "), sentence(who)), NARRATIVE, after=3))
    elif part.narrative.strip():
        blocks += [Text(piece, NARRATIVE, after=3) for piece in part.narrative.split("\n") if piece.strip()]
    if part.confirmed_by and part.state is not RowState.NOT_APPLICABLE:
        blocks.append(Text((bold("Confirmed by: "), sentence(part.confirmed_by)), NARRATIVE, after=3))
    if part.by_service:
        blocks.append(Text((bold("By service: "), sentence(part.by_service)), NARRATIVE, after=3))
    if part.figure:
        blocks.append(Text((bold("From our records: "), sentence(part.figure)), NARRATIVE, after=3))
    if part.why:
        blocks.append(Text((Span("Why it counts as it does: ", "bold"), sentence(part.why)), Style(9, 12.2), after=3))
    if part.two_readers:
        blocks.append(Text("The charity states that two people judged this.", Style(8.5, 11, "italic", "soft")))
    return Stack(blocks)


def judgement_cell(part: IndicatorPart) -> Stack:
    """Discs and words: what was said, and what it counts as."""
    if part.state is RowState.NOT_APPLICABLE:
        return Stack([Badge(NOT_APPLICABLE, 8.5, boxed=False)])
    if part.said is None:
        return Stack([judgement_discs(None, None), Badge(OPEN, 8.5, boxed=False, before=3)])
    blocks: list[Block] = [judgement_discs(part.said, part.supported)]
    blocks.append(Text(f"{int(part.said)} {part.said.words}", SMALL, before=3))
    if part.supported is not None and part.supported != part.said:
        counts = f"Counts as {int(part.supported)}, {part.supported.words.lower()}"
        blocks.append(Text(counts, Style(8.5, 11, "semibold", "partly"), before=2))
    if part.state is RowState.OPEN:
        blocks.append(Text("Does not count yet", Style(8.5, 11, "semibold", "soft"), before=2))
    return Stack(blocks)


def evidence_cell(part: IndicatorPart) -> Stack:
    """How strong the evidence is, and its numbers in the index."""
    if part.state is RowState.NOT_APPLICABLE:
        return Stack([Text("None needed", SMALL_QUIET)])
    blocks: list[Block] = [Text(part.strength.words, SMALL_BOLD)]
    for reference in sorted(part.evidence, key=lambda one: one.number):
        blocks.append(Text(f"{reference.number:02} {reference.title}", SMALL_QUIET, before=1))
        blocks += _reference_states(reference)
    return Stack(blocks)


def _reference_states(reference: EvidenceRef) -> list[Block]:
    """What is to be known of the file: where it is, then whether it is past review."""
    blocks: list[Block] = []
    if state := FILES.get(reference.state):
        blocks.append(Badge(state, 8, boxed=False))
    elif reference.state is FileState.HELD:
        blocks.append(Text(HELD_WORDS, Style(8, 10, "italic", "soft")))
    if reference.lapsed:
        blocks.append(Badge(LAPSED.named("Past review"), 8, boxed=False))
    return blocks
