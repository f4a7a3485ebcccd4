# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How to check this pack: three questions, the fingerprint, the volumes, and what a signature cannot tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.pack import PackSnapshot, VolumePart
from desktop.reports import fonts
from desktop.reports.blocks import Block, Box, LateText, Solid, Stack
from desktop.reports.digits import digit_rows
from desktop.reports.pen import Pen
from desktop.reports.structure import Node
from desktop.reports.styles import (
    BODY,
    CELL_BOLD,
    LEAD,
    SMALL,
    SMALL_BOLD,
    SMALL_QUIET,
    body,
    heading,
    minor_heading,
    page_title,
)
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
    "It answers all three questions at once, tests every file in the ZIP and shows the fingerprint to compare. ",
    "It needs no workbook and sends nothing. Since root.pem came with the pack, it is only as good as the fingerprint ",
    "heard by telephone.",
)
_PDFSIG = (
    bold("pdfsig pack.pdf"),
    " must show both lines: “Signature is Valid” and “Total document signed”. One of them alone is not enough. ",
    "“Issuer is unknown” is expected. It cannot answer question 3.",
)
_LONGEST_NAME = 64  # what a certificate has room for, in bytes of UTF-8
_LIMITS = (
    "That what we say is true. It shows that nobody has changed our words since they were signed, and who stands ",
    "behind them. The time comes from the charity's own computer. ",
    "You may ask for any file, or visit.",
)


def checking_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The last part of the pack."""
    signer = snapshot.signer
    return [
        page_title("How to check this pack", ANCHOR),
        Text("Three questions, a few minutes, and one phone call. No internet is needed.", LEAD, after=6),
        *_question(1, "Was anything changed?", Text(_CHANGED, LEAD)),
        *_question(2, "Who signed it?", _who(snapshot)),
        *_question(3, "Do we know them?", Text(_KNOWN, LEAD), after=8),
        Fingerprint(signer.root_fingerprint, signer.fingerprint_words, after=10),
        _tool("With the free checker, Sevenfold itself", check_command(snapshot.volumes), _CHECKER),
        _tool("With a tool that others make", "", _PDFSIG),
        heading("What a signature cannot tell you"),
        body(_LIMITS),
        *_volumes(snapshot),
    ]


def _question(number: int, title: str, answer: Block, after: float = 7) -> list[Block]:
    return [Numbered(number, title, keep_with_next=True), Indented(answer, after=after)]


def signer_name(snapshot: PackSnapshot) -> str:
    """The signer as a certificate names them: a practice charity says so first."""
    name = f"{snapshot.signer.charity}, {snapshot.signer.signatory}"
    return f"Practice: {name}" if snapshot.practice else name


def check_command(volumes: Sequence[VolumePart]) -> str:
    """What to type to have the pack checked with all that came with it."""
    return " ".join(("sevenfold check-pack pack.pdf --root root.pem", *(f"--evidence {part.name}" for part in volumes)))


def _who(snapshot: PackSnapshot) -> LateText:
    name = signer_name(snapshot)
    cut = (
        ", cut short with “…” where a certificate has no room"
        if len(name.encode(errors="replace")) > _LONGEST_NAME
        else ""
    )
    return LateText(
        lambda page_of: (
            "The panel shows ",
            bold(clipped(name, 160)),
            f"{cut}. The sign-off is on page {page_of('sign-off')}.",
        ),
        LEAD,
    )


def _tool(title: str, command: str, words: Words) -> Box:
    line: list[Block] = [Text(command, SMALL_BOLD, after=2)] if command else []
    return Box(Stack([minor_heading(title), *line, Text(words, SMALL)]), edge="edge", padding=8, after=6)


def _volumes(snapshot: PackSnapshot) -> list[Block]:
    words = (
        "The checker compares each ZIP with this table and with the signed list inside this PDF."
        if snapshot.volumes
        else "No ZIP of evidence came with this pack."
    )
    history = f"The history of the workbook stood at entry {snapshot.history_number} when this pack was made"
    blocks: list[Block] = [
        heading("The files that came with it"),
        LateText(
            lambda page_of: f"{words} {history}; its hash is on page {page_of('sign-off')}.",
            BODY,
            after=6,
            keep_with_next=bool(snapshot.volumes),
        ),
    ]
    if not snapshot.volumes:
        return blocks
    rows = [
        Row((Text(part.name, CELL_BOLD), Text(f"{part.size:,} bytes", SMALL), digit_rows(part.sha256, 8, 8.5)))
        for part in snapshot.volumes
    ]
    columns = (Column("ZIP", 42), Column("Size", 32), Column("SHA-256", 96))
    return [*blocks, Table(columns, rows, padding=3)]


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
