# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A signed pack of the practice charity, and the same with some bytes changed. Made once a run."""

import atexit
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.services.practice import make_practice
from tests.storage.workbooks import CLOCK


@dataclass(frozen=True, slots=True)
class Packs:
    """Files to give to the checker."""

    genuine: tuple[Path, ...]
    altered: tuple[Path, ...]

    @staticmethod
    @cache
    def of_this_run() -> "Packs":
        """The packs; the first call takes some seconds."""
        room = TemporaryDirectory(prefix="sevenfold-packs-")
        atexit.register(room.cleanup)
        folder = Path(room.name)
        delivery = make_practice(folder / "made", clock=CLOCK)
        pdf = next(path for _label, path in delivery.send if path.suffix == ".pdf")
        altered = folder / "altered" / pdf.name
        altered.parent.mkdir()
        data = bytearray(pdf.read_bytes())
        at = len(data) // 2
        data[at : at + 4] = bytes(each ^ 0xFF for each in data[at : at + 4])
        altered.write_bytes(data)
        return Packs(tuple(path for _label, path in delivery.send), (altered,))
