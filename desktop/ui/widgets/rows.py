# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a table shows: columns, and rows of cells that know their words, their state and how they sort."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui.theme import state

CELL_ROLE = Qt.ItemDataRole.UserRole + 42
SortKey = str | int | float | date | None
Picture = Callable[[QPainter, QRectF], float]  # draws at the left of a place and gives the width it used
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A heading. Without a width (px at 100%) it takes its ``share`` of what is left; ``least`` is its least then."""

    name: str
    width: int = 0
    align: str = "left"  # or "right", for numbers
    wrap: bool = False
    least: int = 160
    share: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``state`` draws a mark before the words and is said after them.

    ``accessible`` replaces what a screen reader says; ``under`` is a soft second line, for tables of two lines;
    ``tone`` a colour role for the words; ``icon`` and ``picture`` stand before the words.
    """

    words: str
    accessible: str = ""
    state: str = ""
    bold: bool = False
    sort_key: SortKey = None
    under: str = ""
    tone: str = "text"
    icon: str = ""
    picture: Picture | None = None

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.accessible or self.printed

    @property
    def printed(self) -> str:
        """The whole in words, where no mark is drawn."""
        told = state(self.state).word if self.state else ""
        shown = "" if told.casefold() in self.words.casefold() else told
        return ", ".join(part for part in (self.words, shown, self.under) if part)

    @property
    def order(self) -> tuple[str, SortKey]:
        """How it sorts; what has neither a key nor words has none."""
        if self.sort_key is None:
            return ("text", self.words.casefold())
        if isinstance(self.sort_key, int | float):
            return ("number", self.sort_key)
        return (type(self.sort_key).__name__, self.sort_key)

    @property
    def blank(self) -> bool:
        """Nothing to sort by."""
        return self.sort_key is None and not self.words


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the id of what it shows."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table as words, for printing."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class RowsModel(QAbstractTableModel):
    """Rows for a view. It sorts by what cells say they sort by; blank cells stay last either way."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self.sorted_by = -1
        self.descending = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, in the order chosen before (as given when none was)."""
        self.beginResetModel()
        self.rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def rename(self, column: int, name: str) -> None:
        """Another heading, because the rows are about something else now."""
        columns = list(self.columns)
        columns[column] = replace(columns[column], name=name)
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def row_of(self, row_id: str) -> int:
        """Where the row with that id stands, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self.beginResetModel()
        self.sorted_by, self.descending = column, order == Qt.SortOrder.DescendingOrder
        self._put_in_order()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, what is said of it, and the cell itself for the delegate."""
        cell = self.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.said
        return cell if role == CELL_ROLE else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings; a screen reader hears how they are sorted."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        name = self.columns[section].name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return name + self._sort_words(section)
        return None

    def listing(self) -> Listing:
        """All of it as words, in the order shown."""
        rows = tuple(tuple(cell.printed for cell in row.cells) for row in self.rows)
        return Listing(tuple(column.name for column in self.columns), rows)

    def _sort_words(self, section: int) -> str:
        if section != self.sorted_by:
            return ""
        return ", sorted from last to first" if self.descending else ", sorted from first to last"

    def _put_in_order(self) -> None:
        if self.sorted_by < 0:
            return
        at = self.sorted_by
        filled = [row for row in self.rows if not row.cells[at].blank]
        blank = [row for row in self.rows if row.cells[at].blank]
        filled.sort(key=lambda row: row.cells[at].order, reverse=self.descending)
        self.rows = filled + blank
