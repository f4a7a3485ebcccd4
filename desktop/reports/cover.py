# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The cover: ink block with the charity's name, the fold of seven, five facts and what this pack is not."""

from collections.abc import Sequence
from functools import partial

from desktop.models.pack import PackSnapshot, StandardPart
from desktop.reports.blocks import Drawing, LateText, Side, Stack
from desktop.reports.canvas import PackCanvas
from desktop.reports.flow import Flow
from desktop.reports.marks import draw_mark, state_of
from desktop.reports.page import LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, WIDTH
from desktop.reports.pen import PageOf
from desktop.reports.structure import Node
from desktop.reports.text import Bookmark, Style, Text, Words, bold, break_lines, placed, shorten
from desktop.reports.wording import day

ANCHOR = "cover"
DISCLAIMER = (
    "This is the charity's own assessment. It has not been accredited, endorsed or verified by the Home Office "
    "or Respect."
)
_SUBTITLE = (
    "How we stand against the seven Home Office standards for domestic abuse perpetrator interventions (January 2023)"
)
_INK = 128 * MM
_FOLD_HEIGHT = 46 * MM


def draw_cover(flow: Flow, snapshot: PackSnapshot, parent: Node) -> None:
    """Draw the first page."""
    pen = flow.pen
    with pen.artifact() as canvas:
        _ink_block(canvas)
    flow.start_at(PAGE_HEIGHT - 46 * MM)
    name, size = _name(snapshot.organisation.name.strip() or "A charity without a name")
    flow.place(
        [
            Text("Evidence pack", Style(13, 18, "semibold", "nav_soft"), after=3),
            Text(name, Style(size, size * 1.15, "bold", "nav_text"), "H1", after=8, entry=Bookmark(0, "Cover", ANCHOR)),
            Text(_SUBTITLE, Style(13, 17.6, role="nav_text")),
        ],
        parent,
    )
    flow.start_at(PAGE_HEIGHT - 154 * MM + _FOLD_HEIGHT)
    flow.place([_fold(snapshot.standards)], parent)
    flow.start_at(PAGE_HEIGHT - 165 * MM)
    flow.place([_fact(label, words) for label, words in _facts(snapshot)], parent)
    _draw_notice(flow, snapshot, parent)


def _name(name: str) -> tuple[str, float]:
    """The charity's name and the largest size at which it takes two lines."""
    for size in (30.0, 24.0, 20.0, 16.0):
        if len(break_lines(name, Style(size, size, "bold"), WIDTH)) <= 2:
            return name, size
    return shorten(name, "bold", 16, 1.8 * WIDTH), 16.0


def _ink_block(canvas: PackCanvas) -> None:
    canvas.fill("nav")
    canvas.rect(0, PAGE_HEIGHT - _INK, PAGE_WIDTH, _INK, 0, 1)
    for panel in range(7):
        left, right = (0, 4) if panel % 2 == 0 else (4, 0)
        x, y = LEFT + panel * 4.6, PAGE_HEIGHT - 29 * MM
        canvas.fill("mark_shade" if panel % 2 else "mark")
        _shape(canvas, (x, y - left), (x + 4.6, y - right), (x + 4.6, y + 20 - right), (x, y + 20 - left))


def _shape(canvas: PackCanvas, *points: tuple[float, float], stroked: bool = False) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, int(stroked), 1)


def _fold(standards: Sequence[StandardPart]) -> Drawing:
    words = "; ".join(f"{part.number} {part.short_name}: {state_of(part.result).word}" for part in standards)
    alt = f"The standards as one folded sheet. {words}." if words else "No standard has been assessed."
    return Drawing(WIDTH, _FOLD_HEIGHT, partial(_paint_fold, standards), alt=alt)


