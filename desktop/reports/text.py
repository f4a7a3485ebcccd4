# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Text on the page: user text becomes plain characters here, is broken into lines and drawn.

No markup language is involved: text is never parsed, so nothing in it can become an instruction.
What the font cannot draw, and what would be invisible, is written [U+XXXX] and collected.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.reports import fonts
from desktop.reports.canvas import Piece, PlacedLine
from desktop.reports.pen import Pen
from desktop.reports.structure import Node

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BREAK_AFTER = "-_/.,;:@&"


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points, face, colour role, side."""

    size: float = 10
    leading: float = 13.8
    face: str = "regular"
    role: str = "text"
    right: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with a face or colour of its own."""

    text: str
    face: str = ""
    role: str = ""


Words = str | Sequence[str | Span]


def bold(text: str) -> Span:
    """Text to read first."""
    return Span(text, "bold")


def drawable(text: str, unknown: set[str] | None = None) -> str:
    """The text as it will be drawn; characters without a shape are added to ``unknown``."""

    def spell(match: re.Match[str]) -> str:
        if unknown is not None:
            unknown.add(match.group())
        return f"[U+{ord(match.group()):04X}]"

    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    return fonts.undrawable_pattern().sub(spell, text)


def shorten(text: str, face: str, size: float, room: float) -> str:
    """The text on one line, cut with an ellipsis where it would be wider than ``room``."""
    text = " ".join(drawable(text).split())
    if fonts.width(face, text) * size <= room:
        return text
    while text and fonts.width(face, text + "…") * size > room:
        text = text[: -max(1, len(text) // 20)]
    return text.rstrip() + "…"


_Word = tuple[float, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces and width."""

    pieces: tuple[Piece, ...]
    width: float


def break_lines(words: Words, style: Style, room: float, unknown: set[str] | None = None) -> list[Line]:
    """Lines no wider than ``room``. A line ends with a real space where a space was, so that copies read well."""
    lines: list[Line] = []
    for paragraph in _paragraphs(words, style, unknown):
        lines += _fill(paragraph, style, room)
    return lines


def _paragraphs(words: Words, style: Style, unknown: set[str] | None) -> list[list[_Word]]:
    """Words of each paragraph. A word is measured pieces without a space between them."""
    paragraphs: list[list[_Word]] = [[]]
    pieces: list[Piece] = []

    def finish_word() -> None:
        if pieces:
            measured = sum(fonts.width(face, text) for face, _, text in pieces) * style.size
            paragraphs[-1].append((measured, tuple(pieces)))
            pieces.clear()

    for span in (words,) if isinstance(words, str) else words:
        text = span if isinstance(span, str) else span.text
        face = style.face if isinstance(span, str) else span.face or style.face
        role = style.role if isinstance(span, str) else span.role or style.role
        for row, stretch in enumerate(drawable(text, unknown).split("\n")):
            if row:
                finish_word()
                paragraphs.append([])
            for column, word in enumerate(stretch.split(" ")):
                if column:
                    finish_word()
                if word:
                    pieces.append((face, role, word))
    finish_word()
    return paragraphs


def _fill(words: list[_Word], style: Style, room: float) -> list[Line]:
    """Greedy lines of one paragraph."""
    space = fonts.width(style.face, " ") * style.size
    lines: list[Line] = []
    taken: list[_Word] = []
    used = 0.0
    for word in words:
        if taken and used + space + word[0] > room:
            lines.append(_line(taken, used, ends=" "))
            taken, used = [], 0.0
        if word[0] > room:
            *full, last = _chop(word, style, room)
            lines += [_line([part], part[0], ends="") for part in full]
        else:
            last = word
        used += last[0] + (space if taken else 0)
        taken.append(last)
    lines.append(_line(taken, used, ends=" "))
    return lines


def _line(words: list[_Word], used: float, ends: str) -> Line:
    joined: list[list[str]] = []
    for at, (_, pieces) in enumerate(words):
        if at:
            joined[-1][2] += " "
        for face, role, text in pieces:
            if joined and joined[-1][0] == face and joined[-1][1] == role:
                joined[-1][2] += text
            else:
                joined.append([face, role, text])
    if joined:
        joined[-1][2] += ends
    return Line(tuple((face, role, text) for face, role, text in joined), used)


def _chop(word: _Word, style: Style, room: float) -> list[_Word]:
    """A word wider than a line, in parts that fit: after a sign where possible, else anywhere."""
    parts: list[_Word] = []
    rest = [(face, role, text) for face, role, text in word[1]]
    while rest:
        used, taken = 0.0, list[Piece]()
        while rest:
            face, role, text = rest.pop(0)
            count = _fitting(face, text, (room - used) / style.size, first=not taken)
            if count:
                taken.append((face, role, text[:count]))
                used += fonts.width(face, text[:count]) * style.size
            if count < len(text):
                rest.insert(0, (face, role, text[count:]))
                break
        parts.append((used, tuple(taken)))
    return parts


def _fitting(face: str, text: str, room: float, *, first: bool) -> int:
    """How many characters fit into ``room`` (at size 1); at least one at the start of a line."""
    used, sign = 0.0, 0
    for count, character in enumerate(text):
        used += fonts.width(face, character)
        if used > room:
            return sign or max(count, int(first))
        if character in _BREAK_AFTER:
            sign = count + 1
    return len(text)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline that leads to a text: depth from 0, its words, and the name of the place."""

    depth: int
    words: str
    anchor: str


@dataclass(slots=True)
class Text:
    """A paragraph or heading as a block. ``tag`` is its structure type, like P or H2."""

    words: Words
    style: Style = field(default_factory=Style)
    tag: str = "P"
    before: float = 0
    after: float = 0
    keep_with_next: bool = False
    entry: Bookmark | None = None
    _room: float = -1
    _lines: list[Line] = field(default_factory=list)
    _unknown: set[str] = field(default_factory=set)
    _node: Node | None = None

    def wrap(self, room: float) -> float:
        """Height at this width."""
        if self._room not in {room, _FIXED}:
            self._room = room
            self._lines = break_lines(self.words, self.style, room, self._unknown)
        return len(self._lines) * self.style.leading

    def least(self, room: float) -> float:
        """Height of the least part that may stand at the foot of a page: two lines."""
        return min(self.wrap(room), 2 * self.style.leading)

    def split(self, room: float, height: float, *, fresh: bool) -> "tuple[Text, Text] | None":
        """Two parts, the first no taller than ``height``, or None."""
        self.wrap(room)
        count = int((height + 0.01) // self.style.leading)
        if len(self._lines) - count == 1 and count > 2:
            count -= 1  # no single line at the top of a page
        if count < (1 if fresh else 2) or count >= len(self._lines):
            return None
        return self._part(self._lines[:count], 0), self._part(self._lines[count:], self.after)

    def _part(self, lines: list[Line], after: float) -> "Text":
        if self._node is None:
            self._node = Node(self.tag)
        first = lines[:1] == self._lines[:1]
        entry = self.entry if first else None
        part = Text(self.words, self.style, self.tag, self.before if first else 0, after, entry=entry)
        part._room, part._lines, part._unknown, part._node = _FIXED, lines, self._unknown, self._node
        return part

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw with the upper left corner at x, top."""
        self.wrap(room)
        pen.unknown |= self._unknown
        if self.entry and not pen.muted:
            pen.bookmark(self.entry.depth, self.entry.words, self.entry.anchor, top)
        if self._node is None:
            self._node = Node(self.tag)
        if not pen.muted and not self._node.kids:
            parent.kids.append(self._node)
        with pen.content(self._node) as canvas:
            canvas.write_lines(self.style.size, placed(self._lines, self.style, x, top, room))


_FIXED = -2.0  # lines that were broken for the whole stay as they are in its parts


def placed(lines: list[Line], style: Style, x: float, top: float, room: float) -> list[PlacedLine]:
    """Lines with their places, from the upper left corner."""
    drop = style.leading / 2 + style.size * 0.34
    return [
        (x + room - line.width if style.right else x, top - drop - at * style.leading, line.pieces)
        for at, line in enumerate(lines)
        if line.pieces
    ]
