# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Marks, badges, bars and discs: told by shape and words, and in every theme by colour too."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import LOOK, STATES, colour, state
from desktop.ui.widgets.badge import Badge, Chip, badge_size
from desktop.ui.widgets.discs import Discs
from desktop.ui.widgets.fold import FoldPicture
from desktop.ui.widgets.heat_cell import HeatValue, draw_heat
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.marks import MARKS, Mark, draw_mark
from desktop.ui.widgets.range_bar import RangeBar
from desktop.ui.widgets.strength_bar import StrengthBar
from desktop.ui.widgets.time_line import TimeLine

THEMES = ("light", "dark", "contrast")
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _in_light(qtbot: QtBot) -> Iterator[None]:
    LOOK.wear("light", 100)
    yield
    LOOK.wear("light", 100)


def shades(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def shown(widget: QWidget) -> set[str]:
    return shades(widget.grab().toImage())


def drawn_mark(kind: str, side: int = 40) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        draw_mark(painter, kind, QRectF(2, 2, side - 4, side - 4), QColor("black"), QColor("white"))
    return image


def test_every_mark_has_a_silhouette_of_its_own() -> None:
    pictures = {kind: bytes(drawn_mark(kind).constBits()) for kind in MARKS}
    assert len(MARKS) == 11
    assert len(set(pictures.values())) == 11
    assert {told.mark for told in STATES.values()} <= set(MARKS)


@pytest.mark.parametrize("theme", THEMES)
def test_a_badge_shows_tint_border_and_words_in_the_colours_of_its_state(qtbot: QtBot, theme: str) -> None:
    LOOK.wear(theme, 100)
    badge = Badge("safety_gap", about="Standard 5")
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    assert {colour("gap").name(), colour("gap_tint").name()} <= shown(badge)
    assert badge.accessibleName() == "Standard 5, Safety gap"
    badge.show_state("met", "Met, 2 critical not applicable")
    assert colour("met").name() in shown(badge)
    assert badge.sizeHint().width() == badge_size("met", "Met, 2 critical not applicable").width()
    assert badge.sizeHint().width() > badge_size("met").width()


def test_what_is_drawn_grows_with_the_text_while_it_is_shown(qtbot: QtBot) -> None:
    chip = Chip("Critical indicator", "shield-alert")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    LOOK.wear("light", 200)
    assert chip.sizeHint().width() > before.width() * 1.8
    assert chip.sizeHint().height() == 2 * before.height()


@pytest.mark.parametrize("theme", THEMES)
def test_discs_tell_said_from_supported_by_shape_colour_and_words(qtbot: QtBot, theme: str) -> None:
    LOOK.wear(theme, 100)
    discs = Discs(3, 2, "SA 2.2")
    qtbot.addWidget(discs)
    discs.resize(discs.sizeHint())
    assert {colour("text").name(), colour("partly").name()} <= shown(discs)
    assert discs.accessibleName() == "SA 2.2, 3 said, counts as 2"
    assert discs.toolTip() == "3 said, counts as 2"
    discs.show_discs(3, 3)
    assert colour("partly").name() not in shown(discs)
    discs.show_discs(None, None)
    assert discs.text() == "Not answered"


def test_a_range_bar_marks_where_it_stands_and_fills_what_is_still_possible(qtbot: QtBot) -> None:
    bar = RangeBar(2, 1, 3, "Partly met now; could end between Not yet met and Met")
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    middle, step = bar.height() // 2, bar.width() // 4
    image = bar.grab().toImage()
    assert image.pixelColor(step // 2, middle) == colour("surface")
    assert image.pixelColor(step + step // 2, middle) == colour("edge")
    assert colour("partly").name() in shades(image)
    assert bar.accessibleName().startswith("Partly met now")
    bar.show_range(None, 0, 3, "No result yet")
    assert colour("partly").name() not in shown(bar)


def test_strength_has_words_and_more_ink_for_more(qtbot: QtBot) -> None:
    def ink(strength: int) -> int:
        bar = StrengthBar(strength, "Policy")
        qtbot.addWidget(bar)
        bar.resize(bar.sizeHint())
        image = bar.grab().toImage()
        return sum(
            image.pixelColor(x, y) == colour("text") for x in range(image.width()) for y in range(image.height())
        )

    amounts = [ink(strength) for strength in range(5)]
    assert amounts == sorted(set(amounts))
    assert StrengthBar(3).accessibleName() == "Shown in use"


def test_the_time_line_says_in_words_what_it_shows(qtbot: QtBot) -> None:
    days = [TODAY + timedelta(days=day) for day in (-7, 0, 12, 12, 12, 12, 30, 31, 90, 91)]
    line = TimeLine(TODAY, days)
    qtbot.addWidget(line)
    line.resize(600, line.sizeHint().height())
    assert line.accessibleName() == "1 late, 6 in 30 days, 2 in 90 days"
    assert {state("late").role, state("due").role} == {"gap", "partly"}
    assert {colour("gap").name(), colour("partly").name(), colour("none").name()} <= shown(line)


@pytest.mark.parametrize("theme", THEMES)
def test_a_heat_cell_has_tint_and_mark_and_what_is_not_needed_is_only_a_dash(theme: str) -> None:
    LOOK.wear(theme, 100)

    def cell(value: HeatValue) -> set[str]:
        image = QImage(84, 29, QImage.Format.Format_ARGB32)
        with QPainter(image) as painter:
            draw_heat(painter, QRectF(image.rect()), value)
        return shades(image)

    assert {colour("gap").name(), colour("gap_tint").name()} <= cell(HeatValue("lapsed", "Mar 26", ""))
    spare = HeatValue("not_needed", "", "")
    assert cell(spare) == cell(HeatValue("not_needed", "words that are not drawn", ""))
    assert colour("surface").name() in cell(spare)


def test_small_pictures_draw_and_a_mark_beside_words_says_nothing_twice(qtbot: QtBot) -> None:
    logo, mark, fold = Logo(), Mark("met"), FoldPicture(["met"] * 6 + ["safety_gap"])
    for widget in (logo, mark, fold):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
    assert {colour("mark").name(), colour("mark_shade").name()} <= shown(logo)
    assert colour("met").name() in shown(mark)
    assert mark.accessibleName() == ""
    assert {colour("gap").name(), colour("sunken").name()} <= shown(fold)
