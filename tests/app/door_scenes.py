# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The screens before a workbook is open: welcome, unlock, the first run, restoring."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.app.scenes import Scene
from tests.app.stage import Stage


@dataclass(frozen=True, slots=True)
class Door:
    """A start of the window, and the scenes one comes to from there, in this order."""

    begin: Callable[[Path, Path], Stage]
    scenes: tuple[Scene, ...]


def on_an_empty_home(home: Path, _template: Path) -> Stage:
    """Nothing was ever begun here."""
    return Stage(home).start()


DOORS: tuple[Door, ...] = (Door(on_an_empty_home, (Scene("welcome", lambda _stage: None),)),)
