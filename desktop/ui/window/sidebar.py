# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sidebar: the seven places, and at its foot who is at work and how to lock."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from desktop.services.targets import Place
from desktop.ui.theme import font, icon, sp
from desktop.ui.widgets.boxes import column, plain, put, row
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.text import words

ICONS = {
    Place.HOME: "house",
    Place.STANDARDS: "clipboard-check",
    Place.EVIDENCE: "paperclip",
    Place.PEOPLE: "users",
    Place.DUE: "calendar-clock",
    Place.PACKS: "briefcase",
    Place.CHARITY: "building-2",
}


class Sidebar(QFrame):
    """``chosen`` tells which place a person pressed."""

    chosen = Signal(object)

    def __init__(self, who: str, lock: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("shape", "nav")
        self.setObjectName("sidebar")
        self.setAccessibleName("Places")
        self.setFixedWidth(sp(196))
        self._group = QButtonGroup(self)
        self._buttons = {place: self._button(place) for place in Place}
        name = row(Logo(), words("Sevenfold", "h3", 700, "nav_text"), None, gap=10, margins=(16, 14, 8, 18))
        foot = column(
            row(
                (words(who, "small", 600, "nav_text", wrap=True), 1), margins=(4, 0, 0, 0)
            ),  # as far in as the button's
            button("Lock  Ctrl+L", "lock", lock, kind="navlink"),
            gap=0,
            margins=(12, 0, 8, 10),
        )
        self.setLayout(put(column(name, gap=2), *self._buttons.values(), None, plain(foot)))

    def show_place(self, place: Place) -> None:
        """Mark where the person is."""
        for each, made in self._buttons.items():
            made.setChecked(each is place)
            made.setIcon(icon(ICONS[each], "mark" if each is place else "nav_soft"))
            made.setAccessibleName(f"{each.words}, you are here" if each is place else each.words)

    def focus_place(self) -> None:
        """Put the focus on the place the person is at."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def _button(self, place: Place) -> QPushButton:
        made = button(place.words, f"place-{place.value}", lambda: self.chosen.emit(place), kind="place")
        made.setText("  " + place.words)
        made.setCheckable(True)
        made.setFont(font("body"))
        made.setIconSize(QSize(sp(19), sp(19)))
        made.setToolTip(f"Ctrl+{list(Place).index(place) + 1}")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(made)
        return made
