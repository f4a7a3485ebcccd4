# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a child process that reads a stranger's file is told of this device."""

import os
from pathlib import Path


def child_environment() -> dict[str, str]:
    """The little that a child may know: where Python finds the program, and what Windows needs."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}
