# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The whole window for tests: on an empty home, or with the practice charity open. A warning in the log fails."""

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LOOK
from tests.app.stage import Complaints, Stage, make_practice_home


@pytest.fixture(autouse=True)
def complaints() -> Iterator[Complaints]:
    """No journey leaves a warning in the log; Qt's own messages are in it too."""
    heard = Complaints()
    logging.getLogger().addHandler(heard)
    yield heard
    logging.getLogger().removeHandler(heard)
    assert heard.said == []


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the practice charity, made once; to be copied."""
    home = tmp_path_factory.mktemp("practice") / "home"
    make_practice_home(home)
    return home


@pytest.fixture
def practice_home(practice_template: Path, tmp_path: Path) -> Path:
    """A home of one's own with the practice charity."""
    return Path(shutil.copytree(practice_template, tmp_path / "home"))


@pytest.fixture
def practice_stage(qapp: QApplication, practice_home: Path) -> Iterator[Stage]:
    """The window with the practice charity open at Home."""
    stage = Stage(practice_home)
    yield stage.start(practice=True)
    stage.end()
    LOOK.wear("light", 100)
    assert stage.flashes.seen == []


@pytest.fixture
def empty_stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """The window on a device where Sevenfold was never started."""
    stage = Stage(tmp_path / "home")
    yield stage.start()
    stage.end()
    LOOK.wear("light", 100)
    assert stage.flashes.seen == []
