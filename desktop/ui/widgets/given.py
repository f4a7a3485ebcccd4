# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which files a person gave: dropped on the window, copied in a file manager, or typed as names."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


def files_in(held: QMimeData) -> tuple[Path, ...]:
    """The files of this computer that were dropped or copied."""
    return tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())


def files_named_in(held: QMimeData) -> tuple[Path, ...]:
    """The same; and of plain text, every line that names a file."""
    if held.hasUrls():
        return files_in(held)
    return tuple(_named(held.text().splitlines())) if held.hasText() else ()


def _named(lines: Iterable[str]) -> Iterable[Path]:
    for each in lines:
        name = each.strip().strip("\"'")
        if name.startswith("file:"):
            name = QUrl(name).toLocalFile()
        if name and len(name) < 4000 and "\0" not in name and Path(name).is_absolute():
            yield Path(name)
