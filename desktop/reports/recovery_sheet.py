# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The recovery sheet on one page: its words come as plain text, and the code is drawn in big groups.

It names no charity: whoever finds it must not learn whose records it opens.
"""

import re
from dataclasses import replace

from desktop.models.prints import PrintHead
from desktop.reports.blocks import Block, Box, Side, Stack
from desktop.reports.flow import Flow
from desktop.reports.paper import finished
from desktop.reports.pen import Pen
from desktop.reports.pen_and_paper import WritingLines
from desktop.reports.styles import LEAD, heading, page_title
from desktop.reports.text import Style, Text, bold

TITLE = "Sevenfold recovery sheet"
_CODE = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4})+")
_STEP = re.compile(r"(\d+\.) +(.*)", re.DOTALL)
_IN_A_ROW = 4
_BIG = Style(26, 40, "bold")


def draw_recovery_sheet(head: PrintHead, text: str) -> bytes:
    """The sheet as a tagged PDF. ``text``: a title, the code, paragraphs, and steps that begin with a number."""
    pen = Pen()
    nameless = replace(head, charity="")
    Flow(pen).place(_blocks(text), pen.document.add("Sect"))
    return finished(pen, nameless, TITLE)


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = [page_title(TITLE, "recovery")]
    for part in text.strip().split("\n\n")[1:]:
        if code := _CODE.fullmatch(part.strip()):
            blocks.append(_code(code.group()))
        else:
            blocks += _words(part)
    return [*blocks, heading("Where this sheet is kept"), *_kept()]


def _code(code: str) -> Box:
    groups = code.split("-")
    rows = [" - ".join(groups[at : at + _IN_A_ROW]) for at in range(0, len(groups), _IN_A_ROW)]
    return Box(Stack([Text("\n".join(rows), _BIG)]), tint="sunken", edge="edge", padding=16, before=6, after=16)


def _words(part: str) -> list[Block]:
    """A paragraph, or a heading with its steps. Lines of one sentence are joined again."""
    first, *rest = part.split("\n")
    if not any(_STEP.match(line) for line in rest):
        return [Text(_joined(part), LEAD, after=9)]
    steps = re.split(r"\n(?=\d+\.)", "\n".join(rest))
    return [heading(first), *(_step(step) for step in steps)]


def _step(step: str) -> Block:
    found = _STEP.match(step)
    if found is None:
        return Text(_joined(step), LEAD, after=6)
    return Text((bold(found.group(1) + " "), _joined(found.group(2))), LEAD, after=6)


def _joined(words: str) -> str:
    return " ".join(words.split())


def _kept() -> list[Block]:
    return [
        Side((WritingLines("Kept by", 1), WritingLines("Sealed on", 1)), shares=(0.62, 0.38)),
        WritingLines("Where", 1),
    ]
