# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Keeping the memory of this process out of crash files and away from other programs."""

import ctypes
import sys

_PR_SET_DUMPABLE = 4

if sys.platform != "win32":
    import resource


def no_memory_files() -> None:
    """Switch core dumps off, and on Linux refuse other processes of the same user a look at our memory."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
