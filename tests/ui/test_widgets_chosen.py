# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The fold, the judgement picker and the focus ring: keys, names, and that showing tells nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.theme import LOOK, colour
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.fold import Fold, FoldPanel
from desktop.ui.widgets.picker import Picker

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
STATES = ("partly_met", "partly_met", "met", "no_result", "safety_gap", "not_yet_met", "met")


@pytest.fixture(autouse=True)
def _in_light(qtbot: QtBot) -> Iterator[None]:
    LOOK.wear("light", 100)
    yield
    LOOK.wear("light", 100)


def seen(qtbot: QtBot, widget: QWidget, wide: int = 1036, high: int = 400) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget  # to be kept: the test bench does not hold it


def panels(word: str = "9 of 10 answered") -> list[FoldPanel]:
    return [
        FoldPanel(at, f"Short {at}", f"The whole title of {at}", name, word, f"Standard {at}, Short {at}, {word}")
        for at, name in enumerate(STATES, 1)
    ]


def holding(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def test_the_fold_is_seven_named_buttons_moved_in_by_arrows(qtbot: QtBot) -> None:
    fold = Fold(panels())
    _window = seen(qtbot, holding(fold))
    first = fold.panels[0]
    assert first.accessibleName() == "Standard 1, Short 1, 9 of 10 answered"
    assert first.accessibleDescription() == first.toolTip() == "The whole title of 1"
    fold.move_to(0)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert fold.panels[1].hasFocus()
    QTest.keyClick(fold.panels[1], Qt.Key.Key_End)
    assert fold.panels[6].hasFocus()
    QTest.keyClick(fold.panels[6], Qt.Key.Key_Right)
    assert fold.panels[6].hasFocus()
    QTest.keyClick(fold.panels[6], Qt.Key.Key_Home)
    assert first.hasFocus()
    stops = [panel for panel in fold.panels if panel.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [first]


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_a_panel_opens_by_key_and_by_click_and_showing_opens_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    fold = Fold(panels())
    opened: list[int] = []
    fold.opened.connect(opened.append)
    _window = seen(qtbot, holding(fold))
    fold.move_to(4)
    fold.show_panels(panels("All 9 answered"))
    assert opened == []
    assert fold.panels[4].hasFocus()
    assert fold.panels[4].accessibleName().endswith("All 9 answered")
    QTest.keyClick(fold.panels[4], key)
    QTest.mouseClick(fold.panels[6], Qt.MouseButton.LeftButton)
    assert opened == [5, 7]


def test_the_fold_becomes_seven_rows_under_sixty_em_and_with_larger_text(qtbot: QtBot) -> None:
    fold = Fold(panels())
    window = seen(qtbot, holding(fold))
    assert not fold.down
    assert fold.panels[0].y() == fold.panels[6].y()
    LOOK.wear("light", 200)
    qtbot.waitUntil(lambda: fold.height() == 7 * 80)
    LOOK.wear("light", 100)
    qtbot.waitUntil(lambda: not fold.down)
    window.resize(700, 600)
    qtbot.waitUntil(lambda: fold.height() == 7 * 40)
    assert [panel.y() for panel in fold.panels] == [at * 40 for at in range(7)]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_fold_shows_states_in_colour_words_apart(qtbot: QtBot, theme: str) -> None:
    LOOK.wear(theme, 100)
    fold = Fold(panels())
    qtbot.addWidget(fold)
    fold.resize(1036, 200)
    image = fold.grab().toImage()
    band = {image.pixelColor(fold.panels[at].geometry().center().x(), 8).name() for at in (0, 2, 4)}
    assert band == {colour("partly").name(), colour("met").name(), colour("gap").name()}


def test_a_judgement_is_made_by_keys_and_never_by_walking_past_it(qtbot: QtBot) -> None:
    picker = Picker()
    told: list[object] = []
    picker.picked.connect(told.append)
    _window = seen(qtbot, holding(picker), 664)
    picker.show_choice(3)
    picker.take_focus()
    assert picker.choices[3].hasFocus()
    QTest.keyClick(picker.choices[3], Qt.Key.Key_Right)
    QTest.keyClick(picker.choices[4], Qt.Key.Key_Right)
    assert told == []
    assert picker.choices[5].hasFocus()
    assert picker.choices[3].isChecked()
    QTest.keyClick(picker.choices[5], SPACE)
    QTest.keyClick(picker.choices[5], Qt.Key.Key_2)
    QTest.keyClick(picker.choices[2], Qt.Key.Key_Left)
    QTest.keyClick(picker.choices[1], ENTER)
    QTest.keyClick(picker.choices[1], Qt.Key.Key_N)
    assert told == [None, 2, 1, None]
    assert [choice.isChecked() for choice in picker.choices] == [False] * 5 + [True]


def test_showing_a_judgement_tells_nothing_and_names_what_is_chosen(qtbot: QtBot) -> None:
    picker = Picker()
    qtbot.addWidget(picker)
    told: list[object] = []
    picker.picked.connect(told.append)
    assert not any(choice.isChecked() for choice in picker.choices)
    picker.show_choice(3)
    assert picker.choices[3].accessibleName() == "3, In place, chosen"
    assert picker.choices[0].accessibleName() == "0, Not in place"
    picker.show_choice(None, not_applicable=True)
    assert picker.choices[5].accessibleName() == "N, Not applicable, chosen"
    picker.show_choice(None)
    assert not any(choice.isChecked() for choice in picker.choices)
    picker.choices[0].click()
    picker.choices[0].click()
    assert told == [0]


def test_single_keys_can_be_switched_off_and_never_work_with_ctrl(qtbot: QtBot) -> None:
    picker = Picker(single_keys=False)
    told: list[object] = []
    picker.picked.connect(told.append)
    _window = seen(qtbot, holding(picker))
    picker.take_focus()
    QTest.keyClick(picker.choices[0], Qt.Key.Key_4)
    picker.single_keys = True
    QTest.keyClick(picker.choices[0], Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert told == []
    QTest.keyClick(picker.choices[0], Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    assert told == [4]


def test_the_picker_becomes_a_column_where_words_would_not_fit(qtbot: QtBot) -> None:
    picker = Picker()
    window = seen(qtbot, holding(picker), 664)
    assert not picker.down
    window.resize(420, 500)
    qtbot.waitUntil(lambda: picker.down)
    assert [choice.x() for choice in picker.choices] == [picker.choices[0].x()] * 6
    picker.show_choice(2)
    image = picker.grab().toImage()
    assert image.pixelColor(picker.choices[2].geometry().center() + QPoint(100, 0)) == colour("action")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_focus_ring_is_three_pixels_of_marigold_round_two_of_focus(qtbot: QtBot, theme: str) -> None:
    LOOK.wear(theme, 100)
    edit = QLineEdit("words")
    window = holding(edit)
    window.setProperty("paper", True)
    ring = FocusRing(window)
    seen(qtbot, window, 400, 200)
    edit.setFocus()
    qtbot.waitUntil(ring.isVisible)
    image = window.grab().toImage()
    top = edit.mapTo(window, QPoint(edit.width() // 2, 0))
    column = [image.pixelColor(top.x(), top.y() - up).name() for up in range(1, 6)]
    mark, focus = colour("mark").name(), colour("focus").name()
    assert column[2:] == [mark] * 3
    assert column[:2] == [focus] * 2 if theme == "light" else mark not in column[:2]


def test_the_ring_follows_scrolling_is_cut_and_goes_when_the_focus_goes(qtbot: QtBot) -> None:
    inside, edits = QWidget(), [QLineEdit(str(at)) for at in range(20)]
    layout = QVBoxLayout(inside)
    for edit in edits:
        layout.addWidget(edit)
    area = QScrollArea()
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window = QWidget()
    QVBoxLayout(window).addWidget(area)
    ring = FocusRing(window)
    seen(qtbot, window, 400, 300)
    edits[2].setFocus()
    qtbot.waitUntil(ring.isVisible)
    before = ring.y()
    area.verticalScrollBar().setValue(40)
    assert ring.y() == before - 40
    view = area.viewport()
    half = edits[2].mapTo(view, QPoint()).y() + area.verticalScrollBar().value() + edits[2].height() // 2
    area.verticalScrollBar().setValue(half)
    assert ring.y() >= view.mapTo(window, QPoint()).y()
    assert ring.height() < edits[2].height()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not ring.isVisible()
    edits[19].setFocus()
    assert ring.isVisible()
    edits[19].clearFocus()
    assert not ring.isVisible()


def test_the_ring_outlives_what_it_was_drawn_on_and_goes_with_its_window(qtbot: QtBot) -> None:
    inside, kept = QWidget(), QLineEdit("kept")
    edit = QLineEdit("goes", inside)
    window = holding(inside)
    window.layout().addWidget(kept)  # type: ignore[union-attr]  # it has one
    ring = FocusRing(window)
    seen(qtbot, window, 400, 200)
    edit.setFocus()
    qtbot.waitUntil(ring.isVisible)
    delete(inside)
    assert ring.target is not edit
    kept.setFocus()
    assert ring.target is kept
    other = QLineEdit("in another window")
    seen(qtbot, other)
    assert not ring.isVisible()
    delete(window)
    other.clearFocus()
    other.setFocus()
    assert other.hasFocus()
