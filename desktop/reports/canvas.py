# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The drawing surface: ReportLab's canvas with marked content, text from ready-made lines, and parked pages.

Pages are parked as they are finished and closed only at the end, when the number of pages is known:
one layout pass serves the contents page, the page numbers and the words "page 12".
"""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.reports import fonts
from desktop.reports.page import UPRIGHT, Sheet
from desktop.reports.palette import colour

Piece = tuple[str, str, str]  # face, colour role, text
PlacedLine = tuple[float, float, tuple[Piece, ...]]  # x, baseline, pieces


class PackCanvas(Canvas):
    """Draws on A4 in points. Every method that paints sets the colours it needs."""

    _code: list[str]
    _doc: object
    _escape: Callable[[bytes], str]

    def __init__(self, stream: BytesIO, sheet: Sheet = UPRIGHT) -> None:
        fonts.font("regular")
        super().__init__(
            stream,
            pagesize=(sheet.width, sheet.height),
            pageCompression=0,  # compressed once, on the way out of finishing
            invariant=1,
            initialFontName=fonts.font_name("regular"),  # type: ignore[arg-type]  # the stubs say float
        )
        self.parked: list[list[str]] = []

    def begin_content(self, tag: str, mcid: int) -> None:
        """Start marked content of a structure element."""
        self._code.append(f"/{tag} <</MCID {mcid}>> BDC")

    def begin_artifact(self, kind: str) -> None:
        """Start something that is not content: a rule, a tint, a running head."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")

    def end_content(self) -> None:
        """End what was begun last."""
        self._code.append("EMC")

    def write_lines(self, size: float, lines: Sequence[PlacedLine]) -> None:
        """Write lines of text of one size, each piece in its own face and colour."""
        code = ["BT"]
        font_now = role_now = ""
        for x, baseline, pieces in lines:
            code.append(f"1 0 0 1 {x:.2f} {baseline:.2f} Tm")
            for face, role, text in pieces:
                if role != role_now:
                    role_now = role
                    code.append("{:g} {:g} {:g} rg".format(*colour(role)))
                font = fonts.font(face)
                for subset, raw in font.splitString(text, self._doc):
                    name = font.getSubsetInternalName(subset, self._doc)
                    if name != font_now:
                        font_now = name
                        code.append(f"{name} {size:g} Tf")
                    code.append(f"({self._escape(raw)}) Tj")
        code.append("ET")
        self._code.append(" ".join(code))

    def fill(self, role: str) -> None:
        """Choose the colour of surfaces."""
        self.setFillColorRGB(*colour(role))

    def stroke(self, role: str, line_width: float) -> None:
        """Choose the colour and width of lines."""
        self.setStrokeColorRGB(*colour(role))
        self.setLineWidth(line_width)

    def park(self) -> None:
        """Put the page aside and start the next one."""
        self.parked.append(self._code)
        self._code = []

    def reopen(self, index: int) -> None:
        """Go on with a parked page; close it with ``showPage``."""
        self._code.extend(self.parked[index])
        self.parked[index] = []
