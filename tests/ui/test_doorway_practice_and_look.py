# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Before a workbook is open: the practice charity in one click and gone in another, and another look put on there."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.services.targets import Place
from desktop.ui.infra.jobs import Job, Step
from desktop.ui.theme import LOOK
from tests.app.stage import Stage, make_practice_home, until
from tests.storage.workbooks import create, name_charity

Begin = Callable[[Path], Stage]  # a second one closes the first, as by leaving
pytestmark = pytest.mark.usefixtures("dressed_by_the_window")


@pytest.fixture
def begin(qapp: QApplication) -> Iterator[Begin]:
    """Opens the window on a home."""
    stages: list[Stage] = []

    def start(home: Path) -> Stage:
        if stages:
            stages.pop().end()
        stages.append(Stage(home).start())
        return stages[-1]

    yield start
    for stage in stages:
        stage.end()
    LOOK.wear("light", 100)


@pytest.fixture(scope="module")
def with_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the practice charity, its keys made quick."""
    home = tmp_path_factory.mktemp("practice") / "home"
    make_practice_home(home)
    return home


def words(stage: Stage) -> str:
    return " | ".join(each.text() for each in stage.shown().findChildren(QLabel) if each.isVisible())


def test_practice_opens_by_one_click_says_so_everywhere_and_goes_by_one_with_all_of_it(
    begin: Begin, with_practice: Path, tmp_path: Path
) -> None:
    home = Path(shutil.copytree(with_practice, tmp_path / "home"))
    practice = next(path.parent for path in home.rglob("workbook.db*"))
    stage = begin(home)
    stage.press("open-practice")
    until(lambda: stage.steering.working is not None, "the practice charity opened")
    stage.settle()
    for place in Place:
        stage.go(place)
        assert "Practice charity" in words(stage), place
    stage.press("remove-practice")
    assert "Remove the practice charity" in words(stage)
    stage.press("safe-choice")
    assert practice.exists()
    stage.press("remove-practice")
    stage.press("act-choice")
    assert not practice.exists()
    assert stage.relaunched == [[]]


def test_what_is_late_is_in_view_in_the_smallest_window(begin: Begin, with_practice: Path, tmp_path: Path) -> None:
    stage = begin(Path(shutil.copytree(with_practice, tmp_path / "home")))
    stage.press("open-practice")
    until(lambda: stage.steering.working is not None, "the practice charity opened")
    stage.wear("light", 100, (1024, 700))
    first = stage.find("due-0")
    assert "late" in first.accessibleName()
    assert first.visibleRegion().boundingRect() == first.rect()


def test_another_look_on_the_welcome_keeps_the_choices_and_is_there_after_a_restart(
    begin: Begin, tmp_path: Path
) -> None:
    stage = begin(tmp_path / "home")
    before = words(stage)
    stage.press("theme-dark")
    stage.press("text-larger")
    assert LOOK.theme == "dark"
    assert LOOK.scale > 1
    assert words(stage) == before
    assert QApplication.focusWidget() is not None
    begin(tmp_path / "home")
    assert LOOK.theme == "dark"
    assert LOOK.scale > 1


def test_how_far_long_work_is_stands_above_the_choices_until_it_is_done(begin: Begin, tmp_path: Path) -> None:
    stage = begin(tmp_path / "home")
    jobs, told = stage.steering.jobs, list[str]()

    def work(step: Step) -> None:
        step(1, 3, "Reading the practice files")

    jobs.start(Job("Practice charity", work, lambda _none: told.append(words(stage))))
    until(lambda: bool(told), "the work is done")
    stage.settle()
    assert "Practice charity: Reading the practice files" in told[0]
    assert "Reading the practice files" not in words(stage)


def test_another_look_on_the_unlock_page_still_unlocks(begin: Begin, tmp_path: Path) -> None:
    home = tmp_path / "home"
    workbook, _code = create(home / "workbooks" / "1")
    name_charity(workbook, "Kindly Bridge")
    workbook.close(backup=False)
    stage = begin(home)
    stage.press("theme-contrast")
    assert LOOK.theme == "contrast"
    field = stage.find("passphrase")
    assert isinstance(field, QLineEdit)
    assert QApplication.focusWidget() is field
    stage.fill("passphrase", "not the passphrase")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle()
    assert "does not open the workbook" in words(stage)
    assert stage.find("unlock-workbook").isEnabled()
