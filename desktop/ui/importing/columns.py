# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What each column holds, one under another, each with a choice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.models.sheet import SheetFile
from desktop.services.importing.correcting import fields_for
from desktop.services.importing.layout import Field, Layout, Place
from desktop.ui.importing.field_words import column_words, field_words
from desktop.ui.importing.sheet_picture import values_of
from desktop.ui.theme import sp
from desktop.ui.widgets.boxes import clear
from desktop.ui.widgets.field import Field as Row
from desktop.ui.widgets.field import chooser
from desktop.ui.widgets.words_shown import shown

_Shape = tuple[str, tuple[Field, ...], tuple[tuple[int, str], ...], tuple[int, ...]]


class Columns(QWidget):
    """``changed`` is called with the column and what a person says it holds."""

    def __init__(self, changed: Callable[[int, Field], object]) -> None:
        super().__init__()
        self._changed = changed
        self._shape: _Shape | None = None
        self._choosers: dict[int, QComboBox] = {}
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(sp(10))
        self.setLayout(self._room)

    def show_layout(self, file: SheetFile, layout: Layout) -> None:
        """Show what the columns hold. The rows are made anew only when other columns are there."""
        places = [place for place in layout.places if place.at not in layout.hidden_columns]
        fields = fields_for(layout)
        shape = (layout.sheet, fields, tuple((place.at, place.heading) for place in places), layout.header_rows)
        if shape != self._shape:
            self._shape = shape
            self._make(file, layout, places, fields)
        for place in places:
            box = self._choosers[place.at]
            if box.findData(place.field.value) < 0:
                box.addItem(field_words(place.field), place.field.value)
            box.setCurrentIndex(box.findData(place.field.value))

    def _make(self, file: SheetFile, layout: Layout, places: list[Place], fields: tuple[Field, ...]) -> None:
        clear(self._room)
        self._choosers.clear()
        choices = [(field.value, field_words(field)) for field in fields]
        for place in places:
            box = chooser(f"column-{place.at}", choices)
            box.activated.connect(partial(self._tell, place.at))
            label = f"{column_words(layout, place.at)}: {shown(place.heading)}" if place.heading else ""
            row = Row(label or column_words(layout, place.at), box, values_of(file, layout, place.at), width=420)
            self._room.addWidget(row)
            self._choosers[place.at] = box

    def _tell(self, at: int, _index: int) -> None:
        self._changed(at, Field(self._choosers[at].currentData()))