def _paint_fold(standards: Sequence[StandardPart], canvas: PackCanvas, x: float, y: float) -> None:
    dip, wide, tall = _FOLD_HEIGHT * 0.09, WIDTH / max(7, len(standards)), _FOLD_HEIGHT
    for at, part in enumerate(standards):
        left, right = (0.0, dip) if at % 2 == 0 else (dip, 0.0)
        near, far = x + at * wide, x + (at + 1) * wide
        canvas.fill("paper" if at % 2 else "surface")
        canvas.stroke("edge", 0.6)
        corners = ((near, y + tall - left), (far, y + tall - right), (far, y + dip - right), (near, y + dip - left))
        _shape(canvas, *corners, stroked=True)
        canvas.fill(state_of(part.result).role)
        edge = ((near, y + tall - left), (far, y + tall - right))
        _shape(canvas, *edge, (far, y + tall - right - 3.5), (near, y + tall - left - 3.5))
        _panel_words(canvas, part, near + 7, y, wide)


def _panel_words(canvas: PackCanvas, part: StandardPart, x: float, y: float, wide: float) -> None:
    state, top = state_of(part.result), y + _FOLD_HEIGHT
    canvas.write_lines(15, [(x, top - 27, (("bold", "text", str(part.number)),))])
    name = Style(8.2, 10, "semibold")
    canvas.write_lines(8.2, placed(break_lines(part.short_name, name, wide - 9)[:4], name, x, top - 33, wide - 9))
    word = Style(8, 9.6, "bold", state.role)
    lines = break_lines(state.word, word, wide - 23)[:4]
    draw_mark(canvas, state, x, y + 23, 11)
    canvas.write_lines(8, placed(lines, word, x + 14.5, y + 33.4 + (len(lines) - 1) * 4.8, wide - 23))


def _facts(snapshot: PackSnapshot) -> list[tuple[str, str]]:
    about = snapshot.organisation
    lapse = "This assessment has lapsed: it ended on" if snapshot.lapsed else "Lapses"
    number = f"charity number {about.charity_number}" if about.charity_number else ""
    charity = ", ".join(part for part in (number, about.address) if part)
    facts = [
        ("Made for", snapshot.made_for),
        ("Reference", snapshot.reference),
        ("Assessed", f"{day(snapshot.assessed)}. {lapse} {day(snapshot.lapses)}"),
        ("Signed by", f"{snapshot.signer.signatory}, for {snapshot.signer.charity}"),
        ("Charity", charity[:1].upper() + charity[1:]),
    ]
    if judged_on_another_day(snapshot):
        facts.insert(3, ("Judged as at", day(snapshot.as_at)))
    return [(label, words) for label, words in facts if words]


def judged_on_another_day(snapshot: PackSnapshot) -> bool:
    """Whether the results are not those of the day on which the pack was made."""
    return snapshot.as_at != snapshot.taken_at.date()


def _fact(label: str, words: str) -> Side:
    room = WIDTH * 0.82
    lines = break_lines(words, Style(10, 13.4), room)
    text = words if len(lines) <= 2 else shorten(words, "regular", 10, room * 1.9)
    return Side(
        (Text(label, Style(10, 13.4, "semibold", "soft")), Text(text, Style(10, 13.4))),
        gutter=0,
        shares=(0.18, 0.82),
        after=5,
    )


def _draw_notice(flow: Flow, snapshot: PackSnapshot, parent: Node) -> None:
    """What this pack is not, beside a marigold bar."""

    def where(page_of: PageOf) -> Words:
        return (
            "The whole pack carries one electronic signature. ",
            bold(f"Page {page_of('check')}"),
            " shows how to check that nothing was changed and who signed. It takes a few minutes and one phone call.",
        )

    notice = Stack([Text(DISCLAIMER, Style(12, 16.4, "bold"), after=5), LateText(where, Style(10.5, 14.5))])
    if snapshot.lapsed:
        notice.blocks.insert(
            0,
            Text(
                f"This assessment has lapsed. It ended on {day(snapshot.lapses)}.",
                Style(12, 16.4, "bold", "gap"),
                after=5,
            ),
        )
    room = WIDTH - 6 * MM
    height = notice.wrap(room)
    top = 44 * MM + height
    with flow.pen.artifact() as canvas:
        canvas.fill("mark")
        canvas.rect(LEFT, top - height - 3, 3, height + 6, 0, 1)
    notice.draw(flow.pen, LEFT + 6 * MM, top, room, parent)
