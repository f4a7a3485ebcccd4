# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Draws the evidence pack: a frozen snapshot in, a tagged PDF/A-3a with one empty signature field out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.models.pack import Attachment, DrawnPack, PackSnapshot, StandardPart
from desktop.reports import (
    charity,
    checking,
    cover,
    critical,
    evidence_index,
    glance,
    plan,
    scale,
    sign_off,
    standard,
    workforce_pages,
)
from desktop.reports.blocks import Block
from desktop.reports.contents import ContentsLine
from desktop.reports.finishing import finish
from desktop.reports.flow import Flow
from desktop.reports.furniture import Furniture
from desktop.reports.metadata import About
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.styles import page_title
from desktop.reports.text import drawable

Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the pack: what the contents call it, where it starts, its blocks, and whether a page begins."""

    words: str
    anchor: str
    blocks: Callable[[], Sequence[Block]]
    own_page: bool = True


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


def render(snapshot: PackSnapshot, attachments: Sequence[Attachment], step: Step = no_step) -> DrawnPack:
    """The pack as drawn, unsigned. Pure: equal snapshot and attachments give equal bytes.

    ``step`` is called between parts with done, total and a label, and may raise CancelledError.
    """
    parts, pen = parts_of(snapshot), Pen()
    total = len(parts) + 3
    step(0, total, "Cover and contents")
    flow = Flow(pen)
    cover.draw_cover(flow, snapshot, pen.document.add("Sect"))
    _draw_part(flow, Part("Contents", "contents", lambda: _contents(parts)), pen)
    for done, part in enumerate(parts, 1):
        step(done, total, part.words)
        _draw_part(flow, part, pen)
    step(total - 2, total, "Page numbers")
    raw = pen.close(Furniture(snapshot))
    step(total - 1, total, "Tags and attachments")
    pdf = finish(raw, pen, _about(snapshot), attachments)
    step(total, total, "Drawn")
    return DrawnPack(pdf, pen.page, sign_off.FIELD, tuple(sorted(pen.unknown)))


def parts_of(snapshot: PackSnapshot) -> list[Part]:
    """The parts after the contents page, in order."""
    return [
        Part("The seven standards at a glance", glance.ANCHOR, lambda: glance.glance_blocks(snapshot)),
        Part(scale.TITLE, scale.ANCHOR, scale.scale_blocks),
        Part("The charity and its services", charity.ANCHOR, lambda: charity.charity_blocks(snapshot)),
        Part("Critical indicators", critical.ANCHOR, lambda: critical.critical_blocks(snapshot)),
        *(_standard(one, snapshot) for one in snapshot.standards),
        _workforce(snapshot),
        Part("Action plan", plan.ANCHOR, lambda: plan.plan_blocks(snapshot)),
        Part("Evidence index", evidence_index.ANCHOR, lambda: evidence_index.evidence_blocks(snapshot)),
        Part("Sign-off", sign_off.ANCHOR, lambda: sign_off.sign_off_blocks(snapshot)),
        Part("How to check this pack", checking.ANCHOR, lambda: checking.checking_blocks(snapshot)),
    ]


def _standard(one: StandardPart, snapshot: PackSnapshot) -> Part:
    return Part(standard.entry(one), standard.anchor(one), lambda: standard.standard_blocks(one, snapshot))


def _workforce(snapshot: PackSnapshot) -> Part:
    def blocks() -> Sequence[Block]:
        return workforce_pages.workforce_blocks(snapshot)

    return Part(workforce_pages.TITLE, workforce_pages.ANCHOR, blocks, workforce_pages.has_figures(snapshot))


def _draw_part(flow: Flow, part: Part, pen: Pen) -> None:
    if part.own_page:
        flow.new_page()
    flow.place(part.blocks(), pen.document.add("Sect"))


def _contents(parts: Sequence[Part]) -> list[Block]:
    contents = Node("TOC")
    lines = [ContentsLine(part.words, part.anchor, contents) for part in parts]
    return [page_title("Contents", "contents"), *lines]


def _about(snapshot: PackSnapshot) -> About:
    charity_name = drawable(snapshot.organisation.name)
    practice = "Practice: evidence" if snapshot.practice else "Evidence"
    return About(
        title=" ".join(f"{practice} pack, {charity_name}".split()),
        author=" ".join(charity_name.split()) or "No name given",
        creator=f"Sevenfold {snapshot.app_version}",
        made=snapshot.taken_at,
    )
