# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How Sevenfold looks on this device, and its keys."""

from collections.abc import Callable

from desktop.ui.infra.page import View
from desktop.ui.pages.charity.section import Section
from desktop.ui.widgets.field import Field, chooser, tick
from desktop.ui.widgets.text import hint

_THEMES = (("system", "As this computer is set"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))
_SIZES = tuple((str(size), f"{size}%") for size in (100, 125, 150, 175, 200))
_MINUTES = tuple((str(count), "1 minute" if count == 1 else f"{count} minutes") for count in (1, 2, 5, 10, 15, 20, 30))


class LookSection(Section):
    """Each setting holds at once, and on this device only."""

    title = "Look and keys"
    about = "These hold on this computer only, and for every workbook on it. Each takes effect at once."

    def __init__(self, view: View, shown_again: Callable[[], object]) -> None:
        super().__init__()
        self._view, self._shown_again = view, shown_again
        self._theme = chooser("look-theme", _THEMES)
        self._size = chooser("look-size", _SIZES)
        self._minutes = chooser("look-minutes", _MINUTES)
        self._keys = tick("look-keys", "Single keys work: 0 to 4 and N judge, R records training", self._take_keys)
        self._theme.activated.connect(lambda _at: self._change(theme=self._theme.currentData()))
        self._size.activated.connect(lambda _at: self._change(text_percent=int(self._size.currentData())))
        self._minutes.activated.connect(lambda _at: self._change(idle_minutes=int(self._minutes.currentData())))
        self.build(
            Field("Colours", self._theme, width=280),
            Field("Text size", self._size, "Ctrl and + or -, anywhere, does the same.", width=280),
            Field("Lock when nobody touches it for", self._minutes, "What is being typed is kept.", width=280),
            self._keys,
            hint("Switch single keys off if you speak to your computer, or press keys by mistake."),
        )

    def refresh(self) -> None:
        """Show the settings in force."""
        now = self._view.now
        self._theme.setCurrentIndex(self._theme.findData(now.theme))
        self._size.setCurrentIndex(self._size.findData(str(now.text_percent)))
        if self._minutes.findData(str(now.idle_minutes)) < 0:
            self._minutes.addItem(f"{now.idle_minutes} minutes", str(now.idle_minutes))
        self._minutes.setCurrentIndex(self._minutes.findData(str(now.idle_minutes)))
        self._keys.setChecked(now.single_keys)

    def _take_keys(self, on: bool) -> None:
        self._change(single_keys=on)

    def _change(self, **settings: object) -> None:
        self._view.change(**settings)
        self._shown_again()
