# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The tests of the window need no screen, and widgets without a window wear the style sheet all the same."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from tests.ui.drivers.doorway import DoorwayDriver

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


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice charity's records, made once. A test works on a copy."""
    from tests.storage.desks import practice_workbook

    folder = tmp_path_factory.mktemp("practice") / "workbook"
    practice_workbook(folder).close(backup=False)
    return folder


@pytest.fixture
def desk(practice: Path, tmp_path: Path) -> "Iterator[Desk]":
    """The practice charity at work, for tests that need no other."""
    from tests.storage.desks import desk_of
    from tests.storage.workbooks import reopen

    with desk_of(reopen(Path(shutil.copytree(practice, tmp_path / "workbook")))) as desk:
        yield desk


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where Sevenfold keeps its own things; it is made when it is needed."""
    return tmp_path / "home"


@pytest.fixture
def open_window(qapp: object, home: Path) -> "Iterator[Callable[[], DoorwayDriver]]":
    """Opens the window on this home; the one before is closed first, as by leaving."""
    from desktop.ui.theme import LOOK
    from tests.ui.drivers.doorway import DoorwayDriver

    opened: list[DoorwayDriver] = []

    def begin() -> DoorwayDriver:
        if opened:
            opened.pop().end()
        opened.append(DoorwayDriver(home))
        return opened[0]

    yield begin
    if opened:
        opened.pop().end()
    LOOK.wear("light", 100)
