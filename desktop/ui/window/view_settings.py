# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How the window looks on this device: theme and text size, kept in the settings file, put on at once."""

from collections.abc import Callable
from dataclasses import replace

from desktop.services.device_settings import DeviceSettings, SettingsFile
from desktop.ui.theme import LOOK

STEPS = (100, 125, 150, 175, 200)


class ViewSettings:
    """The settings of this device. ``changed`` is called after each change, once saved; it has to call ``put_on``."""

    def __init__(self, file: SettingsFile) -> None:
        self._file = file
        self.now: DeviceSettings = file.load()
        self.changed: Callable[[], object] = self.put_on

    def put_on(self) -> None:
        """Dress the application."""
        LOOK.wear(self.now.theme, self.now.text_percent)

    def change(self, **settings: object) -> None:
        """Change some settings, save all of them, and have them shown."""
        self.now = replace(self.now, **settings)  # type: ignore[arg-type]  # the file refuses what does not fit
        self._file.save(self.now)
        self.changed()

    def remember_size(self, size: tuple[int, int]) -> None:
        """Keep the size of the window for the next start."""
        self.now = replace(self.now, window_size=size)
        self._file.save(self.now)

    def remember_place(self, place: str) -> None:
        """Keep where one is, for the time after a lock."""
        if place != self.now.last_place:
            self.now = replace(self.now, last_place=place)
            self._file.save(self.now)

    def theme(self, name: str) -> None:
        """One of 'system', 'light', 'dark', 'contrast'."""
        self.change(theme=name)

    def larger(self) -> None:
        """The next larger text."""
        self.change(text_percent=next((step for step in STEPS if step > self.now.text_percent), STEPS[-1]))

    def smaller(self) -> None:
        """The next smaller text."""
        self.change(text_percent=next((step for step in reversed(STEPS) if step < self.now.text_percent), STEPS[0]))

    def usual(self) -> None:
        """Text at 100%."""
        self.change(text_percent=STEPS[0])
