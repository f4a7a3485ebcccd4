# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tests of the window need no screen, and widgets without a window wear the style sheet all the same."""

import os
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def styled_without_a_window(qapp: object) -> Iterator[Callable[[], None]]:
    """In the product each window has the sheet; here parts are tested on their own. Gives what dresses them."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import LOOK

    assert isinstance(qapp, QApplication)

    def dress() -> None:
        qapp.setStyleSheet(LOOK.sheet)

    LOOK.changed.connect(dress)
    yield dress
    LOOK.changed.disconnect(dress)


@pytest.fixture(scope="module")
def dressed_by_the_window(qapp: object, styled_without_a_window: Callable[[], None]) -> Iterator[None]:
    """For tests of the whole window, which wears the sheet itself: worked out once a widget, not twice."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import LOOK

    assert isinstance(qapp, QApplication)
    LOOK.changed.disconnect(styled_without_a_window)
    qapp.setStyleSheet("")
    yield
    LOOK.changed.connect(styled_without_a_window)
    styled_without_a_window()
