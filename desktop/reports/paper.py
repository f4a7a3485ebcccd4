# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Printed pages that are not a pack: their running head and foot, and how such a document is finished."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.models.prints import PrintHead
from desktop.reports import fonts
from desktop.reports.canvas import PackCanvas
from desktop.reports.finishing import finish
from desktop.reports.furniture import practice_band
from desktop.reports.metadata import About
from desktop.reports.page import MM
from desktop.reports.pen import Pen
from desktop.reports.text import drawable, shorten
from desktop.reports.wording import day

Step = Callable[[int, int, str], None]
_SIZE = 8.5


def no_step(done: int, total: int, label: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class PaperFurniture:
    """Head: charity and title. Foot: when it was printed, and the page."""

    head: PrintHead
    title: str

    def __call__(self, pen: Pen, total: int) -> None:
        """Draw on the page that is open."""
        with pen.artifact("Pagination") as canvas:
            self._above(canvas, pen)
            self._below(canvas, pen, total)
            if self.head.practice:
                practice_band(canvas, pen.sheet)

    def _above(self, canvas: PackCanvas, pen: Pen) -> None:
        sheet = pen.sheet
        base = sheet.height - 14 * MM
        charity = shorten(self.head.charity, "semibold", _SIZE, sheet.room * 0.55)
        title = shorten(self.title, "regular", _SIZE, sheet.room * 0.4)
        _write(canvas, sheet.left, base, charity, "semibold")
        _write(canvas, sheet.left + sheet.room - _wide(title, "regular"), base, title, "regular")
        _line(canvas, pen, sheet.height - 16.5 * MM)

    def _below(self, canvas: PackCanvas, pen: Pen, total: int) -> None:
        sheet, page = pen.sheet, f"Page {pen.page} of {total}"
        _line(canvas, pen, 16 * MM)
        _write(canvas, sheet.left, 11.5 * MM, f"Printed {day(self.head.printed)}", "regular")
        _write(canvas, sheet.left + sheet.room - _wide(page, "semibold"), 11.5 * MM, page, "semibold", "text")


def finished(pen: Pen, head: PrintHead, title: str) -> bytes:
    """The drawn pages as a tagged file with head, foot, title and language."""
    practice = "Practice: " if head.practice else ""
    charity = " ".join(drawable(head.charity).split())
    about = About(
        title=" ".join(f"{practice}{drawable(title)}{', ' if charity else ''}{charity}".split()),
        author=charity or "No name given",
        creator=f"Sevenfold {head.app_version}",
        made=head.made,
    )
    return finish(pen.close(PaperFurniture(head, title)), pen, about, ())


def _wide(text: str, face: str) -> float:
    return fonts.width(face, text) * _SIZE


def _write(canvas: PackCanvas, x: float, base: float, text: str, face: str, role: str = "soft") -> None:
    canvas.write_lines(_SIZE, [(x, base, ((face, role, text),))])


def _line(canvas: PackCanvas, pen: Pen, y: float) -> None:
    canvas.stroke("line", 0.6)
    canvas.line(pen.sheet.left, y, pen.sheet.left + pen.sheet.room, y)
