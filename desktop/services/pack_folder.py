# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where a new pack goes: a folder of its own, so that nothing else lies between its files."""

from datetime import date
from itertools import count
from pathlib import Path


def folder_for(chosen: Path, today: date) -> Path:
    """The chosen folder when it is new or empty, otherwise a new one inside it, named by the day."""
    if not _holds_something(chosen):
        return chosen
    name = f"Evidence pack {today.isoformat()}"
    numbered = (chosen / (name if number == 1 else f"{name} ({number})") for number in count(1))
    return next(folder for folder in numbered if not folder.exists())


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError:  # cannot be looked into: the new folder inside it will tell why when it is made
        return True
