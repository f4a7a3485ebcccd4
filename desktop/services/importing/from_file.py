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


def preview_file(path: Path, kind: str | None = None, sheet: str | None = None, as_at: date | None = None) -> "Preview":
    """What the file would bring, with the likeliest layout. Raises the refusals of the reader and ``NoLayoutError``."""
    reading = start_reading(path, Files())
    from desktop.services.importing.layout import Kind  # while the file is being read
    from desktop.services.importing.previewing import guess_layout, preview

    file = reading.result()
    layout = guess_layout(file, Kind(kind) if kind else None, sheet)
    return preview(file, layout, as_at or SystemClock().today())
