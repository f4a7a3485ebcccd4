# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which files a person gave: dropped on the window, copied in a file manager, or typed as names."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """The files that were dropped or copied; of plain text, every line that names one."""
    if data.hasUrls():
        return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(_named(data.text().splitlines())) if data.hasText() else ()


def _named(lines: Iterable[str]) -> Iterable[Path]:
    for each in lines:
        name = each.strip().strip("\"'")
        if name.startswith("file:"):
            name = QUrl(name).toLocalFile()
        if name and len(name) < 4000 and "\0" not in name and Path(name).is_absolute():
            yield Path(name)
