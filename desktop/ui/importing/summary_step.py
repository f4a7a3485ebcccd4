# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What comes in, what is left out and why, before anything is stored."""

from PySide6.QtWidgets import QWidget

from desktop.services.workforce.sheet_import import Outcome
from desktop.ui.widgets.boxes import card, column
from desktop.ui.widgets.table import Cell, Column, DataTable, Row
from desktop.ui.widgets.text import heading, words
from desktop.ui.widgets.words_shown import shown

_COLUMNS = (Column("Cell", 90), Column("Why it is left out", wrap=True, least=260))


class SummaryStep(QWidget):
    """The sum of it in a sentence, and each cell that is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = words("", "h3", 700, wrap=True)
        self._sentence.setObjectName("import-sum")
        self._more = words("", wrap=True)
        self._more.setObjectName("import-more")
        self._undo = words("", tone="soft", wrap=True)
        self._head = heading("Left out", "h3")
        self._left = DataTable(_COLUMNS, "Cells that are left out", whole=True, grow=True)
        self._left.setObjectName("import-left-out")
        told = card(self._sentence, self._more, self._undo)
        self.setLayout(column(told, 4, self._head, self._left, gap=12))

    def show_outcome(self, outcome: Outcome, name: str) -> None:
        """Show what would come in."""
        if outcome.nothing:
            self._sentence.setText("There is nothing new in this sheet.")
            self._undo.setText("Your workbook stays as it is.")
        else:
            self._sentence.setText(f"{outcome.sentence}.")
            self._undo.setText(f"It is one step. Undo takes all of it back: import {shown(name)}.")
        self._more.setText(f"{outcome.more}.")
        self._more.setVisible(bool(outcome.more))
        rows = [Row(str(at), (Cell(each.cell), Cell(shown(each.message)))) for at, each in enumerate(outcome.left_out)]
        self._left.show_rows(rows)
        for part in (self._head, self._left):
            part.setVisible(bool(rows))
