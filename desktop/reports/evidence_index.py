# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The evidence index: what the answers rest on, what is supplied, and the hash of every supplied file."""

from desktop.models.pack import FilePart, PackSnapshot
from desktop.reports.blocks import Block, Stack
from desktop.reports.digits import digit_rows
from desktop.reports.marks import FILES, HELD_WORDS, LAPSED
from desktop.reports.pictures import Badge
from desktop.reports.styles import CELL_BOLD, HASH, NUMBER, SMALL, SMALL_QUIET, body, heading, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Style, Text
from desktop.reports.wording import groups, own_number, sentence, short_day, size_words

ANCHOR = "evidence"


def evidence_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The index, then the whole hashes."""
    title = page_title("Evidence index", ANCHOR)
    if not snapshot.files:
        return [title, body("No evidence is recorded in this workbook, so every answer rests on our word alone.")]
    introduction = (
        "What the answers rest on. A file with figures on the right is in a ZIP that came with this pack; the figures "
        "begin its SHA-256. The whole values follow the table, and the signature covers them."
    )
    columns = (
        Column("No.", 11),
        Column("What it is, and the file", 77),
        Column("Supports", 36),
        Column("SHA-256 begins", 46),
    )
    rows = [_row(part) for part in snapshot.files]
    return [title, quiet(introduction, after=10), Table(columns, rows, padding=4.5), *_hashes(snapshot)]


def _row(part: FilePart) -> Row:
    about: list[Block] = [Text(part.title, CELL_BOLD)]
    if part.file_name:
        about.append(Text(part.file_name, SMALL_QUIET))
    if dates := _dates(part):
        about.append(Text(dates, SMALL_QUIET))
    if part.lapsed:
        about.append(Badge(LAPSED.named("Past review"), 8, boxed=False, before=2))
    supports = ", ".join(own_number(number) for number in part.supports) or "Nothing yet"
    return Row((Text(f"{part.number:02}", NUMBER), Stack(about), Text(supports, SMALL), _supplied(part)))


def _dates(part: FilePart) -> str:
    dates = (
        f"dated {short_day(part.dated)}" if part.dated else "",
        f"review by {short_day(part.review_by)}" if part.review_by else "",
    )
    return sentence(", ".join(filter(None, dates)))


def _supplied(part: FilePart) -> Stack:
    if part.supplied_as:
        name = f"{part.supplied_as}, {size_words(part.size)}"
        return Stack([Text("  ".join(groups(part.sha256, 4)), HASH), Text(name, SMALL_QUIET)])
    state = FILES.get(part.state)
    head = Badge(state, 8.5, boxed=False) if state else Text(HELD_WORDS, Style(8.5, 11, "semibold"))
    blocks: list[Block] = [head]
    if part.reason:
        blocks.append(Text(sentence(part.reason), SMALL_QUIET, before=1))
    return Stack(blocks)


def _hashes(snapshot: PackSnapshot) -> list[Block]:
    supplied = [part for part in snapshot.files if part.supplied_as]
    if not supplied:
        return []
    columns = (Column("No.", 11), Column("SHA-256 of the file, whole", 159))
    rows = [Row((Text(f"{part.number:02}", NUMBER), digit_rows(part.sha256, 16, 8.5))) for part in supplied]
    return [heading("Whole values"), Table(columns, rows, padding=2.5)]
