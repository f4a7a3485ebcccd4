# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The preview of a file on the disk: read in its own process, then looked at here. Nothing is stored."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.sheets.reading import start_reading
from desktop.support.clock import SystemClock
from desktop.support.files import Files

if TYPE_CHECKING:
    from desktop.services.importing.preview import Preview


class FilePreview:
    """A file that is being read, at once; the rules are imported meanwhile. Raises the refusals of the reader."""

    def __init__(self, path: Path) -> None:
        self._reading = start_reading(path, Files())

    def result(self, kind: str | None = None, sheet: str | None = None, as_at: date | None = None) -> "Preview":
        """What it would bring, with the likeliest layout. Raises ``NoLayoutError`` too."""
        from desktop.services.importing.layout import Kind
        from desktop.services.importing.previewing import guess_layout, preview

        file = self._reading.result()
        layout = guess_layout(file, Kind(kind) if kind else None, sheet)
        return preview(file, layout, as_at or SystemClock().today())
