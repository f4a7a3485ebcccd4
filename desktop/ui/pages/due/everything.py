# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Everything that falls due, late first: of one kind or of all, of one person or of everyone."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.models.prints import ListPrint
from desktop.services.due import DueKind, DueView, due_view
from desktop.services.targets import Target
from desktop.ui.pages.due.listed import due_printed
from desktop.ui.pages.due.lists import DUE_COLUMNS, due_rows
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.field import chooser, refill
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import hint, words


class Everything(QWidget):
    """A table whose lines lead to what falls due, and two filters over it."""

    def __init__(self, go: Callable[[Target], object], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._all = self._shown = due_view(())
        self._kind = chooser("due-kind", [("", "Every kind"), *((kind.value, kind.words) for kind in DueKind)])
        self._kind.setAccessibleName("Show what kind")
        self._who = chooser("due-who", [("", "Everyone's")])
        self._who.setAccessibleName("Show whose")
        for filter_ in (self._kind, self._who):
            filter_.activated.connect(lambda _at: self._show())
        self._told = words("", tone="soft", wrap=True)
        self.table = DataTable(DUE_COLUMNS, "Everything that falls due", grow=True)
        self.table.setObjectName("everything-due")
        self.table.opened.connect(lambda at: go(self._shown.lines[int(at)].target))
        filters = row((self._kind, 1), (self._who, 1), gap=8)
        self.setLayout(column(filters, self._told, (self.table, 1), hint("Enter goes to it."), gap=8))

    def show_due(self, view: DueView) -> None:
        """Show what falls due; the filters stay as they are."""
        self._all = view
        refill(self._who, [("", "Everyone's"), *((name, name) for name in view.people)])
        self._show()

    def listing(self) -> ListPrint:
        """What is shown, in the order in which it is."""
        lines = [self._shown.lines[int(row.id)] for row in self.table.shown.rows]
        return due_printed(self._shown.words, lines, self._today())

    def _show(self) -> None:
        kind = self._kind.currentData()
        self._shown = self._all.narrowed(DueKind(kind) if kind else None, self._who.currentData())
        self._told.setText(f"{self._shown.words}.")
        self._told.setVisible(self._shown != self._all)  # of all, the head of the page says it
        self.table.show_rows(due_rows(self._shown.lines, self._today()))
