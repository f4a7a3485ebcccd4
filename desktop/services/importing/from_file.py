# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The preview of a file on the disk: read in its own process, then looked at here. Nothing is stored."""

from datetime import date
from pathlib import Path

from desktop.services.importing.layout import Kind
from desktop.services.importing.preview import Preview
from desktop.services.importing.previewing import guess_layout, preview
from desktop.sheets.reading import read_sheets
from desktop.support.clock import SystemClock
from desktop.support.files import Files


def preview_file(path: Path, kind: Kind | None = None, sheet: str | None = None, as_at: date | None = None) -> Preview:
    """What the file would bring, with the likeliest layout. Raises the refusals of the reader and ``NoLayoutError``."""
    file = read_sheets(path, Files())
    return preview(file, guess_layout(file, kind, sheet), as_at or SystemClock().today())
