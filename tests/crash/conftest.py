# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A place in memory for work that is killed or replayed many times: what counts there is order, not the disk."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@pytest.fixture
def swift(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system in memory where there is one, else an ordinary temporary folder."""
    if not _MEMORY.is_dir():
        yield tmp_path
        return
    place = Path(tempfile.mkdtemp(prefix="sevenfold-", dir=_MEMORY))
    yield place
    shutil.rmtree(place)
