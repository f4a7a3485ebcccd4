# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tests of the window need no screen, and widgets without a window wear the style sheet all the same."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def styled_without_a_window(qapp: object) -> Iterator[None]:
    """In the product each window has the sheet; here parts are tested on their own."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import LOOK

    assert isinstance(qapp, QApplication)

    def dress() -> None:
        qapp.setStyleSheet(LOOK.sheet)

    LOOK.changed.connect(dress)
    yield
    LOOK.changed.disconnect(dress)
