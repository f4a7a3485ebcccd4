# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The workforce behind the service: figures as n of N, one bar a course, small groups hidden."""

from desktop.models.pack import CountOf, PackSnapshot, WorkforcePart
from desktop.models.workforce.figures import SMALLEST_GROUP, masked, too_few
from desktop.reports.blocks import Block, Box, Side, Stack
from desktop.reports.pictures import share_bar
from desktop.reports.styles import BODY, SMALL_BOLD, SMALL_QUIET, body, heading, page_title, quiet, title_in_the_flow
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Style, Text
from desktop.reports.wording import clipped, day

ANCHOR = "workforce"
TITLE = "The workforce behind the service"


def workforce_blocks(snapshot: PackSnapshot) -> list[Block]:
    """Figures on a page, or a plain sentence where there are none."""
    part = snapshot.workforce
    if part is None or too_few(part.people):
        return [title_in_the_flow(TITLE, ANCHOR), body(_why_no_figures(snapshot))]
    introduction = (
        f"Worked out from our records as they stood on {day(snapshot.as_at)}. Counts are for the whole service. "
        f"No one is named, and no group under {SMALLEST_GROUP} people is shown apart."
    )
    return [page_title(TITLE, ANCHOR), quiet(introduction, after=12), *_headlines(part), *_courses(part)]


def has_figures(snapshot: PackSnapshot) -> bool:
    """Whether there is something for a page of its own."""
    return snapshot.workforce is not None and not too_few(snapshot.workforce.people)


def _why_no_figures(snapshot: PackSnapshot) -> str:
    if snapshot.figures_left_out:
        return "We chose to leave the figures about people out of this pack. Ask us for them."
    if snapshot.workforce is None:
        return "No workforce records are in this workbook, so this pack shows no figures about people."
    return f"Fewer than {SMALLEST_GROUP} people work for the service, so no figure is shown."


def _headlines(part: WorkforcePart) -> list[Block]:
    boxes = [_headline(count) for count in part.headlines]
    return [Side(boxes[at : at + 3], places=3, after=10) for at in range(0, len(boxes), 3)]


def _headline(count: CountOf) -> Box:
    hidden = masked(count)
    figure = "Hidden" if hidden else f"{count.holders} of {count.needing}"
    note = f"fewer than {SMALLEST_GROUP} people" if hidden else count.note
    blocks: list[Block] = [Text(figure, Style(22, 27, "bold")), Text(clipped(count.label, 90), SMALL_BOLD)]
    if note:
        blocks.append(Text(clipped(note, 90), SMALL_QUIET, before=2))
    return Box(Stack(blocks), edge="edge")


def _courses(part: WorkforcePart) -> list[Block]:
    if not part.courses:
        return [body("No course is recorded as needed.")]
    columns = (
        Column("Course", 52),
        Column("Share in date", 70),
        Column("In date, of those who need it", 48, right=True),
    )
    key = "Solid: in date. White: not in date, or date not known. Striped: hidden, fewer than 5 people."
    rows = [_course(count) for count in part.courses]
    return [
        heading("Training that must be in date"),
        Table(columns, rows, tinted=False, middle=True, padding=7, after=6),
        Text(key, SMALL_QUIET),
    ]


def _course(count: CountOf) -> Row:
    hidden = masked(count)
    figure = "hidden" if hidden else f"{count.holders} of {count.needing}"
    label: list[Block] = [Text(count.label, BODY)]
    if count.note:
        label.append(Text(count.note, SMALL_QUIET))
    bar = share_bar(count.label, count.holders, count.needing, hidden=hidden)
    return Row((Stack(label), bar, Text(figure, Style(10, 13, "semibold", right=True))))
