# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What we read: the kind of sheet, which one, which way round, the headings, and what each column holds."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models.errors import AppError
from desktop.services.importing.correcting import WAYS as WAYS_OF
from desktop.services.importing.correcting import grid_of
from desktop.services.importing.layout import Field as Holds
from desktop.services.importing.layout import Kind, Way
from desktop.services.workforce.sheet_import import SheetImport
from desktop.ui.importing.columns import Columns
from desktop.ui.importing.field_words import KINDS, WAYS, row_words
from desktop.ui.importing.sheet_picture import picture_of
from desktop.ui.widgets.boxes import clear, column
from desktop.ui.widgets.field import Field, chooser
from desktop.ui.widgets.text import heading, hint, words
from desktop.ui.widgets.words_shown import shown

_ROWS = 20
_Choices = list[tuple[str, str]]


class ReadStep(QWidget):
    """Shows how the sheet was read; what a person corrects renews the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: SheetImport | None = None
        self._found = words("", "body", 600, wrap=True)
        self._found.setObjectName("import-found")
        self._left = words("", tone="soft", wrap=True)
        self._left.setObjectName("import-left-alone")
        self._kind = self._field("import-kind", "What kind of sheet is it?", self._change_kind)
        self._which = self._field("import-sheet", "Which sheet of the file?", self._change_sheet)
        self._way = self._field("import-way", "Which way round is it?", self._change_way)
        self._head = self._field("import-header", "Where do the headings stand?", self._change_header)
        self._picture = QVBoxLayout()
        self._columns = Columns(self._change_column)
        fields = (self._kind, self._which, self._way, self._head)
        about = hint("Change what is not right. What we make of the sheet changes with it.")
        told = heading("What each column holds", "h3")
        parts = (self._found, self._left, *fields, 4, self._picture, 4, told, about, self._columns)
        self.setLayout(column(*parts, gap=12))

    def show_sheet(self, sheet: SheetImport) -> None:
        """Show this sheet."""
        self._sheet = sheet
        self._show()

    def take_focus(self) -> None:
        """Begin at the kind."""
        self._kind.control.setFocus()

    def _field(self, name: str, label: str, act: Callable[[str], object]) -> Field:
        box = chooser(name, [])
        box.activated.connect(lambda _index: act(str(box.currentData())))
        return Field(label, box, width=520)

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        file, layout = sheet.file, sheet.layout
        sheets = [(each.name, shown(each.name)) for each in file.sheets if not each.hidden or each.name == layout.sheet]
        ways = WAYS_OF.get(layout.kind, (layout.way,))
        _fill(self._kind, [(kind.value, told) for kind, told in KINDS.items()], layout.kind.value)
        _fill(self._which, sheets, layout.sheet)
        self._which.setVisible(len(sheets) > 1)
        _fill(self._way, [(way.value, WAYS[way]) for way in ways], layout.way.value)
        self._way.setVisible(len(ways) > 1)
        _fill(self._head, _rows(sheet), str(max(layout.header_rows, default=0)))
        self._left.setText("\n".join(map(shown, sheet.preview.notes)))
        self._left.setVisible(bool(sheet.preview.notes))
        self._found.setText(_found(sheet))
        clear(self._picture)
        self._picture.addWidget(picture_of(file, layout))
        self._columns.show_layout(file, layout)

    def _change_kind(self, value: str) -> None:
        self._try(self._kind, lambda sheet: sheet.change_kind(Kind(value), sheet.layout.sheet))

    def _change_sheet(self, value: str) -> None:
        self._try(self._which, lambda sheet: sheet.change_kind(None, value))

    def _change_way(self, value: str) -> None:
        self._try(self._way, lambda sheet: sheet.change_way(Way(value)))

    def _change_header(self, value: str) -> None:
        self._try(self._head, lambda sheet: sheet.change_header(int(value)))

    def _change_column(self, at: int, holds: Holds) -> None:
        self._try(self._kind, lambda sheet: sheet.change_field(at, holds))

    def _try(self, field: Field, act: Callable[[SheetImport], object]) -> None:
        if self._sheet is None:
            return
        for each in (self._kind, self._which, self._way, self._head):
            each.clear_problem()
        try:
            act(self._sheet)
        except AppError as error:
            happened, _safe, _to_do = error.sentences
            field.show_problem(f"{happened} It stays as it was.")
        self._show()


def _fill(field: Field, choices: _Choices, chosen: str) -> None:
    """Show the choices; the list is made anew only when they are others, so that no list goes while one is in it."""
    box = field.control
    assert isinstance(box, QComboBox)
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != choices:
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _rows(sheet: SheetImport) -> _Choices:
    """The first rows that hold words, each with its words."""
    layout, grid = sheet.layout, grid_of(sheet.file, sheet.layout)
    last = max(layout.header_rows, default=0)
    found = []
    for row in range(min(max(_ROWS, last + 1), len(grid.rows))):
        texts = [text for column in range(grid.width) if (text := grid.text(row, column))][:3]
        if texts or row == last:
            found.append((str(row), f"{row_words(layout, row)}: {shown(', '.join(texts))[:60]}"))
    return found


def _found(sheet: SheetImport) -> str:
    outcome, people = sheet.outcome(), len(sheet.preview.people)
    of = f"{people} {'person' if people == 1 else 'people'} found."
    return f"{of} So far it would bring in: {outcome.sentence}." if not outcome.nothing else f"{of} Nothing new so far."
