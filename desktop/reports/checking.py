# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How to check this pack: three questions, the fingerprint, the volumes, and what a signature cannot tell."""

from dataclasses import dataclass

from desktop.models.pack import PackSnapshot
from desktop.reports import fonts
from desktop.reports.blocks import Block, Box, LateText, Side, Solid, Stack
from desktop.reports.digits import digit_rows
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.styles import BODY, CELL_BOLD, LEAD, SMALL, SMALL_QUIET, body, heading, minor_heading, page_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Style, Text, Words, bold
from desktop.reports.wording import clipped

ANCHOR = "check"
_INDENT = 42.5
_CHANGED = (
    "Open this PDF in Adobe Acrobat Reader and choose Signature Panel. It should say ",
    bold("“Document has not been modified since it was signed”"),
    ". It will also say that the signer's identity is unknown. That is expected: Adobe does not know this charity. ",
    "Question 3 settles it.",
)
_KNOWN = (
    "Phone the charity on a number you already have, not one from this pack. Ask them to read out their 16 groups, ",
    "or their eight words. ",
    bold("Compare them with what the checker shows you, never with this page"),
    ": a forger can sign again with a key of their own and leave this page as it was. ",
    "If all match, the signer is theirs.",
)
_CHECKER = (
    "Open Sevenfold Check and drop in this PDF and the ZIP. It answers all three questions at once and tests ",
    "every file in the ZIP. It needs no set-up and sends nothing.",
)
_COMMAND = (
    bold("pdfsig pack.pdf"),
    " must show both lines: “Signature is Valid” and “Total document signed”. One of them alone is not enough. ",
    "“Issuer is unknown” is expected. Then compare the fingerprint.",
)
_LIMITS = (
    "That what we say is true. It shows that nobody has changed our words since they were signed, and who stands ",
    "behind them. The time comes from the charity's own computer. ",
    "You are welcome to ask for any file, or to visit.",
)


def checking_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The last part of the pack."""
    signer = snapshot.signer
    return [
        page_title("How to check this pack", ANCHOR),
        Text("Three questions, a few minutes, and one phone call. No internet is needed.", LEAD, after=12),
        *_question(1, "Was anything changed?", Text(_CHANGED, LEAD)),
        *_question(2, "Who signed it?", _who(signer.charity, signer.signatory)),
        *_question(3, "Do we know them?", Text(_KNOWN, LEAD), after=8),
        Fingerprint(signer.root_fingerprint, signer.fingerprint_words, after=14),
        Side((_tool("With the free checker", _CHECKER), _tool("With a command line", _COMMAND)), after=4),
        heading("What a signature cannot tell you"),
        body(_LIMITS),
        *_volumes(snapshot),
        LateText(lambda page_of: _history(snapshot.history_number, page_of("sign-off")), BODY),
    ]


def _history(number: int, page: int) -> Words:
    return f"The history of the workbook stood at entry {number} when this pack was made; its hash is on page {page}."


def _question(number: int, title: str, answer: Block, after: float = 12) -> list[Block]:
    return [Numbered(number, title, keep_with_next=True), Indented(answer, after=after)]


def _who(charity: str, signatory: str) -> LateText:
    return LateText(
        lambda page_of: (
            "The panel shows ",
            bold(clipped(f"{charity}, {signatory}", 160)),
            f". The sign-off is on page {page_of('sign-off')}. The time comes from the charity's own computer.",
        ),
        LEAD,
    )


def _tool(title: str, words: Words) -> Box:
    return Box(Stack([minor_heading(title), Text(words, Style(9.6, 13.2))]), edge="edge")


def _volumes(snapshot: PackSnapshot) -> list[Block]:
    blocks: list[Block] = [heading("The files that came with it")]
    if not snapshot.volumes:
        return [*blocks, body("No ZIP of evidence came with this pack.")]
    rows = [
        Row((Text(part.name, CELL_BOLD), Text(f"{part.size:,} bytes", SMALL), digit_rows(part.sha256, 8, 8.5)))
        for part in snapshot.volumes
    ]
    columns = (Column("ZIP", 42), Column("Size", 32), Column("SHA-256", 96))
    words = "The checker compares each ZIP with this table and with the signed list inside this PDF."
    return [*blocks, body(words, after=6), Table(columns, rows, padding=4, after=8)]


@dataclass(slots=True)
class Numbered(Solid):
    """A question with its number in an ink circle."""

    number: int
    title: str

    def wrap(self, room: float) -> float:
        """One line."""
        return 21 if room else 0

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:  # noqa: ARG002 - one line
        """Number and title are one heading."""
        heading_node = parent.add("H2")
        with pen.artifact() as canvas:
            canvas.fill("nav")
            canvas.circle(x + 14.2, top - 14.2, 14.2, 0, 1)
        figure = f"{self.number} "
        wide = fonts.width("bold", str(self.number)) * 14
        with pen.content(heading_node) as canvas:
            canvas.write_lines(14, [(x + 14.2 - wide / 2, top - 19, (("bold", "on_action", figure),))])
        with pen.content(heading_node) as canvas:
            canvas.write_lines(14, [(x + _INDENT, top - 14, (("bold", "text", self.title),))])


@dataclass(slots=True)
class Indented(Solid):
    """A block set in under a question."""

    inner: Block

    def wrap(self, room: float) -> float:
        """Height of what is inside."""
        return self.inner.wrap(room - _INDENT)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw it set in."""
        self.inner.draw(pen, x + _INDENT, top, room - _INDENT, parent)


@dataclass(slots=True)
class Fingerprint(Solid):
    """The fingerprint as 16 groups in two rows, and as words."""

    digits: str
    words: tuple[str, ...]

    def _texts(self) -> Stack:
        hint = "What the checker should show: the SHA-256 of the charity's root certificate"
        words = Text(", ".join(self.words) or "No words", Style(11, 15, "semibold"), before=6, after=4)
        return Stack([digit_rows(self.digits, 8, 15, "bold"), words, Text(hint, SMALL_QUIET)])

    def wrap(self, room: float) -> float:
        """Height with the well around it."""
        return self._texts().wrap(room - _INDENT - 28) + 24

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """A well with groups and words."""
        height, inner = self.wrap(room), room - _INDENT - 28
        with pen.artifact() as canvas:
            canvas.fill("sunken")
            canvas.roundRect(x + _INDENT, top - height, room - _INDENT, height, 4, 0, 1)
        self._texts().draw(pen, x + _INDENT + 14, top - 12, inner, parent)
