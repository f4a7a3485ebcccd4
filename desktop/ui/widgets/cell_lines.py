# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The words of a table's cell in lines, and how high they make its row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout

from desktop.ui.theme import font, sp
from desktop.ui.widgets.rows import Cell, Column, Row

PAD, MARK, GAP = 10, 16, 8
_AROUND = 13  # above and under the words together
_MOST = 5


def word_font(cell: Cell) -> QFont:
    """The letters of a cell's words."""
    return font("body", 600 if cell.bold else 400)


def lines_of(cell: Cell, column: Column, width: float, height: float) -> tuple[list[str], list[str]]:
    """The words and what stands under them, in as many lines as there is room for in a column that wraps."""
    letters, small = word_font(cell), font("small")
    high, low = QFontMetrics(letters).lineSpacing(), QFontMetrics(small).lineSpacing()
    room = max(1, int((height - (low if cell.under else 0)) // high)) if column.wrap else 1
    words = broken(cell.words, letters, width, room)
    if not cell.under:
        return words, []
    left = max(1, int((height - high * len(words)) // low)) if column.wrap else 1
    return words, broken(cell.under, small, width, left)


def row_height(row: Row, columns: tuple[Column, ...], widths: list[int]) -> int:
    """How high a row must be, so that no cell of a column that wraps is cut."""
    return max(_cell_height(*each) for each in zip(row.cells, columns, widths, strict=True)) + sp(_AROUND)


def _cell_height(cell: Cell, column: Column, width: int) -> int:
    letters, small = word_font(cell), font("small")
    before = sum(sp(MARK) + sp(GAP) for part in (cell.state, cell.icon) if part)
    room, most = width - 2 * sp(PAD) - before, _MOST if column.wrap else 1
    high = QFontMetrics(letters).lineSpacing() * len(broken(cell.words, letters, room, most))
    low = QFontMetrics(small).lineSpacing() * len(broken(cell.under, small, room, most)) if cell.under else 0
    return high + low


def broken(words: str, letters: QFont, width: float, most: int) -> list[str]:
    """Words broken into lines; the last one is cut where it does not fit."""
    if most == 1:
        return [cut(words, letters, width)]
    layout = QTextLayout(words, letters)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(words)]
    lines = [words[start:end].strip() for start, end in zip(starts, ends, strict=True)] or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], cut(words[starts[most - 1] :], letters, width)]


def cut(words: str, letters: QFont, room: float) -> str:
    """Words with dots at the end where they do not fit."""
    return QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))
