# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Running head and foot of every page: furniture, not content."""

from dataclasses import dataclass

from desktop.models.pack import PackSnapshot
from desktop.reports import fonts
from desktop.reports.canvas import PackCanvas
from desktop.reports.page import LEFT, MM, PAGE_HEIGHT, UPRIGHT, WIDTH, Sheet
from desktop.reports.pen import Pen
from desktop.reports.text import shorten
from desktop.reports.wording import day

PRACTICE = "Practice charity. Nothing here is real."
_DISCLAIMER = "A self-assessment. Not accredited, endorsed or verified by the Home Office or Respect."


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws head and foot for one snapshot."""

    snapshot: PackSnapshot

    def __call__(self, pen: Pen, total: int) -> None:
        """Draw on the page that is open."""
        with pen.artifact("Pagination") as canvas:
            if pen.page == 1:
                self._cover_foot(canvas)
            else:
                self._head(canvas)
                self._foot(canvas)
            if self.snapshot.practice:
                practice_band(canvas)
            _right(canvas, 11.5 * MM, f"Page {pen.page} of {total}", "semibold", "text")

    def _head(self, canvas: PackCanvas) -> None:
        base = PAGE_HEIGHT - 14 * MM
        charity = shorten(self.snapshot.organisation.name, "semibold", 8.5, WIDTH * 0.58)
        _left(canvas, base, charity, "semibold", 8.5)
        _right(canvas, base, "Self-assessment against the seven standards", "regular", "soft")
        _line(canvas, PAGE_HEIGHT - 16.5 * MM)

    def _foot(self, canvas: PackCanvas) -> None:
        _line(canvas, 16 * MM)
        _left(canvas, 11.5 * MM, _DISCLAIMER, "regular", 8)

    def _cover_foot(self, canvas: PackCanvas) -> None:
        _left(canvas, 11.5 * MM, f"Sevenfold evidence pack, {day(self.snapshot.taken_at.date())}", "regular", 8)


def practice_band(canvas: PackCanvas, sheet: Sheet = UPRIGHT) -> None:
    """The band over a page that says that nothing on it is real."""
    base = sheet.height - 6.6 * MM
    wide = fonts.width("bold", PRACTICE) * 9
    canvas.fill("mark")
    canvas.rect(sheet.left, base - 4.5, sheet.room, 15, 0, 1)
    canvas.write_lines(9, [(sheet.left + (sheet.room - wide) / 2, base, (("bold", "on_mark", PRACTICE),))])


def _left(canvas: PackCanvas, base: float, text: str, face: str, size: float) -> None:
    canvas.write_lines(size, [(LEFT, base, ((face, "soft", text),))])


def _right(canvas: PackCanvas, base: float, text: str, face: str, role: str) -> None:
    wide = fonts.width(face, text) * 8.5
    canvas.write_lines(8.5, [(LEFT + WIDTH - wide, base, ((face, role, text),))])


def _line(canvas: PackCanvas, y: float) -> None:
    canvas.stroke("line", 0.6)
    canvas.line(LEFT, y, LEFT + WIDTH, y)
