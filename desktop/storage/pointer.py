# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which workbook folder is in use: one small file, switched in one step after a restore. The old folder stays."""

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.support.clock import Clock
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files

POINTER = "current.json"


@dataclass(frozen=True, slots=True)
class Previous:
    """A folder that was in use before, and until when (ISO, UTC)."""

    folder: Path
    until: str


class Pointer:
    """The pointer file in the folder where Sevenfold keeps its own things."""

    def __init__(self, folder: Path, files: Files, clock: Clock) -> None:
        self._path = folder / POINTER
        self._files = files
        self._clock = clock

    def current(self) -> Path | None:
        """The workbook folder in use, or None when none was chosen."""
        found = self._read().get("current")
        return Path(found) if isinstance(found, str) else None

    def previous(self) -> tuple[Previous, ...]:
        """The folders used before, newest first."""
        found = self._read().get("previous")
        return tuple(Previous(Path(each["folder"]), each["until"]) for each in found) if isinstance(found, list) else ()

    def switch(self, folder: Path) -> None:
        """Use ``folder`` from now on and remember the one before."""
        before = self.current()
        earlier = [{"folder": str(each.folder), "until": each.until} for each in self.previous()]
        if before is not None and before != folder.absolute():
            earlier.insert(0, {"folder": str(before), "until": self._clock.now().isoformat()})
        content = {"current": str(folder.absolute()), "previous": earlier}
        with plain_disk_errors("The note of which workbook is in use"):
            self._files.make_folder(self._path.parent)
            self._files.write(self._path, json.dumps(content, indent=1).encode() + b"\n")

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self._files.read(self._path))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
