# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The walk over every screen, dialog and state: named, reachable, leavable, never cut, never by colour alone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LOOK
from tests.app import door_scenes, faulty, scenes, walk
from tests.app.scenes import Scene
from tests.app.stage import Stage

LOOKS = {
    "as usual": (100, (1280, 800)),
    "small window": (100, (1024, 700)),
    "text at 200%": (200, (1280, 800)),
}


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    LOOK.wear("light", 100)


def findings(stage: Stage, some: Sequence[Scene], percent: int, size: tuple[int, int]) -> list[str]:
    """What a person would trip over on these screens, each with the name of its screen."""
    stage.wear("light", percent, size)
    found = []
    for scene in some:
        on_top = scenes.reach(stage, scene)
        found += [f"{scene.name}: {each}" for each in (*walk.everything(on_top), *walk.tab_round(on_top))]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_an_open_workbook_can_be_used_by_everyone(practice_stage: Stage, look: str) -> None:
    assert findings(practice_stage, (*scenes.DESK, scenes.LAST), *LOOKS[look]) == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("door", door_scenes.DOORS, ids=lambda door: door.begin.__name__)
def test_every_screen_before_a_workbook_is_open_can_be_used_by_everyone(
    qapp: QApplication, tmp_path: Path, door: door_scenes.Door, look: str
) -> None:
    stage = door.begin(tmp_path / "home")
    try:
        assert findings(stage, door.scenes, *LOOKS[look]) == []
    finally:
        stage.end()


def test_every_act_of_the_menus_has_one_key_of_its_own_and_no_two_letters_are_alike(practice_stage: Stage) -> None:
    actions = [each for each in practice_stage.window.actions() if isinstance(each, QAction)]
    assert len(actions) > 20
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []
    bar = practice_stage.window.menuBar()
    letters = Counter(re.findall(r"&(\w)", " ".join(action.text() for action in bar.actions())))
    assert len(letters) == len(bar.actions())
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_the_walk_finds_what_it_looks_for(practice_stage: Stage) -> None:
    """A walk can go blind; so here is one screen with every fault."""
    practice_stage.wear("light", 100)
    dialog = faulty.dialog(practice_stage.window)
    dialog.open()
    practice_stage.settle()
    found = "\n".join([*walk.everything(dialog), *walk.tab_round(dialog)])
    for words in (
        "no name: nameless",
        "no object name: QPushButton in faulty",
        "could be read as markup: marked-up",
        "words are cut: too-long",
        "words are cut: too-high",
        "is cut at the side: outside",
        "smaller than 24 px: tiny",
        "more than one filled button: first 'First', second 'Second'",
        "Tab does not leave: trap",
        "cell says nothing: silent row 1 column 1",
        "choice is cut: chooser",
    ):
        assert words in found
