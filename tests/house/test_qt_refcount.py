# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The pinned PySide6 must not lose references to None (6.12.0 does on Python 3.11, and aborts after a few screens)."""

import subprocess
import sys

import pytest

CODE = """
import sys
from PySide6.QtGui import QImage, QPainter, QPen
image = QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
pen = QPen()
before = sys.getrefcount(None)
for _ in range(1000):
    painter.setPen(pen)
print(before - sys.getrefcount(None))
painter.end()
"""


def test_a_thousand_painter_calls_keep_the_count_of_none() -> None:
    found = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=False, env={"QT_QPA_PLATFORM": "offscreen"}
    )
    if "cannot open shared object file" in found.stderr:
        pytest.skip(f"Qt's system libraries are missing: {found.stderr.strip().splitlines()[-1]}")
    assert found.returncode == 0, found.stderr
    lost = int(found.stdout)
    assert lost < 100
