# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What lies behind one figure of Standard 6: who counts, who does not, why, and what a pack would say."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.services.targets import Place, Target
from desktop.services.workforce.standard_six import FigureLine
from desktop.ui.pages.people.standard_six.words import WHO_COLUMNS, who_rows
from desktop.ui.widgets.boxes import box, column, row
from desktop.ui.widgets.buttons import button, say
from desktop.ui.widgets.marks import Mark
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.text import heading, hint, words


class FigureCard(QFrame):
    """One figure. ``back`` leads to all of them, and Esc does the same; ``go`` to a person or the indicator."""

    def __init__(self, go: Callable[[Target], object], back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "card")
        self.setObjectName("figure-card")
        self._go, self._back, self._indicator_id = go, back, ""
        self._name = heading("", "h3")
        self._said = words("", "body", 600, wrap=True)
        self._said.setObjectName("figure-said")
        self._flag = words("", wrap=True)
        self._flag.setObjectName("figure-flag")
        self._well = box(row(Mark("due", 18, ground="sunken"), (self._flag, 1), gap=10, margins=(12, 8, 12, 8)), "well")
        self._packed = hint("")
        self._packed.setObjectName("figure-packed")
        self._who = DataTable(WHO_COLUMNS, "Who, and why", lines=2, grow=True, whole=True)
        self._who.setObjectName("figure-people")
        self._who.opened.connect(lambda person_id: go(Target(Place.PEOPLE, person_id)))
        self._open = button("Open", "figure-open", self._open_indicator, kind="primary")
        self.back = button("All of Standard 6", "figure-back", back, kind="linkic", icon_name="arrow-left")
        parts = (self.back, self._name, self._said, self._well, self._who, self._packed, row(self._open, None))
        self.setLayout(column(*parts, None, gap=8, margins=(16, 12, 16, 12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def show_line(self, line: FigureLine) -> None:
        """Show the figure of one indicator."""
        self._indicator_id = line.indicator_id
        self._name.setText(f"{line.number} {line.name}")
        self._said.setText(f"{line.sentence}.")
        self._flag.setText(line.flag)
        self._well.setVisible(bool(line.flag))
        self._who.show_rows(who_rows(line.people))
        self._who.setVisible(bool(line.people))
        self._packed.setText(_packed(line))
        say(self._open, f"Open {line.number}")

    def take_focus(self) -> None:
        """Put the focus on the people, or on the way to the indicator."""
        (self._who if not self._who.isHidden() else self._open).setFocus(Qt.FocusReason.TabFocusReason)

    def _open_indicator(self) -> None:
        self._go(Target(Place.STANDARDS, self._indicator_id))


def _packed(line: FigureLine) -> str:
    if line.met is None:
        return "Judge this from evidence. A pack shows no figure for it."
    if line.hidden_in_pack:
        return "A pack hides this figure: it counts fewer than 5 people."
    return f"In a pack: {line.in_pack}. Names are never in a pack." if line.in_pack else "A pack shows no figure yet."
