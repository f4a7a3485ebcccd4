# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""To do something in a later turn of the window's loop, if what it is for is still there."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(part: QObject, act: Callable[[], object], milliseconds: int = 0) -> None:
    """Call ``act`` in a later turn, unless ``part`` is gone by then.

    What it raises is told as from any slot. Left to itself, a call put off for 0 ms with a part to go with would leave
    its error standing in the interpreter, and some event filter would be blamed for it.
    """

    def do() -> None:
        try:
            act()
        except Exception:
            sys.excepthook(*sys.exc_info())

    QTimer.singleShot(milliseconds, part, do)
