# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The small pictures of the pack: badge, range bar, judgement discs, share bar, and the fold of seven."""

from dataclasses import dataclass
from functools import partial

from desktop.models.records import Judgement
from desktop.models.results import Result, StandardResult
from desktop.reports import fonts
from desktop.reports.blocks import Drawing, Solid
from desktop.reports.canvas import PackCanvas
from desktop.reports.marks import RESULTS, STEPS, State, draw_mark
from desktop.reports.page import MM
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.text import Style, Text


@dataclass(slots=True)
class Badge(Solid):
    """A state in a tinted box. The word is text; box and mark are decoration. Too narrow a place breaks the word."""

    state: State
    size: float = 9
    right: bool = False
    boxed: bool = True
    tag: str = "P"

    def _label(self) -> Text:
        return Text(self.state.word, Style(self.size, self.size * 1.3, "bold", self.state.role), self.tag)

    def _inset(self) -> tuple[float, float]:
        """Space before the word and after it."""
        return (self.size * 1.95, self.size * 0.75) if self.boxed else (self.size * 1.45, 0)

    def wrap(self, room: float) -> float:
        """Height, of two lines where the word does not fit on one."""
        before, after = self._inset()
        return self._label().wrap(room - before - after) + (self.size * 0.65 if self.boxed else 0)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw box, mark and word."""
        height, (before, after) = self.wrap(room), self._inset()
        wide = min(room, fonts.width("bold", self.state.word) * self.size + before + after + 0.5)
        x += room - wide if self.right else 0
        label = self._label()
        rise = self.size * 0.325 if self.boxed else 0
        with pen.artifact() as canvas:
            if self.boxed:
                _badge_box(canvas, self.state, x, top - height, wide, height)
            indent = self.size * 0.6 if self.boxed else 0
            draw_mark(canvas, self.state, x + indent, top - rise - self.size * 1.15, self.size)
        label.draw(pen, x + before, top - rise, wide - before - after, parent)


def _badge_box(canvas: PackCanvas, state: State, x: float, bottom: float, wide: float, height: float) -> None:
    canvas.saveState()
    canvas.fill(state.role + "_tint")
    canvas.stroke(state.role, 0.7)
    if state.role == "none":
        canvas.setDash([2, 2])
    canvas.roundRect(x, bottom, wide, height, 3, 1, 1)
    canvas.restoreState()


def range_bar(number: int, result: StandardResult) -> Drawing:
    """Four steps, worst at the left; those that could still come are filled, the present one carries its mark."""
    return Drawing(31.3 * MM, 15, partial(_paint_range, result), alt=f"Standard {number}: {range_words(result)}.")


def range_words(result: StandardResult) -> str:
    """The range in words, like 'Partly met now; could end between Not yet met and Met'."""
    if result.result is Result.NO_RESULT:
        return "No result"
    worst, best = result.result_range
    if worst is best:
        return f"{result.result.words}, and that is settled"
    return f"{result.result.words} now; could end between {worst.words} and {best.words}"


def _paint_range(result: StandardResult, canvas: PackCanvas, x: float, y: float) -> None:
    middle = y + 7.5
    low, high = (STEPS.index(step) if step in STEPS else -1 for step in result.result_range)
    canvas.stroke("edge", 0.7)
    for step in range(4):
        canvas.fill("edge" if low <= step <= high and low != high else "surface")
        canvas.roundRect(x + step * 8 * MM, middle - 2.2, 7.3 * MM, 4.4, 2.2, 1, 1)
    if result.result in STEPS:
        centre = x + STEPS.index(result.result) * 8 * MM + 3.65 * MM
        canvas.fill("surface")
        canvas.circle(centre, middle, 7.4, 0, 1)
        draw_mark(canvas, RESULTS[result.result], centre - 5.5, middle - 5.5, 11)


def discs_words(said: Judgement | None, supported: Judgement | None) -> str:
    """What the discs stand for, like '3 said, counts as 2'."""
    if said is None:
        return "Not answered"
    counts = supported if supported is not None else said
    return f"{int(said)} said, counts as {int(counts)}"


def judgement_discs(said: Judgement | None, supported: Judgement | None) -> Drawing:
    """Four places: solid is supported, a ring is said only, a dot is not reached, dotted is not answered."""
    return Drawing(36, 9, partial(_paint_discs, said, supported), actual=discs_words(said, supported))


def _paint_discs(said: Judgement | None, supported: Judgement | None, canvas: PackCanvas, x: float, y: float) -> None:
    middle = y + 4.5
    canvas.saveState()
    for place in range(4):
        centre = x + 4 + place * 9
        if said is None:
            canvas.stroke("soft", 0.9)
            canvas.setDash([1, 1.4])
            canvas.circle(centre, middle, 3, 1, 0)
        elif place < (supported or 0):
            canvas.fill("text")
            canvas.circle(centre, middle, 3.2, 0, 1)
        elif place < said:
            canvas.stroke("partly", 1.2)
            canvas.circle(centre, middle, 2.8, 1, 0)
        else:
            canvas.fill("edge")
            canvas.circle(centre, middle, 1, 0, 1)
    canvas.restoreState()


def share_bar(label: str, holders: int, needing: int, *, hidden: bool) -> Drawing:
    """A bar of the share in date: solid of white, or striped where the group is too small to show."""
    words = f"{label}: hidden, fewer than 5 people" if hidden else f"{label}: {holders} of {needing} in date"
    return Drawing(66 * MM, 10, partial(_paint_share, holders, needing, hidden), alt=f"Bar. {words}.")


def _paint_share(holders: int, needing: int, hidden: bool, canvas: PackCanvas, x: float, y: float) -> None:
    wide, role = 66 * MM, "edge" if hidden else "met"
    canvas.saveState()
    canvas.fill("surface")
    canvas.stroke(role, 0.8)
    canvas.rect(x, y, wide, 10, 1, 1)
    if hidden:
        clip = canvas.beginPath()
        clip.rect(x, y, wide, 10)
        canvas.clipPath(clip, 0, 0)
        for at in range(-3, int(wide / 5) + 3):
            canvas.line(x + at * 5, y - 1, x + at * 5 + 12, y + 11)
    elif needing:
        canvas.fill("met")
        canvas.rect(x, y, wide * min(1, holders / needing), 10, 0, 1)
    canvas.restoreState()
